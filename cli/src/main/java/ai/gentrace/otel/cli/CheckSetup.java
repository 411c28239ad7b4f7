package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.check.CheckInput;
import ai.gentrace.otel.cli.check.CheckOptions;
import ai.gentrace.otel.cli.check.Checker;
import ai.gentrace.otel.cli.collector.Catalogue;
import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.ComponentList;
import ai.gentrace.otel.cli.collector.ComposeFiles;
import ai.gentrace.otel.cli.collector.ConfigChoice;
import ai.gentrace.otel.cli.collector.ConfigFinder;
import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.KnownComponents;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.PublishedComponents;
import ai.gentrace.otel.cli.collector.Release;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How files are checked. Safe for use by several threads.
 *
 * @param components what the user's own build holds, if given
 * @param binary the collector to ask too, if given
 */
record CheckSetup(
    ConfigOptions configs,
    CheckOptions options,
    Catalogue catalogue,
    Optional<ComponentList> components,
    Optional<CollectorBinary> binary) {

  /**
   * Checks the configs of one file, each by itself.
   *
   * @param path the file; empty for standard input
   */
  CheckOutcome check(YamlStream file, Optional<Path> path) {
    List<LocatedConfig> found = locate(file);
    if (found.isEmpty()) {
      ConfigChoice choice = configs.choose(file);
      if (choice instanceof ConfigChoice.Refused refused && file.problems().isEmpty()) {
        return new CheckOutcome.Unusable(
            file.source().name() + ": " + refused.reason(), Optional.of(refused.wayOut()));
      }
      found = List.of(ConfigFinder.plain(file));
    }
    return check(List.of(file), found, false, path);
  }

  /** Checks several files that the collector merges. */
  CheckOutcome checkMerged(List<YamlStream> files, Optional<Path> first) {
    List<LocatedConfig> found = new ArrayList<>();
    for (YamlStream file : files) {
      List<LocatedConfig> here = locate(file);
      found.add(here.isEmpty() ? ConfigFinder.plain(file) : here.get(0));
    }
    return check(files, found, true, first);
  }

  private CheckOutcome check(
      List<YamlStream> files, List<LocatedConfig> found, boolean merged, Optional<Path> path) {
    boolean plain = found.get(0).kind() == FileKind.PLAIN;
    List<YamlStream> compose =
        plain && path.isPresent() ? ComposeFiles.beside(path.get()) : List.of();
    CollectorRelease release = release(found.get(0), compose);
    List<String> notes = new ArrayList<>();
    String refusal = binary.isPresent() ? binary.get().ask(found, notes) : "";
    CheckInput input = new CheckInput(files, found, merged, release, components(release), refusal);
    return new CheckOutcome.Checked(input, Checker.check(input, options), notes);
  }

  /** The same configs in other files: after a fix. */
  CheckInput again(CheckInput input, List<YamlStream> files) {
    List<LocatedConfig> found = new ArrayList<>();
    for (LocatedConfig config : input.configs()) {
      for (YamlStream file : files) {
        if (file.source().name().equals(config.file().source().name())) {
          found.add(config.in(file));
        }
      }
    }
    return new CheckInput(
        files, found, input.merged(), input.release(), input.components(), input.refusal());
  }

  private List<LocatedConfig> locate(YamlStream file) {
    if (configs.path().isPresent() || configs.document().isPresent()) {
      return configs.choose(file) instanceof ConfigChoice.Chosen chosen
          ? List.of(chosen.config())
          : List.of();
    }
    return ConfigFinder.find(file);
  }

  private CollectorRelease release(LocatedConfig config, List<YamlStream> compose) {
    CollectorRelease release = configs.release(config, compose);
    if (components.isEmpty() || configs.release().isPresent()) {
      return release;
    }
    Release listed = components.get().release();
    return listed == null
        ? release
        : new CollectorRelease(listed, null, release.distribution(), "--components");
  }

  private KnownComponents components(CollectorRelease release) {
    return components.isPresent()
        ? components.get()
        : new PublishedComponents(catalogue, release.version(), release.distribution());
  }
}
