package org.saccade.client.monado;

/** A button of the remote driver's controllers; pressing one touches it too. */
public enum RemoteButton {
  /** The system button, which runtimes keep to themselves. */
  SYSTEM(2),
  /** The lower face button. */
  A(4),
  /** The upper face button. */
  B(6),
  /** The trigger at its end stop; how far it is pulled is told apart from this. */
  TRIGGER(8),
  /** The thumbstick pressed in. */
  THUMBSTICK(10);

  private final int clickIndex;

  RemoteButton(int clickIndex) {
    this.clickIndex = clickIndex;
  }

  /** The place of its click among a hand's flags; its touch is the next. */
  int clickIndex() {
    return clickIndex;
  }
}
