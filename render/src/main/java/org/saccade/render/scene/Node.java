package org.saccade.render.scene;

/**
 * One node of the drawn scene. Parents always come before their children in {@link Scene#nodes}.
 *
 * @param parent index of the parent, or -1
 * @param mesh the {@link MeshPrimitive#mesh} to draw here, or -1
 * @param light index into {@link Scene#lights}, or -1; lights shine along the node's -Z
 * @param movable animated itself or by an ancestor, or marked {@code extras.saccade_movable} there
 * @param grabbable marked {@code extras.saccade_movable} itself: hands may take it, and all below
 *     it
 */
public record Node(
    String name,
    int parent,
    Transform local,
    int mesh,
    int light,
    boolean movable,
    boolean grabbable) {}
