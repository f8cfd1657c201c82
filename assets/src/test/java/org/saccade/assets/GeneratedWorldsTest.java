package org.saccade.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GeneratedWorldsTest {
  @Test
  void theMuseumIsValidHeavyAndLitByManyLamps() throws IOException {
    byte[] file = bytes("museum");
    GlbCheck check = new GlbCheck(file);
    assertTrue(check.triangles() >= 1_500_000, "triangles: " + check.triangles());
    assertTrue(file.length < 150_000_000, "bytes: " + file.length);
    int lights = lights(check).size();
    assertTrue(lights >= 40 && lights <= 64, "lights: " + lights);
    assertEquals(1, check.list("animations").size());
    assertEquals("directional", key(check));
  }

  @Test
  void theOrchardIsValidAndHeavyByItsInstances() throws IOException {
    byte[] file = bytes("orchard");
    GlbCheck check = new GlbCheck(file);
    long triangles = check.triangles();
    assertTrue(triangles >= 1_000_000 && triangles <= 3_000_000, "triangles: " + triangles);
    assertTrue(file.length < 40_000_000, "bytes: " + file.length);
    assertEquals(1, lights(check).size());
    assertTrue(
        check.list("materials").stream().anyMatch(each -> "MASK".equals(each.get("alphaMode"))));
  }

  private static String key(GlbCheck check) {
    return lights(check).stream()
        .map(light -> GlbCheck.get(light, "type").toString())
        .filter("directional"::equals)
        .findFirst()
        .orElse("none");
  }

  @SuppressWarnings("unchecked") // the checker makes only such lists
  private static List<Map<String, Object>> lights(GlbCheck check) {
    var extensions = GlbCheck.map(GlbCheck.get(check.root(), "extensions"));
    var punctual = GlbCheck.map(GlbCheck.get(extensions, "KHR_lights_punctual"));
    return (List<Map<String, Object>>) GlbCheck.get(punctual, "lights");
  }

  private static byte[] bytes(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 26);
    SceneLibrary.write(name, SceneLibrary.SEED, out);
    return out.toByteArray();
  }
}
