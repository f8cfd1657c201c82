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
  private static final float[] NOTHING = new float[4];

  private final GpuScope gpu;
  private final AntiAliasing antiAliasing;
  private final TargetTextures textures;
  private final TargetFramebuffers framebuffers;
  private final @Nullable FxaaPass fxaa;
  private @Nullable HiddenArea hidden;

  /** The eyes' own targets, which say what a pass of both hides. */
  private @Nullable RenderTarget left;

  private @Nullable RenderTarget right;

  public RenderTarget(int width, int height, TextureFormat format, AntiAliasing antiAliasing) {
    gpu = new GpuScope("render target");
    this.antiAliasing = antiAliasing;
    textures = TargetTextures.of(gpu, width, height, format, antiAliasing);
    framebuffers = TargetFramebuffers.of(gpu, textures, antiAliasing);
    fxaa = antiAliasing == AntiAliasing.FXAA ? new FxaaPass(gpu) : null;
  }

  /**
   * Over textures there are.
   *
   * @param gpu closed with it
   */
  RenderTarget(
      GpuScope gpu,
      AntiAliasing antiAliasing,
      TargetTextures textures,
      TargetFramebuffers framebuffers,
      @Nullable FxaaPass fxaa) {
    this.gpu = gpu;
    this.antiAliasing = antiAliasing;
    this.textures = textures;
    this.framebuffers = framebuffers;
    this.fxaa = fxaa;
  }

  /** A display-referred 8-bit target. */
  public static RenderTarget display(int width, int height, AntiAliasing antiAliasing) {
    return new RenderTarget(width, height, TextureFormat.RGBA8, antiAliasing);
  }

  public int width() {
    return textures.colour().width();
  }

  public int height() {
    return textures.colour().height();
  }

  public AntiAliasing antiAliasing() {
    return antiAliasing;
  }

  /** Whether it has a layer for each eye, which one pass draws. */
  public boolean isStereo() {
    return textures.colour().layers() == 2;
  }

  /** Makes it what draws write, over its whole size. */
  public void bind() {
    framebuffers.drawn().bind();
  }

  /** What draws write. */
  public Framebuffer drawn() {
    return framebuffers.drawn();
  }

  /** What draws write, without its depth: for passes that read {@link #drawnDepth}. */
  public Framebuffer drawnColourOnly() {
    return framebuffers.drawnColourOnly();
  }

  /** The depth draws write; multisampled with {@link AntiAliasing#MSAA4}. */
  public Texture drawnDepth() {
    return textures.drawnDepth();
  }

  /** Clears colour to zero and depth to infinitely far. */
  public void clear() {
    glColorMask(true, true, true, true);
    glDepthMask(true);
    glClearNamedFramebufferfv(framebuffers.drawn().name(), GL_COLOR, 0, NOTHING);
    glClearNamedFramebufferfv(framebuffers.drawn().name(), GL_DEPTH, 0, NOTHING);
    drawHidden();
  }

  /** From now on, whatever clears it hides this area; null for none. */
  public void hide(@Nullable HiddenArea area) {
    hidden = area;
  }

  /** Hides what its eyes' own targets hide. */
  void hideAs(RenderTarget leftEye, RenderTarget rightEye) {
    left = leftEye;
    right = rightEye;
  }

  private void drawHidden() {
    if (hidden != null) {
      hidden.draw(framebuffers.drawn());
    }
    if (left != null && right != null) {
      left.drawHidden();
      right.drawHidden();
    }
  }

  /** Finishes anti-aliasing, so that {@link #colour} and {@link #depth} are what was drawn. */
  public void resolve() {
    if (isStereo()) {
      throw new IllegalStateException("a pass of both eyes is resolved eye by eye");
    }
    Framebuffer drawn = framebuffers.drawn();
    Framebuffer finished = framebuffers.resolved();
    Framebuffer copied = framebuffers.copied();
    if (copied != null) {
      drawn.blitColour(copied);
      drawn.blitDepth(finished);
    }
    if (antiAliasing == AntiAliasing.FXAA) {
      requireNonNull(fxaa).apply(textures.drawnColour(), finished);
    } else if (!finished.equals(drawn)) {
      drawn.blitColour(finished);
      drawn.blitDepth(finished);
    }
  }

  /** The finished colour; valid after {@link #resolve}. */
  public Texture colour() {
    return textures.colour();
  }

  /** The depth, near / distance along the view's axis; valid after {@link #resolve}. */
  public Texture depth() {
    return textures.depth();
  }

  /** The finished picture as a framebuffer to blit from; valid after {@link #resolve}. */
  public Framebuffer resolved() {
    return framebuffers.resolved();
  }

  @Override
  public void close() {
    gpu.close();
  }
}
