package ai.gentrace.otel.examples.springai;

import ai.gentrace.otel.GentraceTracer;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service. */
@SpringBootApplication
public class Application {
  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }

  /**
   * The starter's OpenTelemetry is a bean and not the global one, so the tracer is made from it.
   */
  @Bean
  GentraceTracer gentrace(OpenTelemetry openTelemetry) {
    return GentraceTracer.create(openTelemetry);
  }
}
