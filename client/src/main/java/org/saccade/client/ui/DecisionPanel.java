package org.saccade.client.ui;

import imgui.ImGui;
import java.util.Locale;
import org.saccade.offload.policy.Costs;
import org.saccade.offload.policy.Decision;

/** Who draws, why, and what was weighed. */
final class DecisionPanel {
  private DecisionPanel() {}

  static void draw(Decision decision, double coverage) {
    Words.show(Palette.of(decision.mode()), name(decision));
    ImGui.sameLine();
    Words.show(Palette.TEXT, decision.reason().words());
    var costs = decision.costs();
    Words.show(
        Palette.FAINT,
        "local %s   hybrid %s   edge %s"
            .formatted(
                millis(costs.localNanos()),
                millis(costs.hybridNanos()),
                millis(costs.edgeNanos())));
    Words.show(
        coverage >= 0.9 ? Palette.GOOD : Palette.WARNING,
        String.format(Locale.ROOT, "coverage %3.0f %%", 100 * coverage));
    ImGui.sameLine();
    Words.show(
        Palette.FAINT,
        String.format(
            Locale.ROOT,
            "(near %.0f %%, far %.0f %%)",
            100 * costs.near().coverage(),
            100 * costs.far().coverage()));
  }

  private static String name(Decision decision) {
    return switch (decision) {
      case Decision.Local local -> name(local);
      case Decision.Hybrid hybrid -> "Hybrid";
      case Decision.Edge edge -> "Edge";
    };
  }

  private static String name(Decision.Local local) {
    if (local.resolutionScale() >= 1) {
      return "Local";
    }
    var scaled = String.format(Locale.ROOT, "Local at %.0f %%", 100 * local.resolutionScale());
    int allowance = local.fineness().allowance();
    return allowance == 1 ? scaled : "%s, meshes %dx coarser".formatted(scaled, allowance);
  }

  private static String millis(long nanos) {
    return nanos == Costs.UNKNOWN ? "?" : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }
}
