/** Configs that sit in Helm values, operator resources and ConfigMaps. */
@NullMarked
package ai.gentrace.otel.it.kubernetes;

import org.jspecify.annotations.NullMarked;
