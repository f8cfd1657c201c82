package org.saccade.client.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.joml.Vector3dc;
import org.lwjgl.BufferUtils;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.DrawOptions;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Face;
import org.saccade.xr.ViewPose;

/**
 * What an eye has around it, drawn by the device with one sample a pixel: a view, and the faces of
 * the cube about the eye. Pixels have red in the lowest byte, lowest row first. Frame thread.
 */
public final class Surrounds implements AutoCloseable {
  private final OffscreenScreen screen;
  private final Stage stage;
  private final RenderTarget viewTarget;
  private final RenderTarget faceTarget;

  private Surrounds(OffscreenScreen screen, Scene scene, int viewPixels, int facePixels) {
    this.screen = screen;
    stage = new Stage(scene);
    viewTarget = RenderTarget.display(viewPixels, viewPixels, AntiAliasing.NONE);
    faceTarget = RenderTarget.display(facePixels, facePixels, AntiAliasing.NONE);
  }

  /** Opens a context and copies the scene to it; pictures have these sizes. */
  public static Surrounds open(Scene scene, int viewPixels, int facePixels) {
    var screen = OffscreenScreen.open(new PictureSize(facePixels, facePixels), 1);
    return new Surrounds(screen, scene, viewPixels, facePixels);
  }

  /** What draws. */
  public GpuDevice device() {
    return screen.device();
  }

  /** The view, square. */
  public int[] view(ViewPose view) {
    return draw(viewTarget, Views.draw(view, viewTarget.width(), viewTarget.height()));
  }

  /** A face of the cube about an eye. */
  public int[] face(Vector3dc eye, Face face) {
    var projection = DrawView.projection(1, 1, 1, 1, Views.NEAR);
    var rotation = CubeGeometry.viewRotation(face);
    int size = faceTarget.width();
    return draw(faceTarget, new DrawView(rotation, eye, projection, Views.NEAR, size, size));
  }

  private int[] draw(RenderTarget target, DrawView view) {
    stage.renderer().draw(target, view, DrawOptions.everything());
    int pixels = target.width() * target.height();
    ByteBuffer rgba = BufferUtils.createByteBuffer(4 * pixels);
    target.colour().read(rgba);
    int[] result = new int[pixels];
    rgba.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(result);
    return result;
  }

  @Override
  public void close() {
    faceTarget.close();
    viewTarget.close();
    stage.close();
    screen.close();
  }
}
