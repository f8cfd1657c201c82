package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saccade.client.monado.CoreValidation;
import org.saccade.client.monado.RuntimePlace;
import org.saccade.testing.Await;

/** A session ended as a person ends it, by way of STOPPING to EXITING. */
@NullMarked
@Tag("xr")
final class SessionEndTest {
  private final RuntimePlace place = RuntimePlace.from(System.getenv());
  private final CoreValidation validation = new CoreValidation(place.verdicts());

  @Test
  void anAskedForEndStopsTheFramesAndIsNotALoss() {
    validation.forget();
    try (var service = WornHeadset.service(place);
        var worn = new WornHeadset(false)) {
      worn.until("focus", worn::hasFocus);
      worn.link().session().requestExit();
      Await.until(
          "the end of the session",
          Duration.ofSeconds(20),
          () -> {
            worn.frame(); // frames go on until the runtime says that they stop
            return !worn.link().poll();
          });
      assertFalse(worn.link().session().isRunning());
      assertTrue(worn.link().session().state().isWantedEnd(), worn.link()::ending);
      assertTrue(service.isRunning());
    }
    assertEquals(List.of(), validation.errors());
  }
}
