package ai.gentrace.otel.cli.run.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;

/** A report as JSON, version 1. */
public final class DoctorJson {
  private DoctorJson() {}

  /** Writes it. */
  public static String of(DoctorReport report, String toolVersion) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("version", 1);
      json.writeObjectFieldStart("tool");
      json.writeStringField("name", "gentrace-otel");
      json.writeStringField("version", toolVersion);
      json.writeEndObject();
      json.writeStringField("verdict", word(report.verdict()));
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
        json.writeStringField("verdict", word(step.verdict()));
        json.writeStringField("finding", step.finding());
        json.writeStringField("next", step.next());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static String word(StepVerdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
