package org.saccade.render.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joml.Matrix4fc;
import org.joml.Vector3dc;
import org.joml.Vector3f;
import org.jspecify.annotations.Nullable;
import org.saccade.render.scene.Aabb;
import org.saccade.render.scene.MeshPrimitive;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneInstances;
import org.saccade.render.scene.ScenePose;

/**
 * Every instance in batches that share state; each draw it picks each one's level, and the chunks
 * of it that are in sight, and orders them. Allocates nothing while drawing. Belongs to the
 * renderer's thread.
 */
final class DrawList {
  private static final int FIRST_EYE = 1;
  private static final int OTHER_EYE = 2;

  /** The half of a key that says how far: bits of a float that is never negative, so they sort. */
  private static final long DISTANCE = 0xFFFF_FFFF_0000_0000L;

  private final SceneInstances instances;
  private final List<Aabb> wholeBounds;
  private final List<Batch> batches = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private final long[] order;
  private final DrawEntries entries;

  /** World boxes of all entries, as middles and half sizes. */
  private final float[] boxes;

  /** World boxes of whole instances. */
  private final float[] wholes;

  /** How much larger instances are than their meshes. */
  private final float[] scales;

  private final HeldLevels held;
  private final LevelPicker levels = new LevelPicker();

  /** How far, then which entry, then by which eyes it is seen. */
  private final long[] seen;

  private final Frustum frustum = new Frustum();
  private final Frustum otherFrustum = new Frustum();
  private final Vector3f low = new Vector3f();
  private final Vector3f high = new Vector3f();
  private final Vector3f corner = new Vector3f();
  private final Vector3f half = new Vector3f();
  private Aabb movables = Aabb.EMPTY;
  private int runCount;
  private boolean hasOther;
  private boolean isSimplified;
  private long picked;
  private long shown;

  /** Commands of one batch that follow each other; reused. */
  static final class Run {
    private Batch batch = new Batch(0, false, false, false, false, 0, 0);
    private int firstCommand;
    private int commands;

    Batch batch() {
      return batch;
    }

    int firstCommand() {
      return firstCommand;
    }

    int commands() {
      return commands;
    }
  }

  DrawList(Scene scene, SceneInstances instances, SceneMeshes meshes, ScenePose pose) {
    this.instances = instances;
    wholeBounds = scene.primitives().stream().map(MeshPrimitive::bounds).toList();
    var sorter = new BatchSorter(scene, instances, meshes, pose);
    batches.addAll(sorter.batches());
    entries = sorter.entries();
    boxes = new float[6 * entries.count()];
    wholes = new float[6 * entries.placeCount()];
    scales = new float[entries.placeCount()];
    held = new HeldLevels(entries);
    seen = new long[entries.mostAtOnce()];
    order = new long[batches.size() + entries.mostAtOnce()];
    for (int i = 0; i < order.length; i++) {
      runs.add(new Run());
    }
    place(pose, true);
    place(pose, false);
  }

  /** How many commands a draw can have at most. */
  int mostCommands() {
    return entries.mostAtOnce();
  }

  /** Recomputes the world boxes of all still or all movable entries. */
  void place(ScenePose pose, boolean isStill) {
    for (int b = 0; b < batches.size(); b++) {
      Batch batch = batches.get(b);
      for (int i = batch.from(); batch.isMovable() != isStill && i < batch.to(); i++) {
        place(i, pose.world(instances.node(entries.instance(i))));
      }
    }
    if (!isStill) {
      movables = boundsOfMovables();
    }
  }

  private void place(int place, Matrix4fc world) {
    int from = entries.from(place, 0);
    int to = entries.to(place, entries.levelCount(place) - 1);
    for (int entry = from; entry < to; entry++) {
      put(boxes, 6 * entry, entries.chunk(entry).bounds(), world);
    }
    if (entries.levelCount(place) > 1) {
      put(wholes, 6 * place, wholeBounds.get(instances.primitive(entries.instance(place))), world);
      world.getScale(corner);
      scales[place] = Math.max(corner.x, Math.max(corner.y, corner.z));
    }
  }

  private void put(float[] into, int at, Aabb box, Matrix4fc world) {
    world.transformAab(
        box.minX(), box.minY(), box.minZ(), box.maxX(), box.maxY(), box.maxZ(), low, high);
    for (int axis = 0; axis < 3; axis++) {
      into[at + axis] = 0.5f * (low.get(axis) + high.get(axis));
      into[at + 3 + axis] = 0.5f * (high.get(axis) - low.get(axis));
    }
  }

  /** The world box around all movable entries; empty without any. */
  Aabb movableBounds() {
    return movables;
  }

  private Aabb boundsOfMovables() {
    low.set(Float.POSITIVE_INFINITY);
    high.set(Float.NEGATIVE_INFINITY);
    for (int b = 0; b < batches.size(); b++) {
      Batch batch = batches.get(b);
      for (int i = batch.from(); batch.isMovable() && i < batch.to(); i++) {
        grow(6 * entries.from(i, 0), 6 * entries.to(i, 0));
      }
    }
    return new Aabb(low.x, low.y, low.z, high.x, high.y, high.z);
  }

  private void grow(int from, int to) {
    for (int i = from; i < to; i += 6) {
      low.min(corner.set(boxes[i], boxes[i + 1], boxes[i + 2]).sub(half(i)));
      high.max(corner.set(boxes[i], boxes[i + 1], boxes[i + 2]).add(half(i)));
    }
  }

  private Vector3f half(int box) {
    return half.set(boxes[box + 3], boxes[box + 4], boxes[box + 5]);
  }

  /** Picks what one of the eyes sees; near and far are the first's. */
  void pick(DrawSlots.Slot slot, Eyes eyes, DrawOptions options) {
    Matrix4fc other = eyes.otherClipFromFirst();
    hasOther = other != null;
    if (other != null) {
      otherFrustum.set(other);
    }
    Detail detail = options.detail();
    isSimplified = detail != null;
    if (detail != null) {
      levels.set(detail, eyes.first());
    }
    pickSeen(slot, eyes.clip(0), eyes.first().eye(), options);
    shown += picked;
  }

  /** Picks what a single view sees, of whole meshes. */
  void pick(DrawSlots.Slot slot, Matrix4fc clip, Vector3dc eye, DrawOptions options) {
    hasOther = false;
    isSimplified = false;
    pickSeen(slot, clip, eye, options);
  }

  /** Writes the commands of what is seen: solid runs near ones first, then blended far ones. */
  private void pickSeen(DrawSlots.Slot slot, Matrix4fc clip, Vector3dc eye, DrawOptions options) {
    frustum.set(clip);
    runCount = 0;
    picked = 0;
    int command = 0;
    for (int b = 0; b < batches.size(); b++) {
      Batch batch = batches.get(b);
      if (!batch.isBlended() && isWanted(batch, options.content())) {
        command = pickSolid(slot, batch, eye, options.clip(), command);
      }
    }
    Arrays.sort(order, 0, runCount);
    pickBlended(slot, eye, options, command);
  }

  /** The next run, drawn after those with a lesser key: as in {@link #seen}, its distance. */
  private Run begin(long key) {
    order[runCount] = (key & DISTANCE) | runCount;
    return runs.get(runCount++);
  }

  private static boolean isWanted(Batch batch, DrawOptions.Content content) {
    return switch (content) {
      case ALL -> true;
      case STATIC -> !batch.isMovable();
      case MOVABLE -> batch.isMovable();
    };
  }

  private int pickSolid(
      DrawSlots.Slot slot, Batch batch, Vector3dc eye, @Nullable ClipBox clip, int command) {
    int count = cull(batch, eye, clip, 0);
    if (count == 0) {
      return command;
    }
    Arrays.sort(seen, 0, count);
    Run run = begin(seen[0]);
    run.batch = batch;
    run.firstCommand = command;
    int last = writeCommands(slot, 0, count, command);
    run.commands = last - command;
    return last;
  }

  private void pickBlended(DrawSlots.Slot slot, Vector3dc eye, DrawOptions options, int from) {
    int count = 0;
    for (int b = 0; b < batches.size(); b++) {
      Batch batch = batches.get(b);
      if (batch.isBlended() && isWanted(batch, options.content())) {
        count = cull(batch, eye, options.clip(), count);
      }
    }
    Arrays.sort(seen, 0, count);
    int command = from;
    for (int i = count - 1; i >= 0; i--) {
      Run run = begin(seen[i]);
      run.batch = batchOf(entry(i));
      run.firstCommand = command;
      run.commands = writeCommands(slot, i, i + 1, command) - command;
      command += run.commands;
    }
  }

  private Batch batchOf(int entry) {
    int place = entries.place(entry);
    for (int b = 0; b < batches.size(); b++) {
      Batch batch = batches.get(b);
      if (place >= batch.from() && place < batch.to()) {
        return batch;
      }
    }
    throw new IllegalStateException("entry %d is in no batch".formatted(entry));
  }

  private int cull(Batch batch, Vector3dc eye, @Nullable ClipBox clip, int from) {
    int count = from;
    for (int place = batch.from(); place < batch.to(); place++) {
      int level = isSimplified && entries.levelCount(place) > 1 ? level(place, eye) : 0;
      for (int i = entries.from(place, level); i < entries.to(place, level); i++) {
        count = cull(i, batch.isBlended(), eye, clip, count);
      }
    }
    return count;
  }

  private int cull(int entry, boolean isBlended, Vector3dc eye, @Nullable ClipBox clip, int count) {
    int at = 6 * entry;
    float x = (float) (boxes[at] - eye.x());
    float y = (float) (boxes[at + 1] - eye.y());
    float z = (float) (boxes[at + 2] - eye.z());
    int eyes = seenBy(x, y, z, at);
    if (eyes == 0 || (clip != null && !touches(clip, at))) {
      return count;
    }
    float dx = Math.max(0, Math.abs(x) - boxes[at + 3]);
    float dy = Math.max(0, Math.abs(y) - boxes[at + 4]);
    float dz = Math.max(0, Math.abs(z) - boxes[at + 5]);
    float nearest = dx * dx + dy * dy + dz * dz;
    float middle = x * x + y * y + z * z;
    float key = isBlended ? middle : 0.75f * nearest + 0.25f * middle;
    seen[count] = (long) Float.floatToRawIntBits(key) << 32 | (long) entry << 2 | eyes;
    return count + 1;
  }

  /** The level of an instance from here. */
  private int level(int place, Vector3dc eye) {
    int at = 6 * place;
    double lost =
        levels.lostMetres(
            (float) (wholes[at] - eye.x()),
            (float) (wholes[at + 1] - eye.y()),
            (float) (wholes[at + 2] - eye.z()),
            wholes[at + 3],
            wholes[at + 4],
            wholes[at + 5]);
    return held.level(levels.pass(), place, lost / scales[place]);
  }

  /** The eyes that may see a box whose middle is here relative to the first. */
  private int seenBy(float x, float y, float z, int at) {
    float halfX = boxes[at + 3];
    float halfY = boxes[at + 4];
    float halfZ = boxes[at + 5];
    int eyes = frustum.touches(x, y, z, halfX, halfY, halfZ) ? FIRST_EYE : 0;
    return hasOther && otherFrustum.touches(x, y, z, halfX, halfY, halfZ) ? eyes | OTHER_EYE : eyes;
  }

  private int entry(int place) {
    return (int) seen[place] >>> 2;
  }

  private boolean touches(ClipBox clip, int at) {
    double half = clip.halfExtent();
    return Math.abs(boxes[at] - clip.centre().x()) <= half + boxes[at + 3]
        && Math.abs(boxes[at + 1] - clip.centre().y()) <= half + boxes[at + 4]
        && Math.abs(boxes[at + 2] - clip.centre().z()) <= half + boxes[at + 5];
  }

  /**
   * Equal neighbours of the order become one instanced command. With two eyes an instance's number
   * is doubled and says in its last bit for which eye it is.
   */
  private int writeCommands(DrawSlots.Slot slot, int from, int to, int firstCommand) {
    int command = firstCommand;
    int place = slot.instancesWritten();
    int i = from;
    while (i < to) {
      Chunk chunk = entries.chunk(entry(i));
      int first = place;
      while (i < to && entries.chunk(entry(i)).firstIndex() == chunk.firstIndex()) {
        int instance = entries.instance(entries.place(entry(i)));
        if (!hasOther) {
          slot.putInstance(place++, instance);
        } else {
          place = putForEyes(slot, place, 2 * instance, (int) seen[i]);
        }
        i++;
      }
      slot.putCommand(command++, chunk, place - first, first);
      picked += (long) chunk.indexCount() / 3 * (place - first);
    }
    slot.setInstancesWritten(place);
    return command;
  }

  private static int putForEyes(DrawSlots.Slot slot, int from, int doubled, int eyes) {
    int place = from;
    if ((eyes & FIRST_EYE) != 0) {
      slot.putInstance(place++, doubled);
    }
    if ((eyes & OTHER_EYE) != 0) {
      slot.putInstance(place++, doubled + 1);
    }
    return place;
  }

  int runCount() {
    return runCount;
  }

  /** Triangles of the views picked since this was asked last; shadows are not among them. */
  long takeTriangles() {
    long count = shown;
    shown = 0;
    return count;
  }

  Run run(int index) {
    return runs.get((int) order[index]);
  }
}
