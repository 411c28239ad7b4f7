package ai.gentrace.otel.cli.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Makes text of a file's bytes, as the collector does. */
final class Decoding {
  private Decoding() {}

  static YamlSource of(String name, byte[] bytes) {
    Charset charset = StandardCharsets.UTF_8;
    int markLength = 0;
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      markLength = 3;
    } else if (startsWith(bytes, 0xFF, 0xFE)) {
      charset = StandardCharsets.UTF_16LE;
      markLength = 2;
    } else if (startsWith(bytes, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16BE;
      markLength = 2;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, markLength, bytes.length - markLength);
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(buffer)
              .toString();
      return new YamlSource(name, text, charset, markLength > 0, null, null);
    } catch (CharacterCodingException e) {
      // The buffer stands at the first byte that does not decode.
      String before = new String(bytes, markLength, buffer.position() - markLength, charset);
      int offset = before.codePointCount(0, before.length());
      String text = new String(bytes, markLength, bytes.length - markLength, charset);
      YamlProblem problem =
          new YamlProblem(
              YamlProblem.Kind.ENCODING,
              new Extent(offset, offset + 1),
              "Byte " + (buffer.position() + 1) + " of the file is not " + charset.name() + ".");
      return new YamlSource(name, text, charset, markLength > 0, problem, null);
    }
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
