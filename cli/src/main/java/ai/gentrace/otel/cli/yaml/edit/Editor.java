package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Changes YAML files by inserting and deleting text. Stateless. */
public final class Editor {
  private Editor() {}

  /**
   * Carries out changes that all concern one file, or block scalars in it. All or nothing: the
   * first change that cannot be carried out, or the first doubt about the result, refuses them all.
   *
   * @param changes in the order in which they were wished; at least one
   * @throws IllegalArgumentException if they concern several files or contradict one another
   */
  public static EditResult edit(List<Change> changes) {
    YamlStream file = file(changes);
    try {
      StreamEdits top = Assembly.of(file, new Planner().plan(changes));
      byte[] bytes = encode(file.source(), top.outputText());
      YamlStream output = YamlStream.parse(YamlSource.decode(file.source().name(), bytes));
      Edited edited = new Edited(bytes, output, top.textEdits());
      if (edited.changed()) {
        RoundTrip.verify(changes, top, Verifier.verify(top, output));
      }
      return edited;
    } catch (RefusedException e) {
      return e.refusal();
    }
  }

  private static YamlStream file(List<Change> changes) {
    Set<YamlStream> files = Collections.newSetFromMap(new IdentityHashMap<>());
    changes.forEach(change -> files.add(change.place().stream().file()));
    if (files.size() != 1) {
      throw new IllegalArgumentException("Changes of " + files.size() + " files in one edit.");
    }
    return files.iterator().next();
  }

  static byte[] encode(YamlSource source, String text) {
    String whole = source.byteOrderMark() ? "\uFEFF" + text : text;
    return whole.getBytes(source.charset());
  }
}
