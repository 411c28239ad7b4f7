package ai.gentrace.otel.it.collector;

import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;
import ai.gentrace.otel.cli.run.CollectorException.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * The collector that the tests run.
 *
 * @param collector the collector
 * @param reason why this one
 */
record CollectorChoice(Collector collector, String reason) {
  /** The official image, at the release that the project is tested with. */
  static final String OFFICIAL_IMAGE = "otel/opentelemetry-collector-contrib:0.161.0";

  private static final String BINARY = "collector.binary";
  private static final String IMAGE = "collector.image";
  private static final String RUNTIME = "collector.runtime";

  /**
   * Chooses by the properties {@code collector.binary}, {@code collector.image} and {@code
   * collector.runtime} ({@code container}, {@code process} or {@code auto}). Only {@code auto}
   * falls back: from a container of the official image to a process built here.
   *
   * @throws CollectorException if the machine lacks what was asked for; says what to install
   */
  static CollectorChoice of(Properties properties, Machine machine)
      throws CollectorException, InterruptedException {
    String binary = properties.getProperty(BINARY, "");
    String image = properties.getProperty(IMAGE, "");
    String runtime = properties.getProperty(RUNTIME, "auto");
    requireThatTheyAgree(binary, image, runtime);
    if (!binary.isEmpty()) {
      return new CollectorChoice(Collector.ofBinary(Path.of(binary)), "-D" + BINARY);
    }
    if (!image.isEmpty()) {
      return new CollectorChoice(machine.container(image), "-D" + IMAGE);
    }
    return switch (runtime) {
      case "container" ->
          new CollectorChoice(machine.container(OFFICIAL_IMAGE), "-D" + RUNTIME + "=container");
      case "process" -> new CollectorChoice(machine.built(), "-D" + RUNTIME + "=process");
      default -> either(machine);
    };
  }

  private static void requireThatTheyAgree(String binary, String image, String runtime)
      throws CollectorException {
    if (!List.of("auto", "container", "process").contains(runtime)) {
      throw refusal("-D" + RUNTIME + "=" + runtime + " is none of container, process, auto");
    }
    if (!binary.isEmpty() && !image.isEmpty()) {
      throw refusal("-D" + BINARY + " and -D" + IMAGE + " exclude each other");
    }
    if (!binary.isEmpty() && runtime.equals("container")) {
      throw refusal(
          "-D" + BINARY + " runs as a process, but -D" + RUNTIME + "=container was given");
    }
    if (!image.isEmpty() && runtime.equals("process")) {
      throw refusal("-D" + IMAGE + " runs as a container, but -D" + RUNTIME + "=process was given");
    }
  }

  private static CollectorChoice either(Machine machine)
      throws CollectorException, InterruptedException {
    CollectorException noContainer;
    try {
      return new CollectorChoice(machine.container(OFFICIAL_IMAGE), "Docker has its image");
    } catch (CollectorException e) {
      noContainer = e;
    }
    try {
      return new CollectorChoice(
          machine.built(), "no container, because " + noContainer.getMessage());
    } catch (CollectorException e) {
      throw refusal(
          "no collector to test with. Container: "
              + noContainer.getMessage()
              + ". Process: "
              + e.getMessage()
              + ". Install Docker or Go, or give -D"
              + BINARY
              + "=PATH or -D"
              + IMAGE
              + "=NAME");
    }
  }

  private static CollectorException refusal(String message) {
    return new CollectorException(Reason.NOT_AVAILABLE, message, List.of());
  }

  @Override
  public String toString() {
    return "collector: " + collector.description() + " (" + reason + ")";
  }
}
