package org.saccade.offload.netem.relay;

/** Something to do at an instant; of those due at once, in the order they came. */
record Due(long nanos, long order, Runnable what) implements Comparable<Due> {
  @Override
  public int compareTo(Due other) {
    int byTime = Long.compare(nanos, other.nanos);
    return byTime != 0 ? byTime : Long.compare(order, other.order);
  }
}
