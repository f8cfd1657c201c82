package org.saccade.render.pass;

import java.nio.ByteBuffer;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3fc;
import org.lwjgl.system.MemoryUtil;

/**
 * A list of round-ended bars, thick and thin, that a {@link CapsulePass} draws: the bones of hands,
 * rays, rings. Filled anew each frame. One thread.
 */
public final class Capsules implements AutoCloseable {
  /** More than these are not taken. */
  public static final int MOST = 256;

  static final int BYTES = 48;

  private final ByteBuffer data = MemoryUtil.memAlloc(MOST * BYTES);
  private final Vector3d reference = new Vector3d();
  private int count;

  /**
   * What a bar looks like.
   *
   * @param colour linear, 0 to 1
   * @param glow 0 (lit by the scene) to 1 (shines by itself)
   */
  public record Look(Vector3fc colour, float glow) {}

  /** Empties the list; what follows is near {@code about}, which keeps it precise. */
  public void clear(Vector3dc about) {
    reference.set(about);
    data.clear();
    count = 0;
  }

  /** Adds a bar between two points of the world, metres. */
  public void add(Vector3dc from, double fromRadius, Vector3dc to, double toRadius, Look look) {
    if (count == MOST) {
      return;
    }
    count++;
    end(from, fromRadius);
    end(to, toRadius);
    var colour = look.colour();
    data.putFloat(colour.x()).putFloat(colour.y()).putFloat(colour.z()).putFloat(look.glow());
  }

  private void end(Vector3dc at, double radius) {
    data.putFloat((float) (at.x() - reference.x))
        .putFloat((float) (at.y() - reference.y))
        .putFloat((float) (at.z() - reference.z))
        .putFloat((float) radius);
  }

  /** How many bars there are. */
  public int count() {
    return count;
  }

  Vector3dc reference() {
    return reference;
  }

  /** The bars so far, to be uploaded. */
  ByteBuffer written() {
    return data.duplicate().order(data.order()).flip();
  }

  @Override
  public void close() {
    MemoryUtil.memFree(data);
  }
}
