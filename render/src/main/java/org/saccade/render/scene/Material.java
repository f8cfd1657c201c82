package org.saccade.render.scene;

import java.util.Optional;
import java.util.stream.Stream;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.joml.Vector4f;
import org.joml.Vector4fc;

/**
 * A metallic-roughness material. Factors are linear; base colour and emissive images are sRGB, the
 * others linear.
 *
 * @param baseColour factor, alpha in w
 * @param metallicRoughnessMap roughness in green, metallic in blue
 * @param normalScale strength of the normal map
 * @param occlusionMap occlusion in red; {@code occlusionStrength} in [0,1] weighs it
 * @param emissive linear radiance factor, KHR_materials_emissive_strength included (may exceed 1)
 * @param alphaCutoff used with {@link AlphaMode#MASK} only
 * @param unlit KHR_materials_unlit: base colour is the final colour, without light
 */
public record Material(
    String name,
    Vector4fc baseColour,
    Optional<TextureSlot> baseColourMap,
    float metallic,
    float roughness,
    Optional<TextureSlot> metallicRoughnessMap,
    Optional<TextureSlot> normalMap,
    float normalScale,
    Optional<TextureSlot> occlusionMap,
    float occlusionStrength,
    Vector3fc emissive,
    Optional<TextureSlot> emissiveMap,
    AlphaMode alphaMode,
    float alphaCutoff,
    boolean doubleSided,
    boolean unlit) {

  /** Whether a texture lies by these coordinates of the vertices, 0 or 1. */
  public boolean reads(int texCoord) {
    return Stream.of(baseColourMap, metallicRoughnessMap, normalMap, occlusionMap, emissiveMap)
        .flatMap(Optional::stream)
        .anyMatch(slot -> slot.texCoord() == texCoord);
  }

  /** What glTF prescribes for a primitive without a material: white, fully metallic, rough. */
  public static Material standard() {
    return new Material(
        "default",
        new Vector4f(1),
        Optional.empty(),
        1,
        1,
        Optional.empty(),
        Optional.empty(),
        1,
        Optional.empty(),
        1,
        new Vector3f(),
        Optional.empty(),
        AlphaMode.OPAQUE,
        0.5f,
        false,
        false);
  }
}
