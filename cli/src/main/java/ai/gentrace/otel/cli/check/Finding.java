package ai.gentrace.otel.cli.check;

import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.yaml.Position;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule found.
 *
 * @param message one or two sentences without the place
 * @param help what to do; empty where the message says it
 * @param place the offending text
 * @param path the keys from the config's top to the place, such as {@code
 *     exporters.otlphttp/gentrace.endpoint}; empty for the config as a whole
 * @param fix null where none is sure
 */
public record Finding(
    RuleInfo rule,
    Severity severity,
    String message,
    String help,
    Place place,
    String path,
    @Nullable Fix fix)
    implements Comparable<Finding> {

  /** By line, column, rule and message. */
  @Override
  public int compareTo(Finding other) {
    int places = start().compareTo(other.start());
    int rules = places != 0 ? places : rule.id().compareTo(other.rule.id());
    return rules != 0 ? rules : message.compareTo(other.message);
  }

  // Written out, as every validate sorts out equal findings: a record's own are put together at run
  // time, which costs the first call milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Finding that
        && place.extent().equals(that.place.extent())
        && message.equals(that.message)
        && help.equals(that.help)
        && path.equals(that.path)
        && severity == that.severity
        && rule.equals(that.rule)
        && place.equals(that.place)
        && Objects.equals(fix, that.fix);
  }

  @Override
  public int hashCode() {
    return 31 * place.extent().hashCode() + message.hashCode();
  }

  /** Where it begins, in the file that the user gave. */
  public Position start() {
    return place.start();
  }

  /** The same with another level. */
  public Finding withSeverity(Severity other) {
    return new Finding(rule, other, message, help, place, path, fix);
  }

  /** The same with a path. */
  Finding withPath(String other) {
    return new Finding(rule, severity, message, help, place, other, fix);
  }
}
