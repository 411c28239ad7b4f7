package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.run.sample.SampleService.Mark;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import ai.gentrace.otel.cli.run.verify.SampleSpans.Load;
import ai.gentrace.otel.cli.run.verify.SampleSpans.Request;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a verification sends to each receiver; the same in every run.
 *
 * @param requests by receiver, in the order in which they are sent
 * @param spans by what tells them apart
 */
record Samples(Map<ComponentId, List<Request>> requests, Map<SpanKey, SpanData> spans) {
  private static final int SHOWN = 3;

  Samples {
    requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
    spans = Collections.unmodifiableMap(new LinkedHashMap<>(spans));
  }

  /** Makes traces of its own for each receiver. */
  static Samples make(Collection<ComponentId> receivers, long startNanos, Load load) {
    Map<ComponentId, List<Request>> requests = new LinkedHashMap<>();
    Map<SpanKey, SpanData> spans = new LinkedHashMap<>();
    long seed = 1;
    for (ComponentId receiver : receivers) {
      List<Request> made = SampleSpans.make(seed, startNanos, load);
      requests.put(receiver, made);
      made.forEach(request -> request.spans().forEach(span -> spans.put(key(span), span)));
      seed += 2;
    }
    return new Samples(requests, spans);
  }

  static SpanKey key(SpanData span) {
    return new SpanKey(span.getTraceId(), span.getSpanId());
  }

  /** The marked spans among those sent to some receivers. */
  Set<SpanKey> marked(Collection<ComponentId> receivers) {
    Set<SpanKey> marked = new LinkedHashSet<>();
    for (ComponentId receiver : receivers) {
      for (Request request : requests.getOrDefault(receiver, List.of())) {
        request.spans().stream().filter(Mark::isOn).map(Samples::key).forEach(marked::add);
      }
    }
    return marked;
  }

  /** How many spans were sent to some receivers. */
  int count(Collection<ComponentId> receivers) {
    int count = 0;
    for (ComponentId receiver : receivers) {
      for (Request request : requests.getOrDefault(receiver, List.of())) {
        count += request.spans().size();
      }
    }
    return count;
  }

  /** The odd mark that a span bears; null for another span. */
  @Nullable OddMark oddMark(SpanKey key) {
    SpanData span = spans.get(key);
    for (OddMark odd : OddMark.values()) {
      if (span != null && span.getName().equals(odd.spanName())) {
        return odd;
      }
    }
    return null;
  }

  /** The first of some spans in words. */
  String words(List<SpanKey> keys) {
    List<String> names = keys.stream().limit(SHOWN).map(this::words).toList();
    return String.join(", ", names) + (keys.size() > SHOWN ? ", ..." : "");
  }

  /** A span in words. */
  private String words(SpanKey key) {
    SpanData span = spans.get(key);
    if (span == null) {
      return "a span that was not sent (" + key.spanId() + ")";
    }
    return "\"" + span.getName() + "\" (" + key.spanId() + ")";
  }
}
