package org.saccade.client.run;

import static org.lwjgl.opengl.GL43C.glCopyImageSubData;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_2D;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.gpu.TextureFormat;
import org.saccade.render.pass.HiddenArea;
import org.saccade.xr.Fov;
import org.saccade.xr.runtime.RefreshRate;
import org.saccade.xr.runtime.Swapchain;
import org.saccade.xr.runtime.XrDisplay;
import org.saccade.xr.runtime.XrFrame;
import org.saccade.xr.runtime.XrSession;

/**
 * A headset: pictures go to its runtime, with their depth, and its runtime sets the pace. A second
 * screen mirrors the first view. Frame thread.
 */
final class HeadsetScreen implements Screen, Beat {
  private final Screen mirror;
  private final XrSession session;
  private final XrDisplay display;
  private final GpuScope gpu = new GpuScope("headset");
  private final List<List<Framebuffer>> colours = new ArrayList<>();
  private final List<PictureSize> sizes;
  private final VignettePass vignette;
  private Hands hands = Hands.NONE;
  private @Nullable HeadsetPanels panels;
  private float vignetteStrength;
  private @Nullable XrFrame frame;
  private DisplayPeriod period;
  private boolean wasVisible;
  private GpuScope masks = new GpuScope("masks of a headset");
  private List<HiddenArea> hidden = List.of();
  private boolean areMasksKnown;
  private final List<Fov> maskedFovs = new ArrayList<>();

  /** Both stay the caller's to close. */
  HeadsetScreen(Screen mirror, XrSession session, XrDisplay display) {
    this.mirror = mirror;
    this.session = session;
    this.display = display;
    period = DisplayPeriod.ofHertz(RefreshRate.now(session));
    try {
      vignette = new VignettePass(gpu);
      for (var swapchain : display.colour()) {
        colours.add(framebuffers(gpu, swapchain));
      }
    } catch (RuntimeException failed) {
      gpu.close();
      throw failed;
    }
    sizes =
        session.system().views().stream()
            .map(size -> new PictureSize(size.width(), size.height()))
            .toList();
  }

  /** What draws into each texture of a ring. */
  static List<Framebuffer> framebuffers(GpuScope gpu, Swapchain swapchain) {
    var all = new ArrayList<Framebuffer>();
    for (int i = 0; i < swapchain.count(); i++) {
      var texture =
          new Texture(
              swapchain.texture(i),
              GL_TEXTURE_2D,
              swapchain.width(),
              swapchain.height(),
              1,
              1,
              TextureFormat.SRGB8_ALPHA8);
      all.add(gpu.framebuffer(texture, null));
    }
    return all;
  }

  /** Shows panels over the pictures from now on; they stay the caller's to close. */
  void hang(HeadsetPanels over) {
    panels = over;
  }

  /** The play space has another origin: panels that stand in it come before the person again. */
  void recentred() {
    var over = panels;
    if (over != null) {
      over.comeBack();
    }
  }

  /** How dark the pictures' rims are from the next frame on, 0 to 1. */
  void narrow(double strength) {
    vignetteStrength = (float) strength;
  }

  @Override
  public GpuDevice device() {
    return mirror.device();
  }

  @Override
  public ScreenInput poll() {
    return mirror.glance();
  }

  /** The hands of who wears it, from now on; closed with this, or when others take their place. */
  void use(Hands worn) {
    hands.close();
    hands = worn;
  }

  @Override
  public Hands hands() {
    return hands;
  }

  /** The lenses show another part of the views from now on. */
  void lookAtMasks() {
    areMasksKnown = false;
  }

  @Override
  public List<HiddenArea> hidden() {
    if (display.isLocated() && !(areMasksKnown && haveMaskedFovs())) {
      areMasksKnown = true;
      maskedFovs.clear();
      display.playViews().forEach(view -> maskedFovs.add(view.fov()));
      masks.close();
      masks = new GpuScope("masks of a headset");
      hidden = HiddenAreas.of(masks, display);
    }
    return hidden;
  }

  private boolean haveMaskedFovs() {
    var views = display.playViews();
    boolean isSame = views.size() == maskedFovs.size();
    for (int i = 0; isSame && i < views.size(); i++) {
      isSame = views.get(i).fov().equals(maskedFovs.get(i));
    }
    return isSame;
  }

  @Override
  public List<PictureSize> sizes() {
    return sizes;
  }

  @Override
  public double hertz() {
    return period.hertz();
  }

  @Override
  public boolean setsThePace() {
    return true;
  }

  @Override
  public long await() {
    var next = session.nextFrame();
    frame = next;
    period = period.predicted(next.periodNanos());
    return next.displayNanos();
  }

  @Override
  public long periodNanos() {
    return Math.round(1e9 / period.hertz());
  }

  /** The display runs at another rate from now on. */
  void changeRate(float hertz) {
    period = DisplayPeriod.ofHertz(hertz);
  }

  @Override
  public boolean isVisible() {
    var now = frame;
    return now != null && now.isVisible();
  }

  @Override
  public void begin() {
    var now = frame;
    if (now != null) {
      now.begin();
    }
  }

  /** Whether the last finished frame was one that anyone saw. */
  boolean wasVisible() {
    return wasVisible;
  }

  /** The poses shown are those of the last locating, which the pictures were drawn with. */
  @Override
  public void show(Picture picture, Overlays overlays) {
    wasVisible = isVisible();
    if (!wasVisible) {
      display.layers().hideViews();
      return;
    }
    for (int view = 0; view < sizes.size(); view++) {
      showColour(view, picture);
      if (view < display.depth().size()) {
        showDepth(view, picture.depth(view));
      }
    }
    display.layers().show(display.playViews());
    showPanels();
    mirror.show(picture, overlays);
  }

  private void showPanels() {
    var over = panels;
    if (over != null) {
      over.show(display.playHead());
    }
  }

  /**
   * A frame without a world: the panels alone.
   *
   * @param before is told when the frame is displayed, before anything is located for it
   */
  void rest(LongConsumer before) {
    long displayNanos = await();
    before.accept(displayNanos);
    display.locate(displayNanos);
    begin();
    display.layers().hideViews();
    showPanels();
    submit();
  }

  /** Bytes are copied as they are: both sides hold display-referred colours. */
  private void showColour(int view, Picture picture) {
    var swapchain = display.colour().get(view);
    int place = swapchain.acquire();
    try {
      var target = colours.get(view).get(place);
      picture.finished(view).resolved().blitColour(target);
      vignette.draw(target, display.playViews().get(view).fov(), vignetteStrength);
    } finally {
      swapchain.release();
    }
  }

  private void showDepth(int view, @Nullable Texture depth) {
    if (depth == null) {
      display.layers().omitDepth(view);
      return;
    }
    var swapchain = display.depth().get(view);
    int place = swapchain.acquire();
    int width = Math.min(depth.width(), swapchain.width());
    int height = Math.min(depth.height(), swapchain.height());
    try {
      int name = swapchain.texture(place);
      glCopyImageSubData(
          depth.name(),
          GL_TEXTURE_2D,
          0,
          0,
          0,
          0,
          name,
          GL_TEXTURE_2D,
          0,
          0,
          0,
          0,
          width,
          height,
          1);
    } finally {
      swapchain.release();
    }
    display.layers().setDepthSize(view, width, height);
  }

  @Override
  public void finish() {
    submit();
    if (wasVisible) { // else nothing was drawn into the mirror
      mirror.finish();
    }
  }

  private void submit() {
    var now = frame;
    if (now != null) {
      frame = null;
      now.submit(display.layers());
    }
  }

  /** Ends a frame that was left open. */
  @Override
  public void close() {
    hands.close();
    masks.close();
    gpu.close();
    var open = frame;
    if (open != null && session.isRunning()) {
      open.close();
    }
  }
}
