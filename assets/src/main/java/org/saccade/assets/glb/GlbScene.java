package org.saccade.assets.glb;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.saccade.assets.mesh.Ahead;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Placement;
import org.saccade.assets.mesh.Turn;
import org.saccade.assets.mesh.Vec;
import org.saccade.assets.png.Png;
import org.saccade.assets.png.Raster;

/** A glTF 2.0 scene being built: textures, materials, meshes, nodes, lights. One thread. */
public final class GlbScene {
  private static final int ROOT = -1;

  private final BinaryChunk chunk = new BinaryChunk();
  private final MeshWriter writer = new MeshWriter(chunk);
  private final List<Map<String, Object>> images = new ArrayList<>();
  private final List<Map<String, Object>> textures = new ArrayList<>();
  private final List<Material> materials = new ArrayList<>();
  private final List<Map<String, Object>> meshes = new ArrayList<>();
  private final List<Long> meshTriangles = new ArrayList<>();
  private final List<Map<String, Object>> nodes = new ArrayList<>();
  private final List<Integer> roots = new ArrayList<>();
  private final List<Map<String, Object>> lights = new ArrayList<>();
  private final List<Map<String, Object>> channels = new ArrayList<>();
  private final List<Map<String, Object>> samplers = new ArrayList<>();
  private long drawnTriangles;

  /** Adds a repeating texture and returns its number; it may be painted later, on any thread. */
  public int texture(String name, Supplier<Raster> raster) {
    int view = chunk.add(Ahead.of(() -> Png.encode(raster.get())), 0, 0);
    images.add(new TreeMap<>(Map.of("name", name, "mimeType", "image/png", "bufferView", view)));
    textures.add(new TreeMap<>(Map.of("source", images.size() - 1, "sampler", 0)));
    return textures.size() - 1;
  }

  /** Adds a material and returns its number. */
  public int material(Material material) {
    materials.add(material);
    return materials.size() - 1;
  }

  /** Adds a material like number {@code original} of another colour. */
  public int recoloured(int original, String name, Vec colour) {
    return material(materials.get(original).coloured(name, colour));
  }

  /** Adds a mesh and returns its number. */
  public int mesh(String name, List<Part> parts) {
    List<Map<String, Object>> primitives = new ArrayList<>();
    long triangles = 0;
    for (Part part : parts) {
      Material material = materials.get(part.material());
      boolean bumpy = material.normalTexture() >= 0;
      boolean textured = bumpy || material.colourTexture() >= 0 || material.surfaceTexture() >= 0;
      primitives.add(writer.write(part.mesh(), part.material(), textured, bumpy));
      triangles += part.mesh().triangleCount();
    }
    meshes.add(new TreeMap<>(Map.of("name", name, "primitives", primitives)));
    meshTriangles.add(triangles);
    return meshes.size() - 1;
  }

  /** Adds a mesh of one material. */
  public int mesh(String name, Mesh mesh, int material) {
    return mesh(name, List.of(new Part(mesh, material)));
  }

  /** Stands a mesh in the scene and returns the node's number. */
  public int place(String name, int mesh, Placement placement) {
    return node(ROOT, name, placement, Map.of("mesh", mesh));
  }

  /** Hangs a mesh on another node. */
  public int placeOn(int parent, String name, int mesh, Placement placement) {
    return node(parent, name, placement, Map.of("mesh", mesh));
  }

  /** Adds an empty node that may be animated. */
  public int pivot(int parent, String name, Placement placement) {
    return node(parent, name, placement, Map.of());
  }

  /** Adds a light shining along its placement's -Z and returns the node's number. */
  public int light(String name, Light light, Placement placement) {
    Map<String, Object> json = new TreeMap<>();
    json.put("name", name);
    json.put("type", light.kind().label());
    json.put("color", List.of(light.colour().x(), light.colour().y(), light.colour().z()));
    json.put("intensity", light.intensity());
    if (light.range() > 0) {
      json.put("range", light.range());
    }
    if (light.kind() == Light.Kind.SPOT) {
      json.put(
          "spot",
          new TreeMap<>(
              Map.of("innerConeAngle", light.innerCone(), "outerConeAngle", light.outerCone())));
    }
    lights.add(json);
    Map<String, Object> reference = Map.of("light", lights.size() - 1);
    return node(
        ROOT, name, placement, Map.of("extensions", Map.of("KHR_lights_punctual", reference)));
  }

  /** Turns a node through {@code turns} at {@code seconds}, linearly, and marks it movable. */
  public void animate(int node, List<Double> seconds, List<Turn> turns) {
    float[] times = new float[seconds.size()];
    float[] values = new float[times.length * 4];
    for (int i = 0; i < times.length; i++) {
      times[i] = seconds.get(i).floatValue();
      Turn turn = turns.get(i);
      values[i * 4] = (float) turn.x();
      values[i * 4 + 1] = (float) turn.y();
      values[i * 4 + 2] = (float) turn.z();
      values[i * 4 + 3] = (float) turn.w();
    }
    int input = writer.scalars(times, 1);
    int output = writer.scalars(values, 4);
    samplers.add(
        new TreeMap<>(Map.of("input", input, "output", output, "interpolation", "LINEAR")));
    channels.add(
        new TreeMap<>(
            Map.of(
                "sampler",
                samplers.size() - 1,
                "target",
                new TreeMap<>(Map.of("node", node, "path", "rotation")))));
    NodeJson.extras(nodes.get(node)).put("saccade_movable", true);
  }

  /** Lets a node sound. */
  public void sound(int node, SoundSpot spot) {
    NodeJson.extras(nodes.get(node)).put("saccade_sound", spot.json());
  }

  /** Returns the triangles drawn, each instance counted. */
  public long drawnTriangles() {
    return drawnTriangles;
  }

  public int lightCount() {
    return lights.size();
  }

  public int nodeCount() {
    return nodes.size();
  }

  private int node(int parent, String name, Placement placement, Map<String, Object> content) {
    Map<String, Object> node = new TreeMap<>(content);
    node.put("name", name);
    NodeJson.place(node, placement);
    nodes.add(node);
    int number = nodes.size() - 1;
    if (content.get("mesh") instanceof Integer mesh) {
      drawnTriangles += meshTriangles.get(mesh);
    }
    if (parent == ROOT) {
      roots.add(number);
    } else {
      NodeJson.children(nodes.get(parent)).add(number);
    }
    return number;
  }

  /** Writes the whole file. */
  public void write(OutputStream out, String name, SceneExtras extras) throws IOException {
    long length = chunk.layOut();
    byte[] json = Json.bytes(document(name, extras, length));
    int jsonLength = BinaryChunk.padded(json.length);
    long total = 12 + 8 + jsonLength + 8 + length;
    out.write(BinaryChunk.words(0x46546C67, 2, Math.toIntExact(total), jsonLength, 0x4E4F534A));
    out.write(json);
    out.write(new byte[] {' ', ' ', ' '}, 0, jsonLength - json.length);
    out.write(BinaryChunk.words(Math.toIntExact(length), 0x004E4942));
    chunk.writeTo(out);
  }

  private Map<String, Object> document(String name, SceneExtras extras, long length) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("asset", new TreeMap<>(Map.of("version", "2.0", "generator", "Saccade")));
    root.put("extensionsUsed", List.of("KHR_lights_punctual", "KHR_mesh_quantization"));
    root.put("extensionsRequired", List.of("KHR_mesh_quantization"));
    root.put("scene", 0);
    Map<String, Object> scene = new TreeMap<>(Map.of("name", name, "nodes", roots));
    scene.put("extras", Map.of("saccade", extras.json()));
    root.put("scenes", List.of(scene));
    root.put("nodes", nodes);
    root.put("meshes", meshes);
    root.put("materials", materials.stream().map(MaterialJson::of).toList());
    if (!textures.isEmpty()) {
      root.put("textures", textures);
      root.put("images", images);
      root.put("samplers", List.of(MaterialJson.sampler()));
    }
    if (!channels.isEmpty()) {
      root.put(
          "animations", List.of(new TreeMap<>(Map.of("channels", channels, "samplers", samplers))));
    }
    root.put("accessors", writer.accessors());
    root.put("bufferViews", chunk.views());
    root.put("buffers", List.of(Map.of("byteLength", length)));
    root.put("extensions", Map.of("KHR_lights_punctual", Map.of("lights", lights)));
    return root;
  }
}
