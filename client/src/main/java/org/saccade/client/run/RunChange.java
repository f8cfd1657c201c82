package org.saccade.client.run;

import org.saccade.client.menu.MenuChoice;
import org.saccade.client.settings.SavedSettings;
import org.saccade.offload.policy.Policies;
import org.saccade.offload.policy.Policy;

/** What a choice in the menu makes of a run. Pure. */
sealed interface RunChange {
  /** All stays as it is. */
  record Nothing() implements RunChange {}

  /** The world is left for one with these settings. */
  record Travel(RunSettings to) implements RunChange {}

  /** These are kept from now on. */
  record Keep(SavedSettings settings) implements RunChange {}

  /** The menu goes away. */
  record Close() implements RunChange {}

  /** The run ends. */
  record Quit() implements RunChange {}

  /** It cannot be, for this reason. */
  record Refused(String why) implements RunChange {}

  /** The effect of a choice on a run as it is now. */
  static RunChange of(MenuChoice choice, RunSettings now) {
    try {
      return switch (choice) {
        case MenuChoice.Scene(var name) ->
            name.equals(now.scene().name())
                ? new Nothing()
                : travel(now, now.in(SceneChoice.of(name)));
        case MenuChoice.Edge(var where) -> travel(now, now.from(EdgeChoice.of(where)));
        case MenuChoice.Picture(var name) -> travel(now, PicturePreset.named(name).on(now));
        case MenuChoice.Keep(var settings) -> new Keep(settings);
        case MenuChoice.Close close -> new Close();
        case MenuChoice.Quit quit -> new Quit();
      };
    } catch (IllegalArgumentException impossible) {
      return new Refused(String.valueOf(impossible.getMessage()));
    }
  }

  private static RunChange travel(RunSettings now, RunSettings to) {
    return to.equals(now) ? new Nothing() : new Travel(to);
  }

  /** The policy, or the automatic one where it needs an edge and there is none. */
  static Policy withoutEdge(Policy policy, EdgeChoice edge) {
    boolean needsEdge = policy.name().equals("edge") || policy.name().equals("hybrid");
    return edge instanceof EdgeChoice.None && needsEdge ? Policies.named("auto") : policy;
  }
}
