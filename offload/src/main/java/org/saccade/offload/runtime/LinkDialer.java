package org.saccade.offload.runtime;

import org.saccade.offload.link.Link;

/** Begins a connection to the edge: returns at once, the link comes up later or goes down. */
@FunctionalInterface
public interface LinkDialer {
  /** A new link, usually still connecting. The caller closes it. */
  Link dial();

  /** Whether the next link would be up at once: then a silent one need not be waited for. */
  default boolean hasSpare() {
    return false;
  }
}
