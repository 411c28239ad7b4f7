package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.report.Json;
import ai.gentrace.otel.cli.run.verify.Proof;
import ai.gentrace.otel.cli.run.verify.VerifyReport;
import ai.gentrace.otel.cli.run.verify.VerifyReport.Remark;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What verify says, for a program; {@code version} grows when a field changes its meaning. */
final class VerifyJson {
  private static final int VERSION = 1;

  private VerifyJson() {}

  /**
   * Writes it.
   *
   * @param files what was verified, as the user names it
   * @param toolVersion of this program
   */
  static String of(VerifyReport report, List<String> files, String toolVersion) {
    return Json.report(VERSION, toolVersion, json -> write(json, report, files));
  }

  private static void write(JsonGenerator json, VerifyReport report, List<String> files)
      throws IOException {
    json.writeArrayFieldStart("files");
    for (String file : files) {
      json.writeString(file);
    }
    json.writeEndArray();
    json.writeStringField("collector", report.collector());
    json.writeStringField("verdict", Json.word(report.verdict()));
    json.writeArrayFieldStart("proofs");
    for (Proof proof : report.proofs()) {
      proof(json, proof);
    }
    json.writeEndArray();
    remarks(json, "remarks", report.remarks());
    remarks(json, "copy", report.copy());
  }

  private static void proof(JsonGenerator json, Proof proof) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", proof.id());
    if (proof.subject() != null) {
      json.writeStringField("subject", proof.subject());
    }
    json.writeStringField("statement", proof.statement());
    json.writeStringField("verdict", Json.word(proof.verdict()));
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
