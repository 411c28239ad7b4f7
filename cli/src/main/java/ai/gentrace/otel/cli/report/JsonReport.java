package ai.gentrace.otel.cli.report;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.Fix;
import ai.gentrace.otel.cli.check.FixEdit;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.Distribution;
import ai.gentrace.otel.cli.collector.Release;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Findings for a program; {@code version} grows when a field changes its meaning. */
public final class JsonReport {
  private static final int VERSION = 1;

  private JsonReport() {}

  /** The whole report as one JSON document. */
  public static String render(Report report) {
    return Json.report(VERSION, report.toolVersion(), json -> write(report, json));
  }

  private static void write(Report report, JsonGenerator json) throws IOException {
    collector(report.collector(), json);
    json.writeObjectFieldStart("summary");
    json.writeNumberField("files", report.files());
    json.writeNumberField("errors", report.count(Severity.ERROR));
    json.writeNumberField("warnings", report.count(Severity.WARNING));
    json.writeNumberField("infos", report.count(Severity.INFO));
    json.writeNumberField("suppressed", report.suppressed());
    json.writeEndObject();
    json.writeArrayFieldStart("findings");
    for (Finding finding : report.findings()) {
      finding(finding, json);
    }
    json.writeEndArray();
  }

  private static void collector(CollectorRelease release, JsonGenerator json) throws IOException {
    Release version = release.version();
    Distribution distribution = release.distribution();
    json.writeObjectFieldStart("collector");
    json.writeStringField("version", version == null ? null : version.toString());
    json.writeStringField("distribution", distribution == null ? null : distribution.key());
    json.writeStringField("source", version == null ? null : release.source());
    json.writeEndObject();
  }

  private static void finding(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", finding.rule().id());
    json.writeStringField("name", finding.rule().name());
    json.writeStringField("severity", finding.severity().key());
    json.writeStringField("message", finding.message());
    json.writeStringField("help", finding.help());
    json.writeStringField("url", finding.rule().url());
    json.writeStringField("file", finding.place().file());
    json.writeNumberField("line", finding.start().line());
    json.writeNumberField("column", finding.start().column());
    json.writeNumberField("endLine", finding.place().end().line());
    json.writeNumberField("endColumn", finding.place().end().column());
    json.writeStringField("path", finding.path());
    Fix fix = finding.fix();
    List<FixEdit> edits = fix == null ? List.of() : fix.edits();
    if (fix != null && !edits.isEmpty()) {
      json.writeObjectFieldStart("fix");
      json.writeBooleanField("safe", fix.safe());
      json.writeStringField("description", fix.description());
      json.writeArrayFieldStart("edits");
      for (FixEdit edit : edits) {
        json.writeStartObject();
        json.writeNumberField("line", edit.start().line());
        json.writeNumberField("column", edit.start().column());
        json.writeNumberField("endLine", edit.end().line());
        json.writeNumberField("endColumn", edit.end().column());
        json.writeStringField("text", edit.text());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
