package ai.gentrace.otel.examples.springai;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import ai.gentrace.otel.GentraceScope;
import ai.gentrace.otel.GentraceTracer;
import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.stereotype.Service;

/** Answers questions: finds facts, then asks the model. */
@Service
class Answers {
  private static final String PIPELINE = "7a8f4f0c-3c1d-4d4e-9f5b-2d3c4b5a6978";
  private static final String MODEL = "gpt-4o-mini";

  private static final AttributeKey<String> OPERATION = stringKey("gen_ai.operation.name");
  private static final AttributeKey<String> PROVIDER = stringKey("gen_ai.provider.name");
  private static final AttributeKey<String> REQUEST_MODEL = stringKey("gen_ai.request.model");
  private static final AttributeKey<String> RESPONSE_MODEL = stringKey("gen_ai.response.model");
  private static final AttributeKey<List<String>> FINISH_REASONS =
      stringArrayKey("gen_ai.response.finish_reasons");
  private static final AttributeKey<Long> INPUT_TOKENS = longKey("gen_ai.usage.input_tokens");
  private static final AttributeKey<Long> OUTPUT_TOKENS = longKey("gen_ai.usage.output_tokens");

  private final GentraceTracer gentrace;
  private final ChatClient chat;

  Answers(GentraceTracer gentrace, ChatClient.Builder chat) {
    this.gentrace = gentrace;
    this.chat = chat.build();
  }

  String answer(String question) {
    return gentrace
        .interaction("answer")
        .pipelineId(PIPELINE)
        .arg("question", question)
        .call(() -> ask(question, facts(question)));
  }

  private List<String> facts(String question) {
    return gentrace
        .traced("find facts")
        .arg("question", question)
        .call(() -> List.of("A span is one unit of work.", "A trace is a tree of spans."));
  }

  private String ask(String question, List<String> facts) {
    String prompt = String.join("\n", facts) + "\n\n" + question;
    try (GentraceScope scope =
        gentrace
            .traced("chat " + MODEL)
            .arg("prompt", prompt)
            .attribute(OPERATION, "chat")
            .attribute(PROVIDER, "openai")
            .attribute(REQUEST_MODEL, MODEL)
            .open()) {
      try {
        ChatResponse response = chat.prompt().user(prompt).call().chatResponse();
        Generation result = response.getResult();
        ChatResponseMetadata metadata = response.getMetadata();
        scope
            .span()
            .setAttribute(RESPONSE_MODEL, metadata.getModel())
            .setAttribute(FINISH_REASONS, List.of(result.getMetadata().getFinishReason()))
            .setAttribute(INPUT_TOKENS, metadata.getUsage().getPromptTokens().longValue())
            .setAttribute(OUTPUT_TOKENS, metadata.getUsage().getCompletionTokens().longValue());
        String answer = result.getOutput().getText();
        scope.output(answer);
        return answer;
      } catch (RuntimeException e) {
        scope.fail(e);
        throw e;
      }
    }
  }
}
