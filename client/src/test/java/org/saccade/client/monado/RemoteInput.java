package org.saccade.client.monado;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.saccade.xr.Pose;

/**
 * Everything the remote driver of Monado 25 can be told: where head and hands are, in the runtime's
 * stage, and what the hands do. Its struct has 376 little-endian bytes; views of their own are left
 * to the driver.
 */
public record RemoteInput(Pose head, RemoteHand left, RemoteHand right) {
  static final int BYTES = 376;
  private static final byte[] HEADER = "mndrmt3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = 104;
  private static final int LEFT = 136;
  private static final int RIGHT = LEFT + RemoteHand.BYTES;

  /** Somebody who stands at the origin, looks along -Z and rests both hands. */
  public static RemoteInput standing() {
    return new RemoteInput(
        Pose.looking(0, 1.6, 0, 0, 0),
        RemoteHand.resting(Pose.looking(-0.2, 1.2, -0.4, 0, 0)),
        RemoteHand.resting(Pose.looking(0.2, 1.2, -0.4, 0, 0)));
  }

  /** The same hands with another head. */
  public RemoteInput withHead(Pose moved) {
    return new RemoteInput(moved, left, right);
  }

  /** The same person with another left hand. */
  public RemoteInput withLeft(RemoteHand hand) {
    return new RemoteInput(head, hand, right);
  }

  /** The same person with another right hand. */
  public RemoteInput withRight(RemoteHand hand) {
    return new RemoteInput(head, left, hand);
  }

  /** The driver's struct. */
  ByteBuffer packed() {
    var struct = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    struct.put(0, HEADER);
    packPose(struct, HEAD, head);
    left.pack(struct, LEFT);
    right.pack(struct, RIGHT);
    return struct;
  }

  /** True when the head of a struct is not turned: the driver's resting state, if this is one. */
  static boolean isUpright(ByteBuffer struct) {
    return struct.order(ByteOrder.LITTLE_ENDIAN).getFloat(HEAD + 12) == 1;
  }

  /** A pose as the driver keeps it: the quaternion first. */
  static void packPose(ByteBuffer target, int start, Pose pose) {
    target.putFloat(start, pose.qx());
    target.putFloat(start + 4, pose.qy());
    target.putFloat(start + 8, pose.qz());
    target.putFloat(start + 12, pose.qw());
    target.putFloat(start + 16, (float) pose.x());
    target.putFloat(start + 20, (float) pose.y());
    target.putFloat(start + 24, (float) pose.z());
  }
}
