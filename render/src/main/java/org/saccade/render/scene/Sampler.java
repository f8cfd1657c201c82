package org.saccade.render.scene;

/** How a texture is read outside [0,1] and between texels. */
public record Sampler(Wrap wrapS, Wrap wrapT, boolean linearMagnify, Minify minify) {
  /** What glTF asks for where a file says nothing: repeat, trilinear. */
  public static final Sampler STANDARD =
      new Sampler(Wrap.REPEAT, Wrap.REPEAT, true, Minify.LINEAR_MIPMAP_LINEAR);

  /** Outside [0,1]. */
  public enum Wrap {
    REPEAT,
    CLAMP_TO_EDGE,
    MIRRORED_REPEAT
  }

  /** When a pixel covers more than a texel; names follow OpenGL. */
  public enum Minify {
    NEAREST,
    LINEAR,
    NEAREST_MIPMAP_NEAREST,
    LINEAR_MIPMAP_NEAREST,
    NEAREST_MIPMAP_LINEAR,
    LINEAR_MIPMAP_LINEAR
  }
}
