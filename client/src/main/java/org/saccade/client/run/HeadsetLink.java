package org.saccade.client.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
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
  private final Consumer<String> news;
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
   * @param news is told in a line what changed
   */
  HeadsetLink(
      HeadsetSeeker.Found found,
      Screen mirror,
      NativeContext context,
      HeadsetWishes wishes,
      Consumer<String> news) {
    this.news = news;
    instance = found.instance();
    closing.push(instance::close);
    try {
      session = XrSession.create(instance, found.headset(), binding(context));
      closing.push(session::close);
      display = XrDisplay.create(session, Views.NEAR);
      closing.push(display::close);
      input = XrInput.create(session, display, news);
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

  /** What changes besides the session's own state. */
  private void note(XrEvent event) {
    switch (event) {
      case XrEvent.VisibilityMaskChanged changed -> screen.lookAtMasks();
      case XrEvent.InteractionProfileChanged changed -> input.readProfiles();
      case XrEvent.ReferenceSpaceChangePending moved -> display.note(moved);
      case XrEvent.RefreshRateChanged(float from, float to) -> {
        screen.changeRate(to);
        news.accept("the display runs at %s Hz".formatted(RefreshRate.words(to)));
      }
      case XrEvent.EventsLost lost -> { // whatever they told is asked for
        screen.lookAtMasks();
        screen.changeRate(RefreshRate.now(session));
        input.readProfiles();
      }
      case XrEvent.StateChanged changed -> {}
      case XrEvent.InstanceLossPending pending -> {}
      case XrEvent.UserPresenceChanged changed -> {}
      case XrEvent.Unknown unknown -> {}
    }
  }

  /** Before a frame is located: whether the play space has another origin from this one on. */
  boolean move(long displayNanos) {
    var moved = display.recentring(displayNanos);
    if (moved != null) {
      rig.recentred(moved);
      screen.recentred();
    }
    return moved != null;
  }

  /** A frame between two worlds; another origin counts there as well. */
  void rest() {
    screen.rest(this::move);
  }

  /** Asks for a rate of the display, and says where it cannot be that one. */
  void ask(double hertz) {
    try {
      var words = RefreshRate.ask(session, hertz);
      if (!words.isEmpty()) {
        news.accept(words);
      }
    } catch (XrException refused) {
      if (refused.isLoss()) {
        throw refused;
      }
      news.accept("the display's rate stays: " + refused.getMessage());
    }
  }

  /** The runtime failed in mid-frame. */
  void lose(XrException lost) {
    ending = lost.getMessage();
    session.lose();
  }

  /** Why it ended, for a person. */
  String ending() {
    if (ending != null) {
      return ending;
    }
    return session.isInstanceEnding()
        ? "the runtime is about to end"
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
        ? "%s on %s at %s Hz"
            .formatted(session.system().name(), instance.runtime(), RefreshRate.words(hertz))
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
