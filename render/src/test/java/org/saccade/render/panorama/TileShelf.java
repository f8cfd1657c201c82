package org.saccade.render.panorama;

import static org.lwjgl.opengl.GL45C.glFinish;

import java.util.HashMap;
import java.util.Map;
import org.joml.Vector3dc;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.MalformedTileException;
import org.saccade.render.codec.TileBody;
import org.saccade.render.codec.TileDecoder;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileDrawList;

/** Baked tiles, and a compositor they are decoded into when listed. */
final class TileShelf implements AutoCloseable {
  private final GpuScope gpu = new GpuScope("tile shelf");
  private final Recipe recipe;
  private final TileDecoder decoder;
  private final TileCompositor compositor;
  private final Map<Long, TileBody> bodies = new HashMap<>();
  private final TileDrawList list = new TileDrawList();

  TileShelf(Recipe recipe) {
    this.recipe = recipe;
    decoder = new TileDecoder(JpegCodec.best());
    gpu.own(decoder::close);
    compositor = new TileCompositor(recipe, 512L << 20);
    gpu.own(compositor::close);
  }

  Recipe recipe() {
    return recipe;
  }

  Map<Long, TileBody> bodies() {
    return bodies;
  }

  TileCompositor compositor() {
    return compositor;
  }

  TileDrawList list() {
    return list;
  }

  /** Lists all baked tiles of one level round an eye. */
  void listAll(Vector3dc eye, int level) {
    list.clear();
    for (Shell shell : Shell.values()) {
      Cell cell = recipe.cellFor(shell, eye);
      for (Surface surface : Surface.values()) {
        for (Face face : Face.values()) {
          long root = TileAddress.of(shell, cell, surface, face, 0, 0, 0);
          if (bodies.containsKey(root)) {
            addFace(root, level);
          }
        }
      }
    }
  }

  private void addFace(long root, int level) {
    upload(root);
    for (int y = 0; y < 1 << level; y++) {
      for (int x = 0; x < 1 << level; x++) {
        long tile = TileAddress.withPlace(root, level, x, y);
        upload(tile);
        list.add(tile);
      }
    }
  }

  TileBody body(long tile) {
    TileBody body = bodies.get(tile);
    if (body == null) {
      throw new IllegalStateException("not baked: " + TileAddress.describe(tile));
    }
    return body;
  }

  void upload(long tile) {
    TileBody body = body(tile);
    if (compositor.isResident(tile)) {
      return;
    }
    try {
      if (!compositor.upload(decoder.decode(tile, body, recipe))) {
        throw new IllegalStateException("no room for " + TileAddress.describe(tile));
      }
    } catch (MalformedTileException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Composes the list; returns nanoseconds. */
  long compose(RenderTarget target, DrawView view) {
    long begin = System.nanoTime();
    target.clear();
    compositor.draw(target, view, list);
    target.resolve();
    glFinish();
    return System.nanoTime() - begin;
  }

  void composeClasses(RenderTarget target, DrawView view) {
    target.clear();
    compositor.drawClasses(target, view, list);
    target.resolve();
  }

  @Override
  public void close() {
    gpu.close();
  }
}
