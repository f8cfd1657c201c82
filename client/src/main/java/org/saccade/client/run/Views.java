package org.saccade.client.run;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Quaternionf;
import org.joml.Quaternionfc;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.fov.ViewFrustum;
import org.saccade.render.pass.DrawView;
import org.saccade.xr.Fov;
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
    return draw(view, width, height, new Scratch());
  }

  /** What a view to draw is made of, to be used again once it was drawn. */
  static final class Scratch {
    private final Matrix4f rotation = new Matrix4f();
    private final Matrix4f projection = new Matrix4f();
    private final Vector3d eye = new Vector3d();
  }

  /** A view to draw, good until the scratch is used again. */
  static DrawView draw(ViewPose view, int width, int height, Scratch scratch) {
    return new DrawView(
        view.pose().worldToView(scratch.rotation),
        view.pose().position(scratch.eye),
        view.fov().projection(NEAR, scratch.projection),
        NEAR,
        width,
        height);
  }

  /** The views as the tile chooser sees them. */
  public static List<ViewFrustum> frusta(RigFrame frame, List<PictureSize> sizes) {
    var views = frame.views();
    if (views.size() == 1) {
      return List.of(frustum(views.getFirst(), sizes.getFirst()));
    }
    var result = new ArrayList<ViewFrustum>(views.size());
    for (int i = 0; i < views.size(); i++) {
      result.add(frustum(views.get(i), sizes.get(Math.min(i, sizes.size() - 1))));
    }
    return result;
  }

  /** The field of view that holds every view's, as if all looked from one place. */
  static Fov around(List<ViewPose> views) {
    var first = views.getFirst().fov();
    if (views.size() == 1) {
      return first;
    }
    float left = first.left();
    float right = first.right();
    float up = first.up();
    float down = first.down();
    for (int i = 1; i < views.size(); i++) {
      var fov = views.get(i).fov();
      left = Math.min(left, fov.left());
      right = Math.max(right, fov.right());
      up = Math.max(up, fov.up());
      down = Math.min(down, fov.down());
    }
    return new Fov(left, right, up, down);
  }

  /** One view as the tile chooser sees it. */
  public static ViewFrustum frustum(ViewPose view, PictureSize size) {
    return frustum(
        view.fov(),
        view.pose().position(new Vector3d()),
        view.pose().orientation(new Quaternionf()),
        size);
  }

  /** The same from another place. */
  static ViewFrustum frustum(Fov fov, Vector3dc eye, Quaternionfc orientation, PictureSize size) {
    return new ViewFrustum(
        eye,
        orientation,
        fov.left(),
        fov.right(),
        fov.up(),
        fov.down(),
        size.width(),
        size.height());
  }

  /** Where a measured eye looks in the world; null when that cannot be relied upon. */
  public static @Nullable Vector3fc measuredGaze(Gaze gaze, Pose head) {
    return gaze.isTrusted()
        ? head.orientation(new Quaternionf()).transform(new Vector3f(gaze.x(), gaze.y(), gaze.z()))
        : null;
  }
}
