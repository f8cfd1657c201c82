package org.saccade.xr.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.openxr.XrAction;
import org.saccade.xr.Hand;
import org.saccade.xr.HandInput;
import org.saccade.xr.HandJoints;

/** Reads one hand, once a frame. Frame thread. */
final class HandReader implements AutoCloseable {
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();
  private final ActionReader reader;
  private final Consumer<String> news;
  private final long user;
  private final SpaceLocator grip;
  private final SpaceLocator aim;
  private final XrAction stick;
  private final XrAction grab;
  private final XrAction select;
  private final XrAction menu;
  private final XrAction teleport;
  private @Nullable HandTracker tracker;

  /**
   * @param news is told in a line when its bones are not seen any more
   */
  HandReader(
      XrSession session,
      XrActions actions,
      ActionReader reader,
      Space play,
      Hand hand,
      Consumer<String> news) {
    this.reader = reader;
    this.news = news;
    stick = actions.raw(hand == Hand.LEFT ? HandAction.MOVE : HandAction.TURN);
    grab = actions.raw(HandAction.GRAB);
    select = actions.raw(HandAction.SELECT);
    menu = actions.raw(HandAction.MENU);
    teleport = actions.raw(HandAction.TELEPORT);
    user = session.instance().path(SuggestedBindings.user(hand));
    try {
      grip = locator(session, actions.raw(HandAction.GRIP), play);
      aim = locator(session, actions.raw(HandAction.AIM), play);
      tracker = tracker(session, play, hand);
    } catch (RuntimeException failed) {
      Owned.closeAll(owned);
      throw failed;
    }
  }

  /** A tracker that cannot be made is done without. */
  private @Nullable HandTracker tracker(XrSession session, Space play, Hand hand) {
    try {
      var made = HandTracker.create(session, play, hand);
      if (made != null) {
        owned.push(made);
      }
      return made;
    } catch (XrException failed) {
      return without(failed);
    }
  }

  private @Nullable HandTracker without(XrException failed) {
    failed.throwIfLoss();
    news.accept("no hand tracker: " + failed.getMessage());
    return null;
  }

  /** The bones; a tracker that fails is done without from then on. */
  private @Nullable HandJoints joints(long xrTime) {
    var seeing = tracker;
    if (seeing == null) {
      return null;
    }
    try {
      return seeing.locate(xrTime);
    } catch (XrException failed) {
      tracker = without(failed);
      return null;
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
        joints(xrTime));
  }

  @Override
  public void close() {
    Owned.closeAll(owned);
  }
}
