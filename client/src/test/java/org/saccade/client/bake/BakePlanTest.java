package org.saccade.client.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.xr.Motion;
import org.saccade.xr.OrbitMotion;
import org.saccade.xr.Origin;
import org.saccade.xr.Pose;
import org.saccade.xr.PoseTrack;

@NullMarked
final class BakePlanTest {
  private static final Recipe RECIPE = Recipe.standard(1, new Fingerprint(1, 2, 3, 4));
  private static final Motion ORBIT = OrbitMotion.standard();

  /** Ten seconds straight on, a metre a second. */
  private static final Motion TRACK =
      new PoseTrack(
          List.of(
              new PoseTrack.Sample(0, Pose.looking(0, 1.6, 0, 0, 0), Optional.empty()),
              new PoseTrack.Sample(10, Pose.looking(0, 1.6, -10, 0, 0), Optional.empty())));

  @Test
  void secondsBoundEveryMotionAndNoMotionIsLongerThanItIs() {
    assertEquals(1, BakePlan.seconds(TRACK, 1.0));
    assertEquals(10, BakePlan.seconds(TRACK, 60.0));
    assertEquals(10, BakePlan.seconds(TRACK, null));
    assertEquals(1, BakePlan.seconds(ORBIT, 1.0));
    assertEquals(60, BakePlan.seconds(ORBIT, null));
  }

  @Test
  void aTenthOfAWalkNeedsAboutATenthOfItsFaces() {
    var origin = new Origin(0, 0, 0, 0);
    int all = BakePlan.along(TRACK, origin, BakePlan.seconds(TRACK, null), RECIPE).size();
    int tenth = BakePlan.along(TRACK, origin, BakePlan.seconds(TRACK, 1.0), RECIPE).size();
    assertTrue(tenth * 4 < all, "%d of %d faces".formatted(tenth, all));
  }
}
