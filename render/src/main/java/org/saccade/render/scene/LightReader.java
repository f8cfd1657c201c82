package org.saccade.render.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3f;

/** KHR_lights_punctual: one {@link SceneLight} a node that carries one. */
final class LightReader {
  private final SceneDocument document;
  private final List<SceneLight> lights = new ArrayList<>();
  private final List<String> nodeNames = new ArrayList<>();

  LightReader(SceneDocument document) {
    this.document = document;
  }

  /** Reads the light of a node; its index, or -1 where it has none. */
  int index(JsonNode node, String nodeName, String field) throws SceneException {
    JsonNode reference = node.path("extensions").path(Extensions.LIGHTS).path("light");
    if (reference.isMissingNode()) {
      return -1;
    }
    JsonNode all = document.json().path("extensions").path(Extensions.LIGHTS).path("lights");
    int source = reference.isInt() ? reference.asInt() : -1;
    if (source < 0 || source >= all.size() || !all.isArray()) {
      throw document.broken(
          field + "." + Extensions.LIGHTS + ".light",
          "is %s, but there are %d lights"
              .formatted(SceneException.oneLine(reference.asText()), all.size()));
    }
    document.limit("number of lights", lights.size() + 1L, Limits.LIGHTS);
    lights.add(read(all.get(source), Extensions.LIGHTS + ".lights[" + source + "]"));
    nodeNames.add(nodeName);
    return lights.size() - 1;
  }

  /**
   * The lights, one of them marked as the key light: that of the named node, else the first
   * directional one, else the first spot.
   */
  List<SceneLight> lights(String keyNode) {
    int key = nodeNames.indexOf(keyNode);
    if (key < 0) {
      key = first(SceneLight.Kind.DIRECTIONAL);
    }
    if (key < 0) {
      key = first(SceneLight.Kind.SPOT);
    }
    if (key >= 0) {
      lights.set(key, lights.get(key).asKey());
    }
    return lights;
  }

  private int first(SceneLight.Kind kind) {
    for (int i = 0; i < lights.size(); i++) {
      if (lights.get(i).kind() == kind) {
        return i;
      }
    }
    return -1;
  }

  private SceneLight read(JsonNode json, String field) throws SceneException {
    JsonNode spot = json.path("spot");
    JsonNode colour = json.path("color");
    var rgb =
        new Vector3f(
            (float) colour.path(0).asDouble(1),
            (float) colour.path(1).asDouble(1),
            (float) colour.path(2).asDouble(1));
    float intensity = (float) json.path("intensity").asDouble(1);
    double range = json.path("range").asDouble(Double.POSITIVE_INFINITY);
    float inner = (float) spot.path("innerConeAngle").asDouble(0);
    float outer = (float) spot.path("outerConeAngle").asDouble(Math.PI / 4);
    document.finite(field, rgb.x, rgb.y, rgb.z, intensity, inner, outer);
    if (intensity < 0 || !(range > 0)) {
      throw document.broken(field, "has intensity %s and range %s".formatted(intensity, range));
    }
    if (inner < 0 || inner > outer || outer > Math.PI / 2) {
      throw document.broken(field + ".spot", "has cone angles %s and %s".formatted(inner, outer));
    }
    String name = SceneException.oneLine(json.path("name").asText(field));
    return new SceneLight(
        name, kind(json, field), rgb, intensity, (float) range, inner, outer, false);
  }

  private SceneLight.Kind kind(JsonNode json, String field) throws SceneException {
    String type = json.path("type").asText();
    return switch (type) {
      case "directional" -> SceneLight.Kind.DIRECTIONAL;
      case "point" -> SceneLight.Kind.POINT;
      case "spot" -> SceneLight.Kind.SPOT;
      default -> throw document.broken(field + ".type", "is " + type);
    };
  }
}
