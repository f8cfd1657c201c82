package org.saccade.client.panel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one pointer of two hands: the hand that pressed last has it, and while neither did, the one
 * nearer to a panel. A press counts only when it began on a panel, and lasts until the trigger is
 * let go, wherever the hand points then. Frame thread.
 */
public final class RayPointer {
  /** A trigger pulled beyond this presses. */
  static final float PRESSED = 0.6f;

  /** It must come back to this to let go, so that a trembling finger clicks once. */
  static final float RELEASED = 0.4f;

  private static final int NOBODY = -1;

  private final boolean[] isPulled = new boolean[2];
  private int owner = NOBODY;
  private boolean isPressing;
  private @Nullable Spot last;

  /**
   * Where the pointer is.
   *
   * @param hand 0 left, 1 right
   * @param panel its place in the list asked with
   * @param isPressed the hand holds what it points at
   */
  public record Spot(int hand, int panel, double across, double down, boolean isPressed) {}

  private record Aimed(int panel, PanelPlace.Hit hit) {}

  /**
   * The pointer of this frame; null when nobody points at a panel.
   *
   * @param left null while that hand is not seen
   * @param right the same
   * @param panels those shown, in the order of drawing
   */
  public @Nullable Spot next(
      @Nullable HandRay left, @Nullable HandRay right, List<PanelPlace> panels) {
    var aims = new Aimed[] {aimed(left, panels), aimed(right, panels)};
    boolean pressedLeft = pull(0, left);
    boolean pressedRight = pull(1, right);
    if (isPressing && !isPulled[owner]) {
      isPressing = false;
    }
    if (pressedRight && aims[1] != null) {
      hold(1);
    }
    if (pressedLeft && aims[0] != null) {
      hold(0);
    }
    last = spot(aims, panels.size());
    return last;
  }

  private void hold(int hand) {
    if (!isPressing) {
      owner = hand;
      isPressing = true;
    }
  }

  /** Follows a trigger; true when it was pressed just now. */
  private boolean pull(int hand, @Nullable HandRay ray) {
    boolean was = isPulled[hand];
    float trigger = ray == null ? 0 : ray.trigger();
    isPulled[hand] = trigger > (was ? RELEASED : PRESSED);
    return isPulled[hand] && !was;
  }

  private @Nullable Spot spot(@Nullable Aimed[] aims, int panels) {
    if (isPressing) {
      var before = last;
      var aim = aims[owner];
      if (before != null && before.isPressed() && (aim == null || aim.panel != before.panel())) {
        return before.panel() < panels ? before : null;
      }
      return aim == null ? null : spot(owner, aim, true);
    }
    int hand = owner != NOBODY && aims[owner] != null ? owner : nearest(aims);
    var aim = hand == NOBODY ? null : aims[hand];
    return aim == null ? null : spot(hand, aim, false);
  }

  private static Spot spot(int hand, Aimed aim, boolean isPressed) {
    return new Spot(hand, aim.panel, aim.hit.across(), aim.hit.down(), isPressed);
  }

  private static int nearest(@Nullable Aimed[] aims) {
    var left = aims[0];
    var right = aims[1];
    if (left == null) {
      return right == null ? NOBODY : 1;
    }
    return right != null && right.hit.metres() <= left.hit.metres() ? 1 : 0;
  }

  /** The nearest panel a hand points at. */
  private static @Nullable Aimed aimed(@Nullable HandRay ray, List<PanelPlace> panels) {
    Aimed best = null;
    for (int i = 0; ray != null && i < panels.size(); i++) {
      var hit = panels.get(i).hit(ray.aim());
      if (hit != null && (best == null || hit.metres() < best.hit.metres())) {
        best = new Aimed(i, hit);
      }
    }
    return best;
  }
}
