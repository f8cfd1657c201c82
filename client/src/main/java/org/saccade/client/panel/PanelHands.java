package org.saccade.client.panel;

import org.jspecify.annotations.Nullable;

/** What a person's hands do with panels, as of the last poll of a headset's input. Frame thread. */
public interface PanelHands {
  /** No hand is seen. */
  PanelHands NONE =
      new PanelHands() {
        @Override
        public @Nullable HandRay ray(int hand) {
          return null;
        }

        @Override
        public boolean isMenuPressed() {
          return false;
        }
      };

  /** Where hand 0 (left) or 1 (right) points; null while it is not seen. */
  @Nullable HandRay ray(int hand);

  /** Whether either hand holds its menu button down. */
  boolean isMenuPressed();
}
