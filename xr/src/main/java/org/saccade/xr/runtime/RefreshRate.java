package org.saccade.xr.runtime;

import static org.lwjgl.openxr.FBDisplayRefreshRate.XR_FB_DISPLAY_REFRESH_RATE_EXTENSION_NAME;
import static org.lwjgl.openxr.FBDisplayRefreshRate.xrEnumerateDisplayRefreshRatesFB;
import static org.lwjgl.openxr.FBDisplayRefreshRate.xrGetDisplayRefreshRateFB;
import static org.lwjgl.openxr.FBDisplayRefreshRate.xrRequestDisplayRefreshRateFB;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lwjgl.system.MemoryStack;

/** The display's rate, where the runtime tells it and lets it be chosen. Frame thread. */
public final class RefreshRate {
  /** 89.9 Hz is what a person means by 90. */
  private static final float NEAR_HERTZ = 0.5f;

  private RefreshRate() {}

  /**
   * What is done about a wish.
   *
   * @param hertz what to ask for; 0 for nothing
   * @param words what a person needs to know; empty where they get what they wanted
   */
  record Choice(float hertz, String words) {}

  private static boolean isTold(XrSession session) {
    return session.instance().has(XR_FB_DISPLAY_REFRESH_RATE_EXTENSION_NAME);
  }

  /** The rate now, hertz; 0 when the runtime does not say. */
  public static float now(XrSession session) {
    if (!isTold(session)) {
      return 0;
    }
    try (var stack = MemoryStack.stackPush()) {
      var rate = stack.mallocFloat(1);
      XrResults.check("xrGetDisplayRefreshRateFB", xrGetDisplayRefreshRateFB(session.raw(), rate));
      return rate.get(0);
    } catch (XrException failed) { // a headset serves without it
      failed.throwIfLoss();
      return 0;
    }
  }

  /**
   * Asks for a rate, or for the nearest one that is offered; {@link XrEvent.RefreshRateChanged}
   * tells when it came.
   *
   * @return what a person needs to know; empty where they get what they wanted
   */
  public static String ask(XrSession session, double hertz) {
    try {
      return askNearest(session, hertz);
    } catch (XrException failed) { // a headset serves without it
      failed.throwIfLoss();
      return "the display keeps its rate: " + failed.getMessage();
    }
  }

  private static String askNearest(XrSession session, double hertz) {
    var choice = choose(hertz, offered(session));
    if (choice.hertz() > 0) {
      XrResults.check(
          "xrRequestDisplayRefreshRateFB",
          xrRequestDisplayRefreshRateFB(session.raw(), choice.hertz()));
    }
    return choice.words();
  }

  private static List<Float> offered(XrSession session) {
    if (!isTold(session)) {
      return List.of();
    }
    try (var stack = MemoryStack.stackPush()) {
      var count = stack.mallocInt(1);
      XrResults.check(
          "xrEnumerateDisplayRefreshRatesFB",
          xrEnumerateDisplayRefreshRatesFB(session.raw(), count, null));
      var rates = stack.mallocFloat(count.get(0));
      XrResults.check(
          "xrEnumerateDisplayRefreshRatesFB",
          xrEnumerateDisplayRefreshRatesFB(session.raw(), count, rates));
      var all = new ArrayList<Float>();
      while (rates.hasRemaining()) {
        all.add(rates.get());
      }
      return all;
    }
  }

  static Choice choose(double wanted, List<Float> offered) {
    if (offered.isEmpty()) {
      return new Choice(
          0, "this runtime does not let programs choose the display's rate: it stays as it is");
    }
    float nearest = offered.getFirst();
    for (float each : offered) {
      nearest = Math.abs(each - wanted) < Math.abs(nearest - wanted) ? each : nearest;
    }
    if (Math.abs(nearest - wanted) <= NEAR_HERTZ) {
      return new Choice(nearest, "");
    }
    var all = offered.stream().sorted().map(RefreshRate::words).collect(Collectors.joining(", "));
    return new Choice(
        nearest,
        "the display cannot run at %s Hz but at %s: %s Hz is asked for"
            .formatted(words((float) wanted), all, words(nearest)));
  }

  /** 90 and 59.94, as people write them. */
  public static String words(float hertz) {
    return Math.abs(hertz - Math.round(hertz)) < 0.005f
        ? String.valueOf(Math.round(hertz))
        : String.format(Locale.ROOT, "%.2f", hertz);
  }
}
