package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.OtlpExporters;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Setting;
import ai.gentrace.otel.cli.gentrace.AuthorizationHeader;
import ai.gentrace.otel.cli.run.exporter.DummyKey;
import ai.gentrace.otel.cli.run.exporter.TracesUrl;
import ai.gentrace.otel.cli.run.verify.RunResult.RequestSeen;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges whether Gentrace would take the requests of an exporter: their path and their key. */
final class GentraceRequestsJudge {
  private final Rehearsal rehearsal;
  private final RunResult run;
  private final Target target;
  private final Blame blame;

  /**
   * @param run a healthy one
   */
  GentraceRequestsJudge(Rehearsal rehearsal, RunResult run, Target target) {
    this.rehearsal = rehearsal;
    this.run = run;
    this.target = target;
    this.blame = new Blame(rehearsal);
  }

  /** Whether an exporter's requests go to the path that Gentrace takes. */
  Proof path(ComponentId exporter) {
    Proof proof =
        Proof.of("path", exporter.toString(), exporter + " posts to " + target.tracesPath());
    if (!OtlpExporters.isHttp(exporter)) {
      return proof
          .with(Verdict.FAILS, "")
          .because(List.of("it speaks gRPC, and Gentrace takes OTLP over HTTP only"))
          .blaming(keyPlace(exporter), "use an otlp_http exporter (GT104)");
    }
    Component component = component(exporter);
    TracesUrl url = component == null ? null : TracesUrl.of(component);
    if (url == null || !url.reachable()) {
      return proof
          .with(Verdict.FAILS, "")
          .because(List.of("its endpoint is no http or https URL"))
          .blaming(
              url == null ? keyPlace(exporter) : url.setting().value().place(),
              "write the whole URL");
    }
    List<RequestSeen> requests = requests(exporter);
    if (requests.isEmpty()) {
      return silent(proof);
    }
    List<String> wrong =
        requests.stream()
            .map(RequestSeen::path)
            .filter(path -> !isRight(path, url))
            .distinct()
            .sorted()
            .toList();
    if (!wrong.isEmpty()) {
      return proof
          .with(Verdict.FAILS, count(requests))
          .because(List.of("it posts to " + String.join(", ", wrong)))
          .blaming(
              url.setting().value().place(),
              url.setting().key().equals("endpoint")
                  ? "the exporter appends /v1/traces to `endpoint`; write the whole URL as"
                      + " `traces_endpoint` (GT101)"
                  : "write the URL as Gentrace gives it (GT102)");
    }
    if (!url.known()) {
      return proof
          .with(Verdict.NOT_LOOKED_AT, count(requests))
          .because(
              List.of(
                  "the URL comes from a variable, which is not read: it has to end where"
                      + " Gentrace takes spans"));
    }
    return proof.with(Verdict.HOLDS, count(requests));
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
    List<RequestSeen> requests = requests(exporter);
    if (requests.isEmpty()) {
      return silent(proof);
    }
    Component component = component(exporter);
    ComponentId auth = component == null ? null : Surroundings.authenticator(component);
    if (auth != null && !Surroundings.isHarmless(auth)) {
      return proof
          .with(Verdict.NOT_LOOKED_AT, "")
          .because(List.of("it comes from the extension " + auth + ", which the run lacks"));
    }
    Set<String> values = new LinkedHashSet<>();
    requests.forEach(request -> values.add(request.authorization().orElse("")));
    if (values.equals(Set.of("Bearer " + DummyKey.TEXT))) {
      return proof.with(Verdict.HOLDS, count(requests));
    }
    Setting written = component == null ? null : AuthorizationHeader.of(component);
    if (written != null
        && written.value() instanceof ScalarValue value
        && AuthorizationHeader.isForeign(value, target.keyVariable())) {
      return proof
          .with(Verdict.NOT_LOOKED_AT, count(requests))
          .because(List.of("it comes whole from a variable, which is not read"));
    }
    String seen =
        values.contains("")
            ? "no such header"
            : "it sends \"" + String.join("\", \"", values) + "\" instead of \"Bearer KEY\"";
    return proof
        .with(Verdict.FAILS, count(requests))
        .because(List.of(seen))
        .blaming(
            written == null ? keyPlace(exporter) : written.value().place(),
            "write Authorization: 'Bearer ${env:" + target.keyVariable() + "}' under its headers");
  }

  private static Proof silent(Proof proof) {
    return proof.with(Verdict.NOT_LOOKED_AT, "").because(List.of("it sent no request"));
  }

  private List<RequestSeen> requests(ComponentId exporter) {
    return run.requests().getOrDefault(exporter, List.of());
  }

  private @Nullable Component component(ComponentId exporter) {
    return rehearsal.config().component(ComponentKind.EXPORTER, exporter);
  }

  private @Nullable Place keyPlace(ComponentId exporter) {
    return blame.keyPlace(ComponentKind.EXPORTER, exporter);
  }

  private static String count(List<RequestSeen> requests) {
    return requests.size() + (requests.size() == 1 ? " request" : " requests");
  }
}
