package org.saccade.offload.runtime;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.saccade.offload.fov.ChooserSettings;
import org.saccade.offload.fov.PlanInput;
import org.saccade.offload.fov.ShellUse;
import org.saccade.offload.fov.TilePlan;
import org.saccade.offload.fov.ViewFrustum;
import org.saccade.render.codec.DecodedTile;
import org.saccade.testing.Await;

/** A client without a picture: frames on virtual time, decoded tiles in a set instead of a GPU. */
final class Device implements AutoCloseable {
  static final long FRAME_NANOS = 11_000_000L;

  final Offloader offloader;
  final Set<Long> resident = new HashSet<>();
  final Quaternionf turn = new Quaternionf();
  final Vector3d eye = new Vector3d(0.3, 1.7, 0.2);
  long nowNanos = 1_000_000_000L;
  int frames;
  private final LoopbackEdge edge;

  Device(LoopbackEdge edge) {
    this.edge = edge;
    edge.clock = () -> nowNanos;
    offloader =
        new Offloader(
            new OffloadConfig(
                edge,
                1,
                OffloadConfig.UNBOUNDED,
                OffloadConfig.STANDARD_CACHE_BYTES,
                ChooserSettings.STANDARD,
                "test",
                () -> nowNanos,
                LoopbackEdge.SCENE));
  }

  private void keep(DecodedTile tile) {
    resident.add(tile.address());
    tile.close();
  }

  /** One frame, and the edge's answer to it. */
  TilePlan frame() {
    nowNanos += FRAME_NANOS;
    frames++;
    offloader.poll(nowNanos);
    for (var tile = offloader.nextEmpty(); tile != null; tile = offloader.nextEmpty()) {
      keep(tile);
    }
    for (var tile = offloader.nextDecoded(); tile != null; tile = offloader.nextDecoded()) {
      keep(tile);
    }
    var view = ViewFrustum.symmetric(eye, turn, (float) Math.toRadians(90), 400);
    var plan =
        offloader.plan(
            new PlanInput(
                List.of(view),
                List.of(view),
                null,
                ShellUse.DRAWN,
                ShellUse.DRAWN,
                resident::contains));
    offloader.request(plan, nowNanos);
    edge.pump();
    return plan;
  }

  TilePlan frames(int count) {
    var plan = frame();
    for (int i = 1; i < count; i++) {
      plan = frame();
    }
    return plan;
  }

  /** Frames until something holds; decoding runs on real threads, so real time passes too. */
  void until(BooleanSupplier holds) {
    Await.until(
        "what the test waits for",
        Duration.ofSeconds(10),
        () -> {
          frame();
          return holds.getAsBoolean();
        });
  }

  /** Frames until nothing is missing. */
  void untilServed() {
    until(() -> offloader.manifest().isPresent() && frame().wanted().size() == 0);
  }

  @Override
  public void close() {
    offloader.close();
  }
}
