package org.saccade.client.run;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.fov.ViewFrustum;
import org.saccade.render.pass.DrawView;
import org.saccade.xr.Gaze;
import org.saccade.xr.Pose;
import org.saccade.xr.RigFrame;
import org.saccade.xr.ViewPose;

/** Poses of a rig in the words of drawing and of choosing tiles. Pure. */
public final class Views {
  /** Distance of the near plane, metres. */
  public static final float NEAR = 0.05f;

  private Views() {}

  /** A view to draw. */
  public static DrawView draw(ViewPose view, int width, int height) {
    return new DrawView(
        view.pose().worldToView(new Matrix4f()),
        view.pose().position(new Vector3d()),
        view.fov().projection(NEAR, new Matrix4f()),
        NEAR,
        width,
        height);
  }

  /** The views as the tile chooser sees them. */
  public static List<ViewFrustum> frusta(RigFrame frame, PictureSize size) {
    var result = new ArrayList<ViewFrustum>(frame.views().size());
    for (var view : frame.views()) {
      result.add(frustum(view, size));
    }
    return result;
  }

  /** One view as the tile chooser sees it. */
  public static ViewFrustum frustum(ViewPose view, PictureSize size) {
    var fov = view.fov();
    return new ViewFrustum(
        view.pose().position(new Vector3d()),
        view.pose().orientation(new Quaternionf()),
        fov.left(),
        fov.right(),
        fov.up(),
        fov.down(),
        size.width(),
        size.height());
  }

  /** Where a measured eye looks in the world; null when it is not measured. */
  public static @Nullable Vector3fc measuredGaze(Gaze gaze, Pose head) {
    return gaze.isMeasured()
        ? head.orientation(new Quaternionf()).transform(new Vector3f(gaze.x(), gaze.y(), gaze.z()))
        : null;
  }
}
