package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.gentrace.AuthorizationHeader;
import java.util.ArrayList;
import java.util.List;

/** GT106: the key itself in the config. */
final class LiteralSecret implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT106", "literal-secret", Severity.ERROR, "An API key that is written in the file.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final LazyPattern DEFAULT = LazyPattern.of("\\$\\{env:[^:}]*:-([^}]+)\\}");
  private static final LazyPattern SCHEME = LazyPattern.of("(?i)(bearer|basic)\\b");

  @Override
  public void check(Subject subject, Findings findings) {
    for (Place place : places(subject)) {
      findings.add(
          place,
          "A secret is written in the file, for everybody who can read it.",
          "Write `${env:"
              + subject.keyVariable()
              + "}` and set the variable where the collector runs."
              + " Treat the key as leaked.");
    }
  }

  /** Where secrets of exporters to Gentrace are written out. */
  static List<Place> places(Subject subject) {
    List<Place> places = new ArrayList<>();
    for (Component exporter : subject.path().exporters()) {
      ScalarValue header = AuthorizationHeader.value(exporter);
      if (header != null && isSecret(header)) {
        places.add(header.place());
      }
      ScalarValue name = exporter.scalar("auth", "authenticator");
      Component extension =
          name == null
              ? null
              : subject.config().component(ComponentKind.EXTENSION, ComponentId.of(name.text()));
      if (extension != null && extension.id().type().equals("bearertokenauth")) {
        ScalarValue token = extension.scalar("token");
        if (token != null && isSecret(token) && !places.contains(token.place())) {
          places.add(token.place());
        }
      }
    }
    return places;
  }

  private static boolean isSecret(ScalarValue value) {
    String text = value.text();
    if (DEFAULT.matcher(text).find()) {
      return true;
    }
    String bare = SCHEME.matcher(text).replaceAll("").replaceAll("[\\s'\"]", "");
    return !bare.isEmpty() && !bare.contains("$");
  }
}
