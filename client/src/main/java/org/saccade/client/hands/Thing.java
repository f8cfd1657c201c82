package org.saccade.client.hands;

import org.saccade.render.scene.Aabb;

/**
 * Something of a scene that hands can touch: a node with all below it.
 *
 * @param node index into the scene's nodes
 * @param isGrabbable whether hands may take it
 * @param box around it, in the node's own space
 */
public record Thing(int node, boolean isGrabbable, Aabb box) {}
