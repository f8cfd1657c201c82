package org.saccade.assets.glb;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saccade.assets.mesh.Vec;

/** A material and the sampler as glTF says them. */
final class MaterialJson {
  private static final int REPEAT = 10_497;
  private static final int LINEAR = 9729;
  private static final int TRILINEAR = 9987;

  private MaterialJson() {}

  static Map<String, Object> of(Material material) {
    Map<String, Object> surface = new TreeMap<>();
    Vec colour = material.colour();
    surface.put("baseColorFactor", List.of(colour.x(), colour.y(), colour.z(), 1.0));
    surface.put("roughnessFactor", material.roughness());
    surface.put("metallicFactor", material.metallic());
    put(surface, "baseColorTexture", material.colourTexture());
    put(surface, "metallicRoughnessTexture", material.surfaceTexture());
    Map<String, Object> json = new TreeMap<>();
    json.put("name", material.name());
    json.put("pbrMetallicRoughness", surface);
    put(json, "normalTexture", material.normalTexture());
    put(json, "occlusionTexture", material.surfaceTexture());
    if (!material.emissive().equals(Vec.ZERO)) {
      json.put("emissiveFactor", NodeJson.list(material.emissive()));
    }
    if (material.cutoff() > 0) {
      json.put("alphaMode", "MASK");
      json.put("alphaCutoff", material.cutoff());
    }
    if (material.doubleSided()) {
      json.put("doubleSided", true);
    }
    return json;
  }

  private static void put(Map<String, Object> json, String key, int texture) {
    if (texture >= 0) {
      json.put(key, Map.of("index", texture));
    }
  }

  static Map<String, Object> sampler() {
    return new TreeMap<>(
        Map.of("magFilter", LINEAR, "minFilter", TRILINEAR, "wrapS", REPEAT, "wrapT", REPEAT));
  }
}
