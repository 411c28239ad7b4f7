package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.check.CheckInput;
import ai.gentrace.otel.cli.check.CheckOptions;
import ai.gentrace.otel.cli.check.Checker;
import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.check.Severity;
import ai.gentrace.otel.cli.check.rules.Rules;
import ai.gentrace.otel.cli.collector.Catalogue;
import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.PublishedComponents;
import ai.gentrace.otel.cli.collector.Reference;
import ai.gentrace.otel.cli.gentrace.GentracePath;
import ai.gentrace.otel.cli.gentrace.MergeRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges the way to Gentrace that a config has by its meaning: with the rules of validate. */
final class PathCheck {
  private static final String EXPORTER_RULES = "GT1";

  /** What the collector refuses, Gentrace or not. */
  private static final String COLLECTOR_RULES = "GT0";

  private PathCheck() {}

  /** The warnings and errors that lie on that way. */
  static List<Finding> findings(LocatedConfig config, GentracePath path, MergeRequest request) {
    return findings(config, config.config(), path, request, Set.of());
  }

  private static List<Finding> findings(
      LocatedConfig config,
      CollectorConfig meaning,
      GentracePath path,
      MergeRequest request,
      Set<String> disabled) {
    CheckInput input =
        new CheckInput(
            List.of(config.file()),
            List.of(config),
            false,
            request.release(),
            new PublishedComponents(
                Catalogue.bundled(), request.release().version(), request.release().distribution()),
            "");
    CheckOptions options =
        new CheckOptions(request.endpoint(), request.keyVariable(), null, disabled, Map.of());
    Set<String> places = places(path);
    return Checker.check(input, options).findings().stream()
        .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
        .filter(
            finding ->
                places.stream()
                    .anyMatch(
                        place ->
                            finding.path().equals(place)
                                || finding.path().startsWith(place + ".")
                                || finding.path().startsWith(place + "[")))
        .filter(finding -> !isEverywhere(finding, meaning, path))
        .toList();
  }

  /**
   * Why a config should not get what a request asks for: it would leak, say. Judged by the rules
   * about the exporter, which follows from the request alone.
   *
   * @param after the config with the parts in it
   */
  static Optional<EditOutcome.Refused> refusal(LocatedConfig after, MergeRequest request) {
    CollectorConfig meaning = after.config();
    GentracePath path = GentracePath.of(meaning, request.endpoint());
    // The other rules would read all of a large config, which nothing else of a merge does.
    Set<String> others =
        Rules.ALL.stream()
            .map(rule -> rule.info().id())
            .filter(id -> !id.startsWith(EXPORTER_RULES))
            .collect(Collectors.toSet());
    return findings(after, meaning, path, request, others).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> finding.rule().id().startsWith(EXPORTER_RULES))
        .findFirst()
        .map(
            finding ->
                new EditOutcome.Refused(
                    Optional.empty(),
                    "The result would be wrong (" + finding.rule().id() + "): " + finding.message(),
                    finding.help()));
  }

  /**
   * Whether a name is wrong for the config's other pipelines too: the config is then one part of
   * several, or broken in a way that says nothing about Gentrace.
   */
  private static boolean isEverywhere(Finding finding, CollectorConfig config, GentracePath path) {
    if (!finding.rule().id().startsWith(COLLECTOR_RULES)) {
      return false;
    }
    List<ComponentId> own = path.pipelines().stream().map(Pipeline::id).toList();
    return path.pipelines().stream()
        .flatMap(PathCheck::references)
        .filter(reference -> reference.item().place().extent().equals(finding.place().extent()))
        .map(Reference::id)
        .anyMatch(
            id ->
                config.pipelines().stream()
                    .filter(pipeline -> !own.contains(pipeline.id()))
                    .flatMap(PathCheck::references)
                    .anyMatch(reference -> reference.id().equals(id)));
  }

  private static Stream<Reference> references(Pipeline pipeline) {
    return Stream.of(pipeline.receivers(), pipeline.processors(), pipeline.exporters())
        .flatMap(references -> references.items().stream());
  }

  /** Where the exporters in use, the pipelines on the way and their processors stand. */
  private static Set<String> places(GentracePath path) {
    Set<String> places = new LinkedHashSet<>();
    path.exporters().forEach(exporter -> places.add("exporters." + exporter.setting().key()));
    for (Pipeline pipeline : path.pipelines()) {
      places.add("service.pipelines." + pipeline.setting().key());
      for (Reference processor : pipeline.processors().items()) {
        places.add("processors." + processor.id());
      }
    }
    return places;
  }
}
