package org.saccade.render.pass;

import org.jspecify.annotations.Nullable;

/**
 * What of the scene to draw, and how.
 *
 * @param clip keep only what is inside, or null for all
 * @param peel keep only what a first surface hides, or null
 * @param clear whether to clear colour and depth first
 * @param sky whether to fill what stays empty with the sky; else its colour and depth are 0
 * @param detail how coarse meshes may be, where coarser ones are at hand; null for whole ones
 */
public record DrawOptions(
    Content content,
    @Nullable ClipBox clip,
    Output output,
    @Nullable Peel peel,
    boolean clear,
    boolean sky,
    @Nullable Detail detail) {

  /** Which nodes to draw. */
  public enum Content {
    STATIC,
    MOVABLE,
    ALL
  }

  /** What the colours mean. */
  public enum Output {
    /** Tone-mapped and sRGB-encoded, for 8 bits. */
    DISPLAY,
    /** Linear radiance times the scene's exposure, for a float target. */
    LINEAR
  }

  /** The whole scene over a cleared target, for a screen. */
  public static DrawOptions everything() {
    return new DrawOptions(Content.ALL, null, Output.DISPLAY, null, true, true, null);
  }

  public DrawOptions withContent(Content other) {
    return new DrawOptions(other, clip, output, peel, clear, sky, detail);
  }

  public DrawOptions withClip(@Nullable ClipBox other) {
    return new DrawOptions(content, other, output, peel, clear, sky, detail);
  }

  public DrawOptions withOutput(Output other) {
    return new DrawOptions(content, clip, other, peel, clear, sky, detail);
  }

  public DrawOptions withPeel(@Nullable Peel other) {
    return new DrawOptions(content, clip, output, other, clear, sky, detail);
  }

  public DrawOptions withClear(boolean other) {
    return new DrawOptions(content, clip, output, peel, other, sky, detail);
  }

  public DrawOptions withSky(boolean other) {
    return new DrawOptions(content, clip, output, peel, clear, other, detail);
  }

  public DrawOptions withDetail(@Nullable Detail other) {
    return new DrawOptions(content, clip, output, peel, clear, sky, other);
  }
}
