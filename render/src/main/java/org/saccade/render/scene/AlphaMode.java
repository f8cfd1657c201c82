package org.saccade.render.scene;

/** How a material's alpha is read. */
public enum AlphaMode {
  /** Alpha is ignored. */
  OPAQUE,
  /** Alpha at or above {@link Material#alphaCutoff} is solid, below it nothing. */
  MASK,
  /** Alpha blends over what lies behind. */
  BLEND
}
