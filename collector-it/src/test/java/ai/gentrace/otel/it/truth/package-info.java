/** What this project says of configs and gates, against what the collector does with them. */
@NullMarked
package ai.gentrace.otel.it.truth;

import org.jspecify.annotations.NullMarked;
