package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.run.exporter.AuthorizationHeader;
import ai.gentrace.otel.cli.run.exporter.TracesUrl;
import ai.gentrace.otel.cli.run.verify.Blame.Culprit;
import ai.gentrace.otel.cli.run.verify.Received.Arrivals;
import ai.gentrace.otel.cli.run.verify.Received.SpanKey;
import ai.gentrace.otel.cli.run.verify.RunResult.RequestSeen;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Judges what Gentrace gets. */
final class GentraceJudge {
  private static final int SHOWN = 3;

  private final Rehearsal rehearsal;
  private final RunResult run;
  private final Target target;
  private final Blame blame;
  private final Map<SpanKey, Integer> arrived = new LinkedHashMap<>();

  /**
   * @param target where Gentrace is
   */
  GentraceJudge(Rehearsal rehearsal, RunResult healthy, Target target) {
    this.rehearsal = rehearsal;
    this.run = healthy;
    this.target = target;
    this.blame = new Blame(rehearsal);
    for (ComponentId exporter : rehearsal.parts().exporters()) {
      for (Map.Entry<SpanKey, Arrivals> span : run.received(exporter).spans().entrySet()) {
        arrived.merge(span.getKey(), span.getValue().count(), Integer::sum);
      }
    }
  }

  Proof everyMarkedSpan() {
    Proof proof = Proof.of("marked-arrive", null, "every marked span reaches Gentrace");
    Set<SpanKey> marked = expected();
    List<SpanKey> missing = marked.stream().filter(key -> !arrived.containsKey(key)).toList();
    String counts = (marked.size() - missing.size()) + " of " + marked.size();
    if (missing.isEmpty() && !marked.isEmpty()) {
      return proof.with(Verdict.HOLDS, counts);
    }
    Culprit culprit = blame.ofMissing(worst());
    return proof
        .with(Verdict.FAILS, counts)
        .because(
            missing.isEmpty()
                ? List.of("no OTLP receiver feeds a pipeline to Gentrace")
                : List.of("missing: " + names(missing)))
        .blaming(culprit.place(), culprit.remedy());
  }

  /** The exporter that got least. */
  private ComponentId worst() {
    ComponentId worst = rehearsal.parts().exporters().iterator().next();
    for (ComponentId exporter : rehearsal.parts().exporters()) {
      if (run.received(exporter).arrivals() < run.received(worst).arrivals()) {
        worst = exporter;
      }
    }
    return worst;
  }

  private Set<SpanKey> expected() {
    return rehearsal.samples().marked(rehearsal.gentraceReceivers());
  }

  Proof noUnmarkedSpan() {
    Proof proof = Proof.of("unmarked-stay", null, "no unmarked span reaches Gentrace");
    Set<SpanKey> marked = rehearsal.samples().marked(rehearsal.samples().requests().keySet());
    List<SpanKey> wrong =
        rehearsal.samples().spans().keySet().stream()
            .filter(arrived::containsKey)
            .filter(key -> !marked.contains(key))
            .filter(key -> rehearsal.samples().oddMark(key) != OddMark.BOOLEAN_TRUE)
            .toList();
    int unmarked = rehearsal.samples().spans().size() - marked.size();
    String counts = wrong.size() + " of " + unmarked;
    if (wrong.isEmpty()) {
      return proof.with(Verdict.HOLDS, counts);
    }
    Culprit culprit = blame.ofUnmarked(leaking(wrong));
    return proof
        .with(Verdict.FAILS, counts)
        .because(List.of("arrived although unmarked: " + names(wrong)))
        .blaming(culprit.place(), culprit.remedy());
  }

  private ComponentId leaking(List<SpanKey> wrong) {
    for (ComponentId exporter : rehearsal.parts().exporters()) {
      if (run.received(exporter).spans().containsKey(wrong.get(0))) {
        return exporter;
      }
    }
    return worst();
  }

  /** Whether an exporter's requests go to the path that Gentrace takes. */
  Proof path(ComponentId exporter) {
    Proof proof =
        Proof.of("path", exporter.toString(), exporter + " posts to " + target.tracesPath());
    Component component = rehearsal.config().component(ComponentKind.EXPORTER, exporter);
    TracesUrl url = component == null ? null : TracesUrl.of(component);
    if (!CopyWriter.isHttp(exporter)) {
      return proof
          .with(Verdict.FAILS, "")
          .because(List.of("it speaks gRPC, and Gentrace takes OTLP over HTTP only"))
          .blaming(
              blame.keyPlace(ComponentKind.EXPORTER, exporter),
              "use an otlp_http exporter (GT104)");
    }
    if (url == null || !url.reachable()) {
      return proof
          .with(Verdict.FAILS, "")
          .because(List.of("its endpoint is no http or https URL"))
          .blaming(
              url == null
                  ? blame.keyPlace(ComponentKind.EXPORTER, exporter)
                  : url.setting().value().place(),
              "write the whole URL");
    }
    Set<String> paths = new TreeSet<>();
    List<RequestSeen> requests = run.requests().getOrDefault(exporter, List.of());
    requests.forEach(request -> paths.add(request.path()));
    if (paths.isEmpty()) {
      return proof.with(Verdict.NOT_LOOKED_AT, "").because(List.of("it sent no request"));
    }
    List<String> wrong = paths.stream().filter(path -> !isRight(path, url)).toList();
    if (wrong.isEmpty() && url.known()) {
      return proof.with(Verdict.HOLDS, requests(requests.size()));
    }
    if (wrong.isEmpty()) {
      return proof
          .with(Verdict.NOT_LOOKED_AT, requests(requests.size()))
          .because(
              List.of(
                  "the URL comes from a variable, which is not read: it has to end where"
                      + " Gentrace takes spans"));
    }
    return proof
        .with(Verdict.FAILS, requests(requests.size()))
        .because(List.of("it posts to " + String.join(", ", wrong)))
        .blaming(
            url.setting().value().place(),
            url.setting().key().equals("endpoint")
                ? "the exporter appends /v1/traces to `endpoint`; write the whole URL as"
                    + " `traces_endpoint` (GT101)"
                : "write the URL as Gentrace gives it (GT102)");
  }

  /** A host of one's own may have any base path; a variable's text is not known. */
  private boolean isRight(String path, TracesUrl url) {
    if (url.known() && url.isAt(target.endpoint())) {
      return path.equals(target.tracesPath());
    }
    return path.endsWith("/v1/traces") && !path.contains("/v1/traces/");
  }

  /** Whether an exporter's requests bear the key. */
  Proof authorization(ComponentId exporter) {
    Proof proof =
        Proof.of("authorization", exporter.toString(), exporter + " sends an Authorization header");
    List<RequestSeen> requests = run.requests().getOrDefault(exporter, List.of());
    if (requests.isEmpty()) {
      return proof.with(Verdict.NOT_LOOKED_AT, "").because(List.of("it sent no request"));
    }
    Component component = rehearsal.config().component(ComponentKind.EXPORTER, exporter);
    ComponentId auth = component == null ? null : Surroundings.authenticator(component);
    if (auth != null && !Surroundings.isHarmless(auth)) {
      return proof
          .with(Verdict.NOT_LOOKED_AT, "")
          .because(List.of("it comes from the extension " + auth + ", which the run lacks"));
    }
    Set<String> values = new LinkedHashSet<>();
    requests.forEach(request -> values.add(request.authorization().orElse("")));
    Setting written = component == null ? null : AuthorizationHeader.setting(component);
    if (values.equals(Set.of("Bearer " + AuthorizationHeader.DUMMY))) {
      return proof.with(Verdict.HOLDS, requests(requests.size()));
    }
    if (written != null
        && AuthorizationHeader.isForeignVariable(written.value(), target.keyVariable())) {
      return proof
          .with(Verdict.NOT_LOOKED_AT, requests(requests.size()))
          .because(List.of("it comes whole from a variable, which is not read"));
    }
    String seen =
        values.contains("")
            ? "no such header"
            : "it sends \"" + String.join("\", \"", values) + "\" instead of \"Bearer KEY\"";
    return proof
        .with(Verdict.FAILS, requests(requests.size()))
        .because(List.of(seen))
        .blaming(
            written == null
                ? blame.keyPlace(ComponentKind.EXPORTER, exporter)
                : written.value().place(),
            "write Authorization: 'Bearer ${env:" + target.keyVariable() + "}' under its headers");
  }

  private static String requests(int count) {
    return count + (count == 1 ? " request" : " requests");
  }

  /** What is worth knowing although it proves nothing wrong. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (SpanKey key : rehearsal.samples().spans().keySet()) {
      if (rehearsal.samples().oddMark(key) == OddMark.BOOLEAN_TRUE) {
        remarks.add(
            "a span marked with boolean true "
                + (arrived.containsKey(key) ? "reaches Gentrace too" : "does not reach Gentrace")
                + "; \"false\" and \"TRUE\" count as unmarked");
        break;
      }
    }
    long twice = arrived.values().stream().filter(count -> count > 1).count();
    if (twice > 0) {
      remarks.add(twice + " spans came to Gentrace more than once; each is counted once here");
    }
    orphans().ifPresent(remarks::add);
    Set<ComponentId> silent = new LinkedHashSet<>(rehearsal.samples().requests().keySet());
    silent.removeAll(rehearsal.gentraceReceivers());
    if (!silent.isEmpty() && !rehearsal.gentraceReceivers().isEmpty()) {
      remarks.add(
          "marked spans that come to "
              + String.join(", ", silent.stream().map(ComponentId::toString).toList())
              + " do not reach Gentrace: no pipeline to it has that receiver");
    }
    return remarks;
  }

  private Optional<String> orphans() {
    List<String> names = new ArrayList<>();
    int count = 0;
    for (SpanKey key : expected()) {
      SpanData span = rehearsal.samples().spans().get(key);
      if (span == null || !span.getParentSpanContext().isValid() || !arrived.containsKey(key)) {
        continue;
      }
      SpanKey parent = new SpanKey(key.traceId(), span.getParentSpanId());
      if (!arrived.containsKey(parent)) {
        count++;
        SpanData above = rehearsal.samples().spans().get(parent);
        String name =
            "\""
                + span.getName()
                + "\""
                + (above == null ? "" : " under \"" + above.getName() + "\"");
        if (!names.contains(name)) {
          names.add(name);
        }
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(
            count
                + " marked spans have a parent that Gentrace will not get, as it is not marked: "
                + String.join(", ", names));
  }

  private String names(List<SpanKey> keys) {
    List<String> names = keys.stream().limit(SHOWN).map(rehearsal.samples()::words).toList();
    return String.join(", ", names) + (keys.size() > SHOWN ? ", ..." : "");
  }
}
