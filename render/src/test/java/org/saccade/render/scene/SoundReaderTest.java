package org.saccade.render.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.assets.SceneLibrary;
import org.saccade.assets.sound.Sound;

class SoundReaderTest {
  private final Path folder;

  SoundReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static ObjectNode sounding(GlbWriter writer) {
    return writer.get("nodes", 0).putObject("extras").putObject("saccade_sound");
  }

  @Test
  void readsWhatANodeSays() throws SceneException {
    var writer = GlbWriter.triangle();
    var json = sounding(writer).put("sound", "leaves").put("gain", 0.25).put("radius", 3);
    json.put("loop", false).putArray("at").add(1).add(2.5).add(-3);
    var expected = new SceneSound(0, Sound.LEAVES, new Vector3f(1, 2.5f, -3), 0.25f, 3, false);
    assertEquals(List.of(expected), SceneLoader.read(writer.write(folder)).sounds());
  }

  @Test
  void aNameIsEnough() throws SceneException {
    var writer = GlbWriter.triangle();
    sounding(writer).put("sound", "hum");
    var expected = new SceneSound(0, Sound.HUM, new Vector3f(), 1, 1, true);
    assertEquals(List.of(expected), SceneLoader.read(writer.write(folder)).sounds());
  }

  @Test
  void anUnknownSoundIsLeftOut() throws SceneException {
    var writer = GlbWriter.triangle();
    sounding(writer).put("sound", "trumpet");
    assertEquals(List.of(), SceneLoader.read(writer.write(folder)).sounds());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7 | saccade_sound is 7",
        "null | saccade_sound is null",
        "[] | saccade_sound is []",
        "{} | saccade_sound.sound is missing; name one of air, birds",
        "{\"sound\": 3} | saccade_sound.sound is 3",
        "{\"sound\": \"hum\", \"gain\": 1.5} | gain is 1.5; give a number of 0 to 1",
        "{\"sound\": \"hum\", \"gain\": -0.1} | gain is -0.1; give a number of 0 to 1",
        "{\"sound\": \"hum\", \"gain\": \"loud\"} | gain is \"loud\"; give a number of 0 to 1",
        "{\"sound\": \"hum\", \"gain\": 1e400} | gain is",
        "{\"sound\": \"hum\", \"gain\": null} | gain is null",
        "{\"sound\": \"hum\", \"radius\": 0} | radius is 0; give a number of 0.01 to 1000",
        "{\"sound\": \"hum\", \"radius\": 1e30} | radius is 1.0E30; give a number of 0.01 to 1000",
        "{\"sound\": \"hum\", \"loop\": \"yes\"} | loop is \"yes\"; write true or false",
        "{\"sound\": \"hum\", \"at\": [1, 2]} | at is [1,2]; give three numbers",
        "{\"sound\": \"hum\", \"at\": [1, 2, \"x\"]} | at[2] is \"x\"; give a number of -1000000",
        "{\"sound\": \"trumpet\", \"gain\": 9} | gain is 9"
      })
  void aWrongValueIsToldInOneLine(String json, String expected) throws IOException {
    var text =
        """
        {"asset": {"version": "2.0"}, "scenes": [{"nodes": [0]}],
         "nodes": [{"name": "n", "extras": {"saccade_sound": %s}}]}"""
            .formatted(json);
    var file = Files.writeString(folder.resolve("loud.gltf"), text);
    var refusal = assertThrows(SceneException.class, () -> SceneLoader.read(file));
    var line = String.valueOf(refusal.getMessage());
    assertFalse(line.contains("\n"), line);
    assertTrue(line.contains("loud.gltf: nodes[0].extras.saccade_sound"), line);
    assertTrue(line.contains(expected), line);
  }

  @Test
  void moreThanCanBeMixedAreRefused() {
    var writer = GlbWriter.triangle();
    int[] roots = new int[66];
    for (int i = 1; i < roots.length; i++) {
      roots[i] = i;
      writer.node("n").putObject("extras").putObject("saccade_sound").put("sound", "hum");
    }
    writer.scene(roots);
    var refusal = assertThrows(SceneException.class, () -> SceneLoader.read(writer.write(folder)));
    assertTrue(String.valueOf(refusal.getMessage()).contains("is 65, above the limit of 64"));
  }

  @Test
  void theStudiosSpinnerHums() throws Exception {
    var file = folder.resolve("studio.glb");
    try (var out = Files.newOutputStream(file)) {
      SceneLibrary.write("studio", SceneLibrary.SEED, out);
    }
    var scene = SceneLoader.load(file);
    assertEquals(1, scene.sounds().size());
    var sound = scene.sounds().getFirst();
    assertEquals(Sound.HUM, sound.sound());
    assertEquals("spinner", scene.nodes().get(sound.node()).name());
  }
}
