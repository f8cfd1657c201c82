package org.saccade.offload.edge;

import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;

/** Where an edge's tiles come from. All calls on the bake thread. */
public interface TileSource extends AutoCloseable {
  /** For people. */
  String sceneName();

  Fingerprint scene();

  Recipe recipe();

  /**
   * Makes every tile of one face: both surfaces, all levels, coarsest first.
   *
   * @throws RuntimeException when it cannot; the edge then says so to who asked
   */
  void bakeFace(Shell shell, Cell cell, Face face, Sink sink);

  /**
   * Makes those tiles of one face that {@link Recipe#isInDraft} names, for less: alike to the eye,
   * though not of the same bytes.
   *
   * @throws RuntimeException as {@link #bakeFace} does
   */
  void bakeDraft(Shell shell, Cell cell, Face face, Sink sink);

  @Override
  void close();

  /** Takes tiles as they are made. */
  @FunctionalInterface
  interface Sink {
    void accept(long address, TileBody body);
  }

  /** Opens a source on the bake thread, where it may make its GL context current. */
  @FunctionalInterface
  interface Opener {
    /**
     * @throws Exception when the scene cannot be loaded or this machine cannot draw; its message is
     *     told to devices
     */
    TileSource open() throws Exception;
  }
}
