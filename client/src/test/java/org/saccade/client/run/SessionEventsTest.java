package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saccade.client.monado.CoreValidation;
import org.saccade.client.monado.OtherProgram;
import org.saccade.client.monado.RemoteDriver;
import org.saccade.client.monado.RemoteInput;
import org.saccade.client.monado.RuntimePlace;
import org.saccade.client.monado.TestLayer;
import org.saccade.xr.Pose;

/** What a runtime tells a session that goes on: focus, another origin, the display's rate. */
@NullMarked
@Tag("xr")
final class SessionEventsTest {
  private final RuntimePlace place = RuntimePlace.from(System.getenv());
  private final CoreValidation validation = new CoreValidation(place.verdicts());

  @Test
  void inputRestsWhileAnotherProgramHasItAndComesBack() {
    validation.forget();
    try (var service = WornHeadset.service(place);
        var driver = RemoteDriver.connect();
        var worn = new WornHeadset(false)) {
      var standing = RemoteInput.standing();
      driver.send(standing.withRight(standing.right().pulling(1, 0)));
      worn.until("a pulled trigger", () -> worn.hands().right().trigger() > 0.9);
      try (var _ = OtherProgram.start(place)) {
        worn.until("the focus of another program", () -> !worn.hasFocus());
        for (int i = 0; i < 10; i++) {
          assertTrue(worn.frame(), "frames go on");
          assertEquals(0, worn.hands().right().trigger(), "it is still pulled, for the other");
          assertFalse(worn.hands().right().isAimTracked());
        }
        assertEquals(1, told(worn, "another program has the headset's input"));
      }
      worn.until("the trigger again", () -> worn.hands().right().trigger() > 0.9);
      assertTrue(worn.hasFocus());
      assertEquals(1, told(worn, "the headset's input is back"));
      assertEquals(
          1, told(worn, "left hand: valve/index_controller, right hand: valve/index_controller"));
      assertTrue(service.isRunning());
    }
    assertEquals(List.of(), validation.errors());
  }

  @Test
  void aRecentredPersonLooksAheadFromTheMiddle() {
    validation.forget();
    try (var service = WornHeadset.service(place);
        var driver = RemoteDriver.connect();
        var worn = new WornHeadset(false)) {
      driver.send(RemoteInput.standing().withHead(Pose.looking(0.5, 1.6, -0.25, 0.75, 0)));
      worn.until("the head aside", () -> Math.abs(worn.located().head().x() - 0.5) < 0.01);
      OtherProgram.control(place, "-c");
      worn.until("the head in the middle", () -> isAhead(worn.located().head()));
      assertEquals(1, worn.recentrings());
      assertTrue(service.isRunning());
    }
    assertEquals(List.of(), validation.errors());
  }

  private static boolean isAhead(Pose head) {
    return Math.hypot(head.x(), head.z()) < 0.01
        && head.angleTo(Pose.looking(0, 0, 0, 0, 0)) < 0.02;
  }

  @Test
  void aRateThatIsNotOfferedIsAnsweredWithThoseThatAre() {
    validation.forget();
    try (var service = WornHeadset.service(place);
        var worn = new WornHeadset(false)) {
      worn.until("focus", worn::hasFocus);
      worn.link().ask(31);
      assertEquals(1, worn.news().stream().filter(line -> line.contains("31 Hz")).count());
      assertTrue(worn.link().words().endsWith(" Hz"), worn.link()::words);
      assertTrue(worn.frame() && service.isRunning());
    }
    assertEquals(List.of(), validation.errors());
  }

  @Test
  void withoutMasksOfTheLensesAllIsDrawn() {
    validation.forget();
    var layer = TestLayer.at(place);
    layer.forget();
    try (var service = WornHeadset.service(place);
        var worn = new WornHeadset(false)) {
      worn.until("focus", worn::hasFocus);
      worn.located();
      assertEquals(2, worn.link().screen().hidden().size(), "one a view");
      layer.failMasks();
      for (int i = 0; i < 3; i++) {
        worn.link().screen().lookAtMasks();
        assertEquals(List.of(), worn.link().screen().hidden());
        assertTrue(worn.frame(), "the session goes on");
      }
      assertEquals(1, worn.news().stream().filter(l -> l.contains("VisibilityMask")).count());
      assertTrue(service.isRunning());
    } finally {
      layer.forget();
    }
  }

  private static long told(WornHeadset worn, String line) {
    return worn.news().stream().filter(line::equals).count();
  }
}
