package org.saccade.client.monado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CoreValidationTest {
  @Test
  void namesOnlyTheErrors(@TempDir Path folder) throws IOException {
    var validation = new CoreValidation(folder.resolve("verdicts.txt"));
    Files.writeString(
        validation.file(),
        "[VALID_WARNING | a | xrB]: fine\n[VALID_ERROR | c | xrD]: bad\n  detail\n");
    assertTrue(validation.isWatching());
    assertEquals(List.of("[VALID_ERROR | c | xrD]: bad"), validation.errors());
  }

  @Test
  void forgetsFormerInstances(@TempDir Path folder) throws IOException {
    var validation = new CoreValidation(folder.resolve("verdicts.txt"));
    Files.writeString(validation.file(), "VALID_ERROR\n");
    validation.forget();
    assertFalse(validation.isWatching());
    assertEquals(List.of(), validation.errors());
    validation.forget();
  }
}
