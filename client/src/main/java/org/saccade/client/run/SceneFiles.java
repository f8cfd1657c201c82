package org.saccade.client.run;

import java.nio.file.Path;
import org.saccade.assets.SceneCacheException;
import org.saccade.assets.SceneLibrary;
import org.saccade.client.Failure;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneException;
import org.saccade.render.scene.SceneLoader;

/** Finds a scene's file, making it first where it is a generated one, and loads it. */
public final class SceneFiles {
  private final Surroundings surroundings;
  private final Path cacheFolder;

  public SceneFiles(Surroundings surroundings, Path cacheFolder) {
    this.surroundings = surroundings;
    this.cacheFolder = cacheFolder;
  }

  /** The scene, ready to draw; its making and loading are shown as progress. */
  public Scene load(SceneChoice choice) {
    var file = file(choice);
    surroundings.stop().check();
    try (var progress = new Progress(surroundings)) {
      progress.say("loading " + choice.name());
      return SceneLoader.load(file);
    } catch (SceneException malformed) {
      throw Failure.failed(String.valueOf(malformed.getMessage()), malformed);
    }
  }

  private Path file(SceneChoice choice) {
    return switch (choice) {
      case SceneChoice.FromFile own -> surroundings.folder().resolve(own.path());
      case SceneChoice.Named named -> made(named.name());
    };
  }

  private Path made(String name) {
    var folder = cacheFolder.resolve("scenes");
    try (var progress = new Progress(surroundings)) {
      return SceneLibrary.materialise(
          name,
          folder,
          (step, share) -> {
            surroundings.stop().check();
            progress.say("making scene %s: %3.0f %% %s".formatted(name, share * 100, step));
          });
    } catch (SceneCacheException unwritable) {
      throw Failure.failed(String.valueOf(unwritable.getMessage()), unwritable);
    }
  }
}
