package org.saccade.client.run;

import java.util.Locale;
import org.saccade.offload.policy.Decision;

/** A finished frame in a few words, for the line that tells how far a run has come. */
final class FrameWords {
  private static final double MIB = 1 << 20;

  private FrameWords() {}

  /**
   * The words.
   *
   * @param number of the frame, from 1
   * @param most frames of the run; Long.MAX_VALUE where nothing counts them
   */
  static String of(FrameFacts facts, long number, long most, long busyNanos) {
    return "frame %d%s  %5.1f ms  %-10s coverage %.2f  %.1f MiB"
        .formatted(
            number,
            most == Long.MAX_VALUE ? "" : "/" + most,
            busyNanos * 1e-6,
            mode(facts.decision()),
            facts.asked().coverage(),
            facts.tiles().receivedBytes() / MIB);
  }

  private static String mode(Decision decision) {
    var name = decision.mode().name().toLowerCase(Locale.ROOT);
    return decision instanceof Decision.Local local && local.resolutionScale() < 1
        ? "%s %.0f %%".formatted(name, 100 * DrawnScale.of(local.resolutionScale()))
        : name;
  }
}
