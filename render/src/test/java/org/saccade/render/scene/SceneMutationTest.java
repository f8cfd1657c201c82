package org.saccade.render.scene;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file's bytes, loading it ends soon, in a scene or in one clear line. */
@Timeout(30)
class SceneMutationTest {
  private static final String[] VALUES = {
    "-1",
    "0",
    "1",
    "2147483647",
    "4294967296",
    "1e309",
    "-0.5",
    "null",
    "true",
    "\"\"",
    "[]",
    "{}",
    "[null]",
    "\"../x\"",
    "[[[]]]",
    "99",
    "65535",
    "[0,0]",
    "{\"a\":1}"
  };

  private final Path file;

  SceneMutationTest(@TempDir Path folder) {
    this.file = folder.resolve("mutated.glb");
  }

  @Test
  void refusesEveryTruncation() {
    byte[] whole = everything().bytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(SceneException.class, () -> SceneLoader.read(file, cut));
    }
  }

  @Test
  void survivesTruncationsThatHideBehindCorrectLengths() {
    GlbWriter writer = everything();
    byte[] whole = writer.bytes();
    int chunk = 20 + padded(writer.json().toString());
    for (int length = chunk + 8; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(8, length);
      ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(chunk, length - chunk - 8);
      loads(cut, "cut at " + length);
    }
  }

  @Test
  void survivesRandomBytes() {
    byte[] whole = everything().bytes();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int round = 0; round < 3000; round++) {
      byte[] bytes = whole.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      loads(bytes, "round " + round);
    }
  }

  @Test
  void survivesEveryValueReplacedInTheJson() {
    String text = everything().json().toString();
    byte[] whole = everything().bytes();
    byte[] binary = Arrays.copyOfRange(whole, 20 + padded(text), whole.length);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == ':' || text.charAt(at) == ',' || text.charAt(at) == '[') {
        for (int i = 0; i < 3; i++) {
          String value = VALUES[random.nextInt(VALUES.length)];
          String changed =
              text.substring(0, at + 1) + value + text.substring(valueEnd(text, at + 1));
          loads(glb(changed, binary), "value at " + at + ": " + value);
        }
      }
    }
  }

  private static int padded(String text) {
    return (text.getBytes(StandardCharsets.UTF_8).length + 3) / 4 * 4;
  }

  /** Where the value that begins here ends: at the closing bracket of its own depth, or a comma. */
  private static int valueEnd(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (depth == 0 && (c == ',' || c == ']' || c == '}')) {
        return i;
      }
      depth += c == '[' || c == '{' ? 1 : 0;
      depth -= c == ']' || c == '}' ? 1 : 0;
    }
    return text.length();
  }

  private static byte[] glb(String json, byte[] binaryChunk) {
    byte[] text = Arrays.copyOf(json.getBytes(StandardCharsets.UTF_8), padded(json));
    Arrays.fill(text, json.length(), text.length, (byte) ' ');
    var bytes = ByteBuffer.allocate(20 + text.length + binaryChunk.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0x46546C67).putInt(2).putInt(bytes.capacity());
    bytes.putInt(text.length).putInt(0x4E4F534A).put(text).put(binaryChunk);
    return bytes.array();
  }

  private void loads(byte[] bytes, String what) {
    try {
      Scene scene = SceneLoader.read(file, bytes);
      var pose = new ScenePose(scene);
      pose.sample(0.3);
      assertNotNull(SceneInstances.of(scene));
    } catch (SceneException e) {
      assertFalse(String.valueOf(e.getMessage()).contains("\n"), what);
    } catch (RuntimeException e) {
      fail(what + " was not foreseen", e);
    }
  }

  /** A file with a bit of all that the loader reads. */
  private static GlbWriter everything() {
    GlbWriter writer = GlbWriter.triangle();
    int uv = writer.floats("VEC2", 0, 0, 1, 0, 0, 1);
    int normals = writer.floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1);
    ObjectNode primitive = (ObjectNode) writer.get("meshes", 0).at("/primitives/0");
    primitive.put("material", 0);
    primitive.withObject("/attributes").put("TEXCOORD_0", uv).put("NORMAL", normals);
    writer.add("images").put("bufferView", writer.view(TestImages.png(2, 2)));
    writer.add("samplers").put("wrapS", 33_071);
    writer.add("textures").put("source", 0).put("sampler", 0);
    ObjectNode material = writer.add("materials").put("alphaMode", "MASK");
    ObjectNode map = material.putObject("normalTexture").put("index", 0);
    map.putObject("extensions").putObject("KHR_texture_transform").putArray("scale").add(2).add(2);
    material
        .putObject("pbrMetallicRoughness")
        .putArray("baseColorFactor")
        .add(1)
        .add(1)
        .add(1)
        .add(1);
    ObjectNode sparse = writer.get("accessors", 0).putObject("sparse").put("count", 1);
    sparse.putObject("indices").put("bufferView", writer.view((byte) 1)).put("componentType", 5121);
    int values = writer.floats("VEC3", 5, 6, 7);
    sparse
        .putObject("values")
        .put("bufferView", writer.get("accessors", values).path("bufferView").asInt());
    var lights = writer.json().withArray("/extensions/KHR_lights_punctual/lights");
    lights
        .addObject()
        .put("type", "spot")
        .put("intensity", 3)
        .putObject("spot")
        .put("innerConeAngle", 0.1);
    ObjectNode parent = writer.node("parent");
    parent.putArray("children").add(0);
    parent.putArray("rotation").add(0).add(0).add(0).add(1);
    ObjectNode extensions = parent.putObject("extensions");
    extensions.putObject("KHR_lights_punctual").put("light", 0);
    int places = writer.floats("VEC3", 0, 0, 0, 9, 9, 9);
    writer
        .get("nodes", 0)
        .putObject("extensions")
        .putObject("EXT_mesh_gpu_instancing")
        .putObject("attributes")
        .put("TRANSLATION", places);
    ObjectNode animation = writer.add("animations");
    int times = writer.floats("SCALAR", 0, 1);
    int turns = writer.floats("VEC4", 0, 0, 0, 1, 0, 1, 0, 0);
    animation.putArray("samplers").addObject().put("input", times).put("output", turns);
    ObjectNode channel = animation.putArray("channels").addObject().put("sampler", 0);
    channel.putObject("target").put("node", 1).put("path", "rotation");
    ObjectNode saccade = writer.scene(1).putObject("extras").putObject("saccade");
    saccade.putObject("start").put("yaw", 1).putArray("position").add(1).add(2).add(3);
    saccade.putObject("sky").putArray("zenith").add(1).add(1).add(1);
    writer.json().put("scene", 0);
    return writer;
  }
}
