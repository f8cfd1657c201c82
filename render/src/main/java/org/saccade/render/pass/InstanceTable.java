package org.saccade.render.pass;

import java.nio.ByteBuffer;
import org.joml.Matrix4fc;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.gpu.Buffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.scene.SceneInstances;
import org.saccade.render.scene.ScenePose;

/** Where every instance is, as three rows of its node-to-world matrix on the GPU. */
final class InstanceTable {
  private static final int BYTES = 48;
  private static final int BINDING = 1;

  private final SceneInstances instances;
  private final Buffer rows;
  private final ByteBuffer movable;

  InstanceTable(GpuScope gpu, SceneInstances instances, ScenePose pose) {
    this.instances = instances;
    rows = gpu.dynamicBuffer((long) instances.count() * BYTES);
    int movables = instances.count() - instances.staticCount();
    movable = MemoryUtil.memAlloc(Math.max(1, movables) * BYTES);
    gpu.own(() -> MemoryUtil.memFree(movable));
    upload(pose, 0, instances.staticCount());
    uploadMovable(pose);
  }

  void uploadMovable(ScenePose pose) {
    int first = instances.staticCount();
    if (first < instances.count()) {
      movable.clear();
      for (int i = first; i < instances.count(); i++) {
        put(movable, pose.world(instances.node(i)));
      }
      rows.write((long) first * BYTES, movable.flip());
    }
  }

  void bind() {
    rows.bindStorage(BINDING);
  }

  private void upload(ScenePose pose, int from, int to) {
    ByteBuffer data = MemoryUtil.memAlloc(Math.max(1, to - from) * BYTES);
    try {
      for (int i = from; i < to; i++) {
        put(data, pose.world(instances.node(i)));
      }
      rows.write((long) from * BYTES, data.flip());
    } finally {
      MemoryUtil.memFree(data);
    }
  }

  private static void put(ByteBuffer to, Matrix4fc world) {
    to.putFloat(world.m00()).putFloat(world.m10()).putFloat(world.m20()).putFloat(world.m30());
    to.putFloat(world.m01()).putFloat(world.m11()).putFloat(world.m21()).putFloat(world.m31());
    to.putFloat(world.m02()).putFloat(world.m12()).putFloat(world.m22()).putFloat(world.m32());
  }
}
