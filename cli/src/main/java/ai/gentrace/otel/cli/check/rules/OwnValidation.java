package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.check.Subject;
import ai.gentrace.otel.cli.collector.Component;

/** What the components' own {@code Validate} refuses, at collector 0.161.0. */
final class OwnValidation {
  private OwnValidation() {}

  static void check(Subject subject, Component component, Findings findings) {
    if (!component.body().isNull() && component.body().asMap() == null) {
      return;
    }
    ComponentSettings settings = new ComponentSettings(subject, component, findings);
    switch (component.kind()) {
      case RECEIVER -> ReceiverValidation.check(settings);
      case PROCESSOR -> ProcessorValidation.check(settings);
      case EXPORTER -> ExporterValidation.check(settings);
      case CONNECTOR, EXTENSION -> {}
    }
  }
}
