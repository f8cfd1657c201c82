package org.saccade.client.monado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.openxr.EXTEyeGazeInteraction.XR_EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME;
import static org.lwjgl.openxr.VARJOQuadViews.XR_VARJO_QUAD_VIEWS_EXTENSION_NAME;
import static org.lwjgl.openxr.VARJOQuadViews.XR_VIEW_CONFIGURATION_TYPE_PRIMARY_QUAD_VARJO;
import static org.lwjgl.system.MemoryStack.stackPush;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lwjgl.openxr.XR10;
import org.lwjgl.openxr.XrEyeGazeSampleTimeEXT;
import org.lwjgl.openxr.XrSpace;
import org.lwjgl.openxr.XrSpaceLocation;
import org.lwjgl.openxr.XrView;
import org.lwjgl.openxr.XrViewConfigurationView;
import org.lwjgl.openxr.XrViewLocateInfo;
import org.lwjgl.openxr.XrViewState;
import org.lwjgl.system.MemoryStack;
import org.saccade.client.monado.MonadoService.Mode;
import org.saccade.testing.Await;
import org.saccade.xr.Pose;
import org.saccade.xr.runtime.XrLoader;

@Tag("xr")
final class TestLayerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RuntimePlace place = RuntimePlace.from(System.getenv());
  private final CoreValidation validation = new CoreValidation(place.verdicts());
  private final TestLayer layer = TestLayer.at(place);

  @BeforeEach
  void forgetFormerTests() {
    validation.forget();
    layer.forget();
  }

  @AfterEach
  void hideQuadViews() {
    layer.offerQuadViews(false);
    layer.forget();
  }

  @Test
  void gazeFollowsTheScriptThroughAnOrdinaryAction() {
    layer.look(0, 0, 0);
    try (var _ = MonadoService.start(place, Mode.REMOTE);
        var client = HeadlessClient.open(XR_EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME)) {
      var actions = new EyesAndHands(client);
      var gaze = actions.gazeSpace();
      var head = client.space(XR10.XR_REFERENCE_SPACE_TYPE_VIEW);
      assertTrue(actions.isGazeSupported());
      assertFalse(actions.isGazeActive(), "before the focus");
      client.focus();
      Await.until("an active gaze", PATIENCE, () -> actions.sync() && actions.isGazeActive());
      layer.look(20, -10, 7.5);
      Pose seen = client.locate(gaze, head);
      Pose wanted = Pose.looking(0, 0, 0, Math.toRadians(20), Math.toRadians(-10));
      assertTrue(seen.angleTo(wanted) < 1e-3, () -> seen + " instead of " + wanted);
      assertEquals(7_500_000, ageNanos(client, gaze, head));
      layer.loseTheEyes();
      assertTrue(actions.sync() && actions.isGazeActive(), "a tracker without eyes is there");
      assertFalse(isOriented(client, gaze, head));
    }
    assertEquals(List.of(), validation.errors());
  }

  @Test
  void gazeTurnsWithTheHead() {
    layer.look(-15, 5, 0);
    try (var _ = MonadoService.start(place, Mode.REMOTE);
        var driver = RemoteDriver.connect();
        var client = HeadlessClient.open(XR_EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME)) {
      var gaze = new EyesAndHands(client).gazeSpace();
      var stage = client.space(XR10.XR_REFERENCE_SPACE_TYPE_STAGE);
      client.focus();
      driver.send(RemoteInput.standing().withHead(Pose.looking(0, 1.6, 0, Math.toRadians(40), 0)));
      Pose wanted = Pose.looking(0, 1.6, 0, Math.toRadians(25), Math.toRadians(5));
      Await.until(
          "a gaze that turned with the head",
          PATIENCE,
          () -> client.locate(gaze, stage).angleTo(wanted) < 1e-3);
      assertTrue(client.locate(gaze, stage).distanceTo(wanted) < 0.01);
    }
  }

  @Test
  void withoutAScriptNobodyTracksEyes() {
    try (var _ = MonadoService.start(place, Mode.NULL);
        var client = HeadlessClient.open(XR_EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME)) {
      var actions = new EyesAndHands(client);
      client.focus();
      Await.until("focus of the actions", PATIENCE, actions::sync);
      assertFalse(actions.isGazeActive());
    }
  }

  @Test
  void pulsesAreRecordedAndTheTriggerIsTheDrivers() {
    try (var _ = MonadoService.start(place, Mode.REMOTE);
        var driver = RemoteDriver.connect();
        var client = HeadlessClient.open(XR_EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME)) {
      var actions = new EyesAndHands(client);
      client.focus();
      var standing = RemoteInput.standing();
      driver.send(standing.withLeft(standing.left().pulling(0.75f, 0)));
      Await.until(
          "a trigger pulled by the driver",
          PATIENCE,
          () -> actions.sync() && Math.abs(actions.trigger() - 0.75f) < 1e-3);
      actions.pulse(0.5f, 20_000_000, 160);
      actions.stop();
      assertEquals(
          List.of("/user/hand/left 0.5 20000000 160", "/user/hand/left stop"), layer.haptics());
    }
    assertEquals(List.of(), validation.errors());
  }

  @Test
  void quadViewsAreOfferedOnlyWhenAskedFor() {
    assertFalse(XrLoader.extensions().contains(XR_VARJO_QUAD_VIEWS_EXTENSION_NAME));
    layer.offerQuadViews(true);
    try (var _ = MonadoService.start(place, Mode.NULL)) {
      assertTrue(XrLoader.extensions().contains(XR_VARJO_QUAD_VIEWS_EXTENSION_NAME));
    }
  }

  @Test
  void quadViewsNarrowDownAroundTheGaze() {
    layer.offerQuadViews(true);
    layer.look(10, 5, 0);
    int quad = XR_VIEW_CONFIGURATION_TYPE_PRIMARY_QUAD_VARJO;
    var extensions =
        List.of(XR_VARJO_QUAD_VIEWS_EXTENSION_NAME, XR_EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME);
    try (var _ = MonadoService.start(place, Mode.REMOTE);
        var client = HeadlessClient.open(quad, extensions);
        MemoryStack stack = stackPush()) {
      var count = stack.mallocInt(1);
      var sizes = XrViewConfigurationView.calloc(4, stack);
      sizes.forEach(each -> each.type$Default());
      HeadlessClient.check(
          "xrEnumerateViewConfigurationViews",
          XR10.xrEnumerateViewConfigurationViews(
              client.instance, client.system, quad, count, sizes));
      assertEquals(4, count.get(0));
      assertEquals(
          sizes.get(0).recommendedImageRectWidth() / 2, sizes.get(2).recommendedImageRectWidth());
      client.focus();
      var views = views(client, quad, stack);
      for (int eye = 0; eye < 2; eye++) {
        var wide = views.get(eye).fov();
        var narrow = views.get(2 + eye).fov();
        assertTrue(narrow.angleLeft() > wide.angleLeft() && narrow.angleUp() < wide.angleUp());
        double middle = (Math.tan(narrow.angleLeft()) + Math.tan(narrow.angleRight())) / 2;
        assertEquals(-Math.tan(Math.toRadians(10)), middle, 1e-3);
      }
    }
    assertEquals(List.of(), validation.errors());
  }

  private static XrView.Buffer views(HeadlessClient client, int quad, MemoryStack stack) {
    var info = XrViewLocateInfo.calloc(stack).type$Default().viewConfigurationType(quad);
    info.displayTime(client.now()).space(client.space(XR10.XR_REFERENCE_SPACE_TYPE_LOCAL));
    var views = XrView.calloc(4, stack);
    views.forEach(each -> each.type$Default());
    var count = stack.mallocInt(1);
    HeadlessClient.check(
        "xrLocateViews",
        XR10.xrLocateViews(
            client.session, info, XrViewState.calloc(stack).type$Default(), count, views));
    assertEquals(4, count.get(0));
    return views;
  }

  private static boolean isOriented(HeadlessClient client, XrSpace space, XrSpace base) {
    try (MemoryStack stack = stackPush()) {
      var location = XrSpaceLocation.calloc(stack).type$Default();
      HeadlessClient.check(
          "xrLocateSpace", XR10.xrLocateSpace(space, base, client.now(), location));
      return (location.locationFlags() & XR10.XR_SPACE_LOCATION_ORIENTATION_VALID_BIT) != 0;
    }
  }

  private static long ageNanos(HeadlessClient client, XrSpace gaze, XrSpace base) {
    try (MemoryStack stack = stackPush()) {
      var sample = XrEyeGazeSampleTimeEXT.calloc(stack).type$Default();
      var location = XrSpaceLocation.calloc(stack).type$Default().next(sample.address());
      long time = client.now();
      HeadlessClient.check("xrLocateSpace", XR10.xrLocateSpace(gaze, base, time, location));
      return time - sample.time();
    }
  }
}
