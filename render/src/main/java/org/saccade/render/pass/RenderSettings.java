package org.saccade.render.pass;

/**
 * How a scene is prepared for drawing.
 *
 * @param shadowPixels side of the key light's shadow map in texels; 0 draws no shadows
 * @param mostLights lights considered, brightest first
 * @param anisotropy samples for textures seen at a slant, where the driver offers them
 * @param exposureStops added to the scene's own exposure
 */
public record RenderSettings(
    int shadowPixels, int mostLights, float anisotropy, float exposureStops) {

  public RenderSettings {
    if (shadowPixels < 0 || shadowPixels > 8192) {
      throw new IllegalArgumentException(
          "settings.shadowPixels is %d; expected 0..8192".formatted(shadowPixels));
    }
  }

  /** What the client, the baker and the truth share, so that their pictures agree. */
  public static RenderSettings standard() {
    return new RenderSettings(2048, 256, 4, 0);
  }
}
