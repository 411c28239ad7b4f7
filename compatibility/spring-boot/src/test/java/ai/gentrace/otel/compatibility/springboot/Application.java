package ai.gentrace.otel.compatibility.springboot;

import ai.gentrace.otel.Gentrace;
import ai.gentrace.otel.GentraceSpanProcessor;
import ai.gentrace.otel.GentraceTracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A web service on Spring Boot's own tracing, which makes span processors of beans. */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class Application {
  private final GentraceTracer gentrace;

  Application(OpenTelemetry openTelemetry) {
    this.gentrace = GentraceTracer.create(openTelemetry);
  }

  @GetMapping("/step")
  String step() {
    gentrace.traced("step").run(() -> {});
    return "done";
  }

  @GetMapping("/interaction")
  String interaction() {
    gentrace.interaction("answer").run(() -> gentrace.traced("step").run(() -> {}));
    return "done";
  }

  @GetMapping("/marked-interaction")
  String markedInteraction() {
    Gentrace.markCurrentSpan();
    return interaction();
  }

  @SpringBootConfiguration
  static class Tracing {
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    GentraceSpanProcessor gentraceSpanProcessor() {
      return GentraceSpanProcessor.create();
    }

    @Bean
    KeptSpans spans() {
      return new KeptSpans();
    }

    @Bean
    SpanProcessor keeper(KeptSpans spans) {
      return SimpleSpanProcessor.create(spans);
    }
  }
}
