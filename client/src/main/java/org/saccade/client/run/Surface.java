package org.saccade.client.run;

/** Where frames are shown, and how. */
public record Surface(Kind kind, boolean isFullScreen, boolean isVsync, boolean hasOverlay) {
  /** A window, no window, or a window where there is a display. */
  public enum Kind {
    WINDOW,
    HEADLESS,
    WINDOW_OR_HEADLESS
  }
}
