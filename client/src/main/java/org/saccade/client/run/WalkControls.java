package org.saccade.client.run;

import static org.lwjgl.glfw.GLFW.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.saccade.client.run.ScreenInput.Wish;
import org.saccade.render.window.Gamepad;
import org.saccade.render.window.InputEvent;
import org.saccade.render.window.Window;
import org.saccade.xr.DesktopInput;

/**
 * Maps keys, mouse and gamepad to walking. A click takes the mouse (it turns the head), Escape
 * gives it back, and Escape again closes. Main thread.
 */
final class WalkControls {
  private static final double RADIANS_PER_PIXEL = 0.0022;
  private static final double STICK_RADIANS_PER_SECOND = 2.4;
  private static final float DEAD_ZONE = 0.15f;

  private final Window window;
  private final LongSupplier clock;
  private final EnumSet<Wish> wishes = EnumSet.noneOf(Wish.class);
  private long lastNanos;
  private boolean isSteering;
  private boolean isCloseAsked;
  private boolean isResized;
  private double turned;
  private double tilted;
  private double pointerX;
  private double pointerY;

  WalkControls(Window window, LongSupplier clock) {
    this.window = window;
    this.clock = clock;
    lastNanos = clock.getAsLong();
  }

  ScreenInput read(List<InputEvent> events) {
    long now = clock.getAsLong();
    double seconds = (now - lastNanos) * 1e-9;
    lastNanos = now;
    turned = 0;
    tilted = 0;
    isResized = false;
    wishes.clear();
    events.forEach(this::take);
    return new ScreenInput(walking(seconds), isCloseAsked, isResized, Set.copyOf(wishes));
  }

  private void take(InputEvent event) {
    switch (event) {
      case InputEvent.Key key -> take(key);
      case InputEvent.MouseMoved moved -> move(moved);
      case InputEvent.MouseButton button -> {
        if (button.isDown() && !isSteering) {
          steer(true);
        }
      }
      case InputEvent.FocusChanged focus -> {
        if (!focus.hasFocus()) {
          steer(false);
        }
      }
      case InputEvent.Resized resized -> isResized = true;
      case InputEvent.CloseAsked close -> isCloseAsked = true;
      case InputEvent.Scrolled scrolled ->
          wishes.add(scrolled.y() > 0 ? Wish.NARROW_VIEW : Wish.WIDEN_VIEW);
      case InputEvent.Typed typed -> {}
    }
  }

  private void take(InputEvent.Key key) {
    if (!key.isDown() || key.isRepeat()) {
      return;
    }
    switch (key.key()) {
      case GLFW_KEY_ESCAPE -> {
        if (isSteering) {
          steer(false);
        } else {
          isCloseAsked = true;
        }
      }
      case GLFW_KEY_F1, GLFW_KEY_H -> wishes.add(Wish.TOGGLE_HELP);
      case GLFW_KEY_F2, GLFW_KEY_O -> wishes.add(Wish.TOGGLE_OVERLAY);
      case GLFW_KEY_F12 -> wishes.add(Wish.TAKE_PICTURE);
      case GLFW_KEY_P -> wishes.add(Wish.NEXT_POLICY);
      case GLFW_KEY_F11 -> window.setFullScreen(!window.isFullScreen());
      default -> {}
    }
  }

  private void move(InputEvent.MouseMoved moved) {
    if (isSteering) {
      turned -= moved.movedX() * RADIANS_PER_PIXEL;
      tilted -= moved.movedY() * RADIANS_PER_PIXEL;
    } else {
      float scale = window.contentScale();
      var size = window.framebuffer();
      pointerX = Math.clamp(2 * moved.x() * scale / size.width() - 1, -1, 1);
      pointerY = Math.clamp(1 - 2 * moved.y() * scale / size.height(), -1, 1);
    }
  }

  private void steer(boolean isOn) {
    if (isSteering != isOn) {
      isSteering = isOn;
      window.captureMouse(isOn);
    }
  }

  private DesktopInput walking(double seconds) {
    var pad = window.gamepad().orElse(null);
    double forward = held(GLFW_KEY_W, GLFW_KEY_UP) - held(GLFW_KEY_S, GLFW_KEY_DOWN);
    double right = held(GLFW_KEY_D, GLFW_KEY_D) - held(GLFW_KEY_A, GLFW_KEY_A);
    double yaw =
        turned
            + (held(GLFW_KEY_LEFT, GLFW_KEY_Q) - held(GLFW_KEY_RIGHT, GLFW_KEY_E)) * 1.5 * seconds;
    double pitch = tilted;
    boolean isRunning = window.isKeyDown(GLFW_KEY_LEFT_SHIFT);
    if (pad != null) {
      forward -= stick(pad.leftY());
      right += stick(pad.leftX());
      yaw -= stick(pad.rightX()) * STICK_RADIANS_PER_SECOND * seconds;
      pitch -= stick(pad.rightY()) * STICK_RADIANS_PER_SECOND * seconds;
      isRunning |= isRunning(pad);
    }
    return new DesktopInput(
        seconds, yaw, pitch, forward, right, isRunning, isSteering, pointerX, pointerY);
  }

  private double held(int key, int other) {
    return window.isKeyDown(key) || window.isKeyDown(other) ? 1 : 0;
  }

  private static boolean isRunning(Gamepad pad) {
    return pad.rightTrigger() > 0.5f || pad.isDown(GLFW_GAMEPAD_BUTTON_LEFT_THUMB);
  }

  /** Squared beyond the dead zone: fine near the middle. */
  private static double stick(float value) {
    double beyond = Math.max(0, Math.abs(value) - DEAD_ZONE) / (1 - DEAD_ZONE);
    return Math.signum(value) * beyond * beyond;
  }
}
