package org.saccade.client.run;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.saccade.client.hands.HandEvents;
import org.saccade.client.hands.HandPlay;
import org.saccade.client.hands.Placed;
import org.saccade.client.hands.Thing;
import org.saccade.client.monado.MonadoService;
import org.saccade.client.monado.RuntimePlace;
import org.saccade.client.settings.SavedSettings;
import org.saccade.client.ui.PanelPointer;
import org.saccade.render.scene.Aabb;
import org.saccade.render.window.WindowOptions;
import org.saccade.testing.Await;
import org.saccade.xr.Comfort;
import org.saccade.xr.Ground;
import org.saccade.xr.Hand;
import org.saccade.xr.HandsInput;
import org.saccade.xr.OpenXrRig;
import org.saccade.xr.Origin;
import org.saccade.xr.RigFrame;
import org.saccade.xr.runtime.XrInput;

/**
 * A headset of a running service in mode REMOTE, worn by a test that draws nothing: it waits for
 * frames, takes in what hands and eyes do, and ends the frames empty.
 */
final class WornHeadset implements AutoCloseable {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final WindowScreen mirror;
  private final HeadsetLink link;
  private final List<String> news = new ArrayList<>();
  private HandsInput hands = HandsInput.RESTING;
  private long inputBytes;
  private int recentrings;
  private long displayNanos;
  private final Matrix4f ball = new Matrix4f();
  private @Nullable HandPlay play;

  WornHeadset(boolean wantsGaze) {
    // a window's context: core validation does not know XR_MNDX_egl_enable
    mirror =
        WindowScreen.open(
            new WindowOptions("worn", 64, 64, true, false, false, false),
            System::nanoTime,
            LiveSettings.unsaved(SavedSettings.standard()),
            new PanelPointer());
    var wishes = new HeadsetWishes(Origin.WORLD, Ground.NONE, Comfort.STANDARD);
    link =
        new HeadsetLink(
            HeadsetSeeker.look(wantsGaze), mirror, mirror.window().shared(), wishes, news::add);
  }

  /** A service that moves as a test says. */
  static MonadoService service(RuntimePlace place) {
    return MonadoService.start(place, MonadoService.Mode.REMOTE);
  }

  /** Draws empty frames until something holds after one. */
  void until(String what, BooleanSupplier event) {
    Await.until(what, PATIENCE, () -> frame() && event.getAsBoolean());
  }

  /** One frame; false while the runtime wants none. */
  boolean frame() {
    link.poll();
    if (!link.session().isRunning()) {
      return false;
    }
    displayNanos = link.screen().await();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    recentrings += link.move(displayNanos) ? 1 : 0;
    rig().look(displayNanos);
    link.input().sync();
    hands = link.input().read(displayNanos);
    rig().apply(hands, 1e-9 * link.screen().periodNanos());
    inputBytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    touch();
    link.screen().begin();
    link.screen().finish();
    return true;
  }

  private void touch() {
    if (play == null) {
      return;
    }
    play.step(hands, rig().origin(), displayNanos);
    for (var hand : Hand.values()) {
      var pulse = play.pulse(hand);
      if (pulse != null) {
        link.input().haptics().feel(hand, pulse);
      }
    }
  }

  /** Puts a ball of 10 cm somewhere, for hands to touch and take. */
  void putBall(Vector3fc at) {
    ball.translation(at);
    var box = new Aabb(-0.1f, -0.1f, -0.1f, 0.1f, 0.1f, 0.1f);
    play = new HandPlay(List.of(new Thing(0, true, box)), ballOnly(), HandEvents.NONE);
  }

  private Placed ballOnly() {
    return new Placed() {
      @Override
      public Matrix4fc world(int node) {
        return ball;
      }

      @Override
      public void place(int node, Matrix4fc world) {
        ball.set(world);
      }
    };
  }

  /** The thing the right hand touches, or -1. */
  int touched() {
    return play == null ? -1 : play.touched(Hand.RIGHT);
  }

  boolean isHolding() {
    return play != null && play.held(Hand.RIGHT) >= 0;
  }

  Vector3f ball() {
    return ball.getTranslation(new Vector3f());
  }

  /** What taking in the last frame's input allocated. */
  long inputBytes() {
    return inputBytes;
  }

  /** How often the play space got another origin. */
  int recentrings() {
    return recentrings;
  }

  /** What it told a person so far. */
  List<String> news() {
    return news;
  }

  HandsInput hands() {
    return hands;
  }

  XrInput input() {
    return link.input();
  }

  OpenXrRig rig() {
    return link.rig();
  }

  /** Head, views and gaze of the last frame. */
  RigFrame located() {
    return rig().locate(displayNanos);
  }

  HeadsetLink link() {
    return link;
  }

  boolean hasFocus() {
    return link.session().hasFocus();
  }

  @Override
  public void close() {
    link.close();
    mirror.close();
  }
}
