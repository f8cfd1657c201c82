package org.saccade.render.scene;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every broken file gives one line that names the file, the field and the value. */
@Timeout(10)
class HostileSceneTest {
  private final Path folder;

  HostileSceneTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void refuses(Consumer<GlbWriter> damage, String... fragments) {
    GlbWriter writer = GlbWriter.triangle();
    damage.accept(writer);
    refuses(writer.write(folder), fragments);
  }

  private static void refuses(Path file, String... fragments) {
    var refusal = assertThrows(SceneException.class, () -> SceneLoader.read(file));
    String line = String.valueOf(refusal.getMessage());
    assertFalse(line.contains("\n"), line);
    assertTrue(line.contains(String.valueOf(file.getFileName())), line);
    for (String fragment : fragments) {
      assertTrue(line.contains(fragment), () -> "no \"" + fragment + "\" in: " + line);
    }
  }

  private void refusesText(String text, String... fragments) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    refuses(GlbWriter.write(folder.resolve("test.gltf"), bytes), fragments);
  }

  @Test
  void refusesWhatIsNotAFile() {
    refuses(folder, "is a folder");
    refuses(folder.resolve("none.glb"), "does not exist");
    refuses(GlbWriter.write(folder.resolve("zero.glb"), new byte[0]), "is empty");
    refusesText("hello", "JSON", "line 1");
    refusesText("[]", "neither .glb nor a JSON object");
    byte[] latin = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
    refuses(GlbWriter.write(folder.resolve("latin.gltf"), latin), "UTF-8");
  }

  @Test
  void refusesDeepAndEndlessJson() {
    refusesText("{\"extras\":" + "[".repeat(100_000), "cannot be parsed", "depth");
    refusesText("{\"nodes\":[" + "{},".repeat(2_500_000) + "{}]}", "cannot be parsed");
    refusesText("{\"asset\":{\"version\":\"2.0\"},\"nodes\":[{},null]}", "nodes[1] is null");
    refusesText("{\"asset\":{\"version\":\"2.0\"},\"nodes\":{}}", "nodes");
    refusesText("{\"asset\":{\"version\":\"2.0\"},\"scene\":1e400}", "scene");
    refusesText("{\"asset\":{\"version\":\"1.0\"}}", "asset.version is 1.0", "glTF 2.0");
    refusesText("{}", "asset.version is missing");
  }

  @Test
  void refusesWrongLengths() {
    byte[] whole = GlbWriter.triangle().bytes();
    for (int at : new int[] {4, 8, 12}) {
      byte[] bytes = whole.clone();
      bytes[at + 3] = 0x7f;
      refuses(GlbWriter.write(folder.resolve("length.glb"), bytes));
    }
  }

  @Test
  void refusesUnsupportedRequiredExtensionsByName() {
    refuses(
        w -> w.json().putArray("extensionsRequired").add("KHR_draco_mesh_compression"),
        "KHR_draco_mesh_compression",
        "not supported");
  }

  @Test
  void refusesAccessorsThatReachTooFar() {
    refuses(w -> w.get("accessors", 0).put("count", 4), "accessors[0]", "4 elements");
    refuses(w -> w.get("accessors", 0).put("count", 2_000_000_000), "accessors[0]");
    refuses(w -> w.get("accessors", 0).put("count", -1), "accessors[0].count");
    refuses(w -> w.get("accessors", 0).put("byteOffset", 2_147_483_647), "accessors[0]");
    refuses(w -> w.get("accessors", 0).put("bufferView", 9), "is 9, but there are 2");
    refuses(w -> w.get("accessors", 0).put("componentType", 5), "componentType");
    refuses(w -> w.get("accessors", 0).put("type", "MAT4"), "accessors[0].type is MAT4");
    refuses(w -> w.get("bufferViews", 0).put("byteLength", 1_000_000), "bufferViews[0]");
    refuses(w -> w.get("bufferViews", 0).put("byteOffset", 2_147_483_647), "bufferViews[0]");
    refuses(w -> w.get("bufferViews", 0).put("byteStride", 8), "byteStride is 8");
    refuses(w -> w.add("buffers").put("byteLength", 1 << 30), "buffers[0].byteLength");
    refuses(
        w -> {
          w.get("accessors", 0).remove("bufferView");
          w.get("accessors", 0).put("count", 2_000_000_000);
        },
        "above the limit of 1,000,000");
  }

  @Test
  void refusesIndicesBeyondTheVertices() {
    refuses(
        w -> w.get("meshes", 0).withObject("/primitives/0").put("indices", w.shorts(0, 1, 3)),
        "names vertex 3 of 3");
  }

  @Test
  void refusesPositionsThatAreNotFinite() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      refuses(
          w -> attributes(w).put("POSITION", w.floats("VEC3", 0, 0, 0, 1, bad, 0, 0, 1, 0)),
          "POSITION of vertex 1",
          "not a finite number");
    }
    refuses(
        w -> attributes(w).put("POSITION", w.floats("VEC3", 0, 0, 0, 1e30, 0, 0, 0, 1, 0)),
        "1,000,000 m",
        "scale the scene to metres");
  }

  @Test
  void refusesNodesThatAreNoTree() {
    refuses(w -> w.get("nodes", 0).putArray("children").add(0), "nodes[0] is its own ancestor");
    refuses(
        w -> {
          w.node("a").putArray("children").add(0);
          w.node("b").putArray("children").add(0);
        },
        "nodes[2].children names node 0, already a child of node 1");
    refuses(w -> w.scene(0, 0), "twice");
    refuses(w -> w.scene(7), "is 7, but there are 1 nodes");
    refuses(w -> w.get("nodes", 0).put("mesh", 5), "nodes[0].mesh is 5");
    refuses(w -> w.get("nodes", 0).putArray("scale").add(1e39).add(1).add(1), "nodes[0].scale");
    refuses(w -> w.get("nodes", 0).putArray("rotation").add(0).add(0).add(0).add(0), "rotation");
    refuses(w -> w.get("nodes", 0).putArray("translation").add(1), "translation");
  }

  @Test
  void livesThroughVeryDeepNodeChains() throws Exception {
    GlbWriter writer = GlbWriter.triangle();
    for (int i = 1; i <= 20_000; i++) {
      writer.node("n").putArray("children").add(i - 1);
    }
    writer.scene(20_000);
    assertTrue(SceneLoader.read(writer.write(folder)).nodes().size() == 20_001);
  }

  @Test
  void refusesFilesOutsideTheFolder() throws Exception {
    Path inner = Files.createDirectories(folder.resolve("inner"));
    Files.write(folder.resolve("secret.bin"), new byte[64]);
    Files.createSymbolicLink(inner.resolve("link.bin"), folder.resolve("secret.bin"));
    for (String uri :
        new String[] {
          "../secret.bin",
          "%2e%2e/secret.bin",
          "/etc/passwd",
          "file:///etc/passwd",
          "http://127.0.0.1/a.bin",
          "..\\secret.bin",
          "link.bin"
        }) {
      refuses(withUri(uri, inner), "buffers[0].uri", "outside the scene's folder");
    }
    refuses(withUri("none.bin", inner), "none.bin", "cannot be found");
    refuses(withUri("%zz", inner), "buffers[0].uri");
    refuses(withUri("a\u0000b", inner), "buffers[0].uri");
    refuses(withUri(".", inner), "not a file");
    refuses(withUri("data:text/plain,abc", inner), "base64");
    refuses(withUri("data:;base64,@@@@", inner), "bad base64");
  }

  private static Path withUri(String uri, Path inner) {
    GlbWriter writer = GlbWriter.triangle();
    writer.add("buffers").put("byteLength", 44).put("uri", uri);
    return writer.write(inner);
  }

  @Test
  void refusesImageBombsByTheirHeader() {
    byte[] bomb = TestImages.png(1, 1);
    ByteBuffer.wrap(bomb).putInt(16, 16_000).putInt(20, 16_000);
    refuses(w -> textured(w, bomb), "images[0]", "above the limit");
    byte[] wide = TestImages.png(1, 1);
    ByteBuffer.wrap(wide).putInt(16, 1 << 23);
    refuses(w -> textured(w, wide), "images[0]", "a side");
    refuses(
        w -> textured(w, "GIF89a....".getBytes(StandardCharsets.UTF_8)), "neither PNG nor JPEG");
    refuses(w -> textured(w, new byte[] {1}), "neither PNG nor JPEG");
  }

  @Test
  void leavesOutAnImageThatBreaksBehindItsHeader() throws Exception {
    byte[] cut = Arrays.copyOf(TestImages.png(64, 64), 60);
    GlbWriter writer = GlbWriter.triangle();
    textured(writer, cut);
    TextureImage image = SceneLoader.read(writer.write(folder)).images().getFirst();
    assertTrue(image.decode() == null);
  }

  @Test
  void refusesAnimationsThatRunBackwards() {
    refuses(
        w -> animated(w, w.floats("SCALAR", 1, 0), w.floats("VEC3", 0, 0, 0, 1, 1, 1)), "key 1");
    refuses(w -> animated(w, w.floats("SCALAR", 0, 1), w.floats("VEC3", 0, 0, 0)), "2 keys need 6");
  }

  @Test
  void refusesTooManyInstances() {
    refuses(
        w -> {
          w.get("accessors", 0).remove("bufferView");
          var primitives = w.get("meshes", 0).putArray("primitives");
          for (int i = 0; i < 1001; i++) {
            primitives.addObject().putObject("attributes").put("POSITION", 0);
          }
          int[] roots = new int[1000];
          for (int i = 1; i < roots.length; i++) {
            roots[i] = i;
            w.node("copy").put("mesh", 0);
          }
          w.scene(roots);
        },
        "drawn instances",
        "above the limit of 1,000,000");
  }

  private static ObjectNode attributes(GlbWriter writer) {
    return (ObjectNode) writer.get("meshes", 0).at("/primitives/0/attributes");
  }

  private static void textured(GlbWriter writer, byte[] image) {
    writer.add("images").put("bufferView", writer.view(image));
    writer.add("textures").put("source", 0);
    writer.add("materials").putObject("emissiveTexture").put("index", 0);
    ((ObjectNode) writer.get("meshes", 0).at("/primitives/0")).put("material", 0);
  }

  private static void animated(GlbWriter writer, int input, int output) {
    ObjectNode animation = writer.add("animations");
    animation.putArray("samplers").addObject().put("input", input).put("output", output);
    ObjectNode channel = animation.putArray("channels").addObject().put("sampler", 0);
    channel.putObject("target").put("node", 0).put("path", "translation");
  }
}
