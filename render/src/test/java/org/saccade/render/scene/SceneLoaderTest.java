package org.saccade.render.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import org.joml.Vector2f;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.render.tile.Fingerprint;

class SceneLoaderTest {
  private final Path folder;

  SceneLoaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Scene load(GlbWriter writer) throws SceneException {
    return SceneLoader.read(writer.write(folder));
  }

  @Test
  void readsATriangleAndGivesItFlatNormals() throws Exception {
    Scene scene = load(GlbWriter.triangle());
    MeshPrimitive primitive = scene.primitives().getFirst();
    assertArrayEquals(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, primitive.positions().toArray());
    assertArrayEquals(new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1}, primitive.normals().toArray());
    assertArrayEquals(new int[] {0, 1, 2}, primitive.indices().toArray());
    assertEquals(new Aabb(0, 0, 0, 1, 1, 0), scene.bounds());
    assertEquals("default", scene.materials().get(primitive.material()).name());
    assertEquals("test", scene.name());
  }

  @Test
  void fingerprintIsOverTheFileThenItsNeighboursInOrderOfMention() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    byte[] binary = writer.binary();
    writer.add("buffers").put("byteLength", binary.length).put("uri", "a%20b.bin");
    byte[] text = writer.json().toString().getBytes(StandardCharsets.UTF_8);
    Path file = GlbWriter.write(folder.resolve("test.gltf"), text);
    GlbWriter.write(folder.resolve("a b.bin"), binary);
    Scene scene = SceneLoader.read(file);
    assertEquals(Fingerprint.sha256(text, binary), scene.fingerprint());
    assertEquals(1, scene.triangleCount());
  }

  @Test
  void readsBuffersFromDataUris() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    byte[] binary = writer.binary();
    String uri =
        "data:application/octet-stream;base64," + Base64.getEncoder().encodeToString(binary);
    writer.add("buffers").put("byteLength", binary.length).put("uri", uri);
    byte[] text = writer.json().toString().getBytes(StandardCharsets.UTF_8);
    Scene scene = SceneLoader.read(GlbWriter.write(folder.resolve("test.gltf"), text));
    assertEquals(Fingerprint.sha256(text), scene.fingerprint());
    assertEquals(1, scene.triangleCount());
  }

  @Test
  void turnsStripsAndFansIntoTrianglesOfTheSameWinding() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    int positions = writer.floats("VEC3", 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0);
    writer.primitive(positions).put("mode", 5);
    writer.node("strip").put("mesh", 1);
    int fan = writer.floats("VEC3", 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0);
    writer.primitive(fan).put("mode", 6);
    writer.node("fan").put("mesh", 2);
    writer.scene(1, 2);
    Scene scene = load(writer);
    assertEquals(2, scene.primitives().size());
    for (MeshPrimitive primitive : scene.primitives()) {
      assertEquals(2, primitive.triangleCount());
      for (int i = 2; i < primitive.normals().size(); i += 3) {
        assertEquals(1, primitive.normals().get(i), "every triangle faces +z");
      }
    }
  }

  @Test
  void dequantisesPositionsNormalsAndTextureCoordinates() throws Exception {
    GlbWriter writer = new GlbWriter();
    byte[] bytes = {0, 0, 0, 0, 127, 0, 0, 0, 0, 127, 0, 0};
    int positions = writer.accessor(bytes, 5120, "VEC3", 3);
    writer.get("accessors", positions).put("normalized", true);
    writer.get("bufferViews", 0).put("byteStride", 4);
    byte[] facing = {0, 0, 126, 0, 0, 0, 126, 0, 0, 0, 126, 0};
    int normals = writer.accessor(facing, 5120, "VEC3", 3);
    writer.get("accessors", normals).put("normalized", true);
    writer.get("bufferViews", 1).put("byteStride", 4);
    int uv = writer.accessor(new byte[] {0, 0, -1, 0, 0, -1}, 5121, "VEC2", 3);
    writer.get("accessors", uv).put("normalized", true);
    ObjectNode primitive = writer.primitive(positions);
    primitive.withObject("/attributes").put("NORMAL", normals).put("TEXCOORD_0", uv);
    writer.node("quantised").put("mesh", 0);
    writer.json().putArray("extensionsRequired").add("KHR_mesh_quantization");
    MeshPrimitive read = load(writer).primitives().getFirst();
    assertArrayEquals(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, read.positions().toArray());
    assertArrayEquals(new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1}, read.normals().toArray());
    assertArrayEquals(new float[] {0, 0, 1, 0, 0, 1}, read.uv0().toArray());
  }

  @Test
  void appliesSparseAccessors() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    ObjectNode sparse = writer.get("accessors", 0).putObject("sparse").put("count", 1);
    sparse.putObject("indices").put("bufferView", writer.view((byte) 1)).put("componentType", 5121);
    int values = writer.floats("VEC3", 5, 6, 7);
    int view = writer.get("accessors", values).path("bufferView").asInt();
    sparse.putObject("values").put("bufferView", view);
    float[] positions = load(writer).primitives().getFirst().positions().toArray();
    assertArrayEquals(new float[] {0, 0, 0, 5, 6, 7, 0, 1, 0}, positions);
  }

  @Test
  void sharesOneMeshAmongManyNodesAndKeepsParentsFirst() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    writer.node("parent").putArray("translation").add(0).add(5).add(0);
    writer.get("nodes", 1).putArray("children").add(0).add(2);
    writer.node("second").put("mesh", 0).putArray("translation").add(1).add(0).add(0);
    writer.scene(1);
    Scene scene = load(writer);
    assertEquals(1, scene.primitives().size());
    assertEquals("parent", scene.nodes().getFirst().name());
    assertEquals(new Aabb(0, 5, 0, 2, 6, 0), scene.bounds());
    SceneInstances instances = SceneInstances.of(scene);
    assertEquals(2, instances.count());
    assertEquals(2, instances.staticCount());
  }

  @Test
  void spreadsGpuInstancesOverNodes() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    int places = writer.floats("VEC3", 0, 0, 0, 10, 0, 0, 20, 0, 0);
    writer
        .get("nodes", 0)
        .putObject("extensions")
        .putObject("EXT_mesh_gpu_instancing")
        .putObject("attributes")
        .put("TRANSLATION", places);
    Scene scene = load(writer);
    assertEquals(3, SceneInstances.of(scene).count());
    assertEquals(new Aabb(0, 0, 0, 21, 1, 0), scene.bounds());
  }

  @Test
  void readsLightsAndMarksTheKeyLight() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    var lights = writer.json().withArray("/extensions/KHR_lights_punctual/lights");
    lights.addObject().put("type", "directional").put("intensity", 3);
    lights.addObject().put("type", "spot").put("range", 9).putObject("spot");
    for (int i = 0; i < 2; i++) {
      ObjectNode node = writer.node("lamp " + i);
      node.putObject("extensions").putObject("KHR_lights_punctual").put("light", i);
    }
    ObjectNode saccade = writer.scene(0, 1, 2).putObject("extras").putObject("saccade");
    saccade.put("keyLight", "lamp 1").put("exposure", 2.5);
    saccade.putObject("start").put("yaw", 1.5).putArray("position").add(1).add(2).add(3);
    saccade.putObject("sky").putArray("zenith").add(0.5).add(0).add(0);
    Scene scene = load(writer);
    assertFalse(scene.lights().get(0).key());
    assertTrue(scene.lights().get(1).key());
    assertEquals(9, scene.lights().get(1).range());
    assertEquals(1, scene.nodes().get(2).light());
    assertEquals(2.5f, scene.environment().exposure());
    assertEquals(new Vector3f(0.5f, 0, 0), scene.environment().zenith());
    assertEquals(3, scene.start().position().z());
    assertEquals(1.5, scene.start().yaw());
  }

  @Test
  void readsMaterialsTexturesAndTheirTransforms() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    writer.add("images").put("bufferView", writer.view(TestImages.png(3, 2)));
    writer.add("samplers").put("wrapS", 33_071).put("magFilter", 9728).put("minFilter", 9729);
    writer.add("textures").put("source", 0).put("sampler", 0);
    ObjectNode material = writer.add("materials").put("alphaMode", "MASK").put("doubleSided", true);
    material.putObject("extensions").putObject("KHR_materials_unlit");
    ObjectNode map =
        material.putObject("pbrMetallicRoughness").putObject("baseColorTexture").put("index", 0);
    ObjectNode transform = map.putObject("extensions").putObject("KHR_texture_transform");
    transform.putArray("offset").add(0.5).add(0);
    transform.putArray("scale").add(2).add(3);
    ((ObjectNode) writer.get("meshes", 0).at("/primitives/0")).put("material", 0);
    Scene scene = load(writer);
    Material read = scene.materials().getFirst();
    assertEquals(AlphaMode.MASK, read.alphaMode());
    assertTrue(read.unlit());
    assertTrue(read.doubleSided());
    TextureSlot slot = read.baseColourMap().orElseThrow();
    assertEquals(Sampler.Wrap.CLAMP_TO_EDGE, slot.sampler().wrapS());
    assertEquals(Sampler.Wrap.REPEAT, slot.sampler().wrapT());
    assertFalse(slot.sampler().linearMagnify());
    assertEquals(new Vector2f(2.5f, 3), slot.uvTransform().transformPosition(new Vector2f(1, 1)));
    TextureImage image = scene.images().get(slot.image());
    assertEquals(3, image.width());
    try (DecodedImage decoded = Objects.requireNonNull(image.decode())) {
      assertEquals(24, decoded.rgba().remaining());
    }
  }

  @Test
  void makesTangentsForNormalMapsThatPointAlongGrowingU() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    writer.add("images").put("bufferView", writer.view(TestImages.png(1, 1)));
    writer.add("textures").put("source", 0);
    writer.add("materials").putObject("normalTexture").put("index", 0);
    int uv = writer.floats("VEC2", 0, 1, 1, 1, 0, 0);
    ObjectNode primitive = (ObjectNode) writer.get("meshes", 0).at("/primitives/0");
    primitive.put("material", 0).withObject("/attributes").put("TEXCOORD_0", uv);
    MeshPrimitive read = load(writer).primitives().getFirst();
    assertEquals(12, read.tangents().size());
    assertArrayEquals(new float[] {1, 0, 0, 1}, read.tangents().slice(0, 4).toArray());
  }

  @Test
  void ignoresOptionalExtensionsAndSkins() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    writer.json().putArray("extensionsUsed").add("KHR_materials_clearcoat");
    writer.get("nodes", 0).put("skin", 0);
    assertEquals(1, load(writer).triangleCount());
  }

  @Test
  void sharesArraysOfOneAccessor() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    int normals = writer.floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1);
    for (int i = 0; i < 2; i++) {
      ObjectNode primitive =
          i == 0
              ? (ObjectNode) writer.get("meshes", 0).at("/primitives/0")
              : ((ArrayNode) writer.get("meshes", 0).path("primitives")).addObject();
      primitive.putObject("attributes").put("POSITION", 0).put("NORMAL", normals);
    }
    Scene scene = load(writer);
    assertSame(scene.primitives().get(0).positions(), scene.primitives().get(1).positions());
    assertSame(scene.primitives().get(0).normals(), scene.primitives().get(1).normals());
  }

  @Test
  void twoFilesHaveTwoFingerprints() throws Exception {
    Fingerprint first = load(GlbWriter.triangle()).fingerprint();
    GlbWriter other = GlbWriter.triangle();
    other.get("nodes", 0).put("name", "other");
    Path file = other.write(folder);
    assertNotEquals(first, SceneLoader.read(file).fingerprint());
    assertEquals(
        Fingerprint.sha256(Files.readAllBytes(file)), SceneLoader.read(file).fingerprint());
  }
}
