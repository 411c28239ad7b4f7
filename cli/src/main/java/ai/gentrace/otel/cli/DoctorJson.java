package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.report.Json;
import ai.gentrace.otel.cli.run.doctor.DoctorReport;
import ai.gentrace.otel.cli.run.doctor.Step;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** What doctor says, for a program; {@code version} grows when a field changes its meaning. */
final class DoctorJson {
  private static final int VERSION = 1;

  private DoctorJson() {}

  /**
   * Writes it.
   *
   * @param toolVersion of this program
   */
  static String of(DoctorReport report, String toolVersion) {
    return Json.report(VERSION, toolVersion, json -> write(json, report));
  }

  private static void write(JsonGenerator json, DoctorReport report) throws IOException {
    json.writeStringField("verdict", Json.word(report.verdict()));
    Optional<Step> culprit = report.culprit();
    if (culprit.isPresent()) {
      json.writeNumberField("culprit", culprit.get().question().number());
    } else {
      json.writeNullField("culprit");
    }
    if (report.testSpans().isPresent()) {
      json.writeStringField("testSpans", report.testSpans().get());
    }
    json.writeArrayFieldStart("steps");
    for (Step step : report.steps()) {
      json.writeStartObject();
      json.writeNumberField("step", step.question().number());
      json.writeStringField("question", step.question().words());
      json.writeStringField("verdict", Json.word(step.verdict()));
      json.writeStringField("finding", step.finding());
      json.writeStringField("next", step.next());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
