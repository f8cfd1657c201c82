package org.saccade.client.command;

import java.util.List;
import org.saccade.client.run.SceneChoice;
import picocli.CommandLine.Option;

/** The scenes of a bench that measures each by itself. */
final class ScenesOption {
  @Option(
      names = "--scene",
      paramLabel = "NAME|FILE",
      split = ",",
      defaultValue = "museum,orchard",
      converter = Choices.SceneWord.class,
      description = "Scenes, separated by commas (default ${DEFAULT-VALUE}).")
  List<SceneChoice> scenes = List.of();
}
