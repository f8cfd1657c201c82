package org.saccade.render.pass;

/** How a render target smooths edges. */
public enum AntiAliasing {
  NONE,
  /** Four samples a pixel. */
  MSAA4,
  /** Edges found in the finished picture and blended along. */
  FXAA
}
