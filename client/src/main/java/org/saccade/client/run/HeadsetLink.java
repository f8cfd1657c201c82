package org.saccade.client.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.client.panel.PanelHands;
import org.saccade.render.window.NativeContext;
import org.saccade.xr.OpenXrRig;
import org.saccade.xr.runtime.GraphicsBinding;
import org.saccade.xr.runtime.RefreshRate;
import org.saccade.xr.runtime.XrDisplay;
import org.saccade.xr.runtime.XrEvent;
import org.saccade.xr.runtime.XrException;
import org.saccade.xr.runtime.XrInput;
import org.saccade.xr.runtime.XrInstance;
import org.saccade.xr.runtime.XrSession;

/**
 * A connected headset, from its instance to the rig that follows it; closed newest first. Frame
 * thread, with the mirror's context current.
 */
final class HeadsetLink implements AutoCloseable {
  private final Deque<Runnable> closing = new ArrayDeque<>();
  private final XrInstance instance;
  private final XrSession session;
  private final XrInput input;
  private final HeadsetScreen screen;
  private final XrDisplay display;
  private OpenXrRig rig;
  private @Nullable String ending;

  /**
   * Takes over what was found and begins a session on it; what was begun ends when the rest fails.
   *
   * @param wishes how the person stands in the first world
   */
  HeadsetLink(
      HeadsetSeeker.Found found, Screen mirror, NativeContext context, HeadsetWishes wishes) {
    instance = found.instance();
    closing.push(instance::close);
    try {
      session = XrSession.create(instance, found.headset(), binding(context));
      closing.push(session::close);
      display = XrDisplay.create(session, Views.NEAR);
      closing.push(display::close);
      input = XrInput.create(session, display);
      closing.push(input::close);
      screen = new HeadsetScreen(mirror, session, display);
      closing.push(screen::close);
      rig = new OpenXrRig(display, wishes.start(), wishes.ground(), wishes.comfort());
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private static GraphicsBinding binding(NativeContext context) {
    return switch (context) {
      case NativeContext.Glx(long display, int visualId, long config, long drawable, long handle) ->
          new GraphicsBinding.Glx(display, visualId, config, drawable, handle);
      case NativeContext.Egl(long getProcAddress, long display, long config, long handle) ->
          new GraphicsBinding.Egl(getProcAddress, display, config, handle);
      case NativeContext.Wgl(long deviceContext, long handle) ->
          new GraphicsBinding.Wgl(deviceContext, handle);
    };
  }

  /**
   * Shows the menu and the overlay's figures in this headset, for these hands; all is closed where
   * that fails.
   */
  HeadsetPanels hang(HeadsetMenu menu, PanelHands hands, LongSupplier clock) {
    try {
      var panels = new HeadsetPanels(display, menu, hands, clock);
      closing.push(panels::close);
      screen.hang(panels);
      return panels;
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /** The person stands in another world, at its start. */
  void stand(HeadsetWishes wishes) {
    rig = new OpenXrRig(display, wishes.start(), wishes.ground(), wishes.comfort());
  }

  /** Takes in what the runtime reports; false once this headset is gone. */
  boolean poll() {
    try {
      for (XrEvent event = instance.poll(); event != null; event = instance.poll()) {
        session.take(event);
        note(event);
      }
    } catch (XrException lost) {
      lose(lost);
    }
    return !session.isOver();
  }

  /** Another controller, other lenses, or a recentred person. */
  private void note(XrEvent event) {
    if (event instanceof XrEvent.VisibilityMaskChanged) {
      screen.lookAtMasks();
    }
    if (event instanceof XrEvent.InteractionProfileChanged) {
      input.readProfiles();
    } else if (event instanceof XrEvent.ReferenceSpaceChangePending) {
      rig.recentred();
    }
  }

  /** The runtime failed in mid-frame. */
  void lose(XrException lost) {
    ending = lost.getMessage();
    session.lose();
  }

  /** Why it ended, for a person. */
  String ending() {
    return ending != null
        ? ending
        : "the runtime ended the session (%s)".formatted(session.state());
  }

  XrSession session() {
    return session;
  }

  /** What the person's hands and eyes do. */
  XrInput input() {
    return input;
  }

  HeadsetScreen screen() {
    return screen;
  }

  OpenXrRig rig() {
    return rig;
  }

  /** The runtime's and the headset's names. */
  String words() {
    float hertz = RefreshRate.now(session);
    return hertz > 0
        ? "%s on %s at %.0f Hz".formatted(session.system().name(), instance.runtime(), hertz)
        : "%s on %s".formatted(session.system().name(), instance.runtime());
  }

  @Override
  public void close() {
    RuntimeException first = null;
    while (!closing.isEmpty()) {
      try {
        closing.pop().run();
      } catch (RuntimeException failed) {
        first = first == null ? failed : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
