package ai.gentrace.otel.cli.gentrace;

import ai.gentrace.otel.cli.collector.Component;
import ai.gentrace.otel.cli.collector.ComponentId;
import ai.gentrace.otel.cli.collector.Pipeline;
import ai.gentrace.otel.cli.collector.Place;
import ai.gentrace.otel.cli.collector.ScalarValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** What a user asks for and parts that are there already do not have: merge leaves them alone. */
final class UnheededWishes {
  private final MergeRequest request;
  private final List<String> notes = new ArrayList<>();

  private UnheededWishes(MergeRequest request) {
    this.request = request;
  }

  /**
   * Says so, one sentence for each wish and part.
   *
   * @param exporters that are there already
   * @param copied what {@code --processors-from} would copy
   */
  static List<String> of(
      MergeRequest request,
      List<Component> exporters,
      List<Pipeline> pipelines,
      List<ComponentId> copied) {
    UnheededWishes wishes = new UnheededWishes(request);
    exporters.forEach(wishes::compare);
    pipelines.forEach(pipeline -> wishes.compare(pipeline, copied));
    return wishes.notes;
  }

  private void compare(Component exporter) {
    ScalarValue full = exporter.scalar("traces_endpoint");
    ScalarValue url = full == null ? exporter.scalar("endpoint") : full;
    if (!request.endpoint().equals(GentraceEndpoint.HOSTED)
        && url != null
        && !url.holdsExpression()
        && !url.text().startsWith(request.endpoint().baseUrl() + "/")) {
      note("--base-url", exporter.id(), "another URL", url.place());
    }
    ScalarValue header = AuthorizationHeader.value(exporter);
    if (!request.keyVariable().equals(KeyVariable.DEFAULT)
        && header != null
        && !header.text().equals(PartValues.authorization(request.keyVariable()))) {
      note("--api-key-env", exporter.id(), "another header", header.place());
    }
  }

  private void compare(Pipeline pipeline, List<ComponentId> copied) {
    Place place = pipeline.setting().keyPlace();
    LinkedHashSet<ComponentId> receivers = new LinkedHashSet<>(pipeline.receivers().ids());
    if (!request.receivers().isEmpty()
        && !receivers.equals(new LinkedHashSet<>(request.receivers()))) {
      note("--receivers", pipeline.id(), "receivers of its own", place);
    }
    if (!pipeline.processors().ids().containsAll(copied)) {
      note("--processors-from", pipeline.id(), "processors of its own", place);
    }
  }

  private void note(String option, ComponentId id, String what, Place place) {
    notes.add(
        option
            + " changed nothing: "
            + id
            + ", which was there already, has "
            + what
            + " ("
            + place
            + "). Change it there, or run remove first.");
  }
}
