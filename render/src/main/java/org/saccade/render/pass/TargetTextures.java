package org.saccade.render.pass;

import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.gpu.TextureFormat;

/**
 * What a target is made of; some are the same where nothing has to be resolved.
 *
 * @param colour of the finished picture
 * @param depth of the finished picture
 * @param drawnColour what draws write, or a copy of it
 * @param drawnDepth what draws write
 */
record TargetTextures(Texture colour, Texture depth, Texture drawnColour, Texture drawnDepth) {
  private static final int SAMPLES = 4;

  static TargetTextures of(
      GpuScope gpu, int width, int height, TextureFormat format, AntiAliasing antiAliasing) {
    Texture colour = gpu.texture2d(width, height, 1, format);
    Texture depth = gpu.texture2d(width, height, 1, TextureFormat.DEPTH32F);
    return switch (antiAliasing) {
      case NONE -> new TargetTextures(colour, depth, colour, depth);
      case MSAA4 ->
          new TargetTextures(
              colour,
              depth,
              gpu.multisampled(width, height, SAMPLES, format),
              gpu.multisampled(width, height, SAMPLES, TextureFormat.DEPTH32F));
      case FXAA ->
          new TargetTextures(colour, depth, gpu.texture2d(width, height, 1, format), depth);
    };
  }

  /** What a pass of both eyes draws, a layer an eye; an eye's own textures are its picture. */
  static TargetTextures ofEyes(
      GpuScope gpu, int width, int height, TextureFormat format, AntiAliasing antiAliasing) {
    Texture colour;
    Texture depth;
    if (antiAliasing == AntiAliasing.MSAA4) {
      colour = gpu.multisampledArray(width, height, 2, SAMPLES, format);
      depth = gpu.multisampledArray(width, height, 2, SAMPLES, TextureFormat.DEPTH32F);
    } else {
      colour = gpu.textureArray(width, height, 2, 1, format);
      depth = gpu.textureArray(width, height, 2, 1, TextureFormat.DEPTH32F);
    }
    return new TargetTextures(colour, depth, colour, depth);
  }

  /**
   * One eye's, whose layer is copied to them when it is finished. NVIDIA's driver (580, H200) loses
   * what a pass drew to one layer once a view of the other has been read, though not what is copied
   * between framebuffers.
   */
  TargetTextures ofEye(GpuScope gpu, TextureFormat format, AntiAliasing antiAliasing, int layer) {
    int width = drawnColour.width();
    int height = drawnColour.height();
    Texture colour = gpu.texture2d(width, height, 1, format);
    Texture depth = gpu.texture2d(width, height, 1, TextureFormat.DEPTH32F);
    Texture drawn =
        antiAliasing == AntiAliasing.FXAA ? gpu.texture2d(width, height, 1, format) : colour;
    return new TargetTextures(colour, depth, drawn, gpu.layer(drawnDepth, layer));
  }
}
