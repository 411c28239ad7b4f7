package ai.gentrace.otel.cli.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The link that opens a config in OTelBin. The text travels in the part behind {@code #}, which a
 * browser keeps to itself. The link never says distribution and version: with both, the page would
 * post the config to its server.
 *
 * <p>OTelBin writes its state with jsurl2 ({@code packages/otelbin/src/lib/urlState/jsurl2.ts} in
 * dash0hq/otelbin) and {@code URLSearchParams}; this gives the same bytes.
 */
public final class OtelBinLink {
  private static final String PAGE = "https://www.otelbin.io/?#config=";
  private static final String PLAIN = "*_~$+'()<>%?#&=\\\n\r\0\u2028\u2029";
  private static final String CODES = "*_-SP\"CDLG.QHAEBNRZUV";

  private OtelBinLink() {}

  /** The link for a text, which has to be free of secrets. */
  public static String to(String text) {
    return PAGE + URLEncoder.encode(jsurl(text), StandardCharsets.UTF_8);
  }

  private static String jsurl(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + text.length() / 4);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int escape = PLAIN.indexOf(c);
      if (c == ' ') {
        encoded.append('_');
      } else if (escape >= 0) {
        encoded.append('*').append(CODES.charAt(escape));
      } else {
        encoded.append(c);
      }
    }
    boolean beginsWithLetter = encoded.length() > 0 && isLetter(encoded.charAt(0));
    return (beginsWithLetter ? "" : "*") + encoded + "~";
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
