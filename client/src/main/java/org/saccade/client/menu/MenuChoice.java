package org.saccade.client.menu;

import org.saccade.client.settings.SavedSettings;

/** What a person chose in the menu. */
public sealed interface MenuChoice {
  /** Another scene, by its name. */
  record Scene(String name) implements MenuChoice {}

  /** Another edge: embedded, none or HOST[:PORT]. */
  record Edge(String where) implements MenuChoice {}

  /** Another balance of sharpness and cost, by its name. */
  record Picture(String name) implements MenuChoice {}

  /** Other settings, to be kept. */
  record Keep(SavedSettings settings) implements MenuChoice {}

  /** The menu goes away. */
  record Close() implements MenuChoice {}

  /** The run ends. */
  record Quit() implements MenuChoice {}
}
