package org.saccade.render.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.saccade.render.tile.Floats;

/** The places of EXT_mesh_gpu_instancing: one transform an instance, relative to its node. */
final class InstanceReader {
  private final SceneDocument document;
  private final Accessors accessors;

  InstanceReader(SceneDocument document, Accessors accessors) {
    this.document = document;
    this.accessors = accessors;
  }

  List<Transform> read(JsonNode extension, String node) throws SceneException {
    String field = node + "." + Extensions.INSTANCING;
    Floats translations = array(extension, "TRANSLATION", 3, field);
    Floats rotations = array(extension, "ROTATION", 4, field);
    Floats scales = array(extension, "SCALE", 3, field);
    int count =
        Math.max(translations.size() / 3, Math.max(rotations.size() / 4, scales.size() / 3));
    same(translations.size(), 3, count, field);
    same(rotations.size(), 4, count, field);
    same(scales.size(), 3, count, field);
    document.limit(field, count, Limits.INSTANCES);
    var places = new ArrayList<Transform>(count);
    for (int i = 0; i < count; i++) {
      places.add(place(translations, rotations, scales, i));
    }
    return places;
  }

  private static Transform place(Floats t, Floats r, Floats s, int i) {
    var translation = new Vector3f();
    var rotation = new Quaternionf();
    var scale = new Vector3f(1);
    if (!t.isEmpty()) {
      translation.set(t.get(3 * i), t.get(3 * i + 1), t.get(3 * i + 2));
    }
    if (!r.isEmpty()) {
      rotation.set(r.get(4 * i), r.get(4 * i + 1), r.get(4 * i + 2), r.get(4 * i + 3)).normalize();
    }
    if (!s.isEmpty()) {
      scale.set(s.get(3 * i), s.get(3 * i + 1), s.get(3 * i + 2));
    }
    return new Transform.Parts(
        translation, rotation.isFinite() ? rotation : rotation.identity(), scale);
  }

  private Floats array(JsonNode extension, String name, int width, String field)
      throws SceneException {
    JsonNode index = extension.path("attributes").path(name);
    if (index.isMissingNode()) {
      return Floats.EMPTY;
    }
    String full = field + "." + name;
    if (!index.isInt()) {
      throw document.broken(full, "is not the number of an accessor");
    }
    if (accessors.components(index.asInt(), full) != width) {
      throw document.broken(full, "does not have %d numbers an instance".formatted(width));
    }
    Floats values = accessors.floats(index.asInt(), full);
    for (int i = 0; i < values.size(); i++) {
      document.finite(full, values.get(i));
    }
    return values;
  }

  private void same(int size, int width, int count, String field) throws SceneException {
    if (size != 0 && size != width * count) {
      throw document.broken(field, "has attributes of different lengths");
    }
  }
}
