package org.saccade.client.monado;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.saccade.xr.Pose;

/**
 * One hand of the remote driver: a controller, and fingers bent around it.
 *
 * @param pose the controller's pose in the runtime's stage
 * @param trigger how far the trigger is pulled, 0 to 1
 * @param squeeze how far the grip is squeezed, 0 to 1
 * @param thumbstickX the thumbstick to the right, -1 to 1
 * @param thumbstickY the thumbstick forward, -1 to 1
 * @param pressed the buttons held down
 * @param curls how far thumb, index, middle, ring and little finger are bent, 0 to 1
 * @param isActive whether the controller is switched on
 * @param isTracked whether the hand's joints are seen
 */
public record RemoteHand(
    Pose pose,
    float trigger,
    float squeeze,
    float thumbstickX,
    float thumbstickY,
    Set<RemoteButton> pressed,
    List<Float> curls,
    boolean isActive,
    boolean isTracked) {
  static final int BYTES = 120;
  private static final int CURLS = 52;
  private static final int TRIGGER = 72;
  private static final int SQUEEZE = 76;
  private static final int THUMBSTICK = 84;
  private static final int FLAGS = 104;

  public RemoteHand {
    pressed = Set.copyOf(pressed);
    curls = List.copyOf(curls);
    if (curls.size() != 5) {
      throw new IllegalArgumentException("a hand has 5 fingers, not " + curls.size());
    }
  }

  /** Switched on, tracked, open, and nothing touched. */
  public static RemoteHand resting(Pose pose) {
    return new RemoteHand(pose, 0, 0, 0, 0, Set.of(), List.of(0f, 0f, 0f, 0f, 0f), true, true);
  }

  /** The same hand somewhere else. */
  public RemoteHand at(Pose moved) {
    return new RemoteHand(
        moved, trigger, squeeze, thumbstickX, thumbstickY, pressed, curls, isActive, isTracked);
  }

  /** The same hand with its trigger pulled and its grip squeezed so far. */
  public RemoteHand pulling(float pulled, float squeezed) {
    return new RemoteHand(
        pose, pulled, squeezed, thumbstickX, thumbstickY, pressed, curls, isActive, isTracked);
  }

  /** The same hand with its thumbstick pushed so. */
  public RemoteHand pushing(float right, float forward) {
    return new RemoteHand(
        pose, trigger, squeeze, right, forward, pressed, curls, isActive, isTracked);
  }

  /** The same hand holding exactly these buttons. */
  public RemoteHand pressing(RemoteButton... buttons) {
    return new RemoteHand(
        pose,
        trigger,
        squeeze,
        thumbstickX,
        thumbstickY,
        Set.of(buttons),
        curls,
        isActive,
        isTracked);
  }

  /** The same hand with fingers bent so, from the thumb on. */
  public RemoteHand curling(List<Float> bent) {
    return new RemoteHand(
        pose, trigger, squeeze, thumbstickX, thumbstickY, pressed, bent, isActive, isTracked);
  }

  /** The same hand with its controller on or off, its joints seen or not. */
  public RemoteHand seen(boolean active, boolean tracked) {
    return new RemoteHand(
        pose, trigger, squeeze, thumbstickX, thumbstickY, pressed, curls, active, tracked);
  }

  /** Writes the hand as the driver's struct at {@code start}; velocities stay zero. */
  void pack(ByteBuffer target, int start) {
    RemoteInput.packPose(target, start, pose);
    for (int finger = 0; finger < curls.size(); finger++) {
      target.putFloat(start + CURLS + 4 * finger, curls.get(finger));
    }
    target.putFloat(start + TRIGGER, trigger);
    target.putFloat(start + SQUEEZE, squeeze);
    target.putFloat(start + THUMBSTICK, thumbstickX);
    target.putFloat(start + THUMBSTICK + 4, thumbstickY);
    target.put(start + FLAGS, (byte) (isTracked ? 1 : 0));
    target.put(start + FLAGS + 1, (byte) (isActive ? 1 : 0));
    for (RemoteButton button : pressed) {
      target.put(start + FLAGS + button.clickIndex(), (byte) 1);
      target.put(start + FLAGS + button.clickIndex() + 1, (byte) 1);
    }
  }
}
