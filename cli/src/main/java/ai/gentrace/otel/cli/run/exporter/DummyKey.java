package ai.gentrace.otel.cli.run.exporter;

import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Value;
import ai.gentrace.otel.cli.gentrace.AuthorizationHeader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in for keys and other secrets in what a run sends. */
public final class DummyKey {
  /** It stands in for a key. */
  public static final String TEXT = "dummy-key";

  private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)(\\S.*)");

  private DummyKey() {}

  /**
   * The value of a header that a run sends: of Authorization the user's own text with a dummy in
   * the place of each variable and of a key that is written out, of any other a dummy.
   */
  public static String header(String name, Value value) {
    if (!(value instanceof ScalarValue scalar)
        || !name.equalsIgnoreCase(AuthorizationHeader.NAME)) {
      return TEXT;
    }
    String text = Expression.replace(scalar.text(), expression -> TEXT);
    if (text.contains(TEXT) || text.contains("$")) {
      return text;
    }
    Matcher bearer = BEARER.matcher(text);
    if (bearer.matches()) {
      return bearer.group(1) + TEXT;
    }
    return text.isBlank() || text.strip().equalsIgnoreCase("bearer") ? text : TEXT;
  }
}
