package org.saccade.client.run;

import static org.lwjgl.glfw.GLFW.*;

import java.util.EnumSet;
import java.util.List;
import java.util.function.LongSupplier;
import org.saccade.client.run.ScreenInput.Wish;
import org.saccade.client.settings.Setting;
import org.saccade.client.ui.PanelPointer;
import org.saccade.render.window.InputEvent;
import org.saccade.render.window.Window;
import org.saccade.xr.DesktopInput;

/**
 * Maps keys, mouse and gamepad to walking. A click takes the mouse (it turns the head), Escape
 * gives it back, and Escape again closes. While the settings are shown the mouse is theirs. Main
 * thread.
 */
final class WalkControls {
  private static final ScreenInput NOTHING = ScreenInput.nothing();
  private static final double RADIANS_PER_PIXEL = 0.0022;
  private static final double STICK_RADIANS_PER_SECOND = 2.4;
  private static final double KEY_RADIANS_PER_SECOND = 1.5;
  private static final double ZOOM_A_NOTCH = 1.05;
  private static final double NARROWEST = 30;
  private static final double WIDEST = 110;

  private final Window window;
  private final LongSupplier clock;
  private final LiveSettings settings;
  private final PanelPointer pointer;
  private final EnumSet<Wish> wishes = EnumSet.noneOf(Wish.class);
  private long lastNanos;
  private boolean hasFocus = true;
  private boolean isSteering;
  private boolean isCloseAsked;
  private boolean isResized;
  private double turned;
  private double tilted;
  private double pointerX;
  private double pointerY;

  WalkControls(Window window, LongSupplier clock, LiveSettings settings, PanelPointer pointer) {
    this.window = window;
    this.clock = clock;
    this.settings = settings;
    this.pointer = pointer;
    lastNanos = clock.getAsLong();
  }

  ScreenInput read(List<InputEvent> events) {
    double seconds = take(events);
    return new ScreenInput(walking(seconds), isCloseAsked, isResized, wishes);
  }

  /** The same for someone who does not walk: nothing held is asked for. */
  ScreenInput glance(List<InputEvent> events) {
    take(events);
    return isCloseAsked || isResized || !wishes.isEmpty()
        ? new ScreenInput(NOTHING.walking(), isCloseAsked, isResized, wishes)
        : NOTHING;
  }

  private double take(List<InputEvent> events) {
    long now = clock.getAsLong();
    double seconds = (now - lastNanos) * 1e-9;
    lastNanos = now;
    turned = 0;
    tilted = 0;
    isResized = false;
    wishes.clear();
    for (int i = 0; i < events.size(); i++) {
      take(events.get(i));
    }
    return seconds;
  }

  private void take(InputEvent event) {
    switch (event) {
      case InputEvent.Key key -> take(key);
      case InputEvent.MouseMoved moved -> move(moved);
      case InputEvent.MouseButton button -> press(button);
      case InputEvent.FocusChanged focus -> {
        hasFocus = focus.hasFocus();
        steer(isSteering && hasFocus);
      }
      case InputEvent.Resized resized -> isResized = true;
      case InputEvent.CloseAsked close -> isCloseAsked = true;
      case InputEvent.Scrolled scrolled -> zoom(scrolled.y());
      case InputEvent.Typed typed -> {}
    }
  }

  private void take(InputEvent.Key key) {
    if (!key.isDown() || key.isRepeat()) {
      return;
    }
    switch (key.key()) {
      case GLFW_KEY_ESCAPE -> {
        if (settings.isPanelShown()) {
          settings.togglePanel();
        } else if (isSteering) {
          steer(false);
        } else {
          isCloseAsked = true;
        }
      }
      case GLFW_KEY_F3 -> {
        settings.togglePanel();
        steer(false);
      }
      case GLFW_KEY_F1, GLFW_KEY_H -> wishes.add(Wish.TOGGLE_HELP);
      case GLFW_KEY_F2, GLFW_KEY_O -> wishes.add(Wish.TOGGLE_OVERLAY);
      case GLFW_KEY_F12 -> wishes.add(Wish.TAKE_PICTURE);
      case GLFW_KEY_M -> wishes.add(Wish.TOGGLE_MENU);
      case GLFW_KEY_P -> wishes.add(Wish.NEXT_POLICY);
      case GLFW_KEY_F11 -> settings.change(settings.now().toggled(Setting.FULL_SCREEN));
      default -> {}
    }
  }

  private void move(InputEvent.MouseMoved moved) {
    if (isSteering) {
      turned -= moved.movedX() * RADIANS_PER_PIXEL;
      tilted -= moved.movedY() * RADIANS_PER_PIXEL;
    } else {
      var size = window.framebuffer();
      var scale = WindowScale.of(window.contentScale(), size.width(), window.widthInUnits());
      double x = scale.pixels(moved.x());
      double y = scale.pixels(moved.y());
      pointerX = WindowScale.across(x, size.width());
      pointerY = -WindowScale.across(y, size.height());
      pointer.move(x, y);
    }
  }

  private void press(InputEvent.MouseButton button) {
    boolean isLeft = button.button() == GLFW_MOUSE_BUTTON_LEFT;
    if (isLeft && !button.isDown()) {
      pointer.press(false); // also when the panel it was pressed on is gone
    } else if (settings.isPanelShown()) {
      if (isLeft) {
        pointer.press(true);
      }
    } else if (button.isDown()) {
      steer(true);
    }
  }

  private void zoom(double turns) {
    if (!settings.isPanelShown() && turns != 0) {
      var now = settings.now();
      double wanted = now.get(Setting.FOV_DEGREES) * Math.pow(ZOOM_A_NOTCH, -Math.signum(turns));
      settings.change(now.with(Setting.FOV_DEGREES, Math.clamp(wanted, NARROWEST, WIDEST)));
    }
  }

  private void steer(boolean isOn) {
    if (isSteering != isOn) {
      isSteering = isOn;
      window.captureMouse(isOn);
    }
  }

  private DesktopInput walking(double seconds) {
    var pad = hasFocus ? window.gamepad().map(GamepadSteering::of).orElse(null) : null;
    double forward = held(GLFW_KEY_W, GLFW_KEY_UP) - held(GLFW_KEY_S, GLFW_KEY_DOWN);
    double right = held(GLFW_KEY_D, GLFW_KEY_D) - held(GLFW_KEY_A, GLFW_KEY_A);
    double turnKeys = held(GLFW_KEY_LEFT, GLFW_KEY_Q) - held(GLFW_KEY_RIGHT, GLFW_KEY_E);
    double sensitivity = settings.now().get(Setting.MOUSE_SENSITIVITY);
    boolean isInverted = settings.now().is(Setting.INVERTED_PITCH);
    double yaw = turned * sensitivity + turnKeys * KEY_RADIANS_PER_SECOND * seconds;
    double pitch = tilted * (isInverted ? -sensitivity : sensitivity);
    boolean isRunning = window.isKeyDown(GLFW_KEY_LEFT_SHIFT);
    if (pad != null) {
      forward += pad.forward();
      right += pad.right();
      yaw += pad.yaw() * STICK_RADIANS_PER_SECOND * seconds;
      pitch += pad.pitch() * STICK_RADIANS_PER_SECOND * seconds;
      isRunning |= pad.isRunning();
    }
    return new DesktopInput(
        seconds, yaw, pitch, forward, right, isRunning, isSteering, pointerX, pointerY);
  }

  private double held(int key, int other) {
    return window.isKeyDown(key) || window.isKeyDown(other) ? 1 : 0;
  }
}
