package ai.gentrace.otel.examples.langchain4j;

import ai.gentrace.otel.Gentrace;
import ai.gentrace.otel.Interaction;
import ai.gentrace.otel.Traced;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Finds facts, then asks the model, off the caller's thread. */
final class Assistant {
  // Kept in constants: each call starts a span of its own.
  private static final Interaction ANSWER =
      Gentrace.interaction("answer").pipelineId("7a8f4f0c-3c1d-4d4e-9f5b-2d3c4b5a6978");
  private static final Traced FIND_FACTS = Gentrace.traced("find facts");
  private static final Traced CHAT = Gentrace.traced("chat gpt-4o-mini");

  private final ChatModel model;

  Assistant(ChatModel model) {
    this.model = model;
  }

  /** The interaction's span ends when the future completes. */
  CompletableFuture<String> answer(String question) {
    return ANSWER
        .arg("question", question)
        .callAsync(
            () ->
                // Another thread: the context has to be taken along, as for any span.
                CompletableFuture.supplyAsync(
                    Context.current().wrapSupplier(() -> ask(question, findFacts(question)))));
  }

  private static List<String> findFacts(String question) {
    return FIND_FACTS
        .arg("question", question)
        .call(() -> List.of("A span is one unit of work.", "A trace is a tree of spans."));
  }

  private String ask(String question, List<String> facts) {
    return CHAT.arg("facts", facts)
        .arg("question", question)
        .call(
            () ->
                model
                    .chat(SystemMessage.from(String.join("\n", facts)), UserMessage.from(question))
                    .aiMessage()
                    .text());
  }
}
