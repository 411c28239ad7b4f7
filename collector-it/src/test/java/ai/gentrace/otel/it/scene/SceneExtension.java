package ai.gentrace.otel.it.scene;

import ai.gentrace.otel.it.collector.CollectorExtension;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a {@link Scene} of its own, or {@link Scenes} for several, and says what happened in
 * them when it fails.
 */
public final class SceneExtension implements ParameterResolver, AfterTestExecutionCallback {
  private static final Namespace NAMESPACE = Namespace.create(SceneExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Scene.class || type == Scenes.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // Closed by JUnit at the end of the test.
    Scenes scenes =
        context
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                Scenes.class,
                key -> new Scenes(CollectorExtension.collector(context)),
                Scenes.class);
    return parameter.getParameter().getType() == Scene.class ? scenes.open() : scenes;
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Scenes scenes = context.getStore(NAMESPACE).get(Scenes.class, Scenes.class);
    if (scenes != null && context.getExecutionException().isPresent()) {
      System.err.println("== " + context.getDisplayName());
      System.err.println(scenes.diagnostics());
    }
  }
}
