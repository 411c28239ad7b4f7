package ai.gentrace.otel.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Writes JSON that is the same on every machine; each text ends with a line feed. */
public final class Json {
  /** Writes a document, or the fields of an object that is open. */
  public interface Body {
    /** Writes it. */
    void write(JsonGenerator json) throws IOException;
  }

  private Json() {}

  /**
   * Returns a report: an object that begins with the version of its form and with this tool.
   *
   * @param version grows when a field changes its meaning
   * @param toolVersion of this program
   * @param fields what follows
   */
  public static String report(int version, String toolVersion, Body fields) {
    return text(
        json -> {
          json.writeStartObject();
          json.writeNumberField("version", version);
          json.writeObjectFieldStart("tool");
          json.writeStringField("name", "gentrace-otel");
          json.writeStringField("version", toolVersion);
          json.writeEndObject();
          fields.write(json);
          json.writeEndObject();
        });
  }

  /** Returns a constant as reports spell it: in lower case, with hyphens. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String text(Body body) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(printer);
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }
}
