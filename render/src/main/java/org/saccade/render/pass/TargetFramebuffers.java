package org.saccade.render.pass;

import org.jspecify.annotations.Nullable;
import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuScope;

/**
 * A target's textures as what is drawn into and blitted from.
 *
 * @param drawn what draws write
 * @param drawnColourOnly the same without depth
 * @param copied what of it is copied to before it is finished; null where that is read as it is
 * @param resolved the finished picture
 */
record TargetFramebuffers(
    Framebuffer drawn,
    Framebuffer drawnColourOnly,
    @Nullable Framebuffer copied,
    Framebuffer resolved) {

  static TargetFramebuffers of(GpuScope gpu, TargetTextures of, AntiAliasing antiAliasing) {
    Framebuffer drawn = gpu.framebuffer(of.drawnColour(), of.drawnDepth());
    return new TargetFramebuffers(
        drawn,
        gpu.framebuffer(of.drawnColour(), null),
        null,
        switch (antiAliasing) {
          case NONE -> drawn;
          case MSAA4 -> gpu.framebuffer(of.colour(), of.depth());
          case FXAA -> gpu.framebuffer(of.colour(), null);
        });
  }

  /** Of both eyes' layers, which are never finished themselves. */
  static TargetFramebuffers ofEyes(GpuScope gpu, TargetTextures arrays) {
    Framebuffer drawn = gpu.framebuffer(arrays.drawnColour(), arrays.drawnDepth());
    Framebuffer colourOnly = gpu.framebuffer(arrays.drawnColour(), null);
    return new TargetFramebuffers(drawn, colourOnly, null, drawn);
  }

  /** Of one eye's layer, and of the textures it is copied to. */
  static TargetFramebuffers ofEye(
      GpuScope gpu,
      TargetTextures arrays,
      TargetTextures eye,
      AntiAliasing antiAliasing,
      int layer) {
    return new TargetFramebuffers(
        gpu.framebuffer(arrays.drawnColour(), arrays.drawnDepth(), layer),
        gpu.framebuffer(arrays.drawnColour(), null, layer),
        antiAliasing == AntiAliasing.FXAA ? gpu.framebuffer(eye.drawnColour(), null) : null,
        gpu.framebuffer(eye.colour(), eye.depth()));
  }
}
