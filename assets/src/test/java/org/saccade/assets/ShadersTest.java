package org.saccade.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
final class ShadersTest {
  private static final String ADDED = "// one more line\n";

  @Test
  void theDigestIsThatOfTheSourcesWhereverTheyLie(@TempDir Path folder) throws Exception {
    String here = Shaders.digest();
    assertTrue(here.matches("[0-9a-f]{64}"), here);
    assertEquals(here, Shaders.digest());
    assertEquals(here, digestInJar(folder.resolve("same.jar"), ""));
  }

  @Test
  void theDigestIsAnotherWhenAShaderChanged(@TempDir Path folder) throws Exception {
    assertNotEquals(Shaders.digest(), digestInJar(folder.resolve("other.jar"), ADDED));
  }

  /** The digest by a copy of the class beside a copy of the shaders, one of them longer. */
  private static String digestInJar(Path jar, String addedToTone) throws Exception {
    Path classes =
        Path.of(Shaders.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var all = Files.walk(classes.resolve("org/saccade/assets"), 2)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
        if (file.endsWith("tone.glsl")) {
          out.write(addedToTone.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        out.closeEntry();
      }
    }
    URL[] only = {jar.toUri().toURL()};
    try (var loader = new URLClassLoader(only, ClassLoader.getPlatformClassLoader())) {
      var copy = loader.loadClass(Shaders.class.getName());
      return (String) Objects.requireNonNull(copy.getMethod("digest").invoke(null));
    }
  }
}
