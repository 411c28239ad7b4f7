package ai.gentrace.otel.cli.yaml.edit;

import ai.gentrace.otel.cli.yaml.YamlNode;
import ai.gentrace.otel.cli.yaml.YamlScalar;
import java.util.List;

/**
 * A scalar to be written.
 *
 * @param style how it is written where the place allows; a plain one keeps the type its text has,
 *     any other is a string
 */
public record NewScalar(String text, Style style) implements NewNode {
  /** How a scalar is written. */
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED
  }

  /** A string, quoted only where its text needs it. */
  public static NewScalar string(String text) {
    return new NewScalar(text, PlainText.isString(text) ? Style.PLAIN : Style.SINGLE_QUOTED);
  }

  /** A number, boolean or null: its text decides. */
  public static NewScalar plain(String text) {
    return new NewScalar(text, Style.PLAIN);
  }

  static NewScalar of(YamlScalar scalar) {
    return new NewScalar(
        scalar.value(),
        switch (scalar.style()) {
          case PLAIN -> Style.PLAIN;
          case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
          case DOUBLE_QUOTED, LITERAL, FOLDED -> Style.DOUBLE_QUOTED;
        });
  }

  /** Whether this is null. */
  public boolean isNull() {
    return style == Style.PLAIN && YamlScalar.isNull(text);
  }

  @Override
  public NewNode withoutNulls() {
    return isNull() ? new NewMapping(List.of(), true, false) : this;
  }

  @Override
  public boolean sameAs(YamlNode node) {
    if (!(node instanceof YamlScalar scalar) || scalar.properties().tag() != null) {
      return false;
    }
    if (isNull() || scalar.isNull()) {
      return isNull() && scalar.isNull();
    }
    boolean plain = style == Style.PLAIN;
    boolean otherPlain = scalar.style() == YamlScalar.Style.PLAIN;
    return text.equals(scalar.value()) && (plain == otherPlain || PlainText.isString(text));
  }
}
