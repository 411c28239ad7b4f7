package ai.gentrace.otel.cli.collector;

import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.YamlProblem;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one config of a file that a command is about, or why there is none. */
public sealed interface ConfigChoice {
  /** It is clear which config is meant. */
  record Chosen(LocatedConfig config) implements ConfigChoice {}

  /**
   * It is not.
   *
   * @param place where the reason stands; null if it is no single place
   * @param reason one sentence
   * @param wayOut one sentence: what the user can do
   */
  record Refused(@Nullable Place place, String reason, String wayOut) implements ConfigChoice {}

  /**
   * Chooses.
   *
   * @param path where the user says the config is; null to find it
   * @param document which document the user means, from 1
   */
  static ConfigChoice of(YamlStream file, @Nullable YamlPath path, OptionalInt document) {
    if (!file.problems().isEmpty()) {
      return problem(file, file.problems().get(0));
    }
    List<LocatedConfig> all = ConfigFinder.find(file);
    List<LocatedConfig> fitting =
        all.stream()
            .filter(config -> path == null || config.path().equals(path))
            .filter(config -> document.isEmpty() || config.document() == document.getAsInt() - 1)
            .toList();
    if (fitting.isEmpty() && path != null) {
      fitting = ConfigFinder.at(file, path, document);
    }
    if (fitting.size() > 1) {
      boolean onePath = fitting.stream().map(LocatedConfig::path).distinct().count() == 1;
      return new Refused(
          null,
          "The file holds several collector configs: " + titles(fitting) + ".",
          onePath ? "Say which one with --document N." : "Say which one with --path A.B.C.");
    }
    if (fitting.size() == 1) {
      LocatedConfig config = fitting.get(0);
      YamlStream text = config.text();
      return text == null || text.problems().isEmpty()
          ? new Chosen(config)
          : problem(text, text.problems().get(0));
    }
    return path == null && document.isEmpty()
        ? withoutConfig(file)
        : new Refused(
            null,
            "There is no collector config at that place.",
            all.isEmpty() ? "The file holds none." : "The file holds: " + titles(all) + ".");
  }

  private static ConfigChoice withoutConfig(YamlStream file) {
    String why = NoConfig.why(file);
    return why == null
        ? new Chosen(ConfigFinder.plain(file))
        : new Refused(null, why, "If a collector config is in it, say where with --path A.B.C.");
  }

  private static Refused problem(YamlStream stream, YamlProblem problem) {
    Place place = new Place(stream.source(), problem.extent());
    return new Refused(
        place,
        problem.message(),
        switch (problem.kind()) {
          case ENCODING -> "Save the file as UTF-8.";
          case TEMPLATE -> "Fill the template in first, or give the file that it makes.";
          case LIMIT -> "Give the part with the config as a file of its own.";
          default -> "The collector would not read it either; correct that place first.";
        });
  }

  private static String titles(List<LocatedConfig> configs) {
    return configs.stream().map(LocatedConfig::title).collect(Collectors.joining(", "));
  }
}
