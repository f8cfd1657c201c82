package org.saccade.render.pass;

import static java.util.Objects.requireNonNull;
import static org.lwjgl.opengl.GL45C.*;

import org.jspecify.annotations.Nullable;
import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.gpu.TextureFormat;

/**
 * A picture with depth to draw into, and its anti-aliasing. Draw, then {@link #resolve}, then read
 * {@link #colour} and {@link #depth}. Belongs to the context's thread.
 */
public final class RenderTarget implements AutoCloseable {
  private static final int SAMPLES = 4;
  private static final float[] NOTHING = new float[4];

  private final GpuScope gpu = new GpuScope("render target");
  private final AntiAliasing antiAliasing;
  private final Texture colour;
  private final Texture depth;
  private final Texture drawnColour;
  private final Texture drawnDepth;
  private final Framebuffer resolved;
  private final Framebuffer drawn;
  private final Framebuffer drawnColourOnly;
  private final @Nullable FxaaPass fxaa;

  public RenderTarget(int width, int height, TextureFormat format, AntiAliasing antiAliasing) {
    this.antiAliasing = antiAliasing;
    boolean isMultisampled = antiAliasing == AntiAliasing.MSAA4;
    colour = gpu.texture2d(width, height, 1, format);
    depth = gpu.texture2d(width, height, 1, TextureFormat.DEPTH32F);
    drawnColour =
        switch (antiAliasing) {
          case NONE -> colour;
          case MSAA4 -> gpu.multisampled(width, height, SAMPLES, format);
          case FXAA -> gpu.texture2d(width, height, 1, format);
        };
    drawnDepth =
        isMultisampled ? gpu.multisampled(width, height, SAMPLES, TextureFormat.DEPTH32F) : depth;
    drawn = gpu.framebuffer(drawnColour, drawnDepth);
    drawnColourOnly = gpu.framebuffer(drawnColour, null);
    resolved =
        switch (antiAliasing) {
          case NONE -> drawn;
          case MSAA4 -> gpu.framebuffer(colour, depth);
          case FXAA -> gpu.framebuffer(colour, null);
        };
    fxaa = antiAliasing == AntiAliasing.FXAA ? new FxaaPass(gpu) : null;
  }

  /** A display-referred 8-bit target. */
  public static RenderTarget display(int width, int height, AntiAliasing antiAliasing) {
    return new RenderTarget(width, height, TextureFormat.RGBA8, antiAliasing);
  }

  public int width() {
    return colour.width();
  }

  public int height() {
    return colour.height();
  }

  public AntiAliasing antiAliasing() {
    return antiAliasing;
  }

  /** Makes it what draws write, over its whole size. */
  public void bind() {
    drawn.bind();
  }

  /** What draws write. */
  public Framebuffer drawn() {
    return drawn;
  }

  /** What draws write, without its depth: for passes that read {@link #drawnDepth}. */
  public Framebuffer drawnColourOnly() {
    return drawnColourOnly;
  }

  /** The depth draws write; multisampled with {@link AntiAliasing#MSAA4}. */
  public Texture drawnDepth() {
    return drawnDepth;
  }

  /** Clears colour to zero and depth to infinitely far. */
  public void clear() {
    glColorMask(true, true, true, true);
    glDepthMask(true);
    glClearNamedFramebufferfv(drawn.name(), GL_COLOR, 0, NOTHING);
    glClearNamedFramebufferfv(drawn.name(), GL_DEPTH, 0, NOTHING);
  }

  /** Finishes anti-aliasing, so that {@link #colour} and {@link #depth} are what was drawn. */
  public void resolve() {
    switch (antiAliasing) {
      case NONE -> {}
      case MSAA4 -> {
        drawn.blitColour(resolved);
        drawn.blitDepth(resolved);
      }
      case FXAA -> requireNonNull(fxaa).apply(drawnColour, resolved);
    }
  }

  /** The finished colour; valid after {@link #resolve}. */
  public Texture colour() {
    return colour;
  }

  /** The depth, near / distance along the view's axis; valid after {@link #resolve}. */
  public Texture depth() {
    return depth;
  }

  /** The finished picture as a framebuffer to blit from; valid after {@link #resolve}. */
  public Framebuffer resolved() {
    return resolved;
  }

  @Override
  public void close() {
    gpu.close();
  }
}
