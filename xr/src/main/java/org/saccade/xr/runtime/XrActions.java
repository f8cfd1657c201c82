package org.saccade.xr.runtime;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import org.lwjgl.openxr.XrAction;
import org.saccade.xr.Hand;

/** The action set "play": all that hands can do, with what buttons do suggested. Frame thread. */
final class XrActions implements AutoCloseable {
  private final ActionSet set;
  private final Map<HandAction, XrAction> actions = new EnumMap<>(HandAction.class);

  XrActions(XrInstance instance) {
    set = ActionSet.create(instance, "play", "Play");
    try {
      fill(instance);
    } catch (RuntimeException failed) {
      set.close();
      throw failed;
    }
  }

  private void fill(XrInstance instance) {
    for (var action : HandAction.values()) {
      actions.put(
          action,
          set.action(
              action.id(),
              action.words(),
              action.type(),
              SuggestedBindings.user(Hand.LEFT),
              SuggestedBindings.user(Hand.RIGHT)));
    }
    for (var profile : SuggestedBindings.values()) {
      if (profile.extension().isEmpty() || instance.has(profile.extension())) {
        suggest(instance, profile);
      }
    }
  }

  private void suggest(XrInstance instance, SuggestedBindings profile) {
    var bindings = new ArrayList<ActionSet.Binding>();
    for (var row : profile.rows()) {
      bindings.add(new ActionSet.Binding(raw(row.action()), row.path()));
    }
    ActionSet.suggest(instance, profile.profile(), bindings);
  }

  /** LWJGL's handle of an action. */
  XrAction raw(HandAction action) {
    var made = actions.get(action);
    if (made == null) {
      throw new IllegalArgumentException("no action " + action);
    }
    return made;
  }

  ActionSet set() {
    return set;
  }

  @Override
  public void close() {
    set.close();
  }
}
