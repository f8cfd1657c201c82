package org.saccade.render.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;

/** Which glTF extensions are really supported, and what happens with the others. */
final class Extensions {
  static final String TEXTURE_TRANSFORM = "KHR_texture_transform";
  static final String QUANTIZATION = "KHR_mesh_quantization";
  static final String UNLIT = "KHR_materials_unlit";
  static final String EMISSIVE_STRENGTH = "KHR_materials_emissive_strength";
  static final String LIGHTS = "KHR_lights_punctual";
  static final String INSTANCING = "EXT_mesh_gpu_instancing";

  private static final Set<String> SUPPORTED =
      Set.of(TEXTURE_TRANSFORM, QUANTIZATION, UNLIT, EMISSIVE_STRENGTH, LIGHTS, INSTANCING);

  private Extensions() {}

  /** Refuses a file that cannot be shown truly without an extension we lack. */
  static void refuseUnsupported(Path file, JsonNode root) throws SceneException {
    for (JsonNode name : root.path("extensionsRequired")) {
      if (!SUPPORTED.contains(name.asText())) {
        throw new SceneException(
            file,
            "extensionsRequired",
            "names " + SceneException.oneLine(name.asText()) + ", which is not supported",
            "export the file without it");
      }
    }
  }

  /** Notes the extensions that the file can do without. */
  static void noteIgnored(SceneDocument document) {
    for (String name : SceneDocument.list(document.gltf().getExtensionsUsed())) {
      if (!SUPPORTED.contains(name)) {
        document.ignore(name);
      }
    }
  }
}
