package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.yaml.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds secrets that show themselves wherever they stand, also in comments. */
final class SecretPatterns {
  /** An expression, or a character that may stand in the user part of a URL. */
  private static final String USER_PART = "(?:\\$\\{[^}\\n]*\\}|[^\\s/@:\"'`$])";

  private static final Pattern USER_INFO =
      Pattern.compile("://(" + USER_PART + "*)(?::((?:" + USER_PART + "|[:$])+))?@");
  private static final Pattern QUERY =
      Pattern.compile("[?&;]([\\w.-]+)=((?:\\$\\{[^}\\n]*\\}|[^&;\\s\"'#])+)");
  private static final Pattern SCHEME =
      Pattern.compile("(?i)\\b(?:bearer|basic)[ \\t]+((?=[^\\s\"']*[0-9])[\\w.~+/=-]{6,})");
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\b(?:(?:sk|pk|rk|gt)[-_][\\w-]{16,}|gh[pousr]_\\w{20,}|github_pat_\\w{20,}|glpat-[\\w-]{16,}"
              + "|xox[abps]-[\\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\\w-]{30,}|glsa_\\w{20,}|glc_[\\w=]{20,}"
              + "|dt0c01\\.[\\w.]{20,}|NRAK-\\w{20,}|hcaik_\\w{20,}"
              + "|eyJ[\\w-]{10,}\\.[\\w-]+\\.[\\w-]*)");

  /** The lines behind the first one of a key; in quotes their breaks may be written as \\n. */
  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z ]*PRIVATE KEY-----((?:(?:\\s|\\\\n)+[A-Za-z0-9+/=]{4,}(?=\\s|\\\\n|$))*)");

  private SecretPatterns() {}

  /** Where they stand in a text, in chars. */
  static List<Extent> in(String text) {
    List<Extent> found = new ArrayList<>();
    Matcher userInfo = USER_INFO.matcher(text);
    while (userInfo.find()) {
      boolean withPassword = userInfo.group(2) != null;
      addIfLiteral(userInfo, withPassword ? 2 : 1, found);
    }
    Matcher query = QUERY.matcher(text);
    while (query.find()) {
      if (SecretNames.isSecret(query.group(1))) {
        addIfLiteral(query, 2, found);
      }
    }
    add(SCHEME.matcher(text), 1, found);
    add(SHAPE.matcher(text), 0, found);
    add(PRIVATE_KEY.matcher(text), 1, found);
    return found;
  }

  private static void addIfLiteral(Matcher matcher, int group, List<Extent> found) {
    if (SecretNames.isLiteral(matcher.group(group))) {
      found.add(new Extent(matcher.start(group), matcher.end(group)));
    }
  }

  private static void add(Matcher matcher, int group, List<Extent> found) {
    while (matcher.find()) {
      found.add(new Extent(matcher.start(group), matcher.end(group)));
    }
  }
}
