package org.saccade.xr;

/** What both hands do in a frame. */
public record HandsInput(HandInput left, HandInput right) {
  /** Neither is seen. */
  public static final HandsInput RESTING = new HandsInput(HandInput.RESTING, HandInput.RESTING);

  /** One of them. */
  public HandInput of(Hand hand) {
    return hand == Hand.LEFT ? left : right;
  }
}
