package ai.gentrace.otel.it.collector;

import ai.gentrace.otel.cli.run.Collector;
import ai.gentrace.otel.cli.run.CollectorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the {@link Collector}, which is chosen once per run and named in its output. */
public final class CollectorExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(CollectorExtension.class);

  /** Returns the collector of this run. */
  public static Collector collector(ExtensionContext context) {
    Outcome outcome =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Outcome.class, key -> choose(), Outcome.class);
    return outcome.collector();
  }

  private static Outcome choose() {
    Path root = Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();
    try {
      CollectorChoice choice =
          CollectorChoice.of(System.getProperties(), LocalMachine.withUsualLimits(root));
      String version = choice.collector().run(List.of("--version")).output();
      System.out.println(choice + ": " + version);
      // For whoever has to know afterwards which one it was.
      Files.writeString(
          root.resolve("collector-it/target/collector.txt"), choice + ": " + version + "\n");
      return choice::collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CollectorException e) {
      System.err.println("collector: " + e.getMessage());
      return () -> {
        throw new ParameterResolutionException("no collector; the reason is printed above");
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ParameterResolutionException("interrupted while a collector was looked for", e);
    }
  }

  /** A collector, or the same failure for each test. */
  private interface Outcome {
    Collector collector();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Collector.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return collector(context);
  }
}
