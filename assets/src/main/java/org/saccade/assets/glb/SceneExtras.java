package org.saccade.assets.glb;

import java.util.Map;
import java.util.TreeMap;
import org.saccade.assets.mesh.Vec;

/**
 * What a scene tells Saccade in {@code extras.saccade}: the start (floor point, yaw in radians, 0
 * looks along -Z, positive turns left), exposure, sky (linear colours) and the key light's node.
 */
public record SceneExtras(Vec start, double yaw, double exposure, Sky sky, String keyLight) {
  /** Colours above, at and below the horizon, and the ambient light's strength. */
  public record Sky(Vec zenith, Vec horizon, Vec ground, double intensity) {}

  Map<String, Object> json() {
    Map<String, Object> json = new TreeMap<>();
    json.put("start", new TreeMap<>(Map.of("position", NodeJson.list(start), "yaw", yaw)));
    json.put("exposure", exposure);
    json.put("keyLight", keyLight);
    Map<String, Object> skyJson = new TreeMap<>();
    skyJson.put("zenith", NodeJson.list(sky.zenith()));
    skyJson.put("horizon", NodeJson.list(sky.horizon()));
    skyJson.put("ground", NodeJson.list(sky.ground()));
    skyJson.put("intensity", sky.intensity());
    json.put("sky", skyJson);
    return json;
  }
}
