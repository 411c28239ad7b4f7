package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Rule;
import ai.gentrace.otel.cli.check.RuleInfo;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.ComponentKind;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Reference;
import java.util.List;
import java.util.Set;

/** GT401: what the ways to Gentrace begin with. */
final class NoOtlpReceiver implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GT401",
          "no-otlp-receiver",
          Severity.WARNING,
          "No receiver on the way to Gentrace can take OTLP.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Receivers of spans that take OTLP, or another encoding by their settings. */
  private static final Set<String> OTLP =
      Set.of(
          "otlp",
          "otelarrow",
          "kafka",
          "pulsar",
          "solace",
          "googlecloudpubsub",
          "google_cloud_pubsub",
          "azureeventhub",
          "azure_event_hub",
          "azureblob",
          "azure_blob",
          "awss3",
          "otlpjsonfile",
          "otlp_json_file",
          "nop",
          "webhookevent",
          "webhook_event",
          "receiver_creator",
          "datadog",
          "faro",
          "awslambda",
          "aws_lambda");

  @Override
  public void check(Subject subject, Findings findings) {
    for (Pipeline pipeline : subject.path().pipelines()) {
      List<ComponentId> receivers =
          Ways.of(subject).stream()
              .filter(way -> way.last().id().equals(pipeline.id()))
              .map(Ways.Way::receiver)
              .filter(receiver -> receiver != null)
              .map(Reference::id)
              .distinct()
              .toList();
      boolean allKnown = pipeline.receivers().isKnown();
      if (allKnown
          && !receivers.isEmpty()
          && receivers.stream().allMatch(receiver -> isOther(subject, receiver))) {
        findings.add(
            pipeline.setting().keyPlace(),
            "No receiver of `"
                + pipeline.id()
                + "` takes OTLP, which is what marked spans come as.",
            "Add an `otlp` receiver to it.");
      }
    }
  }

  private static boolean isOther(Subject subject, ComponentId receiver) {
    return !OTLP.contains(receiver.type())
        && subject.config().component(ComponentKind.RECEIVER, receiver) != null
        && subject.components().type(ComponentKind.RECEIVER, receiver.type()) != null;
  }
}
