package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.ListValue;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Nearest;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.KeyVariable;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GT017: what stands behind dollar signs. */
final class EnvSyntax implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT017",
          "env-syntax",
          Severity.ERROR,
          "An environment variable written in a form that the collector does not expand.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** A dollar that is neither doubled nor opens a brace, with a name behind it. */
  private static final LazyPattern BARE =
      LazyPattern.of("(?<!\\$)(?:\\$\\$)*\\$([A-Z_][A-Z0-9_]+)\\b");

  private static final LazyPattern BRACED = LazyPattern.of("(?<!\\$)(?:\\$\\$)*\\$\\{([^{}$]*)\\}");
  private static final LazyPattern UNCLOSED =
      LazyPattern.of("(?<!\\$)(?:\\$\\$)*\\$\\{env:[A-Za-z_][A-Za-z0-9_]*(?![^{}]*\\})");
  private static final LazyPattern SCHEME =
      LazyPattern.of("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

  /** The providers of the published distributions. */
  private static final Set<String> PROVIDERS =
      Set.of(
          "env",
          "file",
          "yaml",
          "http",
          "https",
          "aes",
          "s3",
          "secretsmanager",
          "googlesecretmanager");

  @Override
  public void check(Subject subject, Findings findings) {
    Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<ScalarValue> others = Collections.newSetFromMap(new IdentityHashMap<>());
    others.addAll(AuthorizationValues.of(subject));
    Deque<Value> open = new ArrayDeque<>();
    open.add(subject.config().root());
    while (!open.isEmpty()) {
      Value value = open.remove();
      if (!seen.add(value)) {
        continue;
      }
      if (value instanceof MapValue map) {
        for (Setting setting : map.settings()) {
          open.add(setting.value());
        }
      } else if (value instanceof ListValue list) {
        for (Value item : list.items()) {
          open.add(item);
        }
      } else if (value instanceof ScalarValue scalar && scalar.text().contains("$")) {
        check(subject, scalar, others.contains(scalar), findings);
      }
    }
  }

  private static void check(
      Subject subject, ScalarValue scalar, boolean authorization, Findings findings) {
    String text = scalar.text();
    Matcher braced = BRACED.matcher(text);
    while (braced.find()) {
      if (!braced(scalar, braced.group(1), findings)) {
        return;
      }
    }
    if (UNCLOSED.matcher(text).find()) {
      findings.add(
          Severity.WARNING,
          scalar.place(),
          "A `${env:` is not closed, so that it is taken as it stands.",
          "Add the closing brace.",
          null);
      return;
    }
    Matcher bare = BARE.matcher(text);
    // What a dollar means before 0.107, and inside a pattern, is something else.
    if (!authorization && !subject.isBefore(107) && bare.find() && isVariable(text, bare)) {
      String name = bare.group(1);
      findings.add(
          scalar.place(),
          "`$" + name + "` is not expanded: the collector takes it as it stands.",
          "Write `${env:" + name + "}`; for a dollar itself, `$$`.");
    }
  }

  /** Alone, or as part of a URL or path; in other text a dollar may mean something to somebody. */
  private static boolean isVariable(String text, Matcher bare) {
    return (bare.start() == 0 && bare.end() == text.length())
        || text.contains("://")
        || text.startsWith("Bearer ")
        || text.startsWith("Basic ")
        || text.matches("\\$[A-Z_][A-Z0-9_]+[:/].*");
  }

  /** Judges what stands in braces; false where that was reported. */
  private static boolean braced(ScalarValue scalar, String inner, Findings findings) {
    String problem;
    String help;
    if (inner.isEmpty()) {
      problem = "`${}` names no variable, and the collector refuses it.";
      help = "Write `${env:NAME}`; for a dollar itself, `$$`.";
    } else if (SCHEME.matcher(inner).matches()) {
      String scheme = inner.substring(0, inner.indexOf(':'));
      String rest = inner.substring(scheme.length() + 1);
      if (rest.startsWith("-")) {
        problem =
            "A default needs `env:` before the name, and the collector refuses `${" + inner + "}`.";
        help = "Write `${env:" + inner + "}`.";
      } else if (!PROVIDERS.contains(scheme)) {
        problem =
            "`"
                + scheme
                + "` is no source of values, and the collector refuses `${"
                + inner
                + "}`.";
        help =
            Nearest.to(scheme, PROVIDERS).map(near -> "Did you mean `" + near + ":`?").orElse("");
        // A build of one's own may have others.
        if (help.isEmpty()) {
          return true;
        }
      } else if (scheme.equals("env")) {
        int end = rest.indexOf(":-");
        String name = end < 0 ? rest : rest.substring(0, end);
        if (KeyVariable.isName(name)) {
          return true;
        }
        problem = "`" + name + "` is no name that the collector takes for a variable.";
        help = "A name has letters, digits and `_`, and begins with no digit.";
      } else {
        return true;
      }
    } else if (KeyVariable.isName(inner)) {
      return true;
    } else if (inner.startsWith("env.")) {
      problem = "`${" + inner + "}` is refused: a colon, not a dot, stands behind `env`.";
      help = "Write `${env:" + inner.substring(4) + "}`.";
    } else {
      problem = "`${" + inner + "}` is refused: `" + inner + "` is no name of a variable.";
      help = "For a dollar itself, write `$$`.";
    }
    findings.add(scalar.place(), problem, help);
    return false;
  }
}
