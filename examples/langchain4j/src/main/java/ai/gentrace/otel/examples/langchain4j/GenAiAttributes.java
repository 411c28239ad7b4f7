package ai.gentrace.otel.examples.langchain4j;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;

/** Puts what LangChain4j knows of a call on the current span, which is the one around the call. */
final class GenAiAttributes implements ChatModelListener {
  private static final AttributeKey<String> OPERATION = stringKey("gen_ai.operation.name");
  private static final AttributeKey<String> PROVIDER = stringKey("gen_ai.provider.name");
  private static final AttributeKey<String> REQUEST_MODEL = stringKey("gen_ai.request.model");
  private static final AttributeKey<String> RESPONSE_MODEL = stringKey("gen_ai.response.model");
  private static final AttributeKey<Long> INPUT_TOKENS = longKey("gen_ai.usage.input_tokens");
  private static final AttributeKey<Long> OUTPUT_TOKENS = longKey("gen_ai.usage.output_tokens");

  @Override
  public void onResponse(ChatModelResponseContext context) {
    ChatResponse response = context.chatResponse();
    Span.current()
        .setAttribute(OPERATION, "chat")
        .setAttribute(PROVIDER, "openai")
        .setAttribute(REQUEST_MODEL, context.chatRequest().parameters().modelName())
        .setAttribute(RESPONSE_MODEL, response.metadata().modelName())
        .setAttribute(INPUT_TOKENS, response.tokenUsage().inputTokenCount().longValue())
        .setAttribute(OUTPUT_TOKENS, response.tokenUsage().outputTokenCount().longValue());
  }
}
