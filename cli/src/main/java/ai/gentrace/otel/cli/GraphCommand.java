package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.graph.OtelBinLink;
import ai.gentrace.otel.cli.graph.RedactedText;
import ai.gentrace.otel.cli.yaml.YamlProblem;
import ai.gentrace.otel.cli.yaml.YamlSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Draws a config's pipelines, or opens it in OTelBin. */
final class GraphCommand implements Command {
  /** What Windows takes for a whole command line, less the rest of it. */
  private static final int LONGEST_ARGUMENT = 30_000;

  private final PositionalParamSpec files =
      Options.files(
          "0..1",
          "FILE",
          "A collector config, also inside Helm values, an operator resource or a ConfigMap; - is"
              + " standard input. Without it, the first usual name here, such as collector.yaml.");
  private final OptionSpec format =
      Options.commandLineChoice(
          ConfigPicture.FORMATS, "What to draw; text unless given.", "--format");
  private final OptionSpec otelbin =
      Options.flag(
          "Print the link that opens the config in OTelBin, made here and now without the network."
              + " Literal secrets are redacted.",
          "--otelbin");
  private final OptionSpec open =
      Options.flag("Open the link, or the picture of svg and html, in the browser.", "--open");
  private final OptionSpec output =
      Options.outputFile("FILE", "Write there instead of standard output.", "-o", "--output");
  private final OptionSpec force = Options.flag("Let --output overwrite a file.", "--force");
  private final OptionSpec ascii =
      Options.flag(
          "Draw the text with ASCII characters only, as where the locale has no UTF-8.", "--ascii");
  private final GentraceOptions gentrace = GentraceOptions.create();

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.create()
            .addPositional(files)
            .addOption(format)
            .addOption(otelbin)
            .addOption(open)
            .addOption(output)
            .addOption(force)
            .addOption(ascii)
            .addOption(gentrace.baseUrl());
    spec.usageMessage()
        .description(
            "Shows a lane for each pipeline; the way to Gentrace stands out, and what the collector"
                + " will refuse is marked.")
        .footer(
            "gentrace-otel graph collector.yaml",
            "gentrace-otel graph collector.yaml --format html --open",
            "gentrace-otel graph collector.yaml --format svg -o pipelines.svg",
            "gentrace-otel graph collector.yaml --otelbin --open");
    return spec;
  }

  @Override
  public ExitCode run(Arguments arguments, Console console)
      throws IOException, InterruptedException {
    String wanted = arguments.text(format, ConfigPicture.TEXT);
    boolean link = arguments.has(otelbin);
    if (link && arguments.text(format).isPresent()) {
      throw new UsageException("--otelbin prints a link and takes no --format", "give one of them");
    }
    if (arguments.has(open) && !link && !wanted.equals("svg") && !wanted.equals("html")) {
      throw new UsageException(
          "--open has nothing to open", "give it with --otelbin, --format html or --format svg");
    }
    String file = GivenConfig.files(arguments.list(files), console).get(0);
    YamlSource source = read(file, console);
    if (link) {
      String url = link(source, console);
      ExitCode delivered = deliver(url + "\n", arguments, console);
      if (delivered == ExitCode.DONE && arguments.has(open)) {
        open(withinReach(url), "the link is printed", console);
      }
      return delivered;
    }
    ConfigPicture picture =
        new ConfigPicture(
            ConfigOptions.of(arguments),
            gentrace.endpoint(arguments),
            console.unicode() && !arguments.has(ascii),
            console);
    String drawn = picture.of(source, wanted);
    return arguments.has(open)
        ? openPicture(drawn, wanted, arguments, console)
        : deliver(drawn, arguments, console);
  }

  private static YamlSource read(String file, Console console) throws IOException {
    if (file.equals(Delivery.STREAM)) {
      return YamlSource.decode("<stdin>", console.in().readAllBytes());
    }
    Path path = console.resolve(file);
    if (Files.isDirectory(path)) {
      throw new UsageException(file + ": is a directory", "name the file in it");
    }
    return YamlSource.decode(file, Files.readAllBytes(path));
  }

  private static String link(YamlSource source, Console console) {
    YamlProblem encoding = source.encodingProblem();
    if (encoding != null) {
      Place place = new Place(source, encoding.extent());
      console.warning(place + ": " + encoding.message() + " The link holds U+FFFD instead.");
    }
    RedactedText redacted = RedactedText.of(source);
    if (redacted.secrets() > 0) {
      console.note(
          redacted.secrets() == 1
              ? "1 literal secret is redacted in the link"
              : redacted.secrets() + " literal secrets are redacted in the link");
    }
    return OtelBinLink.to(redacted.text());
  }

  private ExitCode deliver(String result, Arguments arguments, Console console) {
    return OutputFile.write(
        console,
        arguments.text(output, Delivery.STREAM),
        result.getBytes(StandardCharsets.UTF_8),
        arguments.has(force));
  }

  private ExitCode openPicture(String picture, String format, Arguments arguments, Console console)
      throws IOException, InterruptedException {
    Path file;
    if (arguments.text(output).isPresent()) {
      ExitCode delivered = deliver(picture, arguments, console);
      if (delivered != ExitCode.DONE) {
        return delivered;
      }
      file = console.resolve(arguments.text(output).get());
    } else {
      file = Files.createTempFile("gentrace-otel-", "." + format);
      Files.writeString(file, picture);
    }
    open(file.toAbsolutePath().toString(), "the picture is in " + file, console);
    return ExitCode.DONE;
  }

  /** The link itself, or a page that leads to it where no program takes so long an argument. */
  private static String withinReach(String url) throws IOException {
    if (url.length() <= LONGEST_ARGUMENT) {
      return url;
    }
    Path page = Files.createTempFile("gentrace-otel-", ".html");
    // All that HTML could take for its own is percent-encoded in the link.
    Files.writeString(
        page,
        "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>OTelBin</title>\n"
            + "<meta http-equiv=\"refresh\" content=\"0; url="
            + url
            + "\">\n");
    return page.toString();
  }

  private static void open(String page, String instead, Console console)
      throws InterruptedException {
    Optional<String> failure = Browser.of(console).open(page);
    failure.ifPresent(
        why -> {
          console.warning("no browser was opened: " + why);
          console.note(instead + "; open it yourself");
        });
  }
}
