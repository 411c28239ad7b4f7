package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.run.CapturedSpan;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Telemetry in a form in which the order of attributes makes no difference. */
final class Canonical {
  private Canonical() {}

  /** Attributes in the order of their keys. */
  static List<KeyValue> sorted(List<KeyValue> attributes) {
    List<KeyValue> sorted = new ArrayList<>(attributes);
    sorted.sort(Comparator.comparing(KeyValue::getKey));
    return sorted;
  }

  /** A digest of a span with its resource and scope. */
  static long digest(CapturedSpan captured) {
    Span.Builder span = captured.span().toBuilder();
    span.clearAttributes().addAllAttributes(sorted(captured.span().getAttributesList()));
    for (Span.Event.Builder event : span.getEventsBuilderList()) {
      List<KeyValue> attributes = sorted(event.getAttributesList());
      event.clearAttributes().addAllAttributes(attributes);
    }
    for (Span.Link.Builder link : span.getLinksBuilderList()) {
      List<KeyValue> attributes = sorted(link.getAttributesList());
      link.clearAttributes().addAllAttributes(attributes);
    }
    MessageDigest digest = sha256();
    update(digest, span.build());
    for (KeyValue attribute : sorted(captured.resource().getAttributesList())) {
      update(digest, attribute);
    }
    update(digest, captured.scope());
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static void update(MessageDigest digest, Message message) {
    byte[] bytes = message.toByteArray();
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** The records of an export, each as one text without the time at which it was observed. */
  static List<String> logs(ExportLogsServiceRequest request) {
    List<String> texts = new ArrayList<>();
    for (ResourceLogs resource : request.getResourceLogsList()) {
      String from = sorted(resource.getResource().getAttributesList()).toString();
      for (ScopeLogs scope : resource.getScopeLogsList()) {
        for (LogRecord log : scope.getLogRecordsList()) {
          LogRecord.Builder plain = log.toBuilder().clearObservedTimeUnixNano().clearAttributes();
          texts.add(from + plain.addAllAttributes(sorted(log.getAttributesList())).build());
        }
      }
    }
    return texts;
  }
}
