package org.saccade.render.scene;

import com.fasterxml.jackson.databind.JsonNode;
import de.javagl.jgltf.impl.v2.MaterialPbrMetallicRoughness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joml.Vector3f;
import org.joml.Vector4f;
import org.jspecify.annotations.Nullable;

/** The materials that primitives use; the standard one stands in where a primitive names none. */
final class MaterialReader {
  private static final int STANDARD = -1;

  private final SceneDocument document;
  private final TextureReader textures;
  private final Map<Integer, Integer> known = new HashMap<>();
  private final List<Material> materials = new ArrayList<>();

  MaterialReader(SceneDocument document, TextureReader textures) {
    this.document = document;
    this.textures = textures;
  }

  /** All materials asked for so far. */
  List<Material> materials() {
    return materials;
  }

  Material get(int index) {
    return materials.get(index);
  }

  /** Where in {@link #materials} a material of the document is, reading it the first time. */
  int index(@Nullable Integer source, String field) throws SceneException {
    Integer at = known.get(source == null ? STANDARD : source);
    if (at == null) {
      Material material =
          source == null
              ? Material.standard()
              : read(
                  document.at(
                      document.gltf().getMaterials(), source, field + ".material", "materials"),
                  document.json().path("materials").path(source),
                  "materials[" + source + "]");
      at = materials.size();
      materials.add(material);
      known.put(source == null ? STANDARD : source, at);
    }
    return at;
  }

  private Material read(de.javagl.jgltf.impl.v2.Material from, JsonNode json, String field)
      throws SceneException {
    var pbr = from.getPbrMetallicRoughness();
    if (pbr == null) {
      pbr = new MaterialPbrMetallicRoughness();
    }
    JsonNode pbrJson = json.path("pbrMetallicRoughness");
    var normal = from.getNormalTexture();
    var occlusion = from.getOcclusionTexture();
    return new Material(
        from.getName() == null ? field : SceneException.oneLine(from.getName()),
        colour(pbr.getBaseColorFactor(), field + ".pbrMetallicRoughness.baseColorFactor"),
        textures.slot(pbr.getBaseColorTexture(), pbrJson.path("baseColorTexture"), field),
        share(pbr.getMetallicFactor(), 1, field + ".pbrMetallicRoughness.metallicFactor"),
        share(pbr.getRoughnessFactor(), 1, field + ".pbrMetallicRoughness.roughnessFactor"),
        textures.slot(
            pbr.getMetallicRoughnessTexture(), pbrJson.path("metallicRoughnessTexture"), field),
        normal == null
            ? Optional.empty()
            : textures.slot(
                normal.getIndex(), normal.getTexCoord(), json.path("normalTexture"), field),
        normal == null ? 1 : number(normal.getScale(), 1, field + ".normalTexture.scale"),
        occlusion == null
            ? Optional.empty()
            : textures.slot(
                occlusion.getIndex(),
                occlusion.getTexCoord(),
                json.path("occlusionTexture"),
                field),
        occlusion == null
            ? 1
            : share(occlusion.getStrength(), 1, field + ".occlusionTexture.strength"),
        emissive(from.getEmissiveFactor(), json, field),
        textures.slot(from.getEmissiveTexture(), json.path("emissiveTexture"), field),
        alphaMode(from.getAlphaMode(), field),
        number(from.getAlphaCutoff(), 0.5f, field + ".alphaCutoff"),
        Boolean.TRUE.equals(from.isDoubleSided()),
        json.path("extensions").has(Extensions.UNLIT));
  }

  private Vector4f colour(float @Nullable [] factor, String field) throws SceneException {
    if (factor == null) {
      return new Vector4f(1);
    }
    lengthOf(factor, 4, field);
    return new Vector4f(factor[0], factor[1], factor[2], factor[3]);
  }

  private Vector3f emissive(float @Nullable [] factor, JsonNode json, String field)
      throws SceneException {
    if (factor == null) {
      return new Vector3f();
    }
    lengthOf(factor, 3, field + ".emissiveFactor");
    JsonNode strength =
        json.path("extensions").path(Extensions.EMISSIVE_STRENGTH).path("emissiveStrength");
    float scale = (float) strength.asDouble(1);
    document.finite(field + ".emissiveStrength", scale);
    return new Vector3f(factor[0], factor[1], factor[2]).mul(scale);
  }

  private void lengthOf(float[] factor, int wanted, String field) throws SceneException {
    if (factor.length != wanted) {
      throw document.broken(field, "has %d numbers instead of %d".formatted(factor.length, wanted));
    }
    document.finite(field, factor);
  }

  private float number(@Nullable Float value, float otherwise, String field) throws SceneException {
    float number = value == null ? otherwise : value;
    document.finite(field, number);
    return number;
  }

  private float share(@Nullable Float value, float otherwise, String field) throws SceneException {
    return Math.clamp(number(value, otherwise, field), 0, 1);
  }

  private AlphaMode alphaMode(@Nullable String mode, String field) throws SceneException {
    return switch (mode == null ? "OPAQUE" : mode) {
      case "OPAQUE" -> AlphaMode.OPAQUE;
      case "MASK" -> AlphaMode.MASK;
      case "BLEND" -> AlphaMode.BLEND;
      default -> throw document.broken(field + ".alphaMode", "is " + mode);
    };
  }
}
