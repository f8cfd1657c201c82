package org.saccade.offload.link;

/**
 * How a link stands; immutable.
 *
 * @param phase where it is in its life
 * @param datagramsPass whether datagrams were seen to arrive; until then all goes by stream
 * @param words why it is so, for people ("" when there is nothing to say)
 */
public record LinkState(Phase phase, boolean datagramsPass, String words) {
  /** A link's life; a link that is down never comes up again: make a new one. */
  public enum Phase {
    CONNECTING,
    UP,
    DOWN
  }

  public static final LinkState CONNECTING = new LinkState(Phase.CONNECTING, false, "");

  public static LinkState up(boolean datagramsPass) {
    return new LinkState(Phase.UP, datagramsPass, "");
  }

  public static LinkState down(String words) {
    return new LinkState(Phase.DOWN, false, words);
  }

  public boolean isUp() {
    return phase == Phase.UP;
  }

  public boolean isDown() {
    return phase == Phase.DOWN;
  }
}
