package ai.gentrace.otel.cli.report;

import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.Fix;
import ai.gentrace.otel.cli.check.FixEdit;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.yaml.Position;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Findings as SARIF 2.1.0, the format of code scanning. */
public final class SarifReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String HOME = "https://github.com/gentrace/gentrace-otel";
  private static final int FINGERPRINT_BYTES = 16;

  private final UnaryOperator<String> uris;

  /**
   * @param uris a file's name as a URI, relative to the repository's root where it lies in one
   */
  public SarifReport(UnaryOperator<String> uris) {
    this.uris = uris;
  }

  /** The whole report as one JSON document. */
  public String render(Report report) {
    return Json.text(json -> write(report, json));
  }

  private void write(Report report, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "gentrace-otel");
    json.writeStringField("version", report.toolVersion());
    json.writeStringField("informationUri", HOME);
    json.writeArrayFieldStart("rules");
    for (RuleInfo rule : report.rules()) {
      rule(rule, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringField("columnKind", "unicodeCodePoints");
    json.writeArrayFieldStart("results");
    Map<String, Integer> seen = new HashMap<>();
    for (Finding finding : report.findings()) {
      result(finding, report.rules(), seen, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void rule(RuleInfo rule, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    json.writeStringField("name", rule.name());
    text("shortDescription", rule.summary(), json);
    json.writeStringField("helpUri", rule.url());
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(rule.severity()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.key();
  }

  private static void text(String field, String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private void result(
      Finding finding, List<RuleInfo> rules, Map<String, Integer> seen, JsonGenerator json)
      throws IOException {
    String uri = uris.apply(finding.place().file());
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule().id());
    json.writeNumberField("ruleIndex", rules.indexOf(finding.rule()));
    json.writeStringField("level", level(finding.severity()));
    text(
        "message",
        finding.help().isEmpty() ? finding.message() : finding.message() + " " + finding.help(),
        json);
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    artifact(uri, json);
    region("region", finding.start(), finding.place().end(), json);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("gentraceOtel/v1", fingerprint(finding, uri, seen));
    json.writeEndObject();
    fix(finding.fix(), uri, json);
    json.writeEndObject();
  }

  private static void artifact(String uri, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri);
    if (!uri.startsWith("file:")) {
      json.writeStringField("uriBaseId", "%SRCROOT%");
    }
    json.writeEndObject();
  }

  private static void region(String field, Position start, Position end, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeNumberField("startLine", start.line());
    json.writeNumberField("startColumn", start.column());
    json.writeNumberField("endLine", end.line());
    json.writeNumberField("endColumn", end.column());
    json.writeEndObject();
  }

  /** What a finding is about, without its line: it stays the same when text above it changes. */
  private static String fingerprint(Finding finding, String uri, Map<String, Integer> seen) {
    String identity = String.join("\n", finding.rule().id(), uri, finding.path());
    int occurrence = seen.merge(identity, 1, Integer::sum);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest((identity + "\n" + occurrence).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static void fix(@Nullable Fix fix, String uri, JsonGenerator json) throws IOException {
    List<FixEdit> edits = fix == null ? List.of() : fix.edits();
    if (fix == null || edits.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("fixes");
    json.writeStartObject();
    text("description", fix.description(), json);
    json.writeArrayFieldStart("artifactChanges");
    json.writeStartObject();
    artifact(uri, json);
    json.writeArrayFieldStart("replacements");
    for (FixEdit edit : edits) {
      json.writeStartObject();
      region("deletedRegion", edit.start(), edit.end(), json);
      if (!edit.text().isEmpty()) {
        text("insertedContent", edit.text(), json);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }
}
