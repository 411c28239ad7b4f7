package ai.gentrace.otel.cli.collector;

import java.util.Set;

/** The types of the exporters that speak OTLP: since 0.144 they have new names beside the old. */
public final class OtlpExporters {
  private static final Set<String> HTTP = Set.of("otlp_http", "otlphttp");
  private static final Set<String> GRPC = Set.of("otlp_grpc", "otlp");

  private OtlpExporters() {}

  /** Whether an exporter with that id speaks OTLP over HTTP. */
  public static boolean isHttp(ComponentId id) {
    return HTTP.contains(id.type());
  }

  /** Whether an exporter with that id speaks OTLP, over HTTP or gRPC. */
  public static boolean isOtlp(ComponentId id) {
    return isHttp(id) || GRPC.contains(id.type());
  }
}
