package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlDocument;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlProblem;
import ai.gentrace.otel.cli.yaml.YamlStream;
import org.jspecify.annotations.Nullable;

/** What keeps a whole text from being changed. */
final class StreamObstacles {
  private StreamObstacles() {}

  /** Why no change of the text is possible, or null. */
  static @Nullable Refusal in(YamlStream stream) {
    if (!stream.problems().isEmpty()) {
      YamlProblem problem = stream.problems().get(0);
      return new Refusal(
          Refusal.Kind.PROBLEM,
          stream.source().position(problem.extent().start()),
          YamlPath.ROOT,
          problem.message(),
          wayOut(problem.kind()));
    }
    YamlStream.Host host = stream.host();
    if (host == null) {
      return null;
    }
    YamlDocument document = host.stream().documents().get(host.document());
    if (document.aliased().contains(host.scalar())) {
      return new Refusal(
          Refusal.Kind.SHARED,
          host.stream().source().position(host.scalar().start()),
          YamlPath.ROOT,
          "The text is used elsewhere too, through its anchor.",
          PathWalk.WRITE_IT_OUT);
    }
    if (host.indent() < 0) {
      return new Refusal(
          Refusal.Kind.LAYOUT,
          host.stream().source().position(host.scalar().start()),
          YamlPath.ROOT,
          "The block of text is empty.",
          "Write the first section by hand.");
    }
    return in(host.stream());
  }

  private static String wayOut(YamlProblem.Kind kind) {
    return switch (kind) {
      case ENCODING -> "Save the file as UTF-8.";
      case TEMPLATE -> "Change the rendered file, or the values that the template is filled with.";
      case NESTED -> "Write the text as a literal block scalar (|).";
      case DUPLICATE_KEY -> "Take one of the two out: the collector refuses such a file.";
      case LIMIT -> "Put the new entries into a file of their own.";
      case SYNTAX, COMPLEX_KEY -> "Repair the file first.";
    };
  }
}
