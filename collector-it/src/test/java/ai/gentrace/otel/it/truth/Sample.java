package ai.gentrace.otel.it.truth;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A config to be judged.
 *
 * @param name what it is, unique in its group
 * @param text the whole config
 * @param charset of the file
 */
record Sample(String name, String text, Charset charset) {
  static Sample of(String name, String text) {
    return new Sample(name, text, StandardCharsets.UTF_8);
  }

  /** A file of any encoding, as it is. */
  static Sample of(String name, byte[] file) {
    return new Sample(
        name, new String(file, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
  }

  byte[] file() {
    return text.getBytes(charset);
  }
}
