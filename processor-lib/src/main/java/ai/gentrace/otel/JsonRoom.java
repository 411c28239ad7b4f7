package ai.gentrace.otel;

/**
 * How many characters a value must leave free behind it. What is written whole has to leave {@code
 * tight} free: all that is open around it still has to be closed. What is cut has to leave {@code
 * loose} free: then what follows is most likely left out, and each container around it that has
 * more elements needs room for the marker that says so.
 */
final class JsonRoom {
  static final JsonRoom ALL = new JsonRoom(0, 0);

  final int tight;
  final int loose;

  private JsonRoom(int tight, int loose) {
    this.tight = tight;
    this.loose = loose;
  }

  JsonRoom less(int closing, int marker) {
    return new JsonRoom(tight + closing, loose + closing + marker);
  }

  /** The room of what is cut in any case. */
  JsonRoom loosely() {
    return new JsonRoom(loose, loose);
  }
}
