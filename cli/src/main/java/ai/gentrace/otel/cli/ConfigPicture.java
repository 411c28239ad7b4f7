package ai.gentrace.otel.cli;

import ai.gentrace.otel.cli.check.CheckInput;
import ai.gentrace.otel.cli.check.CheckOptions;
import ai.gentrace.otel.cli.check.Checker;
import ai.gentrace.otel.cli.check.Finding;
import ai.gentrace.otel.cli.collector.Catalogue;
import ai.gentrace.otel.cli.collector.CollectorConfig;
import ai.gentrace.otel.cli.collector.CollectorRelease;
import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ConfigChoice;
import ai.gentrace.otel.cli.collector.FileKind;
import ai.gentrace.otel.cli.collector.KnownComponents;
import ai.gentrace.otel.cli.collector.LocatedConfig;
import ai.gentrace.otel.cli.collector.PublishedComponents;
import ai.gentrace.otel.cli.gentrace.GentraceEndpoint;
import ai.gentrace.otel.cli.gentrace.GentracePath;
import ai.gentrace.otel.cli.gentrace.KeyVariable;
import ai.gentrace.otel.cli.graph.DotPicture;
import ai.gentrace.otel.cli.graph.Drawing;
import ai.gentrace.otel.cli.graph.HtmlPage;
import ai.gentrace.otel.cli.graph.MermaidPicture;
import ai.gentrace.otel.cli.graph.Scene;
import ai.gentrace.otel.cli.graph.SourceView;
import ai.gentrace.otel.cli.graph.SvgPicture;
import ai.gentrace.otel.cli.graph.TextPicture;
import ai.gentrace.otel.cli.report.Style;
import ai.gentrace.otel.cli.yaml.YamlProblem;
import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws the config of a file with the findings on it.
 *
 * @param options which config of the file, and which collector reads it
 * @param endpoint which Gentrace the way leads to
 * @param unicode whether text may be drawn with more than ASCII
 */
record ConfigPicture(
    ConfigOptions options, GentraceEndpoint endpoint, boolean unicode, Console console) {
  static final String TEXT = "text";

  /** What the picture may be. */
  static final List<String> FORMATS = List.of(TEXT, "mermaid", "dot", "svg", "html");

  /** What of a text can still be drawn although the collector refuses it. */
  private static final Set<YamlProblem.Kind> DRAWABLE =
      Set.of(YamlProblem.Kind.DUPLICATE_KEY, YamlProblem.Kind.COMPLEX_KEY);

  /**
   * Draws the config in a file.
   *
   * @param format one of {@link #FORMATS}
   * @throws UsageException if no config of the file can be meant
   */
  String of(YamlSource source, String format) {
    YamlStream file = YamlStream.parse(source);
    LocatedConfig located = choose(file);
    List<Finding> findings = check(file, located);
    Drawing drawing = Drawing.of(scene(located, findings));
    if (format.equals(TEXT)) {
      boolean colored = console.style() == Style.COLORED;
      return new TextPicture(console.terminal().columns(), unicode, colored).render(drawing);
    }
    if (format.equals("html")) {
      return HtmlPage.render(drawing, SourceView.of(located));
    }
    drawing.findings().forEach(finding -> console.note(line(finding)));
    return switch (format) {
      case "mermaid" -> {
        String flowchart = MermaidPicture.render(drawing);
        MermaidPicture.caveat(drawing, flowchart).ifPresent(console::warning);
        yield flowchart;
      }
      case "dot" -> DotPicture.render(drawing);
      default -> SvgPicture.render(drawing);
    };
  }

  private static String line(Finding finding) {
    return finding.place()
        + ": "
        + finding.severity().key()
        + ": "
        + finding.message()
        + " ["
        + finding.rule().id()
        + "]";
  }

  private LocatedConfig choose(YamlStream file) {
    List<YamlProblem> grave =
        file.problems().stream().filter(problem -> !DRAWABLE.contains(problem.kind())).toList();
    YamlSource source = file.source();
    YamlStream drawable = new YamlStream(source, file.documents(), grave, file.host());
    ConfigChoice choice = options.choose(drawable);
    if (choice instanceof ConfigChoice.Refused refused) {
      String where = refused.place() == null ? source.name() : refused.place().toString();
      throw new UsageException(where + ": " + refused.reason(), refused.wayOut());
    }
    return ((ConfigChoice.Chosen) choice).config();
  }

  private List<Finding> check(YamlStream file, LocatedConfig located) {
    CollectorRelease release = options.release(located, List.of());
    KnownComponents components =
        new PublishedComponents(Catalogue.bundled(), release.version(), release.distribution());
    CheckInput input =
        new CheckInput(List.of(file), List.of(located), false, release, components, "");
    CheckOptions rules = new CheckOptions(endpoint, KeyVariable.DEFAULT, null, Set.of(), Map.of());
    return Checker.check(input, rules).findings();
  }

  private Scene scene(LocatedConfig located, List<Finding> findings) {
    CollectorConfig config = located.config();
    String file = located.file().source().name();
    boolean plain = located.kind() == FileKind.PLAIN;
    return new Scene(
        plain ? file : file + " (" + located.title() + ")",
        config,
        located.kind() != FileKind.HELM_VALUES,
        GentracePath.of(config, endpoint).exporters().stream()
            .map(Component::id)
            .collect(Collectors.toUnmodifiableSet()),
        findings);
  }
}
