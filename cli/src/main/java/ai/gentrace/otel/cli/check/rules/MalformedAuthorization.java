package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Fix;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.gentrace.AuthorizationHeader;
import ai.gentrace.otel.cli.yaml.edit.Change;
import ai.gentrace.otel.cli.yaml.edit.NewScalar;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** GT107: the form of the header. */
final class MalformedAuthorization implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT107",
          "malformed-authorization",
          Severity.ERROR,
          "An Authorization header that Gentrace cannot read.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final LazyPattern BEARER = LazyPattern.of("(?i)^bearer\\b");
  private static final LazyPattern BARE = LazyPattern.of("(?<!\\$)\\$([A-Za-z_][A-Za-z0-9_]*)");

  @Override
  public void check(Subject subject, Findings findings) {
    for (Component exporter : GentraceExporters.http(subject)) {
      ScalarValue value = AuthorizationHeader.value(exporter);
      if (value == null || AuthorizationHeader.isForeign(value, subject.keyVariable())) {
        continue;
      }
      String problem = problem(value.text());
      if (!problem.isEmpty()) {
        findings.add(
            value.place(),
            problem,
            "Write 'Bearer ${env:" + subject.keyVariable() + "}'.",
            fix(subject, exporter, value));
      }
    }
  }

  /** What is wrong with a value; empty where nothing is. */
  private static String problem(String text) {
    Matcher bare = BARE.matcher(text);
    if (bare.find()) {
      return "`$" + bare.group(1) + "` is not expanded: Gentrace would get the name and no key.";
    }
    String trimmed = text.strip();
    if (trimmed.contains("\"") || trimmed.contains("'")) {
      return "The quotes inside the value become part of the key.";
    }
    boolean separated = trimmed.length() <= 6 || Character.isWhitespace(trimmed.charAt(6));
    if (!BEARER.matcher(trimmed).find() || !separated) {
      return "The header has to begin with `Bearer` and a blank.";
    }
    String rest = trimmed.substring(6).strip();
    if (BEARER.matcher(rest).find()) {
      return "`Bearer` stands twice.";
    }
    if (rest.isEmpty()) {
      return "Nothing stands behind `Bearer`.";
    }
    boolean stray = !text.equals(trimmed) || !trimmed.substring(6).equals(" " + rest);
    return stray || hasBlank(rest)
        ? "Stray white space in the header: Gentrace, or the collector itself, refuses it."
        : "";
  }

  private static boolean hasBlank(String rest) {
    String outside = rest.replaceAll("\\$\\{[^}]*\\}", "");
    return outside.chars().anyMatch(Character::isWhitespace);
  }

  /** None where the value holds a literal key, which must not be copied anywhere. */
  private static @Nullable Fix fix(Subject subject, Component exporter, ScalarValue value) {
    if (LiteralSecret.places(subject).contains(value.place()) || value.text().strip().isEmpty()) {
      return null;
    }
    String text = value.text().strip().replaceAll("[\"']", "");
    Matcher bare = BARE.matcher(text);
    StringBuilder expanded = new StringBuilder();
    while (bare.find()) {
      bare.appendReplacement(expanded, Matcher.quoteReplacement("${env:" + bare.group(1) + "}"));
    }
    bare.appendTail(expanded);
    String rest = expanded.toString();
    while (BEARER.matcher(rest).find()) {
      rest = rest.substring(6).strip();
    }
    // More than one expression, or text beside it, is something that nobody can guess.
    if (!rest.matches("\\$\\{(env:)?[A-Za-z_][A-Za-z0-9_]*\\}")) {
      return null;
    }
    var place = AuthorizationValues.place(subject, exporter);
    return place == null
        ? null
        : new Fix(
            true,
            "Write the header as Gentrace reads it.",
            List.of(
                new Change.ReplaceScalar(
                    place, new NewScalar("Bearer " + rest, NewScalar.Style.SINGLE_QUOTED))));
  }
}
