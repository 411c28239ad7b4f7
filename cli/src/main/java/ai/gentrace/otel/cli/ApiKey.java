package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.gentrace.KeyEntry;
import ai.gentrace.otel.cli.gentrace.KeySecret;
import ai.gentrace.otel.cli.gentrace.PodEnvironment;
import ai.gentrace.otel.cli.yaml.YamlPath;
import ai.gentrace.otel.cli.yaml.edit.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the collector gets its API key.
 *
 * @param variable the environment variable that holds it
 * @param secret the Kubernetes Secret that merge takes it from, if the user names one
 */
record ApiKey(String variable, Optional<KeySecret> secret) {
  private static final KeySecret EXAMPLE = new KeySecret("gentrace", "api-key");

  /**
   * Why the Secret cannot be used in a file, if it is named and cannot.
   *
   * @param overlay whether a second file gets the entry
   */
  Optional<EditOutcome.Refused> refusal(LocatedConfig config, boolean overlay) {
    PodEnvironment pod = PodEnvironment.of(config);
    if (secret.isEmpty() || pod.setAt(variable) != null) {
      return Optional.empty();
    }
    if (!pod.exists()) {
      return Optional.of(
          new EditOutcome.Refused(
              Optional.empty(),
              "--api-key-secret adds to Helm values and operator resources, and this is a "
                  + config.kind().title()
                  + ".",
              config.kind() == FileKind.PLAIN
                  ? "Set " + variable + " in the collector's environment."
                  : "Give the collector's container the variable where its workload is defined."));
    }
    if (overlay && pod.isUsed()) {
      return Optional.of(
          new EditOutcome.Refused(
              Optional.empty(),
              "A second file would replace the list " + pod.list() + " instead of adding to it.",
              "Leave --overlay or --api-key-secret out."));
    }
    return !overlay && pod.isFlow()
        ? Optional.of(
            new EditOutcome.Refused(
                Optional.empty(),
                pod.list()
                    + " is written in brackets, where no comment can mark an entry for remove.",
                "Write the list with dashes, or add the entry by hand."))
        : Optional.empty();
  }

  /** What adds the Secret to a file; nothing where the variable is set already. */
  List<Change> changes(LocatedConfig config) {
    PodEnvironment pod = PodEnvironment.of(config);
    return secret.isPresent() && pod.exists() && pod.setAt(variable) == null
        ? List.of(KeyEntry.insert(pod, variable, secret.get()))
        : List.of();
  }

  /** What the user does next, one line each: with what to paste where the pod lacks the key. */
  List<String> next(LocatedConfig config) {
    if (config.kind() == FileKind.PLAIN) {
      return List.of(
          "next: set " + variable + " in the collector's environment, then restart the collector");
    }
    PodEnvironment pod = PodEnvironment.of(config);
    Place set = pod.setAt(variable);
    if (set != null) {
      return List.of("next: apply the file; the pod gets " + variable + " at " + set);
    }
    if (secret.isPresent()) {
      return List.of(
          "next: apply the file; the pod gets "
              + variable
              + " from the Secret "
              + secret.get().name());
    }
    if (pod.takesOthers()) {
      return List.of(
          "next: see that what the pod takes its environment from holds "
              + variable
              + ", then apply the file");
    }
    YamlPath list = pod.list();
    List<String> lines = new ArrayList<>();
    lines.add(
        "next: give the pod its key from a Secret"
            + (list == null
                ? ", in the collector's container:"
                : " (--api-key-secret NAME/KEY adds it):"));
    KeyEntry.snippet(list == null ? YamlPath.of("env") : list, variable, EXAMPLE)
        .lines()
        .forEach(line -> lines.add("    " + line));
    lines.add("  then apply the file");
    return lines;
  }
}
