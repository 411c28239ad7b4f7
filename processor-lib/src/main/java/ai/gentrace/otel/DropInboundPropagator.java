package ai.gentrace.otel;

import ai.gentrace.otel.internal.Mark;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Extracts with its delegate, then puts Gentrace's baggage entries back as they were before. */
final class DropInboundPropagator implements TextMapPropagator {
  private final TextMapPropagator delegate;

  DropInboundPropagator(TextMapPropagator delegate) {
    this.delegate = delegate;
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    Context extracted = delegate.extract(context, carrier, getter);
    Baggage before = context == null ? Baggage.empty() : Baggage.fromContext(context);
    Baggage after = Baggage.fromContext(extracted);
    if (after.equals(before) || (!hasOurs(before) && !hasOurs(after))) {
      return extracted;
    }
    BaggageBuilder kept = after.toBuilder();
    after.forEach(
        (key, entry) -> {
          if (isOurs(key)) {
            kept.remove(key);
          }
        });
    before.forEach(
        (key, entry) -> {
          if (isOurs(key)) {
            kept.put(key, entry.getValue(), entry.getMetadata());
          }
        });
    return extracted.with(kept.build());
  }

  private static boolean hasOurs(Baggage baggage) {
    return baggage.asMap().keySet().stream().anyMatch(DropInboundPropagator::isOurs);
  }

  private static boolean isOurs(String key) {
    return key.startsWith(Mark.BAGGAGE_PREFIX);
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    delegate.inject(context, carrier, setter);
  }

  @Override
  public Collection<String> fields() {
    return delegate.fields();
  }

  @Override
  public String toString() {
    return "GentracePropagator{dropInbound:" + delegate + "}";
  }
}
