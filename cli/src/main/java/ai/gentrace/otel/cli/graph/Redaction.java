package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.collector.ConfigFinder;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.yaml.Extent;
import ai.gentrace.otel.cli.yaml.Position;
import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlEntry;
import ai.gentrace.otel.cli.yaml.YamlMapping;
import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import ai.gentrace.otel.cli.yaml.YamlSequence;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file's text without the secrets that are written in it, line for line. What comes from a
 * variable is no secret; what is hidden looks like {@value #HIDDEN}.
 */
public final class Redaction {
  static final String HIDDEN = "REDACTED";

  private static final String EXPRESSION = "\\$\\{[^}\\n]*\\}";
  private static final Pattern SCHEME =
      Pattern.compile("(?i)^(\\s*(?:bearer|basic|token|apikey|api-key)\\s+)");
  private static final Pattern LITERAL_PART = Pattern.compile(EXPRESSION + "|[^$]+|\\$");

  /** Tokens and passwords in comments, addresses and files that are no YAML. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?i)\\b(bearer\\s+|basic\\s+)(?=[\\w.~+/=-]*[0-9=])[\\w.~+/-]{8,}=*"
              + "|(://[^/\\s:@\"'$]*:)(?!\\$\\{)[^/\\s@\"']+(?=@)");

  private static final Pattern SETTING =
      Pattern.compile(
          "(?m)^([ \\t#-]*[\"']?([\\w.-]+)[\"']?[ \\t]*[:=][ \\t]+)(?![$|>{\\[*&!])(\\S.*)$");

  private final YamlSource source;
  private final List<Extent> secrets = new ArrayList<>();

  private Redaction(YamlSource source) {
    this.source = source;
  }

  /** The text that may be shown to others. */
  public static String of(YamlStream file) {
    Redaction redaction = new Redaction(file.source());
    for (YamlDocument document : file.documents()) {
      if (document.root() != null) {
        redaction.visit("", isSecretResource(document.root()), document.root(), file.source());
      }
    }
    for (LocatedConfig config : ConfigFinder.find(file)) {
      YamlNode root = config.root();
      if (config.text() != null && root != null) {
        redaction.visit("", false, root, config.source());
      }
    }
    return redaction.lines(redaction.replaced());
  }

  /** Whether everything in a document is secret: {@code kind: Secret}. */
  private static boolean isSecretResource(YamlNode root) {
    YamlEntry kind = root instanceof YamlMapping map ? map.get("kind") : null;
    return kind != null && kind.value() instanceof YamlScalar text && text.value().equals("Secret");
  }

  private void visit(String parent, boolean allSecret, YamlNode node, YamlSource text) {
    if (node instanceof YamlSequence list) {
      list.items().forEach(item -> visit(parent, allSecret, item.node(), text));
    } else if (node instanceof YamlMapping map) {
      boolean secretVariable = isSecretVariable(map);
      for (YamlEntry entry : map.entries()) {
        String key = entry.name();
        if (!(entry.value() instanceof YamlScalar scalar)) {
          visit(key, allSecret && parent.isEmpty(), entry.value(), text);
        } else if (SecretNames.isSecret(parent, key, scalar.value())
            || (secretVariable && key.equals("value"))
            || (allSecret && (parent.equals("data") || parent.equals("stringData")))) {
          secrets.add(inFile(scalar.extent(), text));
        }
      }
    }
  }

  /** {@code {name: API_KEY, value: ...}}, as Kubernetes writes a variable. */
  private static boolean isSecretVariable(YamlMapping map) {
    YamlEntry name = map.get("name");
    return name != null
        && name.value() instanceof YamlScalar text
        && SecretNames.isSecretVariable(text.value());
  }

  /** A range of a text as a range of the file around it. */
  private Extent inFile(Extent extent, YamlSource text) {
    int start = offset(text.position(extent.start()));
    return new Extent(start, Math.max(start, offset(text.position(extent.end()))));
  }

  private int offset(Position position) {
    return source.lineStart(position.line() - 1) + position.column() - 1;
  }

  private String replaced() {
    secrets.sort(Comparator.comparingInt(Extent::start));
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Extent secret : secrets) {
      if (secret.start() >= at) {
        text.append(source.text(new Extent(at, secret.start())));
        text.append(hidden(source.text(secret)));
        at = secret.end();
      }
    }
    return text.append(source.text(new Extent(at, source.length()))).toString();
  }

  /** A scalar as written, with its quotes, line breaks and expressions, and nothing else of it. */
  private static String hidden(String scalar) {
    int header = scalar.startsWith("|") || scalar.startsWith(">") ? scalar.indexOf('\n') + 1 : 0;
    StringBuilder text = new StringBuilder(scalar.substring(0, header));
    String body = scalar.substring(header);
    String quote = body.startsWith("\"") || body.startsWith("'") ? body.substring(0, 1) : "";
    if (!quote.isEmpty() && body.length() > 1) {
      body = body.substring(1, body.length() - 1);
    }
    text.append(quote);
    Matcher part = LITERAL_PART.matcher(body);
    while (part.find()) {
      text.append(part.group().startsWith("${") ? part.group() : hiddenLiteral(part.group()));
    }
    return text.append(quote).toString();
  }

  private static String hiddenLiteral(String literal) {
    Matcher scheme = SCHEME.matcher(literal);
    int from = scheme.find() ? scheme.end() : 0;
    return literal.substring(0, from)
        + literal.substring(from).replaceAll("[^\\s](?:[^\\n]*[^\\s])?", HIDDEN);
  }

  /** What only its own line gives away. */
  private String lines(String text) {
    Matcher setting = SETTING.matcher(text);
    StringBuilder hidden = new StringBuilder();
    while (setting.find()) {
      boolean secret = SecretNames.isSecret("", setting.group(2), setting.group(3));
      boolean shown = setting.group(3).contains(HIDDEN) || setting.group(3).contains("${");
      String replacement = secret && !shown ? setting.group(1) + HIDDEN : setting.group();
      setting.appendReplacement(hidden, Matcher.quoteReplacement(replacement));
    }
    setting.appendTail(hidden);
    return TOKEN.matcher(hidden).replaceAll(Redaction::withoutToken);
  }

  private static String withoutToken(java.util.regex.MatchResult match) {
    String kept = match.group(1) != null ? match.group(1) : match.group(2);
    return Matcher.quoteReplacement(kept + HIDDEN);
  }
}
