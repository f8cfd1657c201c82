package org.saccade.client.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saccade.assets.SceneLibrary;
import org.saccade.client.menu.Alternatives;
import org.saccade.client.menu.MenuChoice;
import org.saccade.client.menu.MenuState;

/**
 * The menu of a run in a headset, whichever headset and world there are: what it shows, and what
 * was chosen until the run does it. Frame thread.
 */
final class HeadsetMenu {
  private static final String EMBEDDED = "embedded";
  private static final String NONE = "none";

  private final LiveSettings live;
  private final Set<String> scenes = new LinkedHashSet<>(SceneLibrary.names());
  private final Set<String> edges = new LinkedHashSet<>(Set.of());
  private RunSettings run;
  private @Nullable LiveFigures figures;
  private @Nullable RunSettings wanted;
  private String busy = "";
  private String refusal = "";
  private boolean isOpen;
  private boolean isQuit;

  HeadsetMenu(LiveSettings live, RunSettings run) {
    this.live = live;
    this.run = run;
    edges.add(EMBEDDED);
    edges.add(NONE);
  }

  /** A world is there. */
  void enter(RunSettings settings, LiveFigures itsFigures) {
    run = settings;
    figures = itsFigures;
    busy = "";
    scenes.add(settings.scene().name());
    edges.add(word(settings.edge()));
  }

  /** The world is about to close. */
  void leave() {
    figures = null;
  }

  /** Its figures; null between two worlds. */
  @Nullable LiveFigures figures() {
    return figures;
  }

  LiveSettings live() {
    return live;
  }

  boolean isOpen() {
    return isOpen;
  }

  /** Opens it or closes it; closing saves. */
  void toggle() {
    isOpen = !isOpen;
    refusal = "";
    if (!isOpen) {
      live.save();
    }
  }

  /** What it shows now. */
  MenuState state() {
    var world = figures;
    boolean isWell = refusal.isEmpty() && (world == null || world.isEdgeWell());
    return new MenuState(
        note(world),
        isWell,
        !busy.isEmpty(),
        new Alternatives(new ArrayList<>(scenes), run.scene().name()),
        new Alternatives(new ArrayList<>(edges), word(run.edge())),
        PicturePreset.of(run),
        live.now());
  }

  private String note(@Nullable LiveFigures world) {
    var edge = world == null ? "" : world.edge();
    var news = !busy.isEmpty() ? busy : !refusal.isEmpty() ? refusal : edge;
    var notice = run.notice();
    return notice.isEmpty() ? news : news.isEmpty() ? notice : notice + ", " + news;
  }

  /** As a person types it. */
  private static String word(EdgeChoice edge) {
    return switch (edge) {
      case EdgeChoice.Embedded inside -> EMBEDDED;
      case EdgeChoice.None none -> NONE;
      case EdgeChoice.Found found -> found.words();
      case EdgeChoice.Remote(var host, int port) ->
          port == EdgeChoice.STANDARD_PORT ? host : host + ":" + port;
    };
  }

  /** Does what can be done at once, and keeps the rest for the run. */
  void take(MenuChoice choice) {
    refusal = "";
    switch (RunChange.of(choice, run)) {
      case RunChange.Nothing nothing -> {}
      case RunChange.Travel(var to) -> wanted = to;
      case RunChange.Keep(var settings) -> {
        live.change(settings);
        live.save();
      }
      case RunChange.Close close -> toggle();
      case RunChange.Quit quit -> isQuit = true;
      case RunChange.Refused(var why) -> refusal = why;
    }
  }

  /** The settings to travel to, once; null while nobody wants to. */
  @Nullable RunSettings takeWanted() {
    var taken = wanted;
    wanted = null;
    return taken;
  }

  /** Whether the person wants to leave. */
  boolean isQuit() {
    return isQuit;
  }

  /** A world is being changed, in words. */
  void busy(String words) {
    busy = words;
  }

  /** What was wanted cannot be; the world stays. */
  void refuse(String why) {
    busy = "";
    refusal = why;
  }
}
