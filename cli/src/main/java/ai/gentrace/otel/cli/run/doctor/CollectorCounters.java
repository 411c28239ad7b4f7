package ai.gentrace.otel.cli.run.doctor;

import ai.gentrace.otel.cli.run.MetricsPage;
import ai.gentrace.otel.cli.run.MetricsPage.Sample;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A collector's own counters under the names of any release: with and without {@code _total}, with
 * a unit between double underscores (0.130), with dots, with a doubled prefix.
 */
final class CollectorCounters {
  private static final String PREFIX = "otelcol_";

  private final List<Sample> samples;

  private CollectorCounters(List<Sample> samples) {
    this.samples = samples;
  }

  static CollectorCounters of(MetricsPage page) {
    return new CollectorCounters(
        page.samples().stream()
            .map(sample -> new Sample(plainName(sample.name()), sample.labels(), sample.value()))
            .toList());
  }

  static String plainName(String name) {
    String plain = name.replace('.', '_').replaceFirst("_total$", "");
    plain = plain.replaceFirst("__(spans|requests|items|bytes|1)_?$", "");
    while (plain.startsWith(PREFIX + PREFIX)) {
      plain = plain.substring(PREFIX.length());
    }
    return plain;
  }

  /** Whether this is a collector's page at all. */
  boolean isCollector() {
    return samples.stream().anyMatch(sample -> sample.name().startsWith(PREFIX));
  }

  /** Spans that receivers took; all receivers where none is named. */
  Count accepted(List<String> receivers) {
    return sum("receiver_accepted_spans", "receiver", receivers);
  }

  /** Spans that receivers refused. */
  Count refused(List<String> receivers) {
    return sum("receiver_refused_spans", "receiver", receivers);
  }

  /** Spans that came to gates, where the release counts that. */
  Count incoming(List<String> gates) {
    return sum("processor_incoming_items", "processor", gates);
  }

  /** Spans that gates dropped. */
  Count filtered(List<String> gates) {
    return sum("processor_filter_spans_filtered", "filter", gates);
  }

  /** Spans that exporters handed over. */
  Count sent(List<String> exporters) {
    return sum("exporter_sent_spans", "exporter", exporters);
  }

  /** Spans that exporters gave up. */
  Count failed(List<String> exporters) {
    return sum("exporter_send_failed_spans", "exporter", exporters);
  }

  /** Spans that found no room in a queue. */
  Count overflowed(List<String> exporters) {
    return sum("exporter_enqueue_failed_spans", "exporter", exporters);
  }

  /** What waits in queues, in whatever they count, and requests under way. */
  Count waiting(List<String> exporters) {
    Count queued = sum("exporter_queue_size", "exporter", exporters);
    Count flying = sum("exporter_in_flight_requests", "exporter", exporters);
    return queued.present() || flying.present()
        ? new Count(true, queued.value() + flying.value())
        : Count.ABSENT;
  }

  /** Paths that exporters post to, where the release says so. */
  Set<String> paths(List<String> exporters) {
    return samples.stream()
        .filter(sample -> sample.name().startsWith(PREFIX + "exporter_"))
        .filter(sample -> matches(sample, "exporter", exporters))
        .map(sample -> sample.labels().get("url_path"))
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All exporters that the page names. */
  Set<String> exporters() {
    return samples.stream()
        .map(sample -> sample.labels().get("exporter"))
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Count sum(String name, String label, List<String> wanted) {
    Predicate<Sample> fits =
        sample ->
            sample.name().equals(PREFIX + name)
                && isOfTraces(sample)
                && matches(sample, label, wanted);
    List<Sample> fitting = samples.stream().filter(fits).toList();
    return fitting.isEmpty()
        ? Count.ABSENT
        : new Count(true, (long) fitting.stream().mapToDouble(Sample::value).sum());
  }

  /** A queue or a processor may have a counter for each signal. */
  private static boolean isOfTraces(Sample sample) {
    String signal =
        sample
            .labels()
            .getOrDefault("otel_signal", sample.labels().getOrDefault("data_type", "traces"));
    return signal.equals("traces");
  }

  /** Without a config, whatever is called after Gentrace is Gentrace's. */
  private static boolean matches(Sample sample, String label, List<String> wanted) {
    String value = sample.labels().get(label);
    if (value == null) {
      return false;
    }
    if (wanted.isEmpty()) {
      return label.equals("receiver") || value.toLowerCase(Locale.ROOT).contains("gentrace");
    }
    return wanted.contains(value);
  }

  /**
   * A counter.
   *
   * @param present whether the page has it; a collector shows most only after their first use
   */
  record Count(boolean present, long value) {
    static final Count ABSENT = new Count(false, 0);
  }
}
