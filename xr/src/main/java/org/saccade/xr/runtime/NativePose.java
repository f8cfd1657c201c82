package org.saccade.xr.runtime;

import static org.lwjgl.system.MemoryUtil.memGetFloat;
import static org.lwjgl.system.MemoryUtil.memPutFloat;

import org.lwjgl.openxr.XrPosef;
import org.lwjgl.openxr.XrQuaternionf;
import org.lwjgl.openxr.XrVector3f;
import org.saccade.xr.Pose;

/**
 * Reads the runtime's poses from memory and writes ours, without an object for each of their parts:
 * a frame reads some sixty of them.
 */
final class NativePose {
  private NativePose() {}

  /** The pose in an XrPosef. */
  static Pose read(long at) {
    return new Pose(x(at), y(at), z(at), qx(at), qy(at), qz(at), qw(at));
  }

  /** Writes a pose into an XrPosef. */
  static void write(Pose pose, long at) {
    long place = at + XrPosef.POSITION;
    memPutFloat(place + XrVector3f.X, (float) pose.x());
    memPutFloat(place + XrVector3f.Y, (float) pose.y());
    memPutFloat(place + XrVector3f.Z, (float) pose.z());
    long turn = at + XrPosef.ORIENTATION;
    memPutFloat(turn + XrQuaternionf.X, pose.qx());
    memPutFloat(turn + XrQuaternionf.Y, pose.qy());
    memPutFloat(turn + XrQuaternionf.Z, pose.qz());
    memPutFloat(turn + XrQuaternionf.W, pose.qw());
  }

  static float x(long at) {
    return memGetFloat(at + XrPosef.POSITION + XrVector3f.X);
  }

  static float y(long at) {
    return memGetFloat(at + XrPosef.POSITION + XrVector3f.Y);
  }

  static float z(long at) {
    return memGetFloat(at + XrPosef.POSITION + XrVector3f.Z);
  }

  static float qx(long at) {
    return memGetFloat(at + XrPosef.ORIENTATION + XrQuaternionf.X);
  }

  static float qy(long at) {
    return memGetFloat(at + XrPosef.ORIENTATION + XrQuaternionf.Y);
  }

  static float qz(long at) {
    return memGetFloat(at + XrPosef.ORIENTATION + XrQuaternionf.Z);
  }

  static float qw(long at) {
    return memGetFloat(at + XrPosef.ORIENTATION + XrQuaternionf.W);
  }
}
