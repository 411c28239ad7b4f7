package ai.gentrace.otel.examples.langchain4j;

import dev.langchain4j.model.openai.OpenAiChatModel;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;

/** Answers the question of its first argument. Everything about telemetry is in its settings. */
public final class Application {
  private Application() {}

  /** Prints the answer; closing the SDK sends the spans. */
  public static void main(String[] args) {
    OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.initialize().getOpenTelemetrySdk();
    try (sdk) {
      OpenAiChatModel model =
          OpenAiChatModel.builder()
              .baseUrl(System.getProperty("model.url", "https://api.openai.com/v1"))
              .apiKey(System.getProperty("model.key", "none"))
              .modelName("gpt-4o-mini")
              .listeners(new GenAiAttributes())
              .build();
      System.out.println(new Assistant(model).answer(args[0]).join());
    }
  }
}
