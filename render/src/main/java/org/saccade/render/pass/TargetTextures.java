package org.saccade.render.pass;

import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.gpu.TextureFormat;

/**
 * What a target is made of; some are the same where nothing has to be resolved.
 *
 * @param colour of the finished picture
 * @param depth of the finished picture
 * @param drawnColour what draws write
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

  /** The same with a layer an eye. */
  static TargetTextures ofEyes(
      GpuScope gpu, int width, int height, TextureFormat format, AntiAliasing antiAliasing) {
    Texture colour = gpu.textureArray(width, height, 2, 1, format);
    Texture depth = gpu.textureArray(width, height, 2, 1, TextureFormat.DEPTH32F);
    return switch (antiAliasing) {
      case NONE -> new TargetTextures(colour, depth, colour, depth);
      case MSAA4 ->
          new TargetTextures(
              colour,
              depth,
              gpu.multisampledArray(width, height, 2, SAMPLES, format),
              gpu.multisampledArray(width, height, 2, SAMPLES, TextureFormat.DEPTH32F));
      case FXAA ->
          new TargetTextures(colour, depth, gpu.textureArray(width, height, 2, 1, format), depth);
    };
  }

  /** One eye's layer of each, to be read as textures of their own. */
  TargetTextures layer(GpuScope gpu, int layer) {
    Texture ofColour = gpu.layer(colour, layer);
    Texture ofDepth = gpu.layer(depth, layer);
    return new TargetTextures(
        ofColour,
        ofDepth,
        drawnColour.equals(colour) ? ofColour : gpu.layer(drawnColour, layer),
        drawnDepth.equals(depth) ? ofDepth : gpu.layer(drawnDepth, layer));
  }
}
