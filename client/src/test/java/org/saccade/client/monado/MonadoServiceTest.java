package org.saccade.client.monado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lwjgl.openxr.XR10;
import org.lwjgl.openxr.XrReferenceSpaceCreateInfo;
import org.lwjgl.system.MemoryStack;
import org.saccade.client.monado.MonadoService.Mode;
import org.saccade.testing.Await;
import org.saccade.xr.Pose;

@Tag("xr")
final class MonadoServiceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RuntimePlace place = RuntimePlace.from(System.getenv());
  private final CoreValidation validation = new CoreValidation(place.verdicts());

  @Test
  void servesAClientWhoseCallsAreJudged() {
    validation.forget();
    try (var _ = MonadoService.start(place, Mode.NULL);
        var client = HeadlessClient.open()) {
      client.focus();
    }
    assertTrue(validation.isWatching());
    assertEquals(List.of(), validation.errors());
  }

  @Test
  void anInvalidCallIsNamed() {
    validation.forget();
    try (var _ = MonadoService.start(place, Mode.NULL);
        var client = HeadlessClient.open();
        var stack = MemoryStack.stackPush()) {
      var untyped = XrReferenceSpaceCreateInfo.calloc(stack);
      XR10.xrCreateReferenceSpace(client.session, untyped, stack.mallocPointer(1));
    }
    assertTrue(
        validation.errors().stream().anyMatch(line -> line.contains("xrCreateReferenceSpace")),
        () -> validation.errors().toString());
  }

  @Test
  void losesItsClientsInACrashAndServesNewOnesAfterIt() {
    try (var service = MonadoService.start(place, Mode.NULL)) {
      try (var client = HeadlessClient.open()) {
        client.focus();
        service.crash();
        assertFalse(service.isRunning());
      }
      service.restart();
      try (var client = HeadlessClient.open()) {
        client.focus();
      }
    }
  }

  @Test
  void movesTheHeadWhereTheDriverSays() {
    try (var _ = MonadoService.start(place, Mode.REMOTE);
        var driver = RemoteDriver.connect();
        var client = HeadlessClient.open()) {
      client.focus();
      var head = client.space(XR10.XR_REFERENCE_SPACE_TYPE_VIEW);
      var stage = client.space(XR10.XR_REFERENCE_SPACE_TYPE_STAGE);
      for (int step = 0; step < 3; step++) {
        Pose wanted = Pose.looking(0.1 * step, 1.5, -0.2, 0.3 * step, 0.1);
        driver.send(RemoteInput.standing().withHead(wanted));
        Await.until(
            "the head at " + wanted,
            PATIENCE,
            () -> {
              Pose seen = client.locate(head, stage);
              return seen.distanceTo(wanted) < 1e-3 && seen.angleTo(wanted) < 1e-3;
            });
      }
    }
  }
}
