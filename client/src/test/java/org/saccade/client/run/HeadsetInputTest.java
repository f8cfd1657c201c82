package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.joml.Vector3f;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saccade.client.monado.CoreValidation;
import org.saccade.client.monado.RemoteButton;
import org.saccade.client.monado.RemoteDriver;
import org.saccade.client.monado.RemoteInput;
import org.saccade.client.monado.RuntimePlace;
import org.saccade.client.monado.TestLayer;
import org.saccade.xr.Gaze;
import org.saccade.xr.Hand;
import org.saccade.xr.HandJoints;
import org.saccade.xr.HapticPulse;
import org.saccade.xr.Pose;

@Tag("xr")
final class HeadsetInputTest {
  private final RuntimePlace place = RuntimePlace.from(System.getenv());
  private final CoreValidation validation = new CoreValidation(place.verdicts());
  private final TestLayer layer = TestLayer.at(place);

  @BeforeEach
  void forgetFormerTests() {
    validation.forget();
    layer.forget();
  }

  @AfterEach
  void leaveNoScript() {
    layer.forget();
  }

  @Test
  void headHandsAndButtonsArriveExactly() {
    try (var _ = WornHeadset.service(place);
        var driver = RemoteDriver.connect();
        var worn = new WornHeadset(true)) {
      worn.until("focus", worn::hasFocus);
      var head = Pose.looking(0.1, 1.55, -0.2, 0.3, -0.1);
      var left = Pose.looking(-0.25, 1.1, -0.4, 0.2, 0.4);
      var right = Pose.looking(0.3, 1.25, -0.5, -0.6, 0.1);
      var standing = RemoteInput.standing();
      driver.send(
          standing
              .withHead(head)
              .withLeft(standing.left().at(left).pulling(0.25f, 0.5f).pushing(-0.125f, 0.0625f))
              .withRight(
                  standing
                      .right()
                      .at(right)
                      .pulling(0.75f, 1)
                      .pushing(0.5f, -0.25f)
                      .pressing(RemoteButton.A)));
      worn.until(
          "both hands",
          () -> worn.hands().left().squeeze() == 0.5f && worn.hands().right().squeeze() == 1);
      worn.until("the head", () -> near(worn.located().head().in(inverse(worn)), head));
      var hands = worn.hands();
      assertTrue(hands.left().isGripTracked() && hands.right().isAimTracked());
      assertTrue(near(hands.left().grip(), left), () -> "left " + hands.left().grip());
      assertTrue(near(hands.right().grip(), right), () -> "right " + hands.right().grip());
      assertEquals(0.25f, hands.left().trigger());
      assertEquals(0.75f, hands.right().trigger());
      assertEquals(-0.125f, hands.left().stickX());
      assertEquals(0.0625f, hands.left().stickY());
      assertEquals(0.5f, hands.right().stickX());
      assertEquals(-0.25f, hands.right().stickY());
      assertTrue(hands.right().isTeleportPressed());
      assertFalse(hands.left().isMenuPressed());
      driver.send(standing.withLeft(standing.left().pressing(RemoteButton.B)));
      worn.until("the menu", () -> worn.hands().left().isMenuPressed());
      assertFalse(worn.hands().right().isTeleportPressed());
      worn.input().readProfiles();
      assertEquals("/interaction_profiles/valve/index_controller", worn.input().profile(Hand.LEFT));
    }
    assertEquals(List.of(), validation.errors());
  }

  /** The play space of a person who moved nowhere is the world. */
  private static Pose inverse(WornHeadset worn) {
    assertEquals(0, worn.rig().origin().distanceTo(Pose.IDENTITY), 1e-9);
    return Pose.IDENTITY;
  }

  private static boolean near(Pose seen, Pose wanted) {
    return seen.distanceTo(wanted) < 1e-3 && seen.angleTo(wanted) < 2e-3;
  }

  @Test
  void jointsArriveAndBend() {
    try (var _ = WornHeadset.service(place);
        var driver = RemoteDriver.connect();
        var worn = new WornHeadset(true)) {
      var standing = RemoteInput.standing();
      driver.send(standing);
      worn.until("joints", () -> worn.hands().right().joints() != null);
      double open = reach(worn);
      var fist = standing.right().curling(List.of(1f, 1f, 1f, 1f, 1f));
      driver.send(standing.withRight(fist));
      worn.until("a fist", () -> worn.hands().right().joints() != null && reach(worn) < 0.8 * open);
      driver.send(standing.withRight(standing.right().seen(true, false)));
      worn.until("a lost hand", () -> worn.hands().right().joints() == null);
    }
    assertEquals(List.of(), validation.errors());
  }

  /** From the wrist to the tip of the index finger. */
  private static double reach(WornHeadset worn) {
    var joints = worn.hands().right().joints();
    assertNotNull(joints);
    assertTrue(joints.radius(HandJoints.INDEX_TIP) > 0);
    return joints.pose(HandJoints.WRIST).distanceTo(joints.pose(HandJoints.INDEX_TIP));
  }

  @Test
  void bareHandsArriveAsTheRuntimeInterpretsThem() {
    layer.layDownControllers();
    try (var _ = WornHeadset.service(place);
        var driver = RemoteDriver.connect();
        var worn = new WornHeadset(true)) {
      assertTrue(worn.link().session().instance().has("XR_EXT_hand_interaction"));
      var standing = RemoteInput.standing();
      driver.send(standing.withRight(standing.right().pulling(0.75f, 0.5f)));
      worn.until("a finger that points", () -> worn.hands().right().trigger() == 0.75f);
      assertEquals(
          "/interaction_profiles/ext/hand_interaction_ext", worn.input().profile(Hand.RIGHT));
      assertEquals(0.5f, worn.hands().right().squeeze());
      assertTrue(worn.hands().right().isAimTracked() && worn.hands().right().isGripTracked());
      assertFalse(worn.hands().right().isTeleportPressed());
      driver.send(
          standing.withLeft(standing.left().pulling(1, 0).pushing(0, 1).pressing(RemoteButton.B)));
      worn.until("a hand that teleports", () -> worn.hands().left().isTeleportPressed());
      assertFalse(worn.hands().left().isMenuPressed(), "a hand has no button");
      assertEquals(0, worn.hands().left().stickY(), "nor a stick");
    }
    assertTrue(validation.isWatching());
    assertEquals(List.of(), validation.errors());
  }

  @Test
  void withoutControllersJointsPoint() {
    try (var _ = WornHeadset.service(place);
        var driver = RemoteDriver.connect();
        var worn = new WornHeadset(true)) {
      worn.until("focus", worn::hasFocus);
      worn.located(); // once: then input itself looks where the head is
      var standing = RemoteInput.standing().withHead(Pose.looking(0.1, 1.5, 0.2, 0.5, 0));
      driver.send(standing.withRight(standing.right().seen(false, true)));
      worn.until(
          "a hand that points",
          () -> worn.hands().right().joints() != null && worn.hands().right().isAimTracked());
      var shoulder = Pose.looking(0.18, -0.2, 0, 0, 0).in(Pose.looking(0.1, 1.5, 0.2, 0.5, 0));
      worn.until("a ray past the head", () -> isOnTheLine(shoulder, worn.hands().right().aim()));
      var aim = worn.hands().right().aim();
      var knuckle = worn.hands().right().joints();
      assertNotNull(knuckle);
      assertEquals(0, aim.distanceTo(knuckle.pose(HandJoints.INDEX_PROXIMAL)), 1e-6);
      assertFalse(worn.hands().right().isTeleportPressed());
    }
    assertEquals(List.of(), validation.errors());
  }

  private static boolean isOnTheLine(Pose from, Pose aim) {
    double yaw = Math.atan2(from.x() - aim.x(), from.z() - aim.z());
    double ahead = Math.hypot(aim.x() - from.x(), aim.z() - from.z());
    double pitch = Math.atan2(aim.y() - from.y(), ahead);
    return aim.angleTo(Pose.looking(0, 0, 0, yaw, pitch)) < 2e-3;
  }

  @Test
  void pulsesReachTheHandTheyAreFor() {
    try (var _ = WornHeadset.service(place);
        var worn = new WornHeadset(true)) {
      worn.input().haptics().feel(Hand.LEFT, new HapticPulse(1, 1_000_000));
      assertEquals(List.of(), layer.haptics(), "nothing is felt before the focus");
      worn.until("focus", worn::hasFocus);
      worn.input().haptics().feel(Hand.RIGHT, new HapticPulse(0.25f, 40_000_000));
      worn.input().haptics().feel(Hand.RIGHT, HapticPulse.STOP);
      assertEquals(
          List.of("/user/hand/right 0.25 40000000 0", "/user/hand/right stop"), layer.haptics());
    }
    assertEquals(List.of(), validation.errors());
  }

  @Test
  void aTouchIsFeltOnceInTheHandThatTouches() {
    try (var _ = WornHeadset.service(place);
        var driver = RemoteDriver.connect();
        var worn = new WornHeadset(true)) {
      var standing = RemoteInput.standing();
      driver.send(standing);
      worn.until("hands", () -> worn.hasFocus() && worn.hands().right().joints() != null);
      var finger = finger(worn);
      worn.putBall(new Vector3f(finger).add(0, 0, -0.5f));
      worn.frame();
      assertEquals(-1, worn.touched());
      var there = Pose.looking(0.2, 1.2, -0.9, 0, 0);
      driver.send(standing.withRight(standing.right().at(there)));
      worn.until("a touch", () -> worn.touched() >= 0);
      for (int i = 0; i < 30; i++) {
        worn.frame();
      }
      var pulses = layer.haptics().stream().filter(line -> !line.endsWith("stop")).toList();
      assertEquals(1, pulses.size(), pulses::toString);
      assertTrue(pulses.getFirst().startsWith("/user/hand/right "), pulses::toString);
      driver.send(standing.withRight(standing.right().at(there).pulling(0, 1)));
      worn.until("a hold", worn::isHolding);
      var elsewhere = Pose.looking(-0.3, 1.2, -0.9, 0, 0);
      driver.send(standing.withRight(standing.right().at(elsewhere).pulling(0, 1)));
      worn.until("the ball along with the hand", () -> worn.ball().x < finger.x - 0.49f);
    }
    assertEquals(List.of(), validation.errors());
  }

  private static Vector3f finger(WornHeadset worn) {
    var joints = worn.hands().right().joints();
    assertNotNull(joints);
    return new Vector3f(
        joints.x(HandJoints.INDEX_TIP),
        joints.y(HandJoints.INDEX_TIP),
        joints.z(HandJoints.INDEX_TIP));
  }

  @Test
  void gazeArrivesWithItsTimeAndIsHeldWhenLost() {
    layer.look(10, 5, 8);
    try (var _ = WornHeadset.service(place);
        var worn = new WornHeadset(true)) {
      worn.until("a gaze", () -> worn.hasFocus() && worn.located().gaze().isMeasured());
      var frame = worn.located();
      var wanted = Pose.looking(0, 0, 0, Math.toRadians(10), Math.toRadians(5));
      double cosine =
          frame.gaze().x() * -Math.sin(Math.toRadians(10)) * Math.cos(Math.toRadians(5))
              + frame.gaze().y() * Math.sin(Math.toRadians(5))
              - frame.gaze().z() * Math.cos(Math.toRadians(10)) * Math.cos(Math.toRadians(5));
      assertEquals(1, cosine, 1e-5, () -> frame.gaze() + " instead of " + wanted);
      assertEquals(8_000_000, frame.timeNanos() - frame.gaze().sampleNanos());
      assertTrue(frame.gaze().confidence() > 0);
      layer.loseTheEyes();
      worn.until("a held gaze", () -> worn.located().gaze().source() == Gaze.Source.HELD);
      worn.until("a drifting one", () -> worn.located().gaze().source() == Gaze.Source.DRIFTING);
      worn.until("the middle", () -> worn.located().gaze().source() == Gaze.Source.CENTRE);
    }
    assertEquals(List.of(), validation.errors());
  }

  @Test
  void eyesAreNotAskedForWithoutLeave() {
    layer.look(10, 5, 8);
    try (var _ = WornHeadset.service(place);
        var worn = new WornHeadset(false)) {
      worn.until("focus", worn::hasFocus);
      assertFalse(worn.input().hasEyes());
      assertEquals(Gaze.Source.CENTRE, worn.located().gaze().source());
    }
  }

  /** 400 bytes are ours; each of 17 calls into the runtime costs 40 more until it is compiled. */
  @Test
  void inputMakesFewObjects() {
    layer.look(10, 5, 8);
    try (var _ = WornHeadset.service(place);
        var driver = RemoteDriver.connect();
        var worn = new WornHeadset(true)) {
      var standing = RemoteInput.standing();
      driver.send(standing.withLeft(standing.left().pushing(0, 1)));
      worn.until("hands", () -> worn.hasFocus() && worn.hands().right().joints() != null);
      var bytes = new long[300]; // compiled well before the last hundred of them
      for (int i = 0; i < bytes.length; i++) {
        worn.located();
        worn.frame();
        bytes[i] = worn.inputBytes();
      }
      Arrays.sort(bytes, 200, 300);
      assertTrue(bytes[250] < 1_024, () -> bytes[250] + " bytes a frame in the median");
    }
  }

  @Test
  void theStickTurnsAndTheButtonTeleports() {
    try (var _ = WornHeadset.service(place);
        var driver = RemoteDriver.connect();
        var worn = new WornHeadset(true)) {
      var standing = RemoteInput.standing();
      driver.send(standing);
      worn.until("hands", () -> worn.hasFocus() && worn.hands().right().isAimTracked());
      worn.located();
      driver.send(standing.withRight(standing.right().pushing(1, 0)));
      worn.until("a turn", () -> worn.rig().origin().angleTo(Pose.IDENTITY) > 0.5);
      driver.send(standing.withRight(standing.right().pressing(RemoteButton.A)));
      worn.until("a target", () -> worn.rig().teleport() != null);
      driver.send(standing);
      worn.until("the arrival", () -> worn.rig().teleport() == null);
      assertTrue(worn.rig().origin().distanceTo(Pose.IDENTITY) > 1);
    }
    assertEquals(List.of(), validation.errors());
  }
}
