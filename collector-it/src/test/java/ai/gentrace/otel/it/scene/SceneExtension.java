package ai.gentrace.otel.it.scene;

import ai.gentrace.otel.it.collector.CollectorExtension;
import java.io.IOException;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a {@link Scene} of its own and says what happened in it when the test fails. */
public final class SceneExtension implements ParameterResolver, AfterTestExecutionCallback {
  private static final Namespace NAMESPACE = Namespace.create(SceneExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Scene.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    try {
      Scene scene = new Scene(CollectorExtension.collector(context));
      context.getStore(NAMESPACE).put(Scene.class, new Owned(scene));
      return scene;
    } catch (IOException e) {
      throw new ParameterResolutionException("the servers did not start", e);
    }
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Owned owned = context.getStore(NAMESPACE).get(Scene.class, Owned.class);
    if (owned != null && context.getExecutionException().isPresent()) {
      System.err.println("== " + context.getDisplayName());
      System.err.println(owned.scene().diagnostics());
    }
  }

  /** Closed by JUnit at the end of the test. */
  private record Owned(Scene scene) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      scene.close();
    }
  }
}
