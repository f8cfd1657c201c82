package org.saccade.xr.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.saccade.xr.Hand;

class SuggestedBindingsTest {
  @Test
  void everyProfilePointsGrabsAndTeleports() {
    for (var profile : SuggestedBindings.values()) {
      var actions =
          profile.rows().stream()
              .map(SuggestedBindings.Row::action)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(HandAction.class)));
      assertTrue(
          actions.containsAll(
              EnumSet.of(
                  HandAction.GRIP,
                  HandAction.AIM,
                  HandAction.SELECT,
                  HandAction.GRAB,
                  HandAction.TELEPORT)),
          profile.profile());
    }
  }

  @Test
  void pathsAreTheHandsOwnAndNoRowComesTwice() {
    for (var profile : SuggestedBindings.values()) {
      for (var row : profile.rows()) {
        var user = row.hand() == Hand.LEFT ? "/user/hand/left/" : "/user/hand/right/";
        assertTrue(row.path().startsWith(user), row.path());
      }
      assertEquals(profile.rows().size(), new HashSet<>(profile.rows()).size(), profile.profile());
    }
  }

  @Test
  void whatVibratesIsAnOutput() {
    for (var profile : SuggestedBindings.values()) {
      for (var row : profile.rows()) {
        assertEquals(row.action() == HandAction.HAPTIC, row.path().contains("/output/"));
      }
    }
  }
}
