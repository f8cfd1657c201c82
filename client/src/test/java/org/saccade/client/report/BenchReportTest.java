package org.saccade.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.Failure;

class BenchReportTest {
  private final Path folder;

  BenchReportTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theEnvelopeHasEveryPartAndSaysWhichTargetsHold() throws Exception {
    var results = new Figures().with("ratio", 4.23456789).with("none", Double.NaN);
    var targets = List.of(Target.atLeast("ratio", 4.2, 4), Target.atMost("p99", 9, 8));
    var file = folder.resolve("deep/report.json");
    new BenchReport("run", "1", new Figures().with("cores", 2), new Figures(), results, targets)
        .write(file);
    var tree = new ObjectMapper().readTree(file.toFile());
    assertEquals("run", tree.get("bench").asText());
    assertEquals(4.23457, tree.at("/results/ratio").asDouble());
    assertTrue(tree.at("/results/none").isNull());
    assertTrue(tree.at("/targets/0/holds").asBoolean());
    assertFalse(tree.at("/targets/1/holds").asBoolean());
    assertEquals("<=", tree.at("/targets/1/op").asText());
  }

  @Test
  void aFailedWriteLeavesNothingBehind() throws Exception {
    var file = folder.resolve("half.bin");
    assertThrows(
        Failure.class,
        () ->
            AtomicFile.write(
                file,
                stream -> {
                  stream.write(1);
                  throw new java.io.IOException("No space left on device");
                }));
    try (var left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void aFolderThatIsAFileIsRefusedWithTheRemedy() throws Exception {
    var file = Files.createFile(folder.resolve("taken"));
    var thrown = assertThrows(Failure.class, () -> AtomicFile.requireWritableFolder(file, "--out"));
    assertTrue(String.valueOf(thrown.getMessage()).contains("--out"));
    assertTrue(String.valueOf(thrown.getMessage()).contains("choose another"));
  }

  @Test
  void percentilesAreOfTheRowsKept() {
    var log = new RunLog(100);
    for (int i = 1; i <= 200; i++) {
      log.nextFrame();
      log.set(Series.BUSY_MS, i);
    }
    assertEquals(100, log.size());
    assertEquals(50, log.percentile(Series.BUSY_MS, 50));
    assertEquals(99, log.percentile(Series.BUSY_MS, 99));
    assertEquals(0.1, log.shareAtLeast(Series.BUSY_MS, 91, 0, 100), 1e-9);
  }
}
