package org.saccade.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.Failure;
import org.saccade.offload.policy.Mode;

class FrameTableTest {
  private static final int EDGE = List.of(Mode.values()).indexOf(Mode.EDGE);

  @TempDir Path folder = Path.of("");

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    var file = folder.resolve("frames.csv");
    FrameTable.write(file, log());
    var lines = Files.readAllLines(file);
    assertEquals(3, lines.size());
    assertTrue(lines.getFirst().startsWith("t_s,interval_ms,busy_ms,"), lines.getFirst());
    assertTrue(lines.get(1).contains(",edge,"), lines.get(1));

    var read = FrameTable.read(file);
    assertEquals(2, read.size());
    assertEquals(0.5, read.get(Series.SECONDS, 1), 1e-6);
    assertEquals(EDGE, read.get(Series.MODE, 0));
    assertTrue(Float.isNaN(read.get(Series.RTT_MS, 0)), "an unknown value stays unknown");
  }

  @Test
  void aColumnOfAnotherVersionIsLeftOut() throws IOException {
    var file = folder.resolve("frames.csv");
    Files.writeString(file, "new_column,t_s\n7,1.5\n");
    assertEquals(1.5, FrameTable.read(file).get(Series.SECONDS, 0), 1e-6);
  }

  @Test
  void aDamagedTableIsNamed() throws IOException {
    var file = folder.resolve("frames.csv");
    Files.writeString(file, "t_s\nsoon\n");
    var message = assertThrows(Failure.class, () -> FrameTable.read(file)).getMessage();
    assertTrue(String.valueOf(message).contains("frames.csv"), message);
  }

  private static RunLog log() {
    var log = new RunLog(4);
    for (int i = 0; i < 2; i++) {
      log.nextFrame();
      log.set(Series.SECONDS, 0.5 * i);
      log.set(Series.MODE, EDGE);
      log.set(Series.RTT_MS, Double.NaN);
    }
    return log;
  }
}
