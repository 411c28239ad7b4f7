package ai.gentrace.otel.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OtelBinLinkTest {
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  /** What OTelBin's own code makes of some texts. */
  static Stream<Arguments> links() {
    return Stylesheets.read("otelbin-links.tsv")
        .lines()
        .map(line -> line.split("\t", -1))
        .map(words -> Arguments.of(unescape(words[0]), words[1]));
  }

  @ParameterizedTest
  @MethodSource("links")
  void isByteForByteOtelBinsOwn(String text, String link) {
    assertThat(OtelBinLink.to(text)).isEqualTo(link);
  }

  /** The file has a backslash, u and four digits for what is no printable ASCII. */
  private static String unescape(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              char c = (char) Integer.parseInt(match.group(1), 16);
              return Matcher.quoteReplacement(String.valueOf(c));
            });
  }
}
