package org.saccade.render.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3f;
import org.saccade.assets.sound.Sound;

/**
 * A node's {@code extras.saccade_sound}: {@code {"sound": NAME, "gain": 0..1, "radius": METRES,
 * "loop": true, "at": [x, y, z]}}. All but the name may be left out. An unknown name is left out of
 * the scene; a wrong value is refused.
 */
final class SoundReader {
  private static final String KEY = "saccade_sound";

  private final SceneDocument document;
  private final List<SceneSound> sounds = new ArrayList<>();

  SoundReader(SceneDocument document) {
    this.document = document;
  }

  /** Reads the sound of a node, where it has one. */
  void read(JsonNode node, String nodeField, int index) throws SceneException {
    JsonNode json = node.path("extras").path(KEY);
    if (json.isMissingNode()) {
      return;
    }
    String field = nodeField + ".extras." + KEY;
    if (!json.isObject()) {
      throw wrong(field, json, "write {\"sound\": NAME, \"gain\": 1, \"radius\": 1}");
    }
    JsonNode word = json.path("sound");
    if (!word.isTextual()) {
      throw wrong(field + ".sound", word, "name one of " + String.join(", ", Sound.words()));
    }
    float gain = number(json.path("gain"), 1, field + ".gain", 0, 1);
    float radius = number(json.path("radius"), 1, field + ".radius", 0.01f, 1_000);
    boolean isLooping = flag(json.path("loop"), field + ".loop");
    var at = place(json.path("at"), field + ".at");
    var sound = Sound.named(word.asText());
    if (sound.isEmpty()) {
      document.ignore("sound " + SceneException.oneLine(word.asText()));
      return;
    }
    document.limit("number of sounds", sounds.size() + 1L, Limits.SOUNDS);
    sounds.add(new SceneSound(index, sound.get(), at, gain, radius, isLooping));
  }

  /** All that were read. */
  List<SceneSound> sounds() {
    return sounds;
  }

  private Vector3f place(JsonNode json, String field) throws SceneException {
    if (json.isMissingNode()) {
      return new Vector3f();
    }
    if (!json.isArray() || json.size() != 3) {
      throw wrong(field, json, "give three numbers, metres in the node's space");
    }
    return new Vector3f(
        number(json.get(0), 0, field + "[0]", -Limits.REACH, Limits.REACH),
        number(json.get(1), 0, field + "[1]", -Limits.REACH, Limits.REACH),
        number(json.get(2), 0, field + "[2]", -Limits.REACH, Limits.REACH));
  }

  private boolean flag(JsonNode json, String field) throws SceneException {
    if (!json.isMissingNode() && !json.isBoolean()) {
      throw wrong(field, json, "write true or false");
    }
    return json.asBoolean(true);
  }

  private float number(JsonNode json, float otherwise, String field, float least, float most)
      throws SceneException {
    if (json.isMissingNode()) {
      return otherwise;
    }
    double value = json.isNumber() ? json.asDouble() : Double.NaN;
    if (!(value >= least && value <= most)) {
      throw wrong(field, json, "give a number of %s to %s".formatted(words(least), words(most)));
    }
    return (float) value;
  }

  private static String words(float value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private SceneException wrong(String field, JsonNode found, String remedy) {
    String value = found.isMissingNode() ? "missing" : SceneException.oneLine(found);
    return document.refused(field, "is " + value, remedy);
  }
}
