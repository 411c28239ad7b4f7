package ai.gentrace.otel.it.scene;

import ai.gentrace.otel.cli.run.ConfigSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The existing configs that tests start from, in the resource folder {@code configs}. */
public final class Configs {
  private Configs() {}

  /** Returns one by its file name. */
  public static ConfigSource resource(String name) throws IOException {
    return new ConfigSource.Text(text(name));
  }

  /** Returns the text of one by its file name. */
  public static String text(String name) throws IOException {
    try (InputStream in = Configs.class.getResourceAsStream("/configs/" + name)) {
      if (in == null) {
        throw new FileNotFoundException("no resource configs/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
