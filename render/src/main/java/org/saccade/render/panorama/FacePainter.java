package org.saccade.render.panorama;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.joml.Vector3d;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.ClipBox;
import org.saccade.render.pass.DrawOptions;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.Peel;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.pass.SceneRenderer;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;

/**
 * Draws a face from a cell's centre: what is seen first, and what that hides. The shell is cut out
 * by planes: FAR by the near plane at the split radius, NEAR by a clip box whose faces are the far
 * planes of its six cameras. Drawn twice as fine as its tiles up to {@link #FINEST_DRAWN} pixels,
 * then halved surface by surface, so that tiles alias less than the device's own picture. Bake
 * thread.
 */
final class FacePainter implements AutoCloseable {
  private static final int FINEST_DRAWN = 2048;

  private final SceneRenderer renderer;
  private final Recipe recipe;
  private final RenderTarget first;
  private final RenderTarget behind;
  private final ByteBuffer colours;
  private final ByteBuffer depths;
  private final boolean isFiner;
  private final FaceImage fine;
  private final FacePyramid pyramid = new FacePyramid(2);
  private final int[] rowColours;
  private final float[] rowDepths;

  FacePainter(SceneRenderer renderer, Recipe recipe) {
    this.renderer = renderer;
    this.recipe = recipe;
    int faceSize = recipe.tilePixels() << recipe.maxLevel();
    int size = Math.max(faceSize, Math.min(2 * faceSize, FINEST_DRAWN));
    isFiner = size > faceSize;
    fine = new FaceImage(isFiner ? size : 1);
    first = RenderTarget.display(size, size, AntiAliasing.NONE);
    behind = RenderTarget.display(size, size, AntiAliasing.NONE);
    colours = MemoryUtil.memAlloc(4 * size * size);
    depths = MemoryUtil.memAlloc(4 * size * size);
    rowColours = new int[size];
    rowDepths = new float[size];
  }

  /** Draws both surfaces; returns when the GPU may still be at work. */
  void draw(Shell shell, Cell cell, Face face) {
    Vector3d centre = cell.centre();
    float near = recipe.nearPlane(shell);
    var projection = DrawView.projection(1, 1, 1, 1, near);
    var rotation = CubeGeometry.viewRotation(face);
    var view = new DrawView(rotation, centre, projection, near, first.width(), first.height());
    boolean isFar = shell == Shell.FAR;
    var clip = isFar ? null : new ClipBox(centre, recipe.farPlane(shell));
    var options =
        new DrawOptions(
            DrawOptions.Content.STATIC, clip, DrawOptions.Output.DISPLAY, null, true, isFar);
    renderer.draw(first, view, options);
    renderer.draw(behind, view, options.withPeel(new Peel(first.depth(), recipe.behindGap(shell))));
  }

  /** Reads what was drawn: a NEAR texel at depth 0 is empty, a FAR one is sky. */
  void read(Shell shell, FaceImage firstImage, FaceImage behindImage) {
    boolean isSkyCovered = shell == Shell.FAR;
    float near = recipe.nearPlane(shell);
    readHalved(first, near, isSkyCovered, firstImage);
    readHalved(behind, near, isSkyCovered, behindImage);
    for (int i = 0; i < behindImage.rgba.length; i++) {
      if (firstImage.inverseDepth[i] - behindImage.inverseDepth[i]
          < 0.5f * recipe.behindGap(shell)) {
        behindImage.erase(i);
      }
    }
  }

  private void readHalved(RenderTarget from, float near, boolean isSkyCovered, FaceImage to) {
    if (isFiner) {
      read(from, near, isSkyCovered, fine);
      pyramid.halve(fine, to);
    } else {
      read(from, near, isSkyCovered, to);
    }
  }

  private void read(RenderTarget from, float near, boolean isSkyCovered, FaceImage to) {
    from.colour().read(colours.clear());
    from.depth().read(depths.clear());
    IntBuffer colour = colours.asIntBuffer();
    FloatBuffer depth = depths.asFloatBuffer();
    for (int row = 0; row < to.size; row++) {
      int flipped = (to.size - 1 - row) * to.size;
      colour.get(flipped, rowColours);
      depth.get(flipped, rowDepths);
      for (int column = 0; column < to.size; column++) {
        int at = row * to.size + column;
        boolean isCovered = isSkyCovered || rowDepths[column] > 0;
        to.rgba[at] = isCovered ? rowColours[column] | FaceImage.OPAQUE : 0;
        to.inverseDepth[at] = rowDepths[column] / near;
      }
    }
  }

  @Override
  public void close() {
    MemoryUtil.memFree(colours);
    MemoryUtil.memFree(depths);
    behind.close();
    first.close();
  }
}
