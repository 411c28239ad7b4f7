package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.LazyPattern;
import ai.gentrace.otel.cli.collector.MapValue;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What the components' own {@code Validate} refuses, at collector 0.161.0. */
final class OwnValidation {
  private static final double DEFAULT_BATCH_SIZE = 8192;
  private static final double DEFAULT_QUEUE_SIZE = 1000;
  private static final double DEFAULT_INITIAL_SECONDS = 5;
  private static final double DEFAULT_INTERVAL_SECONDS = 30;
  private static final LazyPattern DURATION_PART =
      LazyPattern.of("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(h|ms|m|s|us|µs|ns)");
  private static final LazyPattern NO_URL =
      LazyPattern.of(
          "[^/?#]*[^A-Za-z0-9+.\\-/?#:][^/?#]*:.*|[0-9][^/?#]*:.*|:.*|https?://[^/?#]*\\s.*");
  private static final List<String> ENDPOINTS =
      List.of(
          "endpoint", "traces_endpoint", "metrics_endpoint", "logs_endpoint", "profiles_endpoint");

  private final Subject subject;
  private final Component component;
  private final Findings findings;

  private OwnValidation(Subject subject, Component component, Findings findings) {
    this.subject = subject;
    this.component = component;
    this.findings = findings;
  }

  static void check(Subject subject, Component component, Findings findings) {
    if (component.body().isExpression() || !isMapOrNull(component)) {
      return;
    }
    OwnValidation validation = new OwnValidation(subject, component, findings);
    switch (component.kind()) {
      case RECEIVER -> validation.receiver();
      case PROCESSOR -> {
        switch (component.id().type()) {
          case "batch" -> validation.batch();
          case "memory_limiter" -> validation.memoryLimiter();
          default -> {}
        }
      }
      case EXPORTER -> {
        switch (component.id().type()) {
          case "otlp_http", "otlphttp" -> validation.httpExporter();
          default -> validation.grpcExporter();
        }
        validation.queue();
        validation.retry();
      }
      case CONNECTOR, EXTENSION -> {}
    }
  }

  private static boolean isMapOrNull(Component component) {
    return component.body().isNull() || component.body().asMap() != null;
  }

  private void receiver() {
    Setting protocols = component.find("protocols");
    MapValue map = protocols == null ? null : protocols.value().asMap();
    boolean open = protocols != null && protocols.value().isExpression();
    boolean wrong = protocols != null && map == null && !protocols.value().isNull();
    if (!open && !wrong && (map == null || map.settings().isEmpty())) {
      missing(
          protocols == null ? key() : protocols.keyPlace(),
          "The otlp receiver needs a protocol.",
          "Add `grpc: {}` or `http: {}` under `protocols:`.");
    }
    for (String protocol : List.of("grpc", "http")) {
      Setting tls = component.find("protocols", protocol, "tls");
      MapValue settings = tls == null ? null : tls.value().asMap();
      if (tls != null && settings != null && isOn(settings)) {
        boolean certificate = holds(settings, "cert_file") || holds(settings, "cert_pem");
        boolean key = holds(settings, "key_file") || holds(settings, "key_pem");
        if (!certificate || !key) {
          missing(
              tls.keyPlace(),
              "A server's `tls` needs both a certificate and a key.",
              "Give `cert_file` and `key_file`.");
        }
      }
    }
  }

  private static boolean holds(MapValue map, String key) {
    Setting setting = map.get(key);
    return setting != null && !setting.value().isNull();
  }

  private static boolean isOn(MapValue map) {
    Setting enabled = map.get("enabled");
    return enabled == null
        || !(enabled.value() instanceof ScalarValue flag && flag.text().equals("false"));
  }

  private void batch() {
    OptionalDouble max = number("send_batch_max_size");
    OptionalDouble size = number("send_batch_size");
    boolean open = component.find("send_batch_size") != null && size.isEmpty();
    double least = size.orElse(DEFAULT_BATCH_SIZE);
    if (max.isPresent() && !open && max.getAsDouble() > 0 && max.getAsDouble() < least) {
      refuse(
          "send_batch_max_size",
          "It is less than `send_batch_size`, which is "
              + text(least)
              + (size.isEmpty() ? " unless it is set." : "."),
          "Make both the same.");
    }
    negative("timeout");
  }

  private void memoryLimiter() {
    boolean interval = component.find("check_interval") != null;
    if (!interval) {
      missing(
          key(),
          "`check_interval` is missing: the collector refuses 0.",
          "Add `check_interval: 1s`.");
    } else if (isZeroDuration("check_interval") || isNegative("check_interval")) {
      refuse("check_interval", "It has to be greater than zero.", "Write 1s.");
    }
    boolean mib = component.find("limit_mib") != null;
    boolean percentage = component.find("limit_percentage") != null;
    if (!mib && !percentage) {
      missing(
          key(),
          "Neither `limit_mib` nor `limit_percentage` is set.",
          "Add `limit_percentage: 80`.");
    }
    spike("limit_mib", "spike_limit_mib");
    spike("limit_percentage", "spike_limit_percentage");
    for (String name : List.of("limit_percentage", "spike_limit_percentage")) {
      if (number(name).orElse(0) > 100) {
        refuse(name, "A percentage is 100 at most.", "");
      }
    }
  }

  private void spike(String limit, String spike) {
    OptionalDouble most = number(limit);
    if (most.isPresent()
        && most.getAsDouble() > 0
        && number(spike).orElse(-1) >= most.getAsDouble()) {
      refuse(spike, "It has to be less than `" + limit + "`.", "A fifth of it is usual.");
    }
  }

  private void httpExporter() {
    boolean any = false;
    for (String name : ENDPOINTS) {
      any |= isSet(component.find(name));
    }
    if (!any) {
      missing(
          key(),
          "`" + component.id() + "` has no endpoint.",
          "Add `endpoint:`, or `traces_endpoint:` for a whole URL.");
      return;
    }
    boolean traces = isSet(component.find("endpoint")) || isSet(component.find("traces_endpoint"));
    boolean inTraces = false;
    for (Pipeline pipeline : subject.config().pipelines()) {
      inTraces |= pipeline.isTraces() && pipeline.exporters().get(component.id()) != null;
    }
    if (!traces && inTraces) {
      missing(
          key(),
          "`" + component.id() + "` is in a traces pipeline and has no endpoint for traces.",
          "Add `traces_endpoint:`.");
    }
    for (String name : ENDPOINTS) {
      ScalarValue url = GentraceExporters.scalar(component, name);
      if (url != null
          && url.type() == ScalarType.STRING
          && !url.holdsExpression()
          && NO_URL.matcher(url.text()).matches()) {
        refuse(name, "`" + url.text() + "` is no URL.", "Write it with http:// or https://.");
      }
    }
  }

  private void grpcExporter() {
    if (subject.path().exporters().contains(component)) {
      return;
    }
    Setting endpoint = component.find("endpoint");
    if (!isSet(endpoint)) {
      missing(key(), "`" + component.id() + "` has no endpoint.", "Add `endpoint: host:4317`.");
      return;
    }
    ScalarValue address = GentraceExporters.scalar(component, "endpoint");
    if (address == null
        || address.type() != ScalarType.STRING
        || address.holdsExpression()
        || (address.text().contains("://") && !address.text().matches("https?://.*"))
        || address.text().startsWith("unix:")) {
      return;
    }
    String host = address.text().replaceFirst("^https?://", "");
    if (!host.contains(":")) {
      refuse(
          "endpoint", "The address has no port.", "gRPC's usual one is 4317: " + host + ":4317.");
    } else if (!host.substring(host.lastIndexOf(':') + 1).matches("[0-9]+")) {
      refuse("endpoint", "The port has to be a number, and nothing stands behind it.", "");
    }
  }

  private void queue() {
    Setting queue = component.find("sending_queue");
    MapValue map = queue == null ? null : queue.value().asMap();
    if (map == null || !isOn(map)) {
      return;
    }
    for (String name : List.of("num_consumers", "queue_size")) {
      if (number("sending_queue", name).orElse(1) <= 0) {
        refuse("It has to be positive.", "", "sending_queue", name);
      }
    }
    MapValue batch = map.get("batch") == null ? null : map.get("batch").value().asMap();
    if (batch == null || !isOn(batch)) {
      return;
    }
    String sizer = word("requests", "sending_queue", "sizer");
    boolean inherits = map.get("sizer") != null && !batch.settings().isEmpty();
    String batchSizer = word(inherits ? sizer : "items", "sending_queue", "batch", "sizer");
    if (batchSizer.equals("requests")) {
      boolean own = batch.get("sizer") != null;
      refuse(
          "A batch is measured in items or bytes, not in requests.",
          "Write `sizer: items` under `batch:`.",
          own
              ? new String[] {"sending_queue", "batch", "sizer"}
              : new String[] {"sending_queue", "sizer"});
      return;
    }
    ScalarValue flush =
        GentraceExporters.scalar(component, "sending_queue", "batch", "flush_timeout");
    if (flush != null && flush.text().matches("-.*|0+(ns|us|ms|s|m|h)?")) {
      findings.add(flush.place(), "It has to be positive.", "Write 200ms.");
    }
    OptionalDouble max = number("sending_queue", "batch", "max_size");
    Setting minSetting = batch.get("min_size");
    OptionalDouble written = number("sending_queue", "batch", "min_size");
    if (minSetting != null && written.isEmpty()) {
      return;
    }
    double min = written.orElse(DEFAULT_BATCH_SIZE);
    if (max.isPresent() && max.getAsDouble() > 0 && max.getAsDouble() < min) {
      refuse(
          "It is less than `min_size`, which is "
              + text(min)
              + (written.isEmpty() ? " unless it is set." : "."),
          "Set `min_size` too.",
          "sending_queue",
          "batch",
          "max_size");
    }
    boolean openSize =
        map.get("queue_size") != null && number("sending_queue", "queue_size").isEmpty();
    double size = number("sending_queue", "queue_size").orElse(DEFAULT_QUEUE_SIZE);
    if (!openSize && batchSizer.equals(sizer) && min > size) {
      Setting batchSetting = map.get("batch");
      Place place =
          minSetting != null
              ? minSetting.value().place()
              : batchSetting == null ? key() : batchSetting.keyPlace();
      findings.add(
          place,
          "`min_size`, here "
              + text(min)
              + ", is more than the queue holds, here "
              + text(size)
              + ".",
          "Set `queue_size` in " + sizer + ", several times as large.");
    }
  }

  private void retry() {
    Setting retry = component.find("retry_on_failure");
    MapValue map = retry == null ? null : retry.value().asMap();
    if (map == null || (!isOn(map) && !subject.isAtLeast(156))) {
      return;
    }
    OptionalDouble factor = number("retry_on_failure", "randomization_factor");
    if (factor.orElse(0) < 0 || factor.orElse(0) > 1) {
      refuse("It has to be between 0 and 1.", "", "retry_on_failure", "randomization_factor");
    }
    if (number("retry_on_failure", "multiplier").orElse(0) < 0) {
      refuse("It must not be negative.", "", "retry_on_failure", "multiplier");
    }
    for (String name : List.of("initial_interval", "max_interval", "max_elapsed_time")) {
      negative("retry_on_failure", name);
    }
    elapsed("initial_interval", DEFAULT_INITIAL_SECONDS);
    elapsed("max_interval", DEFAULT_INTERVAL_SECONDS);
  }

  /** Retries have to last at least as long as one pause. */
  private void elapsed(String name, double otherwise) {
    OptionalDouble elapsed = seconds("max_elapsed_time");
    Setting setting = component.find("retry_on_failure", name);
    OptionalDouble written = seconds(name);
    boolean open = setting != null && written.isEmpty();
    double pause = written.orElse(otherwise);
    if (elapsed.isPresent()
        && !open
        && elapsed.getAsDouble() > 0
        && elapsed.getAsDouble() < pause) {
      refuse(
          "It is less than `"
              + name
              + "`, which is "
              + text(pause)
              + "s"
              + (written.isEmpty() ? " unless it is set." : "."),
          "Make it larger, or `" + name + "` smaller.",
          "retry_on_failure",
          "max_elapsed_time");
    }
  }

  private OptionalDouble seconds(String name) {
    ScalarValue value = GentraceExporters.scalar(component, "retry_on_failure", name);
    Matcher matcher = DURATION_PART.matcher(value == null ? "" : value.text());
    double seconds = 0;
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      double unit =
          switch (matcher.group(2)) {
            case "h" -> 3600;
            case "m" -> 60;
            case "s" -> 1;
            case "ms" -> 1e-3;
            default -> 1e-6;
          };
      seconds += Double.parseDouble(matcher.group(1)) * unit;
      end = matcher.end();
    }
    return value != null && end > 0 && end == value.text().length()
        ? OptionalDouble.of(seconds)
        : OptionalDouble.empty();
  }

  private void negative(String first, String... rest) {
    ScalarValue value = GentraceExporters.scalar(component, first, rest);
    if (value != null && isNegative(first, rest)) {
      findings.add(value.place(), "It must not be negative.", "");
    }
  }

  private boolean isNegative(String first, String... rest) {
    ScalarValue value = GentraceExporters.scalar(component, first, rest);
    return value != null && value.text().startsWith("-") && !value.holdsExpression();
  }

  private boolean isZeroDuration(String name) {
    ScalarValue value = GentraceExporters.scalar(component, name);
    return value != null && value.text().matches("-?(0+|0*(\\.0*)?)(ns|us|ms|s|m|h)?");
  }

  /** A number that is written out; empty for anything else. */
  private OptionalDouble number(String first, String... rest) {
    ScalarValue value = GentraceExporters.scalar(component, first, rest);
    if (value == null || !(value.type() == ScalarType.INT || value.type() == ScalarType.FLOAT)) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(value.text().replace("_", "")));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private String word(String otherwise, String first, String... rest) {
    ScalarValue value = GentraceExporters.scalar(component, first, rest);
    return value == null ? otherwise : value.text();
  }

  private static boolean isSet(@Nullable Setting setting) {
    return setting != null
        && !setting.value().isNull()
        && !(setting.value() instanceof ScalarValue text && text.text().isEmpty());
  }

  private Place key() {
    return component.setting().keyPlace();
  }

  /** Something that is not there; in Helm values a chart may have it. */
  private void missing(Place place, String message, String help) {
    if (!subject.isCompletedElsewhere()) {
      findings.add(place, message, help);
    }
  }

  private void refuse(String name, String message, String help) {
    refuse(message, help, new String[] {name});
  }

  private void refuse(String message, String help, String... keys) {
    String[] rest = Arrays.copyOfRange(keys, 1, keys.length);
    Setting setting = component.find(keys[0], rest);
    if (setting != null) {
      findings.add(setting.value().place(), message, help);
    }
  }

  private static String text(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
