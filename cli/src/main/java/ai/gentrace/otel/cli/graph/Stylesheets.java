package ai.gentrace.otel.cli.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files beside these classes: colours, shapes, page, script. */
final class Stylesheets {
  private Stylesheets() {}

  /** One of the files, with line feeds. */
  static String read(String name) {
    try (InputStream in = Stylesheets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Colours for light and dark, on an element, and what the pictures' classes look like. */
  static String picture(String element) {
    return element
        + " { color-scheme: light dark; "
        + read("light.css")
        + "}\n@media (prefers-color-scheme: dark) { "
        + element
        + " { "
        + read("dark.css")
        + "} }\n"
        + read("picture.css");
  }

  /** The same for a page, where a click may choose, and what its other parts look like. */
  static String page() {
    return picture(":root")
        + ":root[data-theme=\"light\"] { color-scheme: light; "
        + read("light.css")
        + "}\n:root[data-theme=\"dark\"] { color-scheme: dark; "
        + read("dark.css")
        + "}\n"
        + read("page.css");
  }
}
