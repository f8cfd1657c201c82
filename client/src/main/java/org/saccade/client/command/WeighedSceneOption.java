package org.saccade.client.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.saccade.client.run.SceneChoice;
import picocli.CommandLine.Option;

/** The scene of a bench on virtual time, which wants to know what tiles weigh. */
final class WeighedSceneOption {
  @Option(
      names = "--scene",
      paramLabel = "NAME|FILE",
      defaultValue = "museum",
      converter = Choices.SceneWord.class,
      description = "Scene whose tiles are weighed (default ${DEFAULT-VALUE}).")
  @Nullable SceneChoice scene;

  SceneChoice choice() {
    return Objects.requireNonNull(scene);
  }
}
