package org.saccade.render.panorama;

import static org.lwjgl.opengl.GL45C.GL_NEAREST;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.joml.Vector3d;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.gpu.TextureFormat;
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
 * then halved surface by surface, so that tiles alias less than the device's own picture.
 *
 * <p>Lighting a texel costs far more than finding its depth, so depths are drawn before colours,
 * and the hidden surface's depths alone decide what of it is worth lighting: {@link #drawFirst},
 * {@link #drawBehind}, erase what no eye will see, {@link #colourBehind}. Bake thread.
 */
final class FacePainter implements AutoCloseable {
  private static final int FINEST_DRAWN = 2048;

  /** How much farther than a surface what it hides begins, 1/m. */
  private static final float BEYOND_GAP = 1e-4f;

  private final GpuScope gpu = new GpuScope("face painter");
  private final SceneRenderer renderer;
  private final Recipe recipe;
  private final int finestLevel;
  private final RenderTarget first;
  private final RenderTarget behind;
  private final RenderTarget beyond;
  private final ByteBuffer beyondBytes;
  private final FaceTexels texels;
  private final FaceMask mask;
  private final Texture reach;
  private final ByteBuffer reachBytes;
  private final int drawnSize;

  /**
   * @param finestLevel of the tiles to be made of what is drawn
   */
  FacePainter(SceneRenderer renderer, Recipe recipe, int finestLevel) {
    this.renderer = renderer;
    this.recipe = recipe;
    this.finestLevel = finestLevel;
    int faceSize = faceSize();
    drawnSize = Math.max(faceSize, Math.min(2 * faceSize, FINEST_DRAWN));
    first = RenderTarget.display(drawnSize, drawnSize, AntiAliasing.NONE);
    gpu.own(first::close);
    behind = RenderTarget.display(drawnSize, drawnSize, AntiAliasing.NONE);
    gpu.own(behind::close);
    beyond = RenderTarget.display(faceSize, faceSize, AntiAliasing.NONE);
    gpu.own(beyond::close);
    beyondBytes = MemoryUtil.memAlloc(4 * faceSize * faceSize);
    gpu.own(() -> MemoryUtil.memFree(beyondBytes));
    texels = new FaceTexels(faceSize, drawnSize > faceSize);
    gpu.own(texels::close);
    mask = new FaceMask(faceSize, drawnSize);
    gpu.own(mask::close);
    reach = gpu.texture2d(faceSize, faceSize, 1, TextureFormat.R32F);
    reach.filter(GL_NEAREST, GL_NEAREST);
    reachBytes = MemoryUtil.memAlloc(4 * faceSize * faceSize);
    gpu.own(() -> MemoryUtil.memFree(reachBytes));
  }

  /** Whether faces are drawn no finer than their finest tiles. */
  boolean isSingleSampled() {
    return drawnSize == faceSize();
  }

  private int faceSize() {
    return recipe.tilePixels() << finestLevel;
  }

  /** Draws the first surface. A NEAR texel at depth 0 is empty, a FAR one is sky. */
  void drawFirst(Shell shell, Cell cell, Face face, FaceImage firstImage) {
    DrawView view = view(shell, cell, face);
    DrawOptions options = options(shell, cell);
    renderer.drawDepth(first, view, options);
    renderer.drawColour(first, view, options.withClear(false));
    float near = recipe.nearPlane(shell);
    texels.take(first, near, shell == Shell.FAR);
    texels.readColour(firstImage);
    texels.readDepth(firstImage, near);
  }

  /**
   * Draws the depth of what {@link #drawFirst} drew last hides: of all that lies behind it, the
   * nearest that some eye may see. It becomes opaque black.
   *
   * @param reached for each texel the largest inverse depth some eye may see, 1/m
   */
  void drawBehind(
      Shell shell,
      Cell cell,
      Face face,
      float[] reached,
      FaceImage firstImage,
      FaceImage behindImage) {
    reachBytes.clear().order(ByteOrder.nativeOrder()).asFloatBuffer().put(reached);
    reach.upload(reachBytes);
    float near = recipe.nearPlane(shell);
    DrawOptions options = options(shell, cell).withPeel(peel(shell));
    renderer.drawDepth(behind, view(shell, cell, face), options);
    texels.takeDepth(behind, near, shell == Shell.FAR);
    texels.readColour(behindImage);
    texels.readDepth(behindImage, near);
    for (int i = 0; i < behindImage.rgba.length; i++) {
      if (firstImage.inverseDepth[i] - behindImage.inverseDepth[i]
          < 0.5f * recipe.behindGap(shell)) {
        behindImage.erase(i);
      }
    }
  }

  /**
   * Notes where something lies behind what {@link #drawBehind} drew last: it is in no tile, and the
   * sky, which a hole beside an edge may show, does not show there.
   */
  void markBeyond(Shell shell, Cell cell, Face face, boolean[] isCovered) {
    var peel = new Peel(behind.depth(), BEYOND_GAP, null);
    DrawView view = view(shell, cell, face, faceSize());
    renderer.drawDepth(beyond, view, options(shell, cell).withPeel(peel));
    FloatBuffer depths = beyondBytes.clear().order(ByteOrder.nativeOrder()).asFloatBuffer();
    beyond.depth().read(beyondBytes);
    for (int y = 0; y < faceSize(); y++) {
      int row = (faceSize() - 1 - y) * faceSize();
      for (int x = 0; x < faceSize(); x++) {
        isCovered[y * faceSize() + x] = depths.get(row + x) > 0;
      }
    }
  }

  /** Colours what {@link #drawBehind} drew last of the hidden surface and is not erased since. */
  void colourBehind(Shell shell, Cell cell, Face face, FaceImage behindImage) {
    if (!mask.apply(behindImage, behind)) {
      return;
    }
    DrawOptions options = options(shell, cell).withPeel(peel(shell)).withClear(false);
    renderer.drawColour(behind, view(shell, cell, face), options);
    texels.take(behind, recipe.nearPlane(shell), shell == Shell.FAR);
    texels.readColour(behindImage);
    for (int i = 0; i < behindImage.rgba.length; i++) {
      if (!mask.isKept(i)) {
        behindImage.erase(i);
      }
    }
  }

  private DrawView view(Shell shell, Cell cell, Face face) {
    return view(shell, cell, face, drawnSize);
  }

  private DrawView view(Shell shell, Cell cell, Face face, int size) {
    float near = recipe.nearPlane(shell);
    var projection = DrawView.projection(1, 1, 1, 1, near);
    var rotation = CubeGeometry.viewRotation(face);
    return new DrawView(rotation, cell.centre(), projection, near, size, size);
  }

  private DrawOptions options(Shell shell, Cell cell) {
    Vector3d centre = cell.centre();
    boolean isFar = shell == Shell.FAR;
    var clip = isFar ? null : new ClipBox(centre, recipe.farPlane(shell));
    return new DrawOptions(
        DrawOptions.Content.STATIC, clip, DrawOptions.Output.DISPLAY, null, true, isFar, null);
  }

  private Peel peel(Shell shell) {
    return new Peel(first.depth(), recipe.behindGap(shell), reach);
  }

  @Override
  public void close() {
    gpu.close();
  }
}
