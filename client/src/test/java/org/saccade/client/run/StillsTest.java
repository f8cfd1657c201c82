package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.Failure;
import org.saccade.render.gpu.GpuScope;

@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
@Tag("gpu")
final class StillsTest {
  @TempDir Path folder;

  @Test
  void whatWasBegunEndsWhereTheRestCannotBeMade() {
    var settings = LiveRun.settings(folder, new EdgeChoice.None());
    var surroundings = LiveRun.surroundings(folder);
    var scene = new SceneFiles(surroundings, folder).load(settings.scene());
    assertThrows(Failure.class, () -> Stills.open(surroundings, settings, scene));
    assertEquals(List.of(), GpuScope.openOnThisThread());
  }
}
