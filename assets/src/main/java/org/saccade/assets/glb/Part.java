package org.saccade.assets.glb;

import org.saccade.assets.mesh.Mesh;

/** One material's share of a mesh; the material's number comes from {@link GlbScene#material}. */
public record Part(Mesh mesh, int material) {}
