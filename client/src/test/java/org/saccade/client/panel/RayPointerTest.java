package org.saccade.client.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saccade.xr.Pose;

@NullMarked
final class RayPointerTest {
  private static final PanelPlace FAR = new PanelPlace(new Pose(0, 1, -2, 0, 0, 0, 1), 2, 1);
  private static final PanelPlace NEAR = new PanelPlace(new Pose(0.9, 1, -1, 0, 0, 0, 1), 0.2, 1);
  private static final HandRay BESIDE = at(5, 0);

  private final RayPointer pointer = new RayPointer();

  private static HandRay at(double x, double trigger) {
    return new HandRay(new Pose(x, 1, 0, 0, 0, 0, 1), (float) trigger);
  }

  private static HandRay nearer(double x, double trigger) {
    return new HandRay(new Pose(x, 1, -0.5, 0, 0, 0, 1), (float) trigger);
  }

  private RayPointer.@Nullable Spot next(@Nullable HandRay left, @Nullable HandRay right) {
    return pointer.next(left, right, List.of(FAR));
  }

  private RayPointer.Spot spot(@Nullable HandRay left, @Nullable HandRay right) {
    var spot = next(left, right);
    assertNotNull(spot);
    return spot;
  }

  @Test
  void isNowhereWhileNobodyPointsAtAPanel() {
    assertNull(next(null, null));
    assertNull(next(BESIDE, null));
    assertNull(pointer.next(at(0, 1), at(0, 1), List.of()));
  }

  @Test
  void isWhereTheNearestHandPoints() {
    assertEquals(0, spot(nearer(0, 0), at(0.5, 0)).hand());
    assertEquals(1, spot(at(0, 0), nearer(0.5, 0)).hand());
    assertEquals(0.75, spot(null, at(0.5, 0)).across(), 1e-9);
  }

  @Test
  void takesTheNearestOfTwoPanels() {
    var hit = pointer.next(null, at(0.9, 0), List.of(FAR, NEAR));
    assertNotNull(hit);
    assertEquals(1, hit.panel());
  }

  @Test
  void pressesBeyondSixTenthsAndLetsGoBelowFour() {
    assertFalse(spot(null, at(0, 0.6)).isPressed());
    assertTrue(spot(null, at(0, 0.61)).isPressed());
    assertTrue(spot(null, at(0, 0.45)).isPressed(), "a trembling finger");
    assertFalse(spot(null, at(0, 0.39)).isPressed());
    assertFalse(spot(null, at(0, 0.55)).isPressed());
  }

  @Test
  void staysWithTheHandThatPressedLast() {
    next(at(-0.5, 0), nearer(0.5, 0));
    assertEquals(0, spot(at(-0.5, 1), nearer(0.5, 0)).hand());
    assertEquals(0, spot(at(-0.5, 0), nearer(0.5, 0)).hand());
    assertEquals(1, spot(BESIDE, nearer(0.5, 0)).hand(), "unless it points elsewhere");
  }

  @Test
  void isNotTakenFromAHandThatHoldsSomething() {
    spot(at(-0.5, 1), at(0.5, 0));
    var held = spot(at(-0.5, 1), at(0.5, 1));
    assertEquals(0, held.hand());
    assertTrue(held.isPressed());
  }

  @Test
  void holdsTheLastSpotWhileAHeldHandSlidesOff() {
    spot(null, at(0.5, 1));
    var slid = spot(null, at(5, 1));
    assertEquals(0.75, slid.across(), 1e-9);
    assertTrue(slid.isPressed());
    assertNull(next(null, at(5, 0)));
  }

  @Test
  void doesNotPressWhatWasPulledBesideThePanel() {
    next(null, at(5, 1));
    assertFalse(spot(null, at(0.5, 1)).isPressed());
  }

  @Test
  void letsGoWhenTheHandIsNoLongerSeen() {
    assertTrue(spot(null, at(0.5, 1)).isPressed());
    assertNull(next(null, null));
    assertTrue(spot(null, at(0.5, 1)).isPressed(), "a new pull is a new press");
  }

  @Test
  void forgetsAPanelThatWasClosedUnderAHeldHand() {
    spot(null, at(0.5, 1));
    assertNull(pointer.next(null, at(0.5, 1), List.of()));
  }
}
