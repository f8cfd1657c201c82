package org.saccade.xr.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.lwjgl.openxr.XrAction;
import org.saccade.xr.Hand;
import org.saccade.xr.HandInput;

/** Reads one hand, once a frame. Frame thread. */
final class HandReader implements AutoCloseable {
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();
  private final ActionReader reader;
  private final long user;
  private final SpaceLocator grip;
  private final SpaceLocator aim;
  private final XrAction stick;
  private final XrAction grab;
  private final XrAction select;
  private final XrAction menu;
  private final XrAction teleport;
  private final @Nullable HandTracker tracker;

  HandReader(XrSession session, XrActions actions, ActionReader reader, Space play, Hand hand) {
    this.reader = reader;
    user = session.instance().path(SuggestedBindings.user(hand));
    grip = locator(session, actions.raw(HandAction.GRIP), play);
    aim = locator(session, actions.raw(HandAction.AIM), play);
    stick = actions.raw(hand == Hand.LEFT ? HandAction.MOVE : HandAction.TURN);
    grab = actions.raw(HandAction.GRAB);
    select = actions.raw(HandAction.SELECT);
    menu = actions.raw(HandAction.MENU);
    teleport = actions.raw(HandAction.TELEPORT);
    tracker = HandTracker.create(session, play, hand);
    if (tracker != null) {
      owned.push(tracker);
    }
  }

  private SpaceLocator locator(XrSession session, XrAction action, Space play) {
    var made = new SpaceLocator(ActionSet.space(session, action, user), play);
    owned.push(made);
    return made;
  }

  /** The hand's top-level path. */
  long user() {
    return user;
  }

  /** What the hand did up to the last sync, and where it will be at an instant of the runtime's. */
  HandInput read(long xrTime) {
    boolean isGripTracked = grip.locate(xrTime);
    boolean isAimTracked = aim.locate(xrTime);
    reader.readStick(stick, user);
    return new HandInput(
        grip.last(),
        aim.last(),
        isGripTracked,
        isAimTracked,
        reader.pull(select, user),
        reader.pull(grab, user),
        reader.right(),
        reader.ahead(),
        reader.isPressed(menu, user),
        reader.isPressed(teleport, user),
        tracker == null ? null : tracker.locate(xrTime));
  }

  @Override
  public void close() {
    Owned.closeAll(owned);
  }
}
