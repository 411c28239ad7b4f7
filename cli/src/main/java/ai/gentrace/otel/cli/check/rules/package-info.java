/** The rules, one class each; {@link ai.gentrace.otel.cli.check.rules.Rules} lists them. */
@NullMarked
package ai.gentrace.otel.cli.check.rules;

import org.jspecify.annotations.NullMarked;
