/** The verify command, which has to tell sound configs from unsound ones. */
@NullMarked
package ai.gentrace.otel.it.verify;

import org.jspecify.annotations.NullMarked;
