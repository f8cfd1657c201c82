package org.saccade.client.monado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwjgl.opengl.GL44C.GL_DEPTH_COMPONENT;
import static org.lwjgl.opengl.GL44C.GL_FLOAT;
import static org.lwjgl.opengl.GL44C.GL_RGBA;
import static org.lwjgl.opengl.GL44C.glClearTexImage;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saccade.client.monado.MonadoService.Mode;
import org.saccade.render.window.NativeContext;
import org.saccade.render.window.Window;
import org.saccade.render.window.WindowOptions;
import org.saccade.testing.Await;
import org.saccade.xr.runtime.GraphicsBinding;
import org.saccade.xr.runtime.Swapchain;
import org.saccade.xr.runtime.XrDisplay;
import org.saccade.xr.runtime.XrInstance;
import org.saccade.xr.runtime.XrSession;

@Tag("xr")
final class VirtualDisplayTest {
  private static final WindowOptions HIDDEN =
      new WindowOptions("hidden", 64, 64, false, false, false, false);
  private static final float NEAR = 0.1f;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final float[] RED = {1, 0, 0, 1};
  private static final float[] BLUE = {0, 0, 1, 1};

  private final RuntimePlace place = RuntimePlace.from(System.getenv());
  private final CoreValidation validation = new CoreValidation(place.verdicts());

  @ParameterizedTest
  @EnumSource(names = {"SIMULATED", "REMOTE"})
  void showsWhatEachEyeIsGiven(Mode mode) {
    showRedAndBlue(mode, 2);
  }

  @Test
  void showsTheWideOnesOfFourViews() {
    var layer = TestLayer.at(place);
    layer.offerQuadViews(true);
    try {
      showRedAndBlue(Mode.SIMULATED, 4);
    } finally {
      layer.offerQuadViews(false);
    }
  }

  private void showRedAndBlue(Mode mode, int views) {
    var screen = VirtualDisplay.of(place, mode);
    validation.forget();
    try (var _ = MonadoService.start(place, mode);
        var window = Window.open(HIDDEN);
        var instance = XrInstance.create();
        var session = XrSession.create(instance, instance.headset(), binding(window));
        var display = XrDisplay.create(session, NEAR)) {
      assertEquals(views, display.colour().size());
      Await.until(
          "red on the left and blue on the right",
          PATIENCE,
          () -> {
            show(instance, session, display);
            return isShown(screen);
          });
    }
    assertEquals(List.of(), validation.errors());
  }

  /** By GLX: the validation layer of Debian knows no binding by EGL and refuses it. */
  private static GraphicsBinding binding(Window window) {
    return switch (window.shared()) {
      case NativeContext.Glx(long display, int visualId, long config, long drawable, long handle) ->
          new GraphicsBinding.Glx(display, visualId, config, drawable, handle);
      case NativeContext.Egl egl -> throw new AssertionError("an X11 window, but " + egl);
      case NativeContext.Wgl wgl -> throw new AssertionError("an X11 window, but " + wgl);
    };
  }

  private static void show(XrInstance instance, XrSession session, XrDisplay display) {
    for (var event = instance.poll(); event != null; event = instance.poll()) {
      session.take(event);
    }
    if (!session.isRunning()) {
      return;
    }
    try (var frame = session.nextFrame().begin()) {
      display.locate(frame.displayNanos());
      for (int view = 0; view < display.colour().size(); view++) {
        clear(display.colour().get(view), GL_RGBA, view % 2 == 0 ? RED : BLUE);
      }
      for (Swapchain depth : display.depth()) {
        clear(depth, GL_DEPTH_COMPONENT, new float[] {1});
      }
      display.layers().show(display.playViews());
      frame.submit(display.layers());
    }
  }

  private static void clear(Swapchain swapchain, int format, float[] value) {
    int texture = swapchain.texture(swapchain.acquire());
    glClearTexImage(texture, 0, format, GL_FLOAT, value);
    swapchain.release();
  }

  private static boolean isShown(VirtualDisplay screen) {
    return middle(screen.eye(0)) == Color.RED.getRGB()
        && middle(screen.eye(1)) == Color.BLUE.getRGB();
  }

  private static int middle(BufferedImage eye) {
    return eye.getRGB(eye.getWidth() / 2, eye.getHeight() / 2);
  }
}
