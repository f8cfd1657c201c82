package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.audio.SoundFeed;
import org.saccade.client.monado.CoreValidation;
import org.saccade.client.monado.MonadoService;
import org.saccade.client.monado.MonadoService.Mode;
import org.saccade.client.monado.OtherProgram;
import org.saccade.client.monado.RemoteDriver;
import org.saccade.client.monado.RemoteInput;
import org.saccade.client.monado.RuntimePlace;
import org.saccade.client.monado.VirtualDisplay;
import org.saccade.client.panel.HandRay;
import org.saccade.client.panel.PanelHands;
import org.saccade.client.panel.PanelPlace;
import org.saccade.client.settings.SavedSettings;
import org.saccade.client.settings.Setting;
import org.saccade.client.ui.PanelPointer;
import org.saccade.offload.policy.Policies;
import org.saccade.offload.profile.Profiler;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.window.WindowOptions;
import org.saccade.testing.Await;
import org.saccade.xr.Comfort;
import org.saccade.xr.Ground;
import org.saccade.xr.Origin;
import org.saccade.xr.Pose;

/** The panels as a real runtime composites them, and a ray that presses their keys. */
@NullMarked
@Tag("xr")
final class HeadsetPanelsTest {
  /** A window, because the layer that judges calls knows no other way to bring a GL context. */
  private static final HeadsetWishes STANDING =
      new HeadsetWishes(Origin.WORLD, Ground.NONE, Comfort.STANDARD);

  private static final WindowOptions HIDDEN =
      new WindowOptions("test", 64, 64, false, false, false, true);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A drawn frame of both eyes takes a busy processor seconds, the first one many. */
  private static final Duration PATIENCE_A_FRAME = Duration.ofSeconds(60);

  /** What a chosen key is drawn with. */
  private static final int CHOSEN = 0x2C7CB8;

  /** What a frame that the device drew alone is drawn with. */
  private static final int LOCAL = 0xF28E5B;

  private static final int TOLERANCE = 10;

  private final RuntimePlace place = RuntimePlace.from(System.getenv());
  private final CoreValidation validation = new CoreValidation(place.verdicts());
  private final VirtualDisplay display = VirtualDisplay.of(place, Mode.REMOTE);
  private final Hand hand = new Hand();

  private static final class Hand implements PanelHands {
    private @Nullable HandRay ray;
    private boolean isMenuPressed;

    @Override
    public @Nullable HandRay ray(int which) {
      return which == 1 ? ray : null;
    }

    @Override
    public boolean isMenuPressed() {
      return isMenuPressed;
    }

    void aim(Pose at, double trigger) {
      double x = 0.2;
      double y = 1.2;
      double z = -0.3;
      double yaw = Math.atan2(x - at.x(), z - at.z());
      double pitch = Math.atan2(at.y() - y, Math.hypot(at.x() - x, at.z() - z));
      ray = new HandRay(Pose.looking(x, y, z, yaw, pitch), (float) trigger);
    }
  }

  @Test
  void floatInTheHeadsetAndAnswerAHand(@TempDir Path folder) throws IOException {
    validation.forget();
    var run = LiveRun.settings(folder, new EdgeChoice.None());
    var live = LiveSettings.unsaved(SavedSettings.standard());
    var menu = new HeadsetMenu(live, run);
    var figures = new LiveFigures(new Profiler(4), new NoTiles());
    for (int i = 0; i < 300; i++) {
      figures.history().add(10, org.saccade.offload.policy.Mode.LOCAL, 1);
    }
    menu.enter(run, figures);
    try (var service = MonadoService.start(place, Mode.REMOTE);
        var driver = RemoteDriver.connect();
        var mirror = WindowScreen.open(HIDDEN, System::nanoTime, live, new PanelPointer())) {
      driver.send(RemoteInput.standing());
      try (var link =
          new HeadsetLink(
              HeadsetSeeker.look(false), mirror, mirror.window().shared(), STANDING, news -> {})) {
        var panels = link.hang(menu, hand, System::nanoTime);
        until(
            link,
            "the head in its place",
            () -> Math.abs(link.rig().locate(System.nanoTime()).head().y() - 1.6) < 0.01);
        assertEquals(0, seen(0), "nothing floats there yet");

        hand.isMenuPressed = true;
        until(link, "the menu in both eyes", () -> seen(0) > 500 && seen(1) > 500);
        var at = panels.menuPlace();
        assertNotNull(at);

        hand.aim(at.at(0.78, 545.0 / 868, 0), 0);
        rest(link, 30);
        keep("menu");
        hand.aim(at.at(0.78, 545.0 / 868, 0), 0.9);
        rest(link, 10);
        assertFalse(menu.live().now().is(Setting.SEATED), "a press alone is no click");
        hand.aim(at.at(0.78, 545.0 / 868, 0), 0.1);
        until(link, "a click", () -> menu.live().now().is(Setting.SEATED));

        menu.live().change(menu.live().now().with(Setting.OVERLAY, true));
        rest(link, 30);
        keep("figures-above-menu");
        assertTrue(count(0, LOCAL) > 100, "bars of frames: " + count(0, LOCAL));
        menu.toggle();
        until(link, "the end of the menu", () -> seen(0) == 0);
        assertTrue(count(0, LOCAL) > 100, "the figures stay: " + count(0, LOCAL));
        keep("figures");
      }
      GlDebug.requireNoErrors();
      assertTrue(service.isRunning());
    }
    assertTrue(validation.isWatching());
    assertEquals(List.of(), validation.errors());
  }

  @Test
  void recentringBetweenTwoWorldsBringsTheMenuBeforeThePerson(@TempDir Path folder) {
    validation.forget();
    var live = LiveSettings.unsaved(SavedSettings.standard());
    var menu = new HeadsetMenu(live, LiveRun.settings(folder, new EdgeChoice.None()));
    menu.busy("changing ...");
    try (var service = MonadoService.start(place, Mode.REMOTE);
        var driver = RemoteDriver.connect();
        var mirror = WindowScreen.open(HIDDEN, System::nanoTime, live, new PanelPointer())) {
      var aside = Pose.looking(0.5, 1.6, -0.25, 0.75, 0);
      driver.send(RemoteInput.standing().withHead(aside));
      try (var link =
          new HeadsetLink(
              HeadsetSeeker.look(false), mirror, mirror.window().shared(), STANDING, news -> {})) {
        var panels = link.hang(menu, hand, System::nanoTime);
        until(link, "the menu", () -> panels.menuPlace() != null);
        panels.comeBack(); // the head may have come later than the menu
        until(link, "the menu before the head", () -> isBefore(panels, aside));
        OtherProgram.control(place, "-c");
        var middle = Pose.looking(0, 1.6, 0, 0, 0);
        until(link, "the menu before the middle", () -> isBefore(panels, middle));
      }
      assertTrue(service.isRunning());
    }
    assertEquals(List.of(), validation.errors());
  }

  private static boolean isBefore(HeadsetPanels panels, Pose head) {
    var at = panels.menuPlace();
    if (at == null) {
      return false;
    }
    var wanted = PanelPlace.ahead(head, at.width(), at.height()).pose();
    return Math.hypot(at.pose().x() - wanted.x(), at.pose().z() - wanted.z()) < 0.05;
  }

  @Test
  void theWorldChangesInsideOneSession(@TempDir Path folder) {
    validation.forget();
    var surroundings = LiveRun.surroundings(folder);
    var run = LiveRun.settings(folder, new EdgeChoice.None());
    var live = LiveSettings.unsaved(SavedSettings.standard());
    var menu = new HeadsetMenu(live, run);
    var scene = new SceneFiles(surroundings, folder).load(run.scene());
    try (var service = MonadoService.start(place, Mode.REMOTE);
        var driver = RemoteDriver.connect();
        var mirror = WindowScreen.open(HIDDEN, System::nanoTime, live, new PanelPointer());
        var headsets = new Headsets(surroundings, mirror, mirror.window().shared(), menu, run)) {
      driver.send(RemoteInput.standing());
      var links = new ArrayList<HeadsetLink>();
      for (var settings : List.of(run, PicturePreset.LIGHT.on(run))) {
        menu.busy("changing ...");
        var start = new World.Start(LiveRun.standing(), LiveRun.SIZE, 11_000_000);
        try (var world =
            World.open(surroundings, settings, scene, start, () -> breathe(headsets, links))) {
          var figures = new LiveFigures(new Profiler(4), world.tiles());
          menu.enter(settings, figures);
          headsets.enter(
              new Headsets.World(
                  STANDING, link -> loop(link, world, new WornOverlays(null, figures, menu))));
          links.add(draw(headsets));
        } finally {
          menu.leave();
        }
      }
      assertSame(links.getFirst(), links.getLast(), "one session for both worlds");
      GlDebug.requireNoErrors();
      assertTrue(service.isRunning());
    }
    assertEquals(List.of(), validation.errors());
  }

  /** Between two worlds the headset says what happens. */
  private void breathe(Headsets headsets, List<HeadsetLink> links) {
    if (!links.isEmpty()) {
      Await.until(
          "the menu between two worlds",
          PATIENCE_A_FRAME,
          () -> {
            headsets.rest(); // goes on: what was shown once is not kept for ever
            return seen(0) > 100;
          });
    }
  }

  /** Ten frames that are seen; each has its own time. */
  private static HeadsetLink draw(Headsets headsets) {
    HeadsetLink[] link = new HeadsetLink[1];
    for (int i = 1; i <= 10; i++) {
      Await.until("frame " + i, PATIENCE_A_FRAME, () -> isDrawn(headsets, link));
    }
    return link[0];
  }

  private static boolean isDrawn(Headsets headsets, HeadsetLink[] link) {
    var worn = headsets.running();
    if (worn == null) {
      return false;
    }
    worn.loop().frame();
    link[0] = worn.link();
    return link[0].screen().wasVisible();
  }

  private static FrameLoop loop(HeadsetLink link, World world, Overlays overlays) {
    return new FrameLoop(
        new FrameParts(
            System::nanoTime,
            link.screen(),
            link.rig(),
            new Timeline(System.nanoTime(), 0),
            link.screen(),
            world.picture(),
            world.tiles(),
            new Profiler(600),
            overlays,
            SoundFeed.NONE,
            Recording.NONE,
            true),
        Policies.named("local"));
  }

  private static void rest(HeadsetLink link, int frames) {
    for (int i = 0; i < frames && link.poll(); i++) {
      if (link.session().isRunning()) {
        link.rest();
      }
    }
  }

  private static void until(HeadsetLink link, String what, BooleanSupplier isSo) {
    Await.until(
        what,
        PATIENCE,
        () -> {
          rest(link, 3);
          return isSo.getAsBoolean();
        });
  }

  /** Pixels of an eye that have a chosen key's colour. */
  private int seen(int eye) {
    return count(eye, CHOSEN);
  }

  /** Pixels of an eye in a colour of ours: its bytes as we drew them, encoded once. */
  private int count(int eye, int colour) {
    var picture = display.eye(eye);
    int all = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        all += isLike(picture.getRGB(x, y), colour) ? 1 : 0;
      }
    }
    return all;
  }

  private static boolean isLike(int pixel, int wanted) {
    boolean isAlike = true;
    for (int shift = 0; shift <= 16; shift += 8) {
      isAlike &= Math.abs((pixel >> shift & 255) - (wanted >> shift & 255)) <= TOLERANCE;
    }
    return isAlike;
  }

  private void keep(String name) throws IOException {
    ImageIO.write(display.picture(), "png", place.logs().resolve(name + ".png").toFile());
  }
}
