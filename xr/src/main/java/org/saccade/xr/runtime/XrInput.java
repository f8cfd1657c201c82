package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.openxr.XrInteractionProfileState;
import org.lwjgl.system.MemoryStack;
import org.saccade.xr.BareHand;
import org.saccade.xr.Hand;
import org.saccade.xr.HandInput;
import org.saccade.xr.HandsInput;

/**
 * Everything a person does with hands and eyes in one session: made before the session's first
 * frame, synced once a frame, closed before the session. Frame thread.
 */
public final class XrInput implements AutoCloseable {
  private final XrSession session;
  private final XrDisplay display;
  private final Consumer<String> news;
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();
  private final ActionSync sync;
  private final HandReader left;
  private final HandReader right;
  private final BareHand bareLeft = new BareHand(Hand.LEFT);
  private final BareHand bareRight = new BareHand(Hand.RIGHT);
  private final Haptics haptics;
  private final @Nullable EyeGaze eyes;
  private HandsInput last = HandsInput.RESTING;
  private String leftProfile = "";
  private String rightProfile = "";
  private String eyesProfile = "";
  private boolean hasInput;
  private boolean wasOurs;

  private XrInput(XrSession session, XrDisplay display, Consumer<String> news) {
    this.session = session;
    this.display = display;
    this.news = news;
    var play = display.play();
    try {
      var actions = own(new XrActions(session.instance()));
      var sets = new ArrayList<ActionSet>();
      sets.add(actions.set());
      eyes = eyes(session, display.head(), news);
      if (eyes != null) {
        sets.add(own(eyes).set());
      }
      sync = own(new ActionSync(session, sets));
      var reader = own(new ActionReader(session));
      left = own(new HandReader(session, actions, reader, play, Hand.LEFT, news));
      right = own(new HandReader(session, actions, reader, play, Hand.RIGHT, news));
      haptics =
          own(new Haptics(session, actions.raw(HandAction.HAPTIC), left.user(), right.user()));
    } catch (RuntimeException failed) {
      Owned.closeAll(owned);
      throw failed;
    }
  }

  /**
   * Input of a session, in a display's play space; the display shows what the eyes look at.
   *
   * @param news is told in a line what was lost and came back
   */
  public static XrInput create(XrSession session, XrDisplay display, Consumer<String> news) {
    var input = new XrInput(session, display, news);
    display.follow(input.eyes, news);
    return input;
  }

  /** A tracker that cannot be followed is done without. */
  private static @Nullable EyeGaze eyes(XrSession session, Space head, Consumer<String> news) {
    try {
      return EyeGaze.create(session, head);
    } catch (XrException failed) {
      failed.throwIfLoss();
      news.accept("no eye tracker: " + failed.getMessage());
      return null;
    }
  }

  private <T extends AutoCloseable> T own(T part) {
    owned.push(part);
    return part;
  }

  /** Takes in what the person did since the last frame. */
  public void sync() {
    XrCost.enter();
    try {
      setInput(sync.sync());
    } finally {
      XrCost.leave();
    }
  }

  private void setInput(boolean isOurs) {
    if (wasOurs && isOurs != hasInput) {
      news.accept(
          isOurs ? "the headset's input is back" : "another program has the headset's input");
    }
    wasOurs |= isOurs;
    hasInput = isOurs;
  }

  /**
   * What the hands did until the last sync, and where they will be; at rest while input is another
   * program's. Bare hands are read beside the head, which must have been located for this frame.
   *
   * @param displayNanos on {@link System#nanoTime}'s scale
   */
  public HandsInput read(long displayNanos) {
    XrCost.enter();
    try {
      if (hasInput) {
        long xrTime = session.instance().clock().toXrTime(displayNanos);
        last =
            new HandsInput(
                read(left.read(xrTime), bareLeft, leftProfile, displayNanos),
                read(right.read(xrTime), bareRight, rightProfile, displayNanos));
      } else {
        bareLeft.rest();
        bareRight.rest();
        last = new HandsInput(last.left().rested(), last.right().rested());
      }
      return last;
    } finally {
      XrCost.leave();
    }
  }

  private HandInput read(HandInput seen, BareHand bare, String profile, long displayNanos) {
    return display.isLocated()
        ? bare.read(seen, kind(profile), display.playHead(), displayNanos)
        : seen;
  }

  private static BareHand.Profile kind(String profile) {
    if (profile.isEmpty()) {
      return BareHand.Profile.NONE;
    }
    return profile.equals(SuggestedBindings.BARE_HANDS.profile())
        ? BareHand.Profile.HANDS
        : BareHand.Profile.CONTROLLER;
  }

  /** What was read last. */
  public HandsInput last() {
    return last;
  }

  /** Lets hands feel. */
  public Haptics haptics() {
    return haptics;
  }

  /** Whether an eye tracker is followed. */
  public boolean hasEyes() {
    return eyes != null;
  }

  /**
   * Notes which controllers are held now, after {@link XrEvent.InteractionProfileChanged}, and says
   * so where they are others.
   */
  public void readProfiles() {
    var nowLeft = readProfile(left.user());
    var nowRight = readProfile(right.user());
    var nowEyes = eyes == null ? "" : readProfile(eyes.user());
    boolean isNews = !(nowLeft.equals(leftProfile) && nowRight.equals(rightProfile));
    if (isNews) {
      news.accept("left hand: %s, right hand: %s".formatted(words(nowLeft), words(nowRight)));
    }
    if (!nowEyes.equals(eyesProfile)) {
      news.accept(nowEyes.isEmpty() ? "the eye tracker is gone" : "the eyes are followed");
    }
    leftProfile = nowLeft;
    rightProfile = nowRight;
    eyesProfile = nowEyes;
  }

  private static String words(String profile) {
    return profile.isEmpty() ? "none" : profile.replace("/interaction_profiles/", "");
  }

  private String readProfile(long user) {
    try (var stack = MemoryStack.stackPush()) {
      var state = XrInteractionProfileState.calloc(stack).type$Default();
      XrResults.check(
          "xrGetCurrentInteractionProfile",
          xrGetCurrentInteractionProfile(session.raw(), user, state));
      return session.instance().name(state.interactionProfile());
    } catch (XrException failed) { // who holds nothing may have no path either
      failed.throwIfLoss();
      return "";
    }
  }

  /** The interaction profile a hand uses, as its path; empty for none. */
  public String profile(Hand hand) {
    return hand == Hand.LEFT ? leftProfile : rightProfile;
  }

  @Override
  public void close() {
    Owned.closeAll(owned);
  }
}
