package ai.gentrace.otel.it.load;

import ai.gentrace.otel.cli.run.Export;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/** How often each span of a load arrived somewhere. Thread-safe. */
public final class Ledger {
  private final AtomicIntegerArray arrivals;
  private final AtomicLong foreign = new AtomicLong();

  /** Returns a ledger for this many spans. */
  public Ledger(int spans) {
    this.arrivals = new AtomicIntegerArray(spans);
  }

  /** Returns the ledger of exports that were kept. */
  public static Ledger of(LoadShape shape, List<Export> exports) {
    Ledger ledger = new Ledger(shape.spans());
    exports.forEach(ledger::add);
    return ledger;
  }

  /** Books an export, if it was answered with success. */
  public void add(Export export) {
    if (!export.answer().isSuccess()) {
      return;
    }
    for (ResourceSpans resource : export.traces().getResourceSpansList()) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        for (Span span : scope.getSpansList()) {
          long number = LoadShape.number(span.getSpanId());
          if (number < 0 || number >= arrivals.length()) {
            foreign.incrementAndGet();
          } else {
            arrivals.incrementAndGet((int) number);
          }
        }
      }
    }
  }

  /**
   * Counts what arrived, against what should have.
   *
   * @param wanted says of a span's number whether it should arrive
   */
  public Count count(LongPredicate wanted) {
    long once = 0;
    long lost = 0;
    long repeats = 0;
    long unwanted = foreign.get();
    for (int i = 0; i < arrivals.length(); i++) {
      int times = arrivals.get(i);
      if (!wanted.test(i)) {
        unwanted += times;
      } else if (times == 0) {
        lost++;
      } else {
        once += times == 1 ? 1 : 0;
        repeats += times - 1;
      }
    }
    return new Count(once, lost, repeats, unwanted);
  }

  /**
   * What became of a load's spans.
   *
   * @param once that arrived exactly once
   * @param lost that never arrived
   * @param repeats arrivals beyond the first
   * @param foreign arrivals of spans that should not have come here
   */
  public record Count(long once, long lost, long repeats, long foreign) {}
}
