package org.saccade.client.menu;

import org.saccade.client.settings.SavedSettings;

/**
 * What the menu shows of this instant.
 *
 * @param note a line for the person: how the edge stands, or what is being loaded
 * @param isNoteGood whether all is well
 * @param isBusy a world is being changed: scene, edge and picture cannot be chosen now
 */
public record MenuState(
    String note,
    boolean isNoteGood,
    boolean isBusy,
    Alternatives scenes,
    Alternatives edges,
    Alternatives pictures,
    SavedSettings settings) {}
