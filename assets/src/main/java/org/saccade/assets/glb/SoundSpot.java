package org.saccade.assets.glb;

import java.util.Map;
import java.util.TreeMap;
import org.saccade.assets.mesh.Vec;
import org.saccade.assets.sound.Sound;

/**
 * A sound that stands at a node and repeats, as {@code extras.saccade_sound} says it.
 *
 * @param gain 0 to 1
 * @param radius metres within which it is at its loudest; twice as far away it is half as loud
 * @param at where in the node's own space
 */
public record SoundSpot(Sound sound, double gain, double radius, Vec at) {
  /** At the node's origin. */
  public SoundSpot(Sound sound, double gain, double radius) {
    this(sound, gain, radius, Vec.ZERO);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new TreeMap<>();
    json.put("sound", sound.word());
    json.put("gain", gain);
    json.put("radius", radius);
    json.put("loop", true);
    if (!at.equals(Vec.ZERO)) {
      json.put("at", NodeJson.list(at));
    }
    return json;
  }
}
