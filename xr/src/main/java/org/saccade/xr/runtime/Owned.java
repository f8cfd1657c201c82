package org.saccade.xr.runtime;

import java.util.Deque;

/** Closes what something owns, newest first. */
final class Owned {
  private Owned() {}

  static void closeAll(Deque<AutoCloseable> parts) {
    while (!parts.isEmpty()) {
      var part = parts.pop();
      try {
        part.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("%s did not close".formatted(part), e);
      }
    }
  }
}
