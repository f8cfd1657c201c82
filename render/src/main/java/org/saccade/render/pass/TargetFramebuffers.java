package org.saccade.render.pass;

import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuScope;

/**
 * A target's textures as what is drawn into and blitted from.
 *
 * @param drawn what draws write
 * @param drawnColourOnly the same without depth
 * @param resolved the finished picture
 */
record TargetFramebuffers(Framebuffer drawn, Framebuffer drawnColourOnly, Framebuffer resolved) {

  static TargetFramebuffers of(GpuScope gpu, TargetTextures of, AntiAliasing antiAliasing) {
    Framebuffer drawn = gpu.framebuffer(of.drawnColour(), of.drawnDepth());
    return new TargetFramebuffers(
        drawn,
        gpu.framebuffer(of.drawnColour(), null),
        switch (antiAliasing) {
          case NONE -> drawn;
          case MSAA4 -> gpu.framebuffer(of.colour(), of.depth());
          case FXAA -> gpu.framebuffer(of.colour(), null);
        });
  }

  /** Of one eye's layer. */
  static TargetFramebuffers ofLayer(
      GpuScope gpu, TargetTextures arrays, AntiAliasing antiAliasing, int layer) {
    Framebuffer drawn = gpu.framebuffer(arrays.drawnColour(), arrays.drawnDepth(), layer);
    return new TargetFramebuffers(
        drawn,
        gpu.framebuffer(arrays.drawnColour(), null, layer),
        switch (antiAliasing) {
          case NONE -> drawn;
          case MSAA4 -> gpu.framebuffer(arrays.colour(), arrays.depth(), layer);
          case FXAA -> gpu.framebuffer(arrays.colour(), null, layer);
        });
  }
}
