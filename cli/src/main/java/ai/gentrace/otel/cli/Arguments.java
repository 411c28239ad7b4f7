package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.Console.ColorChoice;
import ai.gentrace.otel.cli.Console.Manners;
import ai.gentrace.otel.cli.Console.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What the user asked for, after command line, environment, settings file and defaults have been
 * laid over each other.
 *
 * @param common the options that every command has
 */
record Arguments(CommonOptions common) {
  /** The collector's release as written, not yet checked. */
  Optional<String> collectorVersion() {
    return text(common.collectorVersion());
  }

  /** {@code core}, {@code contrib} or {@code k8s}. */
  Optional<String> distribution() {
    return text(common.distribution());
  }

  /** Where the configuration sits in the file, as written. */
  Optional<String> path() {
    return text(common.path());
  }

  /** The document of the file, from 1. */
  OptionalInt document() {
    return number(common.document());
  }

  Manners manners() {
    Volume volume =
        has(common.verbose()) ? Volume.VERBOSE : has(common.quiet()) ? Volume.QUIET : Volume.NORMAL;
    return new Manners(
        volume, ColorChoice.valueOf(text(common.color(), "auto").toUpperCase(Locale.ROOT)));
  }

  boolean has(OptionSpec flag) {
    return value(flag) instanceof Boolean set && set;
  }

  Optional<String> text(OptionSpec option) {
    return Optional.ofNullable((String) value(option));
  }

  String text(OptionSpec option, String otherwise) {
    return text(option).orElse(otherwise);
  }

  OptionalInt number(OptionSpec option) {
    return value(option) instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /** The items of a list option, as given; empty where there are none. */
  List<String> list(OptionSpec option) {
    return strings(value(option));
  }

  /** The positional parameters, as given; empty where there are none. */
  List<String> list(PositionalParamSpec parameters) {
    return strings(value(parameters));
  }

  private static List<String> strings(@Nullable Object value) {
    List<String> strings = new ArrayList<>();
    for (Object item : value instanceof List<?> items ? items : List.of()) {
      strings.add(String.valueOf(item));
    }
    return strings;
  }

  private static @Nullable Object value(ArgSpec argument) {
    return argument.getValue();
  }
}
