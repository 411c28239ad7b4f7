package ai.gentrace.otel.cli.graph;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by its name whether a setting holds a secret. */
final class SecretNames {
  private static final List<String> TELLING =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "apikey",
          "accesskey",
          "privatekey",
          "secretkey",
          "sharedkey",
          "authkey",
          "licensekey",
          "ingestkey",
          "ingestionkey",
          "instrumentationkey",
          "writekey",
          "keypem",
          "token",
          "credential",
          "connectionstring",
          "authorization",
          "cookie",
          "dsn");

  /** What a secret is kept in, or how it is used, is none. */
  private static final Pattern HARMLESS_END =
      Pattern.compile(
          ".*(file|path|url|uri|endpoint|type|names?|field|ttl|timeout|prefix|ref|header|enabled"
              + "|interval|expiration|limit|size|count|audience|scopes?)");

  private static final Set<String> NO_VALUES = Set.of("", "~", "null", "true", "false");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}|[0-9.]+(ns|us|ms|s|m|h)");

  private SecretNames() {}

  /** Whether a key of that name, under a key of that name, holds a secret if it holds that text. */
  static boolean isSecret(String parent, String key, String value) {
    String name = key.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    if (NO_VALUES.contains(value.toLowerCase(Locale.ROOT))) {
      return false;
    }
    // The collector itself hides the value of every header (configopaque).
    if (parent.equals("headers") || (parent.equals("api") && name.equals("key"))) {
      return true;
    }
    if (parent.equals("htpasswd") && name.equals("inline")) {
      return true;
    }
    return isTelling(name) && !(name.contains("token") && COUNT.matcher(value).matches());
  }

  /** Whether a variable of that name holds a secret. */
  static boolean isSecretVariable(String name) {
    return isTelling(name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", ""));
  }

  private static boolean isTelling(String name) {
    return TELLING.stream().anyMatch(name::contains) && !HARMLESS_END.matcher(name).matches();
  }
}
