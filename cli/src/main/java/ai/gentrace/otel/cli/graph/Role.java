package ai.gentrace.otel.cli.graph;

import ai.gentrace.otel.cli.collector.ComponentKind;

/** What a node stands for. */
enum Role {
  RECEIVER,
  PROCESSOR,
  EXPORTER,
  CONNECTOR,
  EXTENSION;

  static Role of(ComponentKind kind) {
    return valueOf(kind.name());
  }

  /** The word for one of them. */
  String noun() {
    return ComponentKind.valueOf(name()).noun();
  }

  /** As a class name in DOT, Mermaid and CSS. */
  String key() {
    return noun();
  }
}
