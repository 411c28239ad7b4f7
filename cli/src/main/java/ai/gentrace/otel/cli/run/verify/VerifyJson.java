package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.run.verify.VerifyReport.Remark;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as JSON, version 1. */
public final class VerifyJson {
  private VerifyJson() {}

  /**
   * Writes it.
   *
   * @param files what was verified, as the user names it
   * @param toolVersion of this program
   */
  public static String of(VerifyReport report, List<String> files, String toolVersion)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("version", 1);
      json.writeObjectFieldStart("tool");
      json.writeStringField("name", "gentrace-otel");
      json.writeStringField("version", toolVersion);
      json.writeEndObject();
      json.writeArrayFieldStart("files");
      for (String file : files) {
        json.writeString(file);
      }
      json.writeEndArray();
      json.writeStringField("collector", report.collector());
      json.writeStringField("verdict", word(report.verdict()));
      json.writeArrayFieldStart("proofs");
      for (Proof proof : report.proofs()) {
        proof(json, proof);
      }
      json.writeEndArray();
      remarks(json, "remarks", report.remarks());
      remarks(json, "copy", report.copy());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void proof(JsonGenerator json, Proof proof) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", proof.id());
    if (proof.subject() != null) {
      json.writeStringField("subject", proof.subject());
    }
    json.writeStringField("statement", proof.statement());
    json.writeStringField("verdict", word(proof.verdict()));
    json.writeStringField("counts", proof.counts());
    json.writeArrayFieldStart("details");
    for (String detail : proof.details()) {
      json.writeString(detail);
    }
    json.writeEndArray();
    place(json, proof.blame());
    if (proof.remedy() != null) {
      json.writeStringField("remedy", proof.remedy());
    }
    json.writeEndObject();
  }

  private static void remarks(JsonGenerator json, String name, List<Remark> remarks)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Remark remark : remarks) {
      json.writeStartObject();
      json.writeStringField("text", remark.text());
      place(json, remark.place());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void place(JsonGenerator json, @Nullable Place place) throws IOException {
    if (place != null) {
      json.writeStringField("file", place.file());
      json.writeNumberField("line", place.start().line());
      json.writeNumberField("column", place.start().column());
    }
  }
}
