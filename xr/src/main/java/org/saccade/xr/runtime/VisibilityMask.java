package org.saccade.xr.runtime;

import static org.lwjgl.openxr.KHRVisibilityMask.XR_KHR_VISIBILITY_MASK_EXTENSION_NAME;
import static org.lwjgl.openxr.KHRVisibilityMask.XR_VISIBILITY_MASK_TYPE_HIDDEN_TRIANGLE_MESH_KHR;
import static org.lwjgl.openxr.KHRVisibilityMask.xrGetVisibilityMaskKHR;

import org.jspecify.annotations.Nullable;
import org.lwjgl.BufferUtils;
import org.lwjgl.openxr.XrVector2f;
import org.lwjgl.openxr.XrVisibilityMaskKHR;
import org.lwjgl.system.MemoryStack;

/** The triangles of a view that no lens shows. Immutable. */
public final class VisibilityMask {
  private final float[] tangents;
  private final int[] indices;

  private VisibilityMask(float[] tangents, int[] indices) {
    this.tangents = tangents;
    this.indices = indices;
  }

  /** A view's hidden triangles; null where the runtime tells of none. */
  static @Nullable VisibilityMask read(XrSession session, int view) {
    if (!session.instance().has(XR_KHR_VISIBILITY_MASK_EXTENSION_NAME)) {
      return null;
    }
    try (var stack = MemoryStack.stackPush()) {
      var mask = XrVisibilityMaskKHR.calloc(stack).type$Default();
      ask(session, view, mask);
      int vertexCount = mask.vertexCountOutput();
      int indexCount = mask.indexCountOutput();
      if (vertexCount == 0 || indexCount == 0) {
        return null;
      }
      try (var vertices = XrVector2f.calloc(vertexCount)) {
        var indices = BufferUtils.createIntBuffer(indexCount);
        mask.vertexCapacityInput(vertexCount).vertices(vertices);
        mask.indexCapacityInput(indexCount).indices(indices);
        ask(session, view, mask);
        var tangents = new float[2 * vertexCount];
        for (int i = 0; i < vertexCount; i++) {
          tangents[2 * i] = vertices.get(i).x();
          tangents[2 * i + 1] = vertices.get(i).y();
        }
        var order = new int[indexCount];
        indices.get(0, order);
        return new VisibilityMask(tangents, order);
      }
    }
  }

  private static void ask(XrSession session, int view, XrVisibilityMaskKHR mask) {
    XrResults.check(
        "xrGetVisibilityMaskKHR",
        xrGetVisibilityMaskKHR(
            session.raw(),
            session.system().viewConfiguration(),
            view,
            XR_VISIBILITY_MASK_TYPE_HIDDEN_TRIANGLE_MESH_KHR,
            mask));
  }

  /** x and y of each vertex, one metre along the view's axis. */
  public float[] tangents() {
    return tangents.clone();
  }

  /** Three a triangle. */
  public int[] indices() {
    return indices.clone();
  }
}
