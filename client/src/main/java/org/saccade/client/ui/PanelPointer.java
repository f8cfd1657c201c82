package org.saccade.client.ui;

import imgui.ImGuiIO;
import java.util.ArrayList;
import java.util.List;

/** What the mouse did, on its way from the window to the panels, oldest first. Frame thread. */
public final class PanelPointer {
  private sealed interface Event {
    record Moved(float x, float y) implements Event {}

    record Pressed(boolean isDown) implements Event {}
  }

  private final List<Event> events = new ArrayList<>();
  private float lastX = Float.NaN;
  private float lastY = Float.NaN;

  /** The pointer is here now, in pixels of the framebuffer from its upper left. */
  public void move(double x, double y) {
    place((float) x, (float) y);
  }

  /** The pointer is on no panel now. */
  public void leave() {
    place(-Float.MAX_VALUE, -Float.MAX_VALUE);
  }

  /** Of moves with nothing between them only the last counts. */
  private void place(float x, float y) {
    if (x == lastX && y == lastY) {
      return;
    }
    lastX = x;
    lastY = y;
    if (!events.isEmpty() && events.getLast() instanceof Event.Moved) {
      events.removeLast();
    }
    events.add(new Event.Moved(x, y));
  }

  /** The main button went down or up. */
  public void press(boolean isDown) {
    events.add(new Event.Pressed(isDown));
  }

  /** Forgets what no panel was there for; a button held then counts as let go. */
  public void clear() {
    events.clear();
    lastX = Float.NaN;
    events.add(new Event.Pressed(false));
  }

  /** Whether it did anything that no panel has seen. */
  boolean isWaiting() {
    return !events.isEmpty();
  }

  void drainTo(ImGuiIO io) {
    for (var event : events) {
      switch (event) {
        case Event.Moved(float x, float y) -> io.addMousePosEvent(x, y);
        case Event.Pressed(boolean isDown) -> io.addMouseButtonEvent(0, isDown);
      }
    }
    events.clear();
  }
}
