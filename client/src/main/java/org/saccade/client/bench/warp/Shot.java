package org.saccade.client.bench.warp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.Stills.Still;
import org.saccade.render.panorama.TileClass;
import org.saccade.xr.Fov;
import org.saccade.xr.ViewPose;

/**
 * A picture with depth, and the view it was taken from. Pixels are in rows from the lowest, red in
 * the lowest byte; one whose alpha is 0 shows nothing.
 */
public final class Shot {
  static final int OPAQUE = 0xFF00_0000;

  private final int[] rgba;
  private final float[] inverseDepth;
  private final ViewPose view;
  private final PictureSize size;

  Shot(int[] rgba, float[] inverseDepth, ViewPose view, PictureSize size) {
    int pixels = size.width() * size.height();
    if (rgba.length != pixels || inverseDepth.length != pixels) {
      throw new IllegalArgumentException(
          "%d pixels and %d depths for a picture of %s"
              .formatted(rgba.length, inverseDepth.length, size));
    }
    this.rgba = rgba;
    this.inverseDepth = inverseDepth;
    this.view = view;
    this.size = size;
  }

  /** A still of that size, all of which shows something. */
  public static Shot of(Still still, ViewPose view, PictureSize size) {
    int pixels = size.width() * size.height();
    int[] rgba = new int[pixels];
    still.rgba().duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(rgba);
    float[] inverseDepth = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      rgba[i] |= OPAQUE;
      inverseDepth[i] = still.inverseDepth(i);
    }
    return new Shot(rgba, inverseDepth, view, size);
  }

  /** The field of view of a picture with so many more pixels on each side, as large as before. */
  public static Fov wider(Fov fov, PictureSize size, Border border) {
    double left = Math.tan(fov.left());
    double right = Math.tan(fov.right());
    double high = Math.tan(fov.up());
    double low = Math.tan(fov.down());
    double across = (right - left) * border.across() / size.width();
    double up = (high - low) * border.up() / size.height();
    return new Fov(
        (float) Math.atan(left - across),
        (float) Math.atan(right + across),
        (float) Math.atan(high + up),
        (float) Math.atan(low - up));
  }

  /** The same without its border, as if of that view. */
  public Shot middle(Border border, ViewPose of) {
    var inner = new PictureSize(width() - 2 * border.across(), height() - 2 * border.up());
    int[] colours = new int[inner.width() * inner.height()];
    float[] depths = new float[colours.length];
    for (int y = 0; y < inner.height(); y++) {
      int from = (y + border.up()) * width() + border.across();
      System.arraycopy(rgba, from, colours, y * inner.width(), inner.width());
      System.arraycopy(inverseDepth, from, depths, y * inner.width(), inner.width());
    }
    return new Shot(colours, depths, of, inner);
  }

  ViewPose view() {
    return view;
  }

  int width() {
    return size.width();
  }

  int height() {
    return size.height();
  }

  int rgba(int index) {
    return rgba[index];
  }

  /** 1/m along the view's axis; 0 is the sky. */
  float inverseDepth(int index) {
    return inverseDepth[index];
  }

  /** Its colours, a copy. */
  public int[] pixels() {
    return rgba.clone();
  }

  /** As a still. */
  public Still still() {
    var colours = ByteBuffer.allocateDirect(4 * rgba.length).order(ByteOrder.LITTLE_ENDIAN);
    colours.asIntBuffer().put(rgba);
    var depths = ByteBuffer.allocateDirect(4 * rgba.length).order(ByteOrder.nativeOrder());
    depths.asFloatBuffer().put(inverseDepth);
    return new Still(colours, depths);
  }

  /** Where each pixel comes from: the device's own where it shows something, else nothing. */
  public ByteBuffer classes() {
    var classes = ByteBuffer.allocate(4 * rgba.length);
    for (int i = 0; i < rgba.length; i++) {
      var from = rgba[i] >>> 24 == 0 ? TileClass.NOTHING : TileClass.OWN;
      classes.put(4 * i, (byte) from.red());
    }
    return classes;
  }
}
