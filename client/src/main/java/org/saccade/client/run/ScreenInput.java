package org.saccade.client.run;

import java.util.Set;
import org.saccade.xr.DesktopInput;

/**
 * What a person did since the last poll.
 *
 * @param isCloseAsked the window is to close
 * @param isResized the picture's size changed
 * @param wishes switches thrown by keys
 */
public record ScreenInput(
    DesktopInput walking, boolean isCloseAsked, boolean isResized, Set<Wish> wishes) {
  /** A switch a key throws. */
  public enum Wish {
    TOGGLE_OVERLAY,
    TOGGLE_HELP,
    TAKE_PICTURE,
    NEXT_POLICY,
    TOGGLE_MENU
  }

  public ScreenInput {
    wishes = Set.copyOf(wishes);
  }

  /** Nothing happened. */
  public static ScreenInput nothing() {
    return new ScreenInput(DesktopInput.idle(0), false, false, Set.of());
  }
}
