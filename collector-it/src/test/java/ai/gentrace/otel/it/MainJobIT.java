package ai.gentrace.otel.it;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.run.CapturedSpan;
import ai.gentrace.otel.it.app.HttpPeer;
import ai.gentrace.otel.it.app.Service;
import ai.gentrace.otel.it.claim.Claim;
import ai.gentrace.otel.it.collector.CollectorExtension;
import ai.gentrace.otel.it.scene.Launcher;
import ai.gentrace.otel.it.scene.Scene;
import ai.gentrace.otel.it.scene.SceneExtension;
import ai.gentrace.otel.it.scene.Template;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole line: a realistic config merged by the launcher, two services that talk to each other,
 * the real collector, and both backends' sides counted.
 */
@ExtendWith({CollectorExtension.class, SceneExtension.class})
class MainJobIT {
  private static final int REQUESTS = 20;
  private static final int MARKED_REQUESTS = 6;

  /** Of each request: GET, checkout, GET / of the assistant, retrieve, chat. */
  private static final int SPANS_PER_REQUEST = 5;

  @Claim("Gentrace gets exactly the marked spans; the existing backend gets every span")
  @ParameterizedTest
  @EnumSource
  void markedSpansReachGentraceAndEverySpanReachesTheExistingBackend(Template template, Scene scene)
      throws Exception {
    String existing = Files.readString(Path.of("../examples/collector.yaml"));
    scene
        .config(Launcher.merge(existing, template.options("--base-url", scene.gentraceBaseUrl())))
        .config(
            """
            exporters:
              otlp_http/tempo: {endpoint: '${env:BACKEND_URL}'}
              otlp_http/metrics: {endpoint: '${env:BACKEND_URL}'}
            """)
        .setup(setup -> setup.listening("extensions::health_check::endpoint"))
        .start();
    runShop(scene);
    scene.finish();

    Set<String> marked = idsOf(scene.atBackend().all(), true);
    assertThat(scene.atBackend().all()).hasSize(REQUESTS * SPANS_PER_REQUEST);
    assertThat(marked).hasSize(MARKED_REQUESTS * 4);
    assertThat(scene.atGentrace().all())
        .extracting(CapturedSpan::spanId)
        .containsExactlyInAnyOrderElementsOf(marked);
    assertThat(scene.atGentrace().all())
        .extracting(span -> span.service().orElse(""))
        .contains("shop", "assistant");
    assertThat(scene.gentrace().exports())
        .allSatisfy(
            export -> {
              assertThat(export.method()).isEqualTo("POST");
              assertThat(export.path()).isEqualTo("/api/otel/v1/traces");
              assertThat(export.header("Authorization")).hasValue("Bearer " + Scene.API_KEY);
            });
    System.out.printf(
        "main job, %s: %d spans sent, %d at the existing backend, %d marked, %d at Gentrace%n",
        template,
        REQUESTS * SPANS_PER_REQUEST,
        scene.atBackend().all().size(),
        marked.size(),
        scene.atGentrace().all().size());
  }

  private static void runShop(Scene scene) throws Exception {
    Service shop = scene.grpcService("shop");
    Service assistant = scene.service("assistant");
    try (HttpPeer api =
        HttpPeer.start(
            assistant,
            () -> {
              assistant.tracer().spanBuilder("retrieve").startSpan().end();
              assistant.tracer().spanBuilder("chat").startSpan().end();
            })) {
      for (int i = 0; i < REQUESTS; i++) {
        checkout(shop, api, i < MARKED_REQUESTS);
      }
    }
  }

  /** The span of the checkout itself stands outside of the interaction, so it is never marked. */
  private static void checkout(Service shop, HttpPeer assistant, boolean interaction)
      throws Exception {
    Span span = shop.tracer().spanBuilder("checkout").startSpan();
    Context context = Context.current().with(span);
    if (interaction) {
      context =
          context.with(
              Baggage.fromContext(context).toBuilder().put("gentrace.sample", "true").build());
    }
    context
        .wrap(
            () -> {
              assistant.call(shop);
              return span;
            })
        .call();
    span.end();
  }

  private static Set<String> idsOf(List<CapturedSpan> spans, boolean marked) {
    return spans.stream()
        .filter(span -> span.attribute("gentrace.sample").isPresent() == marked)
        .map(CapturedSpan::spanId)
        .collect(Collectors.toSet());
  }
}
