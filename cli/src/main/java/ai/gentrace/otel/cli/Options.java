package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.Nearest;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The kinds of option that the commands have.
 *
 * <p>A value, choice, list, number or input file may also come from the environment or the settings
 * file (see {@link Settings}); a flag or output file is for the command line alone, because a
 * settings file must not overwrite anything.
 */
final class Options {
  /** Where else an option's value may come from, kept as picocli's user object of the option. */
  enum Source {
    /** The environment and the settings file. */
    SETTING,
    /** The same, and in the settings file a path is relative to that file. */
    FILE_SETTING
  }

  /** The user object of an option that names a file and is for the command line alone. */
  private static final String OUTPUT = "output file";

  private Options() {}

  /** An option without a value, off unless given. */
  static OptionSpec flag(String description, String... names) {
    return flagBuilder(description, names).build();
  }

  /**
   * A flag that may stand in the settings file or the environment as {@code true} or {@code false}.
   */
  static OptionSpec flagSetting(String description, String... names) {
    return flagBuilder(description, names).userObject(Source.SETTING).build();
  }

  /** An option with any text as its value. */
  static OptionSpec value(String label, String description, String... names) {
    return textBuilder(label, description, names).userObject(Source.SETTING).build();
  }

  /** A value that only the command line can give. */
  static OptionSpec commandLineValue(String label, String description, String... names) {
    return textBuilder(label, description, names).build();
  }

  /**
   * An option with one of a few words as its value; another word is refused with the nearest one.
   */
  static OptionSpec choice(List<String> choices, String description, String... names) {
    return choiceBuilder(choices, description, names).userObject(Source.SETTING).build();
  }

  /** A choice that only the command line can make. */
  static OptionSpec commandLineChoice(List<String> choices, String description, String... names) {
    return choiceBuilder(choices, description, names).build();
  }

  private static OptionSpec.Builder choiceBuilder(
      List<String> choices, String description, String... names) {
    return textBuilder(String.join("|", choices), description, names)
        .converters(new OneOf(choices))
        .completionCandidates(choices);
  }

  /** An option that may be repeated, or given once with commas. */
  static OptionSpec list(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .splitRegex(",")
        .paramLabel(label)
        .description(description)
        .userObject(Source.SETTING)
        .build();
  }

  /** An option with a whole number as its value, from {@code least} on. */
  static OptionSpec number(int least, String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(Integer.class)
        .converters(new WholeNumber(least))
        .paramLabel(label)
        .description(description)
        .userObject(Source.SETTING)
        .build();
  }

  /** An option that names a file to read. */
  static OptionSpec inputFile(String label, String description, String... names) {
    return textBuilder(label, description, names).userObject(Source.FILE_SETTING).build();
  }

  /** An option that names a file to write. */
  static OptionSpec outputFile(String label, String description, String... names) {
    return textBuilder(label, description, names).userObject(OUTPUT).build();
  }

  /** Whether an option's value is the name of a file. */
  static boolean isFile(ArgSpec option) {
    return OUTPUT.equals(option.userObject()) || option.userObject() == Source.FILE_SETTING;
  }

  /**
   * The positional parameters.
   *
   * @param arity picocli's notation: {@code 1}, {@code 0..1}, {@code 1..*}
   */
  static PositionalParamSpec files(String arity, String label, String description) {
    return PositionalParamSpec.builder()
        .index(arity.endsWith("*") ? "0..*" : "0")
        .arity(arity)
        .required(!arity.startsWith("0"))
        .hideParamSyntax(true)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /**
   * One positional parameter that is one of a few words.
   *
   * @param arity picocli's notation: {@code 1}, {@code 0..1}
   */
  static PositionalParamSpec word(
      String arity, List<String> words, String label, String description) {
    return files(arity, label, description).toBuilder().completionCandidates(words).build();
  }

  private static OptionSpec.Builder flagBuilder(String description, String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0").description(description);
  }

  private static OptionSpec.Builder textBuilder(String label, String description, String... names) {
    return OptionSpec.builder(names).type(String.class).paramLabel(label).description(description);
  }

  private record OneOf(List<String> choices) implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (choices.contains(text)) {
        return text;
      }
      throw new TypeConversionException(
          "'"
              + text
              + "' is none of "
              + String.join(", ", choices)
              + Nearest.suggestion(text, choices));
    }
  }

  private record WholeNumber(int least) implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least) {
        return Integer.valueOf(text);
      }
      throw new TypeConversionException(
          "'" + text + "' is not a whole number from " + least + " on");
    }
  }
}
