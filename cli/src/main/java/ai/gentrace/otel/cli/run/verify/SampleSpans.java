package ai.gentrace.otel.cli.run.verify;

import ai.gentrace.otel.cli.run.sample.SampleService;
import ai.gentrace.otel.cli.run.sample.SampleService.Mark;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The spans that a verification sends, made by the real SDK with the library's processor: traces of
 * two services whose baggage crosses from one to the other, each odd mark once, a batch with full
 * content, and many small requests for the bad days. The same ids each time, so that what one run
 * samples by trace id another does too.
 */
final class SampleSpans {
  private static final int CONVERSATIONS = 10;
  private static final int PAGE_VIEWS = 10;
  private static final int CONTENT_SPANS = 8;
  private static final int CONTENT_CHARACTERS = 64 * 1024;
  private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

  private final SampleService shop;
  private final SampleService assistant;
  private final List<Request> requests = new ArrayList<>();
  private long clock;

  /**
   * One export request of an application.
   *
   * @param round 0 for the traces of every run; the rounds behind it are for full queues
   */
  record Request(int round, List<SpanData> spans) {
    Request {
      spans = List.copyOf(spans);
    }
  }

  private SampleSpans(long seed, long startNanos) {
    this.shop = new SampleService("shop", seed);
    this.assistant = new SampleService("assistant", seed + 1);
    this.clock = startNanos;
  }

  /**
   * Makes the spans.
   *
   * @param seed decides all ids
   * @param startNanos when the first span starts, since the epoch
   * @param load how much comes behind the traces
   */
  static List<Request> make(long seed, long startNanos, Load load) {
    SampleSpans samples = new SampleSpans(seed, startNanos);
    samples.traces();
    samples.load(load);
    return List.copyOf(samples.requests);
  }

  /**
   * Small spans that fill a queue.
   *
   * @param rounds how often
   * @param requests in each round
   * @param marked spans in each request, beside a single one that is not
   */
  record Load(int rounds, int requests, int marked) {}

  private void traces() {
    for (int i = 0; i < CONVERSATIONS; i++) {
      conversation(i);
      if (i % 5 == 4) {
        flush(0);
      }
    }
    for (int i = 0; i < PAGE_VIEWS; i++) {
      pageView(i);
    }
    flush(0);
    oddMarks();
    evaluation();
    flush(0);
    content();
    flush(0);
  }

  /** The unmarked request of a user, a marked part inside it that crosses to another service. */
  private void conversation(int number) {
    boolean fails = number == 3;
    long length = (number == 7 ? 6_000 : 800) * MILLISECOND;
    SampleService.Open root =
        shop.start(Context.root(), "POST /chat", SpanKind.SERVER, clock)
            .set(AttributeKey.stringKey("http.request.method"), "POST")
            .set(AttributeKey.stringKey("http.route"), "/chat")
            .set(AttributeKey.longKey("http.response.status_code"), fails ? 500L : 200L);
    shop.start(root.context(), "load basket", SpanKind.INTERNAL, clock + 1_000)
        .end(clock + MILLISECOND);
    SampleService.Open answer =
        shop.start(Mark.in(root.context()), "answer question", SpanKind.INTERNAL, clock + 2_000)
            .set(AttributeKey.stringKey("gentrace.pipeline_id"), "default");
    SampleService.Open call =
        shop.start(answer.context(), "POST /answer", SpanKind.CLIENT, clock + 3_000);
    Map<String, String> headers = new HashMap<>();
    shop.inject(call.context(), headers);
    SampleService.Open served =
        assistant.start(assistant.extract(headers), "POST /answer", SpanKind.SERVER, clock + 4_000);
    assistant
        .start(served.context(), "vector search", SpanKind.CLIENT, clock + 5_000)
        .set(AttributeKey.stringKey("db.system"), "postgresql")
        .end(clock + MILLISECOND);
    SampleService.Open chat =
        assistant
            .start(served.context(), "chat gpt-4o", SpanKind.CLIENT, clock + 6_000)
            .set(AttributeKey.stringKey("gen_ai.operation.name"), "chat")
            .set(AttributeKey.stringKey("gen_ai.provider.name"), "openai")
            .set(AttributeKey.stringKey("gen_ai.request.model"), "gpt-4o")
            .set(AttributeKey.longKey("gen_ai.usage.input_tokens"), 120L + number)
            .set(AttributeKey.longKey("gen_ai.usage.output_tokens"), 45L);
    if (fails) {
      chat.status(StatusCode.ERROR, "model overloaded");
      root.status(StatusCode.ERROR, "");
    }
    chat.end(clock + length);
    served.end(clock + length + 1_000);
    call.end(clock + length + 2_000);
    answer.end(clock + length + 3_000);
    root.end(clock + length + 4_000);
    clock += 10 * MILLISECOND;
  }

  private void pageView(int number) {
    boolean fails = number == 2;
    SampleService.Open root =
        shop.start(Context.root(), "GET /products", SpanKind.SERVER, clock)
            .set(AttributeKey.stringKey("http.request.method"), "GET")
            .set(AttributeKey.stringKey("http.route"), "/products")
            .set(AttributeKey.longKey("http.response.status_code"), fails ? 500L : 200L);
    shop.start(root.context(), "SELECT products", SpanKind.CLIENT, clock + 1_000)
        .set(AttributeKey.stringKey("db.system"), "postgresql")
        .end(clock + MILLISECOND);
    if (fails) {
      root.status(StatusCode.ERROR, "");
    }
    root.end(clock + 2 * MILLISECOND);
    clock += 10 * MILLISECOND;
  }

  /** Marks that applications set by mistake. */
  private void oddMarks() {
    SampleService.Open root = shop.start(Context.root(), "odd marks", SpanKind.SERVER, clock);
    shop.start(root.context(), OddMark.BOOLEAN_TRUE.spanName(), SpanKind.INTERNAL, clock + 1_000)
        .set(AttributeKey.booleanKey(Mark.KEY), true)
        .end(clock + 2_000);
    for (OddMark odd : List.of(OddMark.STRING_FALSE, OddMark.UPPER_CASE)) {
      shop.start(root.context(), odd.spanName(), SpanKind.INTERNAL, clock + 1_000)
          .set(AttributeKey.stringKey(Mark.KEY), odd.value())
          .end(clock + 2_000);
    }
    root.end(clock + MILLISECOND);
    clock += 10 * MILLISECOND;
  }

  /** A trace that is marked as a whole. */
  private void evaluation() {
    SampleService.Open root =
        assistant.start(Mark.in(Context.root()), "nightly evaluation", SpanKind.INTERNAL, clock);
    for (int i = 0; i < 3; i++) {
      assistant
          .start(root.context(), "chat gpt-4o", SpanKind.CLIENT, clock + 1_000 + i)
          .set(AttributeKey.stringKey("gen_ai.request.model"), "gpt-4o")
          .end(clock + MILLISECOND);
    }
    root.end(clock + 2 * MILLISECOND);
    clock += 10 * MILLISECOND;
  }

  /** Spans with whole prompts and answers, as attribute and as event. */
  private void content() {
    String text = "All of what was asked. ".repeat(CONTENT_CHARACTERS / 23);
    SampleService.Open root =
        assistant.start(Mark.in(Context.root()), "summarize documents", SpanKind.INTERNAL, clock);
    for (int i = 0; i < CONTENT_SPANS; i++) {
      assistant
          .start(root.context(), "chat with content", SpanKind.CLIENT, clock + 1_000 + i)
          .set(AttributeKey.stringKey("gen_ai.input.messages"), text)
          .event(
              "gentrace.fn.args",
              Attributes.of(AttributeKey.stringKey("args"), "[{\"n\":" + i + "}]"),
              clock + 2_000)
          .end(clock + MILLISECOND);
    }
    root.end(clock + 2 * MILLISECOND);
    clock += 10 * MILLISECOND;
  }

  private void load(Load load) {
    for (int round = 1; round <= load.rounds(); round++) {
      for (int i = 0; i < load.requests(); i++) {
        SampleService.Open other =
            shop.start(Context.root(), "GET /health", SpanKind.SERVER, clock);
        SampleService.Open marked =
            shop.start(Mark.in(Context.root()), "chat", SpanKind.INTERNAL, clock);
        for (int step = 1; step < load.marked(); step++) {
          shop.start(marked.context(), "step of chat", SpanKind.INTERNAL, clock).end(clock + 1_000);
        }
        other.end(clock + MILLISECOND);
        marked.end(clock + MILLISECOND);
        clock += MILLISECOND;
        flush(round);
      }
    }
  }

  private void flush(int round) {
    for (SampleService service : List.of(shop, assistant)) {
      List<SpanData> spans = service.drain();
      if (!spans.isEmpty()) {
        requests.add(new Request(round, spans));
      }
    }
  }
}
