package org.saccade.client.bench;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.saccade.assets.Shaders;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.Stills;
import org.saccade.render.scene.Scene;
import org.saccade.xr.ViewPose;

/** A scene's truths, each drawn once and kept on disk. Frame thread. */
final class Truths {
  private final Stills stills;
  private final Scene scene;
  private final PictureSize size;
  private final Path folder;
  private final String shaders = Shaders.digest();

  Truths(Stills stills, Scene scene, PictureSize size, Path cacheFolder) {
    this.stills = stills;
    this.scene = scene;
    this.size = size;
    folder = cacheFolder.resolve("truth");
  }

  /** The view at the second for which the scene was animated last. */
  ByteBuffer at(ViewPose view) {
    var renderer = stills.device().renderer();
    var name = TruthName.of(shaders, renderer, scene.fingerprint(), view, size, stills.second());
    var file = folder.resolve(name);
    if (Files.isRegularFile(file)) {
      return Pictures.read(file, size.width(), size.height());
    }
    var pixels = stills.truth(view);
    Pictures.write(file, pixels, size.width(), size.height());
    return pixels;
  }
}
