package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.gpu.Buffer;
import org.saccade.render.gpu.GpuException;
import org.saccade.render.gpu.GpuScope;

/**
 * A ring of mapped buffers, one a draw of the scene: view block, lights, indirect commands and
 * instance numbers. A slot is written again only after the GPU has read it.
 */
final class DrawSlots {
  static final int MOST_LIGHTS = 256;
  static final int LIGHT_BYTES = 48;
  static final int COMMAND_BYTES = 20;

  private static final int SLOTS = 8;
  private static final int LIGHTS_AT = 1024;
  private static final int COMMANDS_AT = LIGHTS_AT + MOST_LIGHTS * LIGHT_BYTES;
  private static final int VIEW_BYTES = 512;
  private static final int VIEW_BINDING = 0;
  private static final int LIGHTS_BINDING = 3;
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final List<Slot> ring = new ArrayList<>();
  private int next;

  /** Slots for up to {@code entries} commands, and as many instances for each of two eyes. */
  DrawSlots(GpuScope gpu, int entries) {
    long bytes = COMMANDS_AT + (long) Math.max(1, entries) * (COMMAND_BYTES + 2 * Integer.BYTES);
    for (int i = 0; i < SLOTS; i++) {
      ring.add(new Slot(gpu.mappedBuffer(bytes), Math.max(1, entries)));
    }
    gpu.own(() -> ring.forEach(Slot::forgetFence));
  }

  /** The next slot, free to be written. */
  Slot next() {
    Slot slot = ring.get(next);
    next = (next + 1) % SLOTS;
    slot.await();
    slot.setInstancesWritten(0);
    return slot;
  }

  /** The offset of a command in its slot, for indirect draws. */
  static long commandOffset(int command) {
    return COMMANDS_AT + (long) command * COMMAND_BYTES;
  }

  /** One draw's data. */
  static final class Slot {
    private final Buffer buffer;
    private final long address;
    private final int entries;
    private long fence;
    private int instancesWritten;

    private Slot(Buffer buffer, int entries) {
      this.buffer = buffer;
      this.entries = entries;
      address = MemoryUtil.memAddress(Objects.requireNonNull(buffer.mapped()));
    }

    /** Where the view block is written. */
    long viewAddress() {
      return address;
    }

    long lightAddress(int light) {
      return address + LIGHTS_AT + (long) light * LIGHT_BYTES;
    }

    void putCommand(int command, Chunk chunk, int instances, int firstInstance) {
      long at = address + commandOffset(command);
      MemoryUtil.memPutInt(at, chunk.indexCount());
      MemoryUtil.memPutInt(at + 4, instances);
      MemoryUtil.memPutInt(at + 8, chunk.firstIndex());
      MemoryUtil.memPutInt(at + 12, chunk.baseVertex());
      MemoryUtil.memPutInt(at + 16, firstInstance);
    }

    void putInstance(int place, int instance) {
      MemoryUtil.memPutInt(address + instancesAt() + 4L * place, instance);
    }

    /** How many instance numbers this draw has so far. */
    int instancesWritten() {
      return instancesWritten;
    }

    void setInstancesWritten(int count) {
      instancesWritten = count;
    }

    private long instancesAt() {
      return COMMANDS_AT + (long) entries * COMMAND_BYTES;
    }

    /** Makes this what the following draws read. */
    void bind(SceneMeshes meshes) {
      meshes.array().buffer(SceneMeshes.INSTANCE_BINDING, buffer, instancesAt(), Integer.BYTES);
      buffer.bindIndirect();
      bindBlocks();
    }

    /** Makes its view and lights those of the following draws. */
    void bindBlocks() {
      glBindBufferRange(GL_UNIFORM_BUFFER, VIEW_BINDING, buffer.name(), 0, VIEW_BYTES);
      glBindBufferRange(
          GL_UNIFORM_BUFFER,
          LIGHTS_BINDING,
          buffer.name(),
          LIGHTS_AT,
          (long) MOST_LIGHTS * LIGHT_BYTES);
    }

    /** Call after the last draw that reads this slot. */
    void drawn() {
      forgetFence();
      fence = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    }

    private void await() {
      if (fence == MemoryUtil.NULL) {
        return;
      }
      int result = glClientWaitSync(fence, GL_SYNC_FLUSH_COMMANDS_BIT, PATIENCE_NANOS);
      if (result == GL_TIMEOUT_EXPIRED || result == GL_WAIT_FAILED) {
        throw new GpuException(
            "glClientWaitSync returned 0x%x after %d s: the GPU hangs"
                .formatted(result, PATIENCE_NANOS / 1_000_000_000L));
      }
      forgetFence();
    }

    private void forgetFence() {
      if (fence != MemoryUtil.NULL) {
        glDeleteSync(fence);
        fence = MemoryUtil.NULL;
      }
    }
  }
}
