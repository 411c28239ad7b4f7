package ai.gentrace.otel.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test with real tools that a developer's machine may lack. Where {@code CI} is set they have to
 * be there; elsewhere the test is left out and says on standard error what to install.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsTool.Condition.class)
@interface NeedsTool {
  /** The programs. */
  String[] value();

  /** The Debian packages that hold them. */
  String packages();

  /** Decides. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      NeedsTool needs =
          AnnotationSupport.findAnnotation(context.getElement(), NeedsTool.class).orElse(null);
      if (needs == null) {
        return ConditionEvaluationResult.enabled("needs no tool");
      }
      String missing =
          Arrays.stream(needs.value())
              .filter(tool -> Tools.find(tool).isEmpty())
              .findFirst()
              .map(
                  tool ->
                      "no " + tool + " on PATH (Debian: apt-get install " + needs.packages() + ")")
              .orElse("");
      if (missing.isEmpty()) {
        return ConditionEvaluationResult.enabled("all tools are here");
      }
      String what = context.getDisplayName() + ": " + missing;
      if (!System.getenv().getOrDefault("CI", "").isEmpty()) {
        throw new IllegalStateException(what);
      }
      System.err.println("NOT TESTED HERE: " + what);
      return ConditionEvaluationResult.disabled(what);
    }
  }
}
