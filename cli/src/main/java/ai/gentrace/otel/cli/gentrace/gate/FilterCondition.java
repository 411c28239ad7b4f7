package ai.gentrace.otel.cli.gentrace.gate;

import ai.gentrace.otel.cli.collector.ScalarType;
import ai.gentrace.otel.cli.collector.ScalarValue;
import ai.gentrace.otel.cli.collector.Signal;
import ai.gentrace.otel.cli.gentrace.ottl.OttlCondition;
import ai.gentrace.otel.cli.gentrace.ottl.OttlContext;
import ai.gentrace.otel.cli.gentrace.ottl.OttlNames;
import ai.gentrace.otel.cli.gentrace.ottl.OttlParse;
import ai.gentrace.otel.cli.gentrace.ottl.OttlParser;
import ai.gentrace.otel.cli.gentrace.ottl.OttlParts;
import ai.gentrace.otel.cli.gentrace.ottl.OttlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One OTTL condition of a filter processor; what it is true for is dropped.
 *
 * @param signal what it is about
 * @param stated the context that its list or item names; null where its paths have to
 * @param scalar as written
 */
public record FilterCondition(
    Signal signal, FilterStyle style, @Nullable OttlContext stated, ScalarValue scalar) {

  /** The collector's order: of the prefixes of a condition's paths, the first is its context. */
  private static final List<String> PRIORITY =
      List.of(
          "log",
          "exemplar",
          "datapoint",
          "metric",
          "spanevent",
          "span",
          "profile",
          "scope",
          "instrumentation_scope",
          "resource");

  /** What the collector makes of a condition. */
  public sealed interface Reading {
    /** It is evaluated, in that context. */
    record Understood(OttlCondition condition, OttlContext context) implements Reading {}

    /** It is no condition, whatever the context. */
    record Malformed(String reason, String help) implements Reading {}

    /** It names something that its context does not have. */
    record UnknownName(OttlNames.Unknown name, OttlContext context) implements Reading {}

    /** Its paths do not say which context it is for, and have to. */
    record WithoutContext(boolean hasPaths) implements Reading {}

    /** Its paths are of contexts that such a list does not take. */
    record ForeignContext(String prefix) implements Reading {}

    /** Nobody knows before the collector runs. */
    record Open() implements Reading {}
  }

  /** Whether the text is known before the collector starts, and is a text. */
  public boolean isText() {
    return scalar.type() == ScalarType.STRING && !scalar.holdsExpression();
  }

  /** The text as the collector sees it. */
  public String text() {
    return scalar.text().replace("$$", "$");
  }

  /** Whether it names something of Gentrace's. */
  public boolean mentionsGentrace() {
    return scalar.text().contains("gentrace.");
  }

  /** Reads the condition as the collector would. */
  public Reading read() {
    if (!scalar.isNull() && !isText()) {
      return new Reading.Open();
    }
    OttlParse parse = OttlParser.parse(scalar.isNull() ? "" : text());
    if (parse instanceof OttlParse.Refused refused) {
      return new Reading.Malformed(refused.reason(), refused.help());
    }
    return parse instanceof OttlParse.Parsed parsed
        ? inContext(parsed.condition())
        : new Reading.Open();
  }

  private Reading inContext(OttlCondition condition) {
    if (stated != null && style == FilterStyle.INFERRED && !contexts().containsValue(stated)) {
      return new Reading.ForeignContext(stated.prefix());
    }
    if (stated != null) {
      Optional<OttlNames.Unknown> unknown = firstUnknown(condition, stated, false);
      return unknown.isPresent()
          ? new Reading.UnknownName(unknown.get(), stated)
          : new Reading.Understood(condition, stated);
    }
    String prefix = inferredPrefix(condition);
    if (prefix == null) {
      return withoutContext(condition);
    }
    OttlContext context = contexts().get(prefix);
    if (context == null) {
      return new Reading.ForeignContext(prefix);
    }
    Optional<OttlNames.Unknown> unknown = firstUnknown(condition, context, true);
    if (unknown.isEmpty()) {
      return new Reading.Understood(condition, context);
    }
    OttlNames.Unknown name = unknown.get();
    // A context that lacks a symbol or function gives way to one that has it; which, is not
    // modelled.
    boolean elsewhere =
        contexts().values().stream()
            .anyMatch(
                other ->
                    switch (name.kind()) {
                      case SYMBOL -> OttlNames.isSymbol(other, name.name());
                      case FUNCTION -> OttlNames.isFunction(other, name.name());
                      case PATH, PREFIX, KEY -> false;
                    });
    if (elsewhere) {
      return new Reading.Open();
    }
    return name.kind() == OttlNames.Kind.PREFIX
        ? new Reading.WithoutContext(true)
        : new Reading.UnknownName(name, context);
  }

  /** The contexts that conditions of this signal may be for, by prefix; the main one first. */
  private Map<String, OttlContext> contexts() {
    List<OttlContext> contexts =
        switch (signal) {
          case TRACES -> List.of(OttlContext.SPAN, OttlContext.SPANEVENT);
          case METRICS -> List.of(OttlContext.METRIC, OttlContext.DATAPOINT);
          case LOGS -> List.of(OttlContext.LOG);
          case PROFILES -> List.of(OttlContext.PROFILE);
        };
    Map<String, OttlContext> byPrefix = new LinkedHashMap<>();
    contexts.forEach(context -> byPrefix.put(context.prefix(), context));
    byPrefix.put(OttlContext.SCOPE.prefix(), OttlContext.SCOPE);
    byPrefix.put(OttlContext.RESOURCE.prefix(), OttlContext.RESOURCE);
    return byPrefix;
  }

  /** A condition whose paths name no context: they are wrong, or there are none. */
  private Reading withoutContext(OttlCondition condition) {
    OttlContext main = contexts().values().iterator().next();
    for (OttlNames.Unknown unknown : new OttlNames(main, false).unknown(condition)) {
      if (unknown.kind() == OttlNames.Kind.FUNCTION) {
        return new Reading.UnknownName(unknown, main);
      }
    }
    List<OttlValue> values = OttlParts.of(condition);
    if (values.stream().anyMatch(OttlValue.Lambda.class::isInstance)) {
      return new Reading.Open();
    }
    for (OttlValue value : values) {
      if (value instanceof OttlValue.Path path) {
        boolean known =
            contexts().values().stream().anyMatch(each -> each.paths().contains(path.dotted()));
        return known
            ? new Reading.WithoutContext(true)
            : new Reading.UnknownName(
                new OttlNames.Unknown(OttlNames.Kind.PATH, path.dotted(), main.paths()), main);
      }
    }
    return new Reading.WithoutContext(false);
  }

  private static Optional<OttlNames.Unknown> firstUnknown(
      OttlCondition condition, OttlContext context, boolean prefixRequired) {
    return new OttlNames(context, prefixRequired).unknown(condition).stream().findFirst();
  }

  /** The prefix of the context that the paths ask for, or null if none names a context. */
  private static @Nullable String inferredPrefix(OttlCondition condition) {
    String best = null;
    for (OttlValue value : OttlParts.of(condition)) {
      if (value instanceof OttlValue.Path path && path.segments().size() > 1) {
        OttlValue.Segment first = path.segments().get(0);
        boolean names =
            first.keys().isEmpty()
                && (PRIORITY.contains(first.name())
                    || OttlContext.ofPrefix(first.name()).isPresent());
        if (names && (best == null || rank(first.name()) < rank(best))) {
          best = first.name();
        }
      }
    }
    return best;
  }

  private static int rank(String prefix) {
    int rank = PRIORITY.indexOf(prefix);
    return rank < 0 ? PRIORITY.size() : rank;
  }
}
