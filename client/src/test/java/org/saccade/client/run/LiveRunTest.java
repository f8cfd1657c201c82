package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.offload.fov.ChooserSettings;
import org.saccade.offload.link.LoopbackLink;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.runtime.OffloadConfig;
import org.saccade.offload.runtime.Offloader;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.panorama.TileClass;
import org.saccade.render.scene.Scene;
import org.saccade.testing.Await;
import org.saccade.xr.Fov;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real frame loop, tiles over a real socket, the small scene at 256 pixels. */
@NullMarked
@Tag("gpu")
@SuppressWarnings("NullAway.Init") // JUnit sets the folder, and the scene is loaded before all
final class LiveRunTest {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRunTest.class);
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final double SAME_LUMA = 0.02;

  @TempDir static Path folder;
  private static Scene scene;

  @BeforeAll
  static void loadTheScene() {
    scene =
        new SceneFiles(LiveRun.surroundings(folder), folder).load(new SceneChoice.Named("studio"));
  }

  @Test
  void livesOnResidentTilesWhileTheEdgeIsGoneAndFindsItAgain() {
    try (var run = LiveRun.withEdge(scene, folder)) {
      warm(run);
      var before = run.picture();
      run.killEdge();
      Await.until("the link's end", PATIENCE, () -> !drawnFromTiles(run).tiles().isLinkUp());
      for (int i = 0; i < 60; i++) {
        assertTrue(drawnFromTiles(run).asked().coverage() > 0.99, "tiles stay on the device");
      }
      double change = lumaDifference(before, run.picture());
      assertTrue(change <= SAME_LUMA, "the picture changed by " + change);

      run.restartEdge();
      Await.until("the new session", PATIENCE, () -> drawnFromTiles(run).tiles().isLinkUp());
      long received = run.frame().tiles().receivedBytes();
      run.turnAround();
      warm(run);
      assertTrue(run.frame().tiles().receivedBytes() > received, "the new edge sends tiles");
      GlDebug.requireNoErrors();
    }
  }

  @Test
  void looksTheSameInEveryModeWithAMovingObjectInView() {
    var settings = LiveRun.settings(folder, new EdgeChoice.Embedded());
    try (var stills = Stills.open(LiveRun.surroundings(folder), settings, scene)) {
      var view = startView();
      stills.animate(0);
      var earlier = stills.draw(view, Mode.LOCAL).rgba();
      stills.animate(1);
      var local = stills.draw(view, Mode.LOCAL).rgba();
      double moved = lumaDifference(earlier, local);
      assertTrue(moved > 1e-4, "nothing in view moves: " + moved);
      int own = pixelsOwn(stills.classes(view));
      assertTrue(own > 0 && own < 6_000, own + " pixels are fit though no tile is there yet");

      stills.warm(view);
      double hybrid = lumaDifference(local, stills.draw(view, Mode.HYBRID).rgba());
      double edge = lumaDifference(local, stills.draw(view, Mode.EDGE).rgba());
      LOG.info("mean luma difference to Local: Hybrid {}, Edge {}", hybrid, edge);
      assertTrue(hybrid <= SAME_LUMA, "Hybrid differs by " + hybrid);
      assertTrue(edge <= SAME_LUMA, "Edge differs by " + edge);
    }
  }

  @Test
  void blamesAMissedFrameOnTheNetworkOnlyWhenTheLinkMadeItWait() {
    assertEquals(0, missedByNetwork(0));
    assertTrue(missedByNetwork(5_000_000) >= 20, "each of these frames waited 5 ms");
  }

  private static FrameFacts drawnFromTiles(LiveRun run) {
    var facts = run.frame();
    assertEquals(Mode.EDGE, facts.decision().mode(), facts.decision().reason().words());
    return facts;
  }

  /** Draws until all that the view shows comes from tiles. */
  private static void warm(LiveRun run) {
    Await.until(
        "a view from tiles alone",
        PATIENCE,
        () -> {
          var facts = run.frame();
          return facts.decision().mode() == Mode.EDGE
              && facts.fade().former() == null
              && facts.asked().coverage() > 0.999;
        });
  }

  /** Frames blamed on a link that lets each of thirty frames wait so long. */
  private static long missedByNetwork(long waitNanos) {
    var link = new WaitingLink(LoopbackLink.pair(System::nanoTime).device(), waitNanos);
    var config =
        new OffloadConfig(
            () -> link,
            1,
            OffloadConfig.UNBOUNDED,
            1 << 20,
            ChooserSettings.STANDARD,
            "test",
            System::nanoTime,
            null);
    Supplier<TileSupply> tiles =
        () ->
            new EdgeTiles(new Offloader(config), LiveRun.recipe(scene), 8 << 20, System::nanoTime);
    try (var run = LiveRun.with(scene, folder, tiles)) {
      for (int i = 0; i < 30; i++) {
        run.frame();
      }
      assertTrue(run.profiler().framesMissed() >= 20, "no frame is drawn in ten microseconds");
      return run.profiler().framesMissedByNetwork();
    }
  }

  private static ViewPose startView() {
    var start = scene.start().position();
    var eye = Pose.looking(start.x(), start.y() + 1.6, start.z(), scene.start().yaw(), -0.05);
    return new ViewPose(eye, Fov.symmetric(Math.toRadians(70), LiveRun.SIZE.aspect()));
  }

  private static int pixelsOwn(ByteBuffer classes) {
    int own = 0;
    for (int i = 0; i < classes.capacity(); i += 4) {
      own += TileClass.ofRed(classes.get(i) & 255) == TileClass.OWN ? 1 : 0;
    }
    return own;
  }

  /** Mean absolute difference of luma (Rec. 601), 0..1. */
  private static double lumaDifference(ByteBuffer a, ByteBuffer b) {
    double sum = 0;
    for (int i = 0; i < a.capacity(); i += 4) {
      sum += Math.abs(luma(a, i) - luma(b, i));
    }
    return sum * 4 / a.capacity() / 255;
  }

  private static double luma(ByteBuffer rgba, int at) {
    return 0.299 * (rgba.get(at) & 255)
        + 0.587 * (rgba.get(at + 1) & 255)
        + 0.114 * (rgba.get(at + 2) & 255);
  }
}
