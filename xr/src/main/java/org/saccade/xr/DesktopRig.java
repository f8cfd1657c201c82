package org.saccade.xr;

import java.util.List;
import org.joml.Vector3d;

/**
 * A walker at a flat screen: the mouse or a stick turns the head, keys walk on the ground. Input
 * arrives as records the client polled. Frame thread only.
 */
public final class DesktopRig implements Rig {
  private static final double EYE_HEIGHT_METRES = 1.65;
  private static final double WALK_METRES_PER_SECOND = 1.4;
  private static final double RUNNING_OVER_WALKING = 4 / WALK_METRES_PER_SECOND;
  private static final double STEEPEST_PITCH = Math.toRadians(85);
  private static final double LONGEST_STEP_SECONDS = 0.1;

  private final Ground ground;
  private final Vector3d feet;
  private final Vector3d wanted = new Vector3d();
  private final Vector3d reached = new Vector3d();
  private double walkingSpeed = WALK_METRES_PER_SECOND;
  private double verticalFov;
  private double aspect;
  private double yaw;
  private double pitch;
  private double eyeHeight = EYE_HEIGHT_METRES;
  private double pointerX;
  private double pointerY;
  private boolean isSteering = true;

  /**
   * Stands at {@code start} (its position is a point on the floor) and looks along its heading.
   *
   * @param verticalFov radians
   */
  public DesktopRig(Origin start, Ground ground, double verticalFov, double aspect) {
    this.ground = ground;
    this.feet = new Vector3d(start.x(), start.y(), start.z());
    this.yaw = start.yaw();
    this.verticalFov = verticalFov;
    this.aspect = aspect;
  }

  /** Turns and walks by what was polled. A long pause between polls moves at most 0.1 s worth. */
  public void apply(DesktopInput input) {
    yaw = Math.IEEEremainder(yaw + input.yaw(), 2 * Math.PI);
    pitch = Math.clamp(pitch + input.pitch(), -STEEPEST_PITCH, STEEPEST_PITCH);
    isSteering = input.isSteering();
    pointerX = input.pointerX();
    pointerY = input.pointerY();
    walk(input);
  }

  /** Changes the speed of walking; running is faster in proportion. */
  public void setWalkingSpeed(double metresPerSecond) {
    walkingSpeed = metresPerSecond;
  }

  @Override
  public void setVerticalFov(double radians) {
    verticalFov = radians;
  }

  @Override
  public void reshape(double newAspect) {
    aspect = newAspect;
  }

  @Override
  public RigFrame locate(long displayNanos) {
    var head = Pose.looking(feet.x, feet.y + eyeHeight, feet.z, yaw, pitch);
    var fov = Fov.symmetric(verticalFov, aspect);
    return new RigFrame(
        displayNanos, head, List.of(new ViewPose(head, fov)), attention(fov, displayNanos));
  }

  private void walk(DesktopInput input) {
    double length = Math.hypot(input.forward(), input.right());
    if (length == 0) {
      return;
    }
    double speed = walkingSpeed * (input.isRunning() ? RUNNING_OVER_WALKING : 1);
    double step = speed * Math.min(input.seconds(), LONGEST_STEP_SECONDS) / Math.max(1, length);
    double sin = Math.sin(yaw);
    double cos = Math.cos(yaw);
    wanted.set(
        feet.x + step * (-sin * input.forward() + cos * input.right()),
        feet.y,
        feet.z + step * (-cos * input.forward() - sin * input.right()));
    ground.slide(feet, wanted, reached);
    double climbed = reached.y - feet.y;
    feet.set(reached);
    eyeHeight = settle(eyeHeight - climbed, input.seconds());
  }

  /** Stairs move the feet at once and the eye softly: it closes the gap with 80 ms. */
  private static double settle(double height, double seconds) {
    return EYE_HEIGHT_METRES + (height - EYE_HEIGHT_METRES) * Math.exp(-seconds / 0.08);
  }

  private Gaze attention(Fov fov, long nanos) {
    if (isSteering) {
      return Gaze.centre(nanos);
    }
    double x = pointerX * Math.tan(fov.right());
    double y = pointerY * Math.tan(fov.up());
    double length = Math.sqrt(x * x + y * y + 1);
    return new Gaze(
        (float) (x / length),
        (float) (y / length),
        (float) (-1 / length),
        nanos,
        Gaze.Source.POINTER);
  }
}
