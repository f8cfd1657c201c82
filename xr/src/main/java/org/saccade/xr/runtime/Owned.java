package org.saccade.xr.runtime;

import java.util.Deque;

/** Closes all that something owns, newest first; what failed first is thrown at the end. */
final class Owned {
  private Owned() {}

  static void closeAll(Deque<AutoCloseable> parts) {
    RuntimeException first = null;
    while (!parts.isEmpty()) {
      var part = parts.pop();
      try {
        part.close();
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      } catch (Exception e) {
        first = new IllegalStateException("%s did not close".formatted(part), e);
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
