package ai.gentrace.otel.cli.collector;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a type of component.
 *
 * @param signals that it takes; null where not known, and for connectors and extensions
 * @param pairs of a connector; null where not known, and for all others
 * @param aliasOf the type's name today, where this one is deprecated; else null
 */
public record ComponentType(
    ComponentKind kind,
    String type,
    @Nullable Set<Signal> signals,
    @Nullable Set<SignalPair> pairs,
    @Nullable String aliasOf) {}
