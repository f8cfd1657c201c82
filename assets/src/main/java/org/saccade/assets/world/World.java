package org.saccade.assets.world;

import org.saccade.assets.ProgressListener;
import org.saccade.assets.glb.GlbScene;
import org.saccade.assets.glb.SceneExtras;

/** A finished generated scene, ready to be written. */
public record World(GlbScene scene, SceneExtras extras) {
  /** Makes a world from a seed, telling progress. */
  @FunctionalInterface
  public interface Maker {
    World make(long seed, ProgressListener progress);
  }
}
