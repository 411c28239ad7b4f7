package ai.gentrace.otel.cli.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The link that opens a config in OTelBin, https://www.otelbin.io.
 *
 * <p>The page keeps its state behind the {@code #}, which no browser sends to a server. It does
 * send the config to its server where distribution and version are named, so neither ever is.
 */
public final class OtelBinLink {
  private static final String PAGE = "https://www.otelbin.io/?#config=";

  private OtelBinLink() {}

  /**
   * The link for a text, encoded as OTelBin encodes it: jsurl2's {@code stringify}, then {@code
   * URLSearchParams}.
   *
   * @param text the config; secrets are the caller's business
   */
  public static String of(String text) {
    return PAGE + URLEncoder.encode(jsurl2(text), StandardCharsets.UTF_8);
  }

  private static String jsurl2(String text) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String replacement = replacement(c);
      encoded.append(replacement == null ? c : replacement);
    }
    char first = encoded.isEmpty() ? '~' : encoded.charAt(0);
    boolean letter = Character.isLetter(first) && first < 0x80;
    return (letter ? "" : "*") + encoded + "~";
  }

  private static @Nullable String replacement(char c) {
    return switch (c) {
      case ' ' -> "_";
      case '*' -> "**";
      case '_' -> "*_";
      case '~' -> "*-";
      case '$' -> "*S";
      case '+' -> "*P";
      case '\'' -> "*\"";
      case '(' -> "*C";
      case ')' -> "*D";
      case '<' -> "*L";
      case '>' -> "*G";
      case '%' -> "*.";
      case '?' -> "*Q";
      case '#' -> "*H";
      case '&' -> "*A";
      case '=' -> "*E";
      case '\\' -> "*B";
      case '\n' -> "*N";
      case '\r' -> "*R";
      case '\0' -> "*Z";
      case '\u2028' -> "*U";
      case '\u2029' -> "*V";
      default -> null;
    };
  }
}
