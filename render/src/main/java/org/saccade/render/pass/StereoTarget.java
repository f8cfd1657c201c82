package org.saccade.render.pass;

import org.jspecify.annotations.Nullable;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.TextureFormat;

/**
 * A picture with depth for each eye. Where the driver lets vertex shaders choose layers, both are
 * the layers of one array and one pass draws them; each layer is also a target of its own, whose
 * finished picture is a copy, so whatever is drawn for one view can be drawn for one eye at any
 * time. Elsewhere they are two targets and eyes are drawn one after the other. Belongs to the
 * context's thread.
 */
public final class StereoTarget implements AutoCloseable {
  private static final TextureFormat FORMAT = TextureFormat.RGBA8;

  private final GpuScope gpu = new GpuScope("stereo target");
  private final @Nullable RenderTarget both;
  private final RenderTarget left;
  private final RenderTarget right;

  private StereoTarget(int width, int height, AntiAliasing antiAliasing, boolean isOnePass) {
    FxaaPass fxaa = antiAliasing == AntiAliasing.FXAA ? new FxaaPass(gpu) : null;
    if (isOnePass) {
      TargetTextures arrays = TargetTextures.ofEyes(gpu, width, height, FORMAT, antiAliasing);
      TargetFramebuffers layered = TargetFramebuffers.ofEyes(gpu, arrays);
      both = new RenderTarget(gpu.child("both eyes"), antiAliasing, arrays, layered, null);
      left = layer(arrays, antiAliasing, 0, fxaa);
      right = layer(arrays, antiAliasing, 1, fxaa);
      both.hideAs(left, right);
    } else {
      both = null;
      left = single(width, height, antiAliasing, fxaa);
      right = single(width, height, antiAliasing, fxaa);
    }
  }

  private RenderTarget layer(
      TargetTextures arrays, AntiAliasing antiAliasing, int layer, @Nullable FxaaPass fxaa) {
    GpuScope own = gpu.child("eye");
    TargetTextures textures = arrays.ofEye(own, FORMAT, antiAliasing, layer);
    TargetFramebuffers framebuffers =
        TargetFramebuffers.ofEye(own, arrays, textures, antiAliasing, layer);
    return new RenderTarget(own, antiAliasing, textures, framebuffers, fxaa);
  }

  private RenderTarget single(
      int width, int height, AntiAliasing antiAliasing, @Nullable FxaaPass fxaa) {
    GpuScope own = gpu.child("eye");
    TargetTextures textures = TargetTextures.of(own, width, height, FORMAT, antiAliasing);
    TargetFramebuffers framebuffers = TargetFramebuffers.of(own, textures, antiAliasing);
    return new RenderTarget(own, antiAliasing, textures, framebuffers, fxaa);
  }

  /** A display-referred 8-bit target, of one pass where the driver has what that takes. */
  public static StereoTarget display(int width, int height, AntiAliasing antiAliasing) {
    boolean isOnePass = GpuDevice.current().canChooseLayers();
    return new StereoTarget(width, height, antiAliasing, isOnePass);
  }

  /** The same where the driver lacks it. */
  public static StereoTarget eyeAfterEye(int width, int height, AntiAliasing antiAliasing) {
    return new StereoTarget(width, height, antiAliasing, false);
  }

  /** Whether one pass draws both eyes. */
  public boolean isOnePass() {
    return both != null;
  }

  /** What a pass of both eyes draws into, never resolved itself; null where there is none. */
  public @Nullable RenderTarget both() {
    return both;
  }

  /** The left eye's picture, to draw into alone, to read and to blit from. */
  public RenderTarget left() {
    return left;
  }

  /** The right eye's. */
  public RenderTarget right() {
    return right;
  }

  public int width() {
    return left.width();
  }

  public int height() {
    return left.height();
  }

  public AntiAliasing antiAliasing() {
    return left.antiAliasing();
  }

  /** Clears both eyes' colour to zero and depth to infinitely far. */
  public void clear() {
    RenderTarget pair = both;
    if (pair == null) {
      left.clear();
      right.clear();
    } else {
      pair.clear();
    }
  }

  /** From now on, whatever clears it hides these areas; null for none. */
  public void hide(@Nullable HiddenArea ofLeft, @Nullable HiddenArea ofRight) {
    left.hide(ofLeft);
    right.hide(ofRight);
  }

  /** Finishes anti-aliasing, so that both eyes' colour and depth are what was drawn. */
  public void resolve() {
    left.resolve();
    right.resolve();
  }

  @Override
  public void close() {
    gpu.close();
  }
}
