package org.saccade.assets.texture;

import org.saccade.assets.mesh.Vec;

/** What a material is at one point: linear colour, height in metres, roughness, metal. */
public record Dab(Vec colour, double height, double roughness, double metallic) {
  public Dab(Vec colour, double height, double roughness) {
    this(colour, height, roughness, 0);
  }
}
