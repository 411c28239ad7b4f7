/** The doctor command at sick and healthy collectors. */
@NullMarked
package ai.gentrace.otel.it.doctor;

import org.jspecify.annotations.NullMarked;
