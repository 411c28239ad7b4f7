package ai.gentrace.otel.cli.graph;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells from a key's name whether its value is a secret. */
final class SecretNames {
  private static final List<String> PARTS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "apikey",
          "accesskey",
          "accountkey",
          "privatekey",
          "licensekey",
          "ingestionkey",
          "ingestkey",
          "writekey",
          "integrationkey",
          "instrumentationkey",
          "sharedkey",
          "signingkey",
          "encryptionkey",
          "authkey",
          "keypem",
          "credential",
          "authorization",
          "connectionstring",
          "cookie",
          "dsn");

  /** What only says where the secret is, or what is done with it. */
  private static final List<String> HARMLESS_ENDS =
      List.of(
          "file",
          "path",
          "ref",
          "name",
          "url",
          "uri",
          "endpoint",
          "type",
          "scheme",
          "method",
          "mode",
          "ttl",
          "timeout",
          "interval",
          "duration",
          "audience",
          "limit",
          "count");

  /** What such a key may hold when it counts or measures something. */
  private static final Pattern MEASURE = Pattern.compile("[0-9]{1,9}|[0-9.]+(ns|us|ms|s|m|h)");

  private static final Set<String> NO_SECRETS = Set.of("true", "false", "null", "~", "");

  private SecretNames() {}

  /** Whether a value under that key is a secret, if it is literal. */
  static boolean isSecret(String key) {
    String name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return PARTS.stream().anyMatch(name::contains)
        && HARMLESS_ENDS.stream().noneMatch(name::endsWith);
  }

  /**
   * The same where the key above and the value are known too: {@code api: {key: ...}} is a secret,
   * {@code max_tokens: 500} is none.
   */
  static boolean isSecret(String above, String key, String value) {
    boolean named = isSecret(key) && !(key.contains("token") && MEASURE.matcher(value).matches());
    return named
        || (above.equals("api") && key.equals("key"))
        || (above.equals("htpasswd") && key.equals("inline"));
  }

  /** Whether that key holds a map or list of HTTP headers, each of which the collector hides. */
  static boolean isHeaders(String key) {
    return key.toLowerCase(Locale.ROOT).endsWith("headers");
  }

  /**
   * Whether a text holds something itself, and does not only refer to it: what is left without
   * {@code ${...}} and templates is no word and no more than a scheme such as {@code Bearer}.
   */
  static boolean isLiteral(String text) {
    String reference = text.replaceFirst("^[\\s\"']*[A-Za-z][A-Za-z-]{0,20}\\s+(?=\\$\\{)", "");
    String left = withoutExpressions(reference).replaceAll("\\{\\{.*?\\}\\}", "");
    left =
        left.replaceFirst(
            "(?i)^\\s*[\"']?\\s*(bearer|basic|token|api-?key|api-token|splunk)\\b", "");
    left = left.replaceAll("[\"'\\s:]", "");
    return !NO_SECRETS.contains(left.toLowerCase(Locale.ROOT));
  }

  /** The text without {@code ${...}}, nested ones included. */
  private static String withoutExpressions(String text) {
    StringBuilder left = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("${", i) && text.indexOf('}', i) > 0) {
        depth++;
        i++;
      } else if (depth > 0) {
        depth -= text.charAt(i) == '}' ? 1 : 0;
      } else {
        left.append(text.charAt(i));
      }
    }
    return left.toString();
  }
}
