package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
final class WindowScaleTest {
  @Test
  void aFineDisplayUnderX11CountsInPixelsAndShowsLargerText() {
    var scale = WindowScale.of(2, 2560, 2560);
    assertEquals(700, scale.pixels(700));
    assertEquals(1280, scale.points(2560));
    assertEquals(2, scale.overlay(1));
    assertEquals(3, scale.overlay(1.5));
  }

  @Test
  void aFineDisplayUnderWaylandCountsInPoints() {
    var scale = WindowScale.of(1.5, 1920, 1280);
    assertEquals(300, scale.pixels(200), 1e-9);
    assertEquals(1280, scale.points(1920));
  }

  @Test
  void theMiddleIsZeroAndTheEdgesAreOne() {
    assertEquals(0, WindowScale.across(640, 1280));
    assertEquals(-1, WindowScale.across(-5, 1280));
    assertEquals(1, WindowScale.across(2000, 1280));
  }

  @Test
  void aWindowWithoutPixelsHasAnOrdinaryScale() {
    assertEquals(new WindowScale(1, 1), WindowScale.of(0, 0, 0));
  }
}
