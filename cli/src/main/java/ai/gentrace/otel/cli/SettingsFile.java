package ai.gentrace.otel.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Reads the settings file. Apart, so that its parser is loaded only where there is such a file. */
final class SettingsFile {
  /**
   * One setting.
   *
   * @param text a list's items and a map's {@code key=value} pairs are joined by commas, as on the
   *     command line
   * @param line where its name stands, from 1
   */
  record Value(String text, int line) {}

  private SettingsFile() {}

  /**
   * Reads a file.
   *
   * @param shown the file's name in messages
   * @throws UsageException if it is not a map of settings, with the line
   * @throws IOException if it cannot be read
   */
  static Map<String, Value> read(Path file, String shown) throws IOException {
    YAMLFactory yaml =
        YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = yaml.createParser(in)) {
      return read(parser, shown);
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      String why = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
      throw new UsageException(shown + where + ": cannot read the settings: " + why);
    }
  }

  private static Map<String, Value> read(JsonParser parser, String shown) throws IOException {
    Map<String, Value> values = new LinkedHashMap<>();
    JsonToken first = parser.nextToken();
    if (first == null || first == JsonToken.VALUE_NULL) {
      return values;
    }
    if (first != JsonToken.START_OBJECT) {
      throw new UsageException(shown + ":1: settings are written 'name: value', one a line");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      int line = parser.currentTokenLocation().getLineNr();
      values.put(name, new Value(value(parser, shown + ":" + line + ": '" + name + "'"), line));
    }
    return values;
  }

  private static String value(JsonParser parser, String setting) throws IOException {
    JsonToken token = parser.nextToken();
    if (token.isScalarValue()) {
      return scalar(parser, setting);
    }
    StringJoiner joined = new StringJoiner(",");
    while (!parser.nextToken().isStructEnd()) {
      String key = "";
      if (parser.currentToken() == JsonToken.FIELD_NAME) {
        key = parser.currentName() + "=";
        parser.nextToken();
      }
      joined.add(key + scalar(parser, setting));
    }
    return joined.toString();
  }

  private static String scalar(JsonParser parser, String setting) throws IOException {
    if (!parser.currentToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
      throw new UsageException(
          setting + " needs a value, a list of values, or 'name: value' pairs");
    }
    return parser.getText();
  }
}
