package org.saccade.assets.glb;

import org.saccade.assets.mesh.Vec;

/**
 * A metallic-roughness material. Texture numbers come from {@link GlbScene#texture}, -1 is none;
 * the colour is linear, {@code emissive} too.
 */
public record Material(
    String name,
    Vec colour,
    double roughness,
    double metallic,
    int colourTexture,
    int normalTexture,
    int surfaceTexture,
    Vec emissive,
    double cutoff,
    boolean doubleSided) {
  /** An untextured, opaque, single-sided material. */
  public static Material plain(String name, Vec colour, double roughness, double metallic) {
    return new Material(name, colour, roughness, metallic, -1, -1, -1, Vec.ZERO, 0, false);
  }

  /** The same with textures: base colour, normals, and occlusion-roughness-metallic. */
  public Material textured(int newColour, int newNormal, int newSurface) {
    return new Material(
        name,
        colour,
        roughness,
        metallic,
        newColour,
        newNormal,
        newSurface,
        emissive,
        cutoff,
        doubleSided);
  }

  /** The same in another colour. */
  public Material coloured(String newName, Vec newColour) {
    return new Material(
        newName,
        newColour,
        roughness,
        metallic,
        colourTexture,
        normalTexture,
        surfaceTexture,
        emissive,
        cutoff,
        doubleSided);
  }

  public Material glowing(Vec light) {
    return new Material(
        name,
        colour,
        roughness,
        metallic,
        colourTexture,
        normalTexture,
        surfaceTexture,
        light,
        cutoff,
        doubleSided);
  }

  /** Cut out where the texture's alpha is below {@code alpha}. */
  public Material cutOut(double alpha) {
    return new Material(
        name,
        colour,
        roughness,
        metallic,
        colourTexture,
        normalTexture,
        surfaceTexture,
        emissive,
        alpha,
        doubleSided);
  }

  public Material bothSides() {
    return new Material(
        name,
        colour,
        roughness,
        metallic,
        colourTexture,
        normalTexture,
        surfaceTexture,
        emissive,
        cutoff,
        true);
  }
}
