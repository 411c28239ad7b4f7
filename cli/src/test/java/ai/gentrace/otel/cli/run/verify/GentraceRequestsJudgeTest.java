package ai.gentrace.otel.cli.run.verify;

import static ai.gentrace.otel.cli.run.verify.HealthyRun.GENTRACE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.run.verify.RunResult.RequestSeen;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GentraceRequestsJudgeTest {
  private static final Target HOSTED = new Target(GentraceEndpoint.HOSTED, "GENTRACE_API_KEY");
  private static final RequestSeen RIGHT = request("/api/otel/v1/traces", "Bearer dummy-key");

  private static final String URL = "traces_endpoint: https://gentrace.ai/api/otel/v1/traces";
  private static final String HEADER = "Authorization: 'Bearer ${env:GENTRACE_API_KEY}'";

  @Test
  void holdsWherePathAndHeaderAreRight() {
    GentraceRequestsJudge judge = judge(Configs.MERGED, RIGHT, RIGHT);

    assertThat(judge.path(GENTRACE).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(judge.path(GENTRACE).counts()).isEqualTo("2 requests");
    assertThat(judge.authorization(GENTRACE).verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void nothingIsSaidOfAnExporterThatSentNothing() {
    GentraceRequestsJudge judge = judge(Configs.MERGED);

    assertThat(judge.path(GENTRACE).verdict()).isEqualTo(Verdict.NOT_LOOKED_AT);
    assertThat(judge.authorization(GENTRACE).verdict()).isEqualTo(Verdict.NOT_LOOKED_AT);
  }

  @Test
  void aDoubledPathFailsAtTheEndpoint() {
    Proof proof =
        judge(
                Configs.MERGED.replace("traces_endpoint", "endpoint"),
                request("/api/otel/v1/traces/v1/traces", "Bearer dummy-key"))
            .path(GENTRACE);

    assertThat(proof.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(proof.details()).containsExactly("it posts to /api/otel/v1/traces/v1/traces");
    assertThat(Configs.blamed(proof)).isEqualTo("https://gentrace.ai/api/otel/v1/traces");
    assertThat(proof.remedy()).contains("write the whole URL as `traces_endpoint` (GT101)");
  }

  @Test
  void anotherPathOnGentracesHostFails() {
    Proof proof =
        judge(
                Configs.MERGED.replace(URL, "traces_endpoint: https://gentrace.ai/v1/traces"),
                request("/v1/traces", "Bearer dummy-key"))
            .path(GENTRACE);

    assertThat(proof.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(proof.remedy()).contains("(GT102)");
  }

  @Test
  void anotherHostMayHaveItsOwnBasePath() {
    Proof proof =
        judge(
                Configs.MERGED.replace(URL, "traces_endpoint: https://llm.example/otel/v1/traces"),
                request("/otel/v1/traces", "Bearer dummy-key"))
            .path(GENTRACE);

    assertThat(proof.verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void aUrlFromAVariableIsNotJudged() {
    Proof proof =
        judge(
                Configs.MERGED.replace(URL, "traces_endpoint: ${env:URL}/v1/traces"),
                request("/verify/v1/traces", "Bearer dummy-key"))
            .path(GENTRACE);

    assertThat(proof.verdict()).isEqualTo(Verdict.NOT_LOOKED_AT);
    assertThat(proof.details()).singleElement().asString().contains("comes from a variable");
  }

  @Test
  void anEndpointWithoutASchemeFails() {
    Proof proof =
        judge(Configs.MERGED.replace("https://gentrace.ai", "gentrace.ai"), RIGHT).path(GENTRACE);

    assertThat(proof.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(proof.details()).containsExactly("its endpoint is no http or https URL");
  }

  @Test
  void grpcFails() {
    ComponentId grpc = ComponentId.of("otlp_grpc/gentrace");
    Proof proof = judge(Configs.MERGED.replace("otlp_http/gentrace", grpc.toString())).path(grpc);

    assertThat(proof.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(Configs.blamed(proof)).isEqualTo("otlp_grpc/gentrace");
  }

  @Test
  void aMissingHeaderFailsAtTheExporter() {
    Proof proof =
        judge(
                Configs.MERGED.replace(HEADER, "X-Other: value"),
                new RequestSeen("/api/otel/v1/traces", Optional.empty()))
            .authorization(GENTRACE);

    assertThat(proof.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(proof.details()).containsExactly("no such header");
    assertThat(Configs.blamed(proof)).isEqualTo("otlp_http/gentrace");
    assertThat(proof.remedy()).contains("'Bearer ${env:GENTRACE_API_KEY}'");
  }

  @Test
  void aKeyWithoutBearerFailsAtTheHeader() {
    Proof proof =
        judge(
                Configs.MERGED.replace(HEADER, "Authorization: ${env:GENTRACE_API_KEY}"),
                request("/api/otel/v1/traces", "dummy-key"))
            .authorization(GENTRACE);

    assertThat(proof.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(proof.details()).containsExactly("it sends \"dummy-key\" instead of \"Bearer KEY\"");
    assertThat(Configs.blamed(proof)).isEqualTo("${env:GENTRACE_API_KEY}");
  }

  @Test
  void aHeaderThatIsAnotherVariableIsNotJudged() {
    Proof proof =
        judge(
                Configs.MERGED.replace(HEADER, "Authorization: ${env:WHOLE_HEADER}"),
                request("/api/otel/v1/traces", "dummy-key"))
            .authorization(GENTRACE);

    assertThat(proof.verdict()).isEqualTo(Verdict.NOT_LOOKED_AT);
  }

  private static GentraceRequestsJudge judge(String yaml, RequestSeen... requests) {
    return new GentraceRequestsJudge(Configs.rehearsal(yaml), HealthyRun.thatSaw(requests), HOSTED);
  }

  private static RequestSeen request(String path, String authorization) {
    return new RequestSeen(path, Optional.of(authorization));
  }
}
