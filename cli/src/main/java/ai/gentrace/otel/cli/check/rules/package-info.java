/**
 * The rules, one class each, named as the finding is; {@link
 * ai.gentrace.otel.cli.check.rules.Rules} lists them with their ids. What several rules need stands
 * in classes of its own: {@code Ways} and {@code GatePlaces} for the way to Gentrace, {@code
 * GentraceExporters} for its end, {@code SettingSchema} and the {@code ...Validation} classes for
 * GT019, {@code Edits} for fixes.
 */
@NullMarked
package ai.gentrace.otel.cli.check.rules;

import org.jspecify.annotations.NullMarked;
