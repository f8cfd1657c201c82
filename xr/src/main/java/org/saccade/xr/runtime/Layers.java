package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;
import static org.lwjgl.system.MemoryUtil.memPutAddress;
import static org.lwjgl.system.MemoryUtil.memPutFloat;
import static org.lwjgl.system.MemoryUtil.memPutInt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.openxr.XrCompositionLayerDepthInfoKHR;
import org.lwjgl.openxr.XrCompositionLayerProjection;
import org.lwjgl.openxr.XrCompositionLayerProjectionView;
import org.lwjgl.openxr.XrCompositionLayerQuad;
import org.lwjgl.openxr.XrExtent2Di;
import org.lwjgl.openxr.XrFovf;
import org.lwjgl.openxr.XrRect2Di;
import org.lwjgl.openxr.XrSwapchainSubImage;
import org.saccade.xr.DepthRange;
import org.saccade.xr.Fov;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;

/**
 * What a frame shows: the views with their depth, and panels that float in the play space over
 * them. Kept from frame to frame; only poses change. Frame thread.
 *
 * <p>Depth is reversed with an infinite far plane: a texel holds {@code near / distance} along the
 * view's axis. So its least value, 0, lies infinitely far and its greatest, 1, on the near plane;
 * {@code XrCompositionLayerDepthInfoKHR} wants the distance of the least as {@code nearZ} and of
 * the greatest as {@code farZ}.
 */
public final class Layers implements AutoCloseable {
  /** The views, and panels over them: two to read and a cursor. */
  static final int MOST = 4;

  private static final int MOST_PANELS = MOST - 1;

  private final XrCompositionLayerProjection projection = XrCompositionLayerProjection.calloc();
  private final XrCompositionLayerProjectionView.Buffer views;
  private final XrCompositionLayerDepthInfoKHR.Buffer depths;
  private final XrCompositionLayerQuad.Buffer panels = XrCompositionLayerQuad.calloc(MOST_PANELS);
  private final boolean[] isPanelShown = new boolean[MOST_PANELS];
  private boolean hasViews;

  /**
   * @param play the space poses are given in
   * @param near distance of the near plane, metres
   * @param depth one swapchain a view, or none where the runtime takes no depth
   */
  Layers(Space play, List<Swapchain> colour, List<Swapchain> depth, float near) {
    views = XrCompositionLayerProjectionView.calloc(colour.size());
    depths = XrCompositionLayerDepthInfoKHR.calloc(Math.max(1, depth.size()));
    for (int i = 0; i < colour.size(); i++) {
      whole(views.get(i).type$Default().subImage(), colour.get(i));
      if (i < depth.size()) {
        var range = DepthRange.reversed(near);
        var info = depths.get(i).type$Default();
        info.minDepth(range.minDepth()).maxDepth(range.maxDepth());
        info.nearZ(range.nearZ()).farZ(range.farZ());
        whole(info.subImage(), depth.get(i));
        views.get(i).next(info);
      }
    }
    projection.type$Default().space(play.raw()).views(views);
    for (int i = 0; i < MOST_PANELS; i++) {
      panels
          .get(i)
          .type$Default()
          .layerFlags(
              XR_COMPOSITION_LAYER_BLEND_TEXTURE_SOURCE_ALPHA_BIT
                  | XR_COMPOSITION_LAYER_UNPREMULTIPLIED_ALPHA_BIT)
          .space(play.raw())
          .eyeVisibility(XR_EYE_VISIBILITY_BOTH);
    }
  }

  private static void whole(XrSwapchainSubImage image, Swapchain of) {
    image.swapchain(of.raw()).imageArrayIndex(0);
    image.imageRect().offset().set(0, 0);
    image.imageRect().extent().set(of.width(), of.height());
  }

  /** The views as they were drawn: exactly these poses and fields of view. */
  public void show(List<ViewPose> drawn) {
    for (int i = 0; i < views.capacity(); i++) {
      long view = view(i);
      NativePose.write(drawn.get(i).pose(), view + XrCompositionLayerProjectionView.POSE);
      Fov fov = drawn.get(i).fov();
      long angles = view + XrCompositionLayerProjectionView.FOV;
      memPutFloat(angles + XrFovf.ANGLELEFT, fov.left());
      memPutFloat(angles + XrFovf.ANGLERIGHT, fov.right());
      memPutFloat(angles + XrFovf.ANGLEUP, fov.up());
      memPutFloat(angles + XrFovf.ANGLEDOWN, fov.down());
    }
    hasViews = true;
  }

  /**
   * Only the lower left of a view's depth swapchain holds this frame's depth, whole and coarser.
   */
  public void setDepthSize(int view, int width, int height) {
    long depth = depths.address() + (long) view * XrCompositionLayerDepthInfoKHR.SIZEOF;
    long size =
        depth
            + XrCompositionLayerDepthInfoKHR.SUBIMAGE
            + XrSwapchainSubImage.IMAGERECT
            + XrRect2Di.EXTENT;
    memPutInt(size + XrExtent2Di.WIDTH, width);
    memPutInt(size + XrExtent2Di.HEIGHT, height);
    memPutAddress(view(view) + XrCompositionLayerProjectionView.NEXT, depth);
  }

  /** This frame's view has no depth. */
  public void omitDepth(int view) {
    memPutAddress(view(view) + XrCompositionLayerProjectionView.NEXT, 0);
  }

  /** Where a view lies in memory: a frame writes there without objects for its parts. */
  private long view(int view) {
    return views.address() + (long) view * XrCompositionLayerProjectionView.SIZEOF;
  }

  /** No views this frame. */
  public void hideViews() {
    hasViews = false;
  }

  /**
   * A panel over the views, both eyes; the higher its number, the nearer to the front. Its colours
   * are straight, not multiplied with its alpha.
   *
   * @param pose its middle in the play space; it faces +Z
   * @param width metres
   */
  public void showPanel(int panel, Swapchain picture, Pose pose, float width) {
    var quad = panels.get(panel);
    whole(quad.subImage(), picture);
    NativePose.write(pose, quad.address() + XrCompositionLayerQuad.POSE);
    quad.size().set(width, width * picture.height() / picture.width());
    isPanelShown[panel] = true;
  }

  /** No such panel from now on. */
  public void hidePanel(int panel) {
    isPanelShown[panel] = false;
  }

  /** Lists what is shown; returns how many. */
  int write(@Nullable PointerBuffer into) {
    if (into == null) {
      return 0;
    }
    int count = 0;
    if (hasViews) {
      into.put(count++, projection.address());
    }
    for (int i = 0; i < MOST_PANELS; i++) {
      if (isPanelShown[i]) {
        into.put(count++, panels.get(i).address());
      }
    }
    return count;
  }

  @Override
  public void close() {
    projection.free();
    views.free();
    depths.free();
    panels.free();
  }
}
