package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.check.CheckInput;
import ai.gentrace.otel.cli.check.CheckOptions;
import ai.gentrace.otel.cli.check.CheckResult;
import ai.gentrace.otel.cli.check.Checker;
import ai.gentrace.otel.cli.collector.Catalogue;
import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.PublishedComponents;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.gentrace.GentracePath;
import ai.gentrace.otel.cli.graph.Diagram;
import ai.gentrace.otel.cli.graph.DotDiagram;
import ai.gentrace.otel.cli.graph.HtmlPage;
import ai.gentrace.otel.cli.graph.MermaidDiagram;
import ai.gentrace.otel.cli.graph.Note;
import ai.gentrace.otel.cli.graph.OtelBinLink;
import ai.gentrace.otel.cli.graph.Redaction;
import ai.gentrace.otel.cli.graph.SvgDiagram;
import ai.gentrace.otel.cli.graph.TextDiagram;
import ai.gentrace.otel.cli.graph.TextFormat;
import ai.gentrace.otel.cli.report.Style;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Draws a config, or links to the page that does. */
final class GraphCommand implements Command {
  private static final String HTML = "html";

  private final PositionalParamSpec files =
      Options.files(
          "0..1", "FILE", "The collector's config. Without FILE: the first usual name here.");
  private final OptionSpec format =
      Options.choice(
          List.of("text", "mermaid", "dot", "svg", HTML), "What to draw it as.", "--format");
  private final OptionSpec output =
      Options.outputFile("FILE", "Write the picture to FILE.", "-o", "--output");
  private final OptionSpec force =
      Options.flag("Overwrite the file of -o if it is there.", "--force");
  private final OptionSpec otelbin =
      Options.flag(
          "Print the link that shows the config in OTelBin. Nothing is sent anywhere.",
          "--otelbin");
  private final OptionSpec open =
      Options.flag("Open the link, or the file of -o, in the browser.", "--open");
  private final OptionSpec ascii =
      Options.flag("Draw the text with ASCII characters only.", "--ascii");
  private final GentraceOptions gentrace = GentraceOptions.create();

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().addPositional(files);
    List.of(format, output, force, otelbin, open, ascii).forEach(spec::addOption);
    gentrace.addTo(spec);
    spec.usageMessage()
        .footer(
            "Examples:",
            "  gentrace-otel graph collector.yaml",
            "  gentrace-otel graph collector.yaml --format html -o collector.html --open",
            "  gentrace-otel graph collector.yaml --otelbin");
    return spec;
  }

  @Override
  public ExitCode run(Arguments arguments, Console console) throws IOException {
    List<String> named = GivenConfig.files(arguments.list(files), console);
    boolean opens = arguments.has(open);
    if (arguments.has(otelbin)) {
      String link = OtelBinLink.of(Redaction.of(read(named.get(0), console)));
      ExitCode code =
          OutputFile.write(
              console,
              arguments.text(output, Delivery.STREAM),
              bytes(link + "\n"),
              arguments.has(force));
      return opens && code == ExitCode.DONE ? Browser.open(link, console) : code;
    }
    String target = arguments.text(output, Delivery.STREAM);
    if (opens && target.equals(Delivery.STREAM)) {
      throw new UsageException(
          "--open has nothing to open", "add --otelbin, or write to a file with -o FILE");
    }
    String picture = picture(named, arguments, console);
    ExitCode code = OutputFile.write(console, target, bytes(picture), arguments.has(force));
    return opens && code == ExitCode.DONE
        ? Browser.open(console.resolve(target).toAbsolutePath().toUri().toString(), console)
        : code;
  }

  private String picture(List<String> named, Arguments arguments, Console console)
      throws IOException {
    GivenConfig given = GivenConfig.read(named, arguments, console);
    LocatedConfig located = given.configs().get(0);
    GentraceEndpoint endpoint = gentrace.endpoint(arguments);
    Set<ComponentId> exporters =
        GentracePath.of(given.config(), endpoint).exporters().stream()
            .map(Component::id)
            .collect(Collectors.toSet());
    List<Note> notes =
        check(located, endpoint, arguments).findings().stream().map(Note::of).toList();
    Diagram diagram = Diagram.of(given.config(), exporters, notes);
    return switch (arguments.text(format, "text")) {
      case "mermaid" -> mermaid(diagram, console);
      case "dot" -> DotDiagram.of(diagram);
      case "svg" -> SvgDiagram.of(diagram);
      case HTML ->
          HtmlPage.of(diagram, located.file().source().name(), Redaction.of(located.file()));
      default -> TextDiagram.of(diagram, textFormat(arguments, console));
    };
  }

  private CheckResult check(LocatedConfig located, GentraceEndpoint endpoint, Arguments arguments) {
    CollectorRelease release = ConfigOptions.of(arguments).release(located, List.of());
    PublishedComponents components =
        new PublishedComponents(Catalogue.bundled(), release.version(), release.distribution());
    CheckOptions options =
        new CheckOptions(
            endpoint,
            gentrace.keyVariable(arguments),
            CheckOptions.DEFAULT.baseline(),
            CheckOptions.DEFAULT.disabled(),
            CheckOptions.DEFAULT.levels());
    return Checker.check(
        new CheckInput(List.of(located.file()), List.of(located), false, release, components, ""),
        options);
  }

  private static String mermaid(Diagram diagram, Console console) {
    if (diagram.edges().size() > MermaidDiagram.MOST_EDGES) {
      console.warning(
          diagram.edges().size()
              + " lines; Mermaid draws "
              + MermaidDiagram.MOST_EDGES
              + " unless maxEdges in its configuration says more");
    }
    return MermaidDiagram.of(diagram);
  }

  private TextFormat textFormat(Arguments arguments, Console console) {
    boolean toFile = arguments.text(output).isPresent();
    boolean toTerminal = console.terminal().output() && !toFile;
    int columns = toTerminal ? console.terminal().columns() : TextFormat.USUAL_COLUMNS;
    boolean unicode = !arguments.has(ascii) && !(toTerminal && console.terminal().ascii());
    return new TextFormat(columns, unicode, !toFile && console.style() == Style.COLORED);
  }

  /** A file as it is, whatever it holds. */
  private static YamlStream read(String file, Console console) throws IOException {
    boolean stdin = file.equals(Delivery.STREAM);
    byte[] bytes = stdin ? console.in().readAllBytes() : Files.readAllBytes(console.resolve(file));
    return YamlStream.parse(YamlSource.decode(file, bytes));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
