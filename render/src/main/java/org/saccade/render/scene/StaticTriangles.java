package org.saccade.render.scene;

import java.util.Arrays;
import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3f;
import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;

/**
 * Finds the world triangles of a scene's still, solid geometry near a box. A tree of triangles per
 * primitive, in its own space, is shared by all nodes that draw it; a tree of instances lies above.
 * One thread: the scratch space is reused, nothing is allocated once it has grown.
 */
final class StaticTriangles {
  private final Scene scene;
  private final SceneInstances instances;
  private final Matrix4fc[] worlds;
  private final BoxTree[] trees;
  private final BoxTree tree;
  private final int[] solid;

  private final float[] wanted = new float[6];
  private final float[] local = new float[6];
  private final Matrix4f inverse = new Matrix4f();
  private final Vector3f low = new Vector3f();
  private final Vector3f high = new Vector3f();
  private final Vector3f corner = new Vector3f();
  private final BoxTree.Visitor instanceVisitor = this::visitInstance;
  private final BoxTree.Visitor triangleVisitor = this::visitTriangle;
  private int primitive;
  private Matrix4fc world = inverse;
  private float[] found = new float[9 * 1024];
  private int count;

  StaticTriangles(Scene scene) {
    this.scene = scene;
    this.instances = SceneInstances.of(scene);
    var pose = new ScenePose(scene);
    this.trees = new BoxTree[scene.primitives().size()];
    this.worlds = new Matrix4fc[instances.staticCount()];
    this.solid = new int[instances.staticCount()];
    Aabb[] boxes = new Aabb[instances.staticCount()];
    Aabb bounds = Aabb.EMPTY;
    int solids = 0;
    for (int i = 0; i < instances.staticCount(); i++) {
      MeshPrimitive drawn = scene.primitives().get(instances.primitive(i));
      // leaves and the like neither carry nor stop a person
      if (scene.materials().get(drawn.material()).alphaMode() != AlphaMode.MASK) {
        worlds[i] = new Matrix4f(pose.world(instances.node(i)));
        boxes[solids] = drawn.bounds().transformed(worlds[i]);
        bounds = bounds.union(boxes[solids]);
        solid[solids++] = i;
        if (trees[instances.primitive(i)] == null) {
          trees[instances.primitive(i)] = treeOf(drawn);
        }
      }
    }
    this.tree = BoxTree.of(solids, bounds, (item, dest) -> write(boxes[item], dest));
  }

  /** Gathers triangles near the box; a few that lie outside may be among them. */
  int gather(double minX, double minY, double minZ, double maxX, double maxY, double maxZ) {
    wanted[0] = (float) minX;
    wanted[1] = (float) minY;
    wanted[2] = (float) minZ;
    wanted[3] = (float) maxX;
    wanted[4] = (float) maxY;
    wanted[5] = (float) maxZ;
    count = 0;
    tree.search(wanted, instanceVisitor);
    return count;
  }

  /** Coordinate {@code axis} of corner {@code corner} of a gathered triangle, world metres. */
  float at(int triangle, int corner, int axis) {
    return found[9 * triangle + 3 * corner + axis];
  }

  private static BoxTree treeOf(MeshPrimitive primitive) {
    float[] positions = primitive.positions().toArray();
    Ints indices = primitive.indices();
    return BoxTree.of(
        primitive.triangleCount(),
        primitive.bounds(),
        (item, dest) -> {
          int a = 3 * indices.get(3 * item);
          int b = 3 * indices.get(3 * item + 1);
          int c = 3 * indices.get(3 * item + 2);
          for (int axis = 0; axis < 3; axis++) {
            float pa = positions[a + axis];
            float pb = positions[b + axis];
            float pc = positions[c + axis];
            dest[axis] = Math.min(pa, Math.min(pb, pc));
            dest[axis + 3] = Math.max(pa, Math.max(pb, pc));
          }
        });
  }

  private static void write(Aabb box, float[] dest) {
    dest[0] = box.minX();
    dest[1] = box.minY();
    dest[2] = box.minZ();
    dest[3] = box.maxX();
    dest[4] = box.maxY();
    dest[5] = box.maxZ();
  }

  private void visitInstance(int item) {
    int instance = solid[item];
    world = worlds[instance];
    primitive = instances.primitive(instance);
    world.invertAffine(inverse);
    if (!inverse.isFinite()) {
      return;
    }
    inverse.transformAab(
        wanted[0], wanted[1], wanted[2], wanted[3], wanted[4], wanted[5], low, high);
    local[0] = low.x;
    local[1] = low.y;
    local[2] = low.z;
    local[3] = high.x;
    local[4] = high.y;
    local[5] = high.z;
    trees[primitive].search(local, triangleVisitor);
  }

  private void visitTriangle(int triangle) {
    if (9 * (count + 1) > found.length) {
      found = Arrays.copyOf(found, 2 * found.length);
    }
    MeshPrimitive drawn = scene.primitives().get(primitive);
    Floats positions = drawn.positions();
    for (int i = 0; i < 3; i++) {
      int vertex = 3 * drawn.indices().get(3 * triangle + i);
      corner.set(positions.get(vertex), positions.get(vertex + 1), positions.get(vertex + 2));
      world.transformPosition(corner);
      int dest = 9 * count + 3 * i;
      found[dest] = corner.x;
      found[dest + 1] = corner.y;
      found[dest + 2] = corner.z;
    }
    if (touches(9 * count)) {
      count++;
    }
  }

  private boolean touches(int at) {
    for (int axis = 0; axis < 3; axis++) {
      float a = found[at + axis];
      float b = found[at + 3 + axis];
      float c = found[at + 6 + axis];
      if (Math.min(a, Math.min(b, c)) > wanted[axis + 3]
          || Math.max(a, Math.max(b, c)) < wanted[axis]) {
        return false;
      }
    }
    return true;
  }
}
