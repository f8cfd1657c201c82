package org.saccade.render.pass;

import org.saccade.render.gpu.Texture;
import org.saccade.render.gpu.TextureSampler;

/** A texture and how it is read. */
record BoundTexture(Texture texture, TextureSampler sampler) {
  void bind(int unit) {
    texture.bind(unit);
    sampler.bind(unit);
  }
}
