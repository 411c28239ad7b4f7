package ai.gentrace.otel;

import org.jspecify.annotations.Nullable;

/**
 * The elements of one open array or object. It remembers the last place where the marker of
 * left-out elements still fitted: elements may go beyond it in the hope that all will fit, and are
 * taken back if not.
 */
final class JsonSeries {
  private final JsonText text;
  private final String marker;
  private final JsonRoom last;
  private final JsonRoom followed;
  private boolean isEmpty = true;
  private int markerPlace = -1;
  private boolean markerPlaceIsFirst;
  // The first element behind the marker's place.
  private @Nullable Element beyond;

  /** One element without its comma. */
  interface Element {
    boolean write(JsonRoom room);
  }

  JsonSeries(JsonText text, String marker, JsonRoom room) {
    this.text = text;
    this.marker = marker;
    this.last = room.less(1, 0);
    this.followed = room.less(1, 1 + marker.length());
    noteMarkerPlace(null);
  }

  /** Adds an element, and says whether it fitted. */
  boolean add(Element element, boolean more) {
    if (!write(element, more ? followed : last)) {
      return false;
    }
    noteMarkerPlace(element);
    return true;
  }

  private boolean write(Element element, JsonRoom room) {
    int start = text.length();
    if ((isEmpty || text.raw(",", room.tight)) && element.write(room)) {
      isEmpty = false;
      return true;
    }
    text.rollback(start);
    return false;
  }

  private void noteMarkerPlace(@Nullable Element added) {
    int comma = isEmpty ? 0 : 1;
    if (text.hasRoomFor(comma + marker.length(), last.loose)) {
      markerPlace = text.length();
      markerPlaceIsFirst = isEmpty;
      beyond = null;
    } else if (beyond == null) {
      beyond = added;
    }
  }

  /** Ends the series with the marker; false where not even that fits. */
  boolean leaveOutTheRest() {
    if (!backToMarkerPlace()) {
      return false;
    }
    return text.raw(isEmpty ? marker : "," + marker, last.tight);
  }

  /** Takes back what went beyond the marker's place; its first element may still fit when cut. */
  boolean backToMarkerPlace() {
    if (markerPlace < 0) {
      return false;
    }
    text.rollback(markerPlace);
    isEmpty = markerPlaceIsFirst;
    if (beyond != null) {
      write(beyond, followed.loosely());
    }
    return true;
  }
}
