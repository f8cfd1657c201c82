package org.saccade.offload.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.saccade.offload.policy.Decision;
import org.saccade.offload.policy.DrawnFrame;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.policy.Observation;
import org.saccade.offload.policy.Policies;
import org.saccade.offload.policy.Readiness;
import org.saccade.offload.policy.Reason;
import org.saccade.offload.protocol.Limits;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Shell;

final class OffloaderTest {
  private final LoopbackEdge edge = new LoopbackEdge();
  private final Device device = new Device(edge);

  @AfterEach
  void close() {
    device.close();
  }

  @Test
  void whatIsAskedForArrivesIsDecodedAndCoversTheView() {
    device.untilServed();
    var plan = device.frame();
    assertEquals(1, plan.coverage());
    assertTrue(plan.draw().size() > 0);
    var statistics = device.offloader.statistics();
    assertEquals(device.resident.size(), statistics.tilesDecoded());
    assertEquals(0, statistics.tilesMalformed());
    assertEquals(0, statistics.attemptsRaised());
    assertTrue(device.offloader.health(device.nowNanos).isUp());
  }

  @Test
  void noRequestIsLargerThanADatagramHolds() {
    device.untilServed();
    assertTrue(edge.requests.stream().allMatch(wishes -> wishes.size() <= Limits.WISHES));
    assertTrue(edge.requests.stream().anyMatch(wishes -> wishes.size() == Limits.WISHES));
  }

  @Test
  void livesOnResidentTilesWhileTheEdgeIsDeadAndComesBackByItself() {
    device.untilServed();
    int drawn = device.frame().draw().size();
    edge.kill();
    var plan = device.frames(300);
    assertEquals(drawn, plan.draw().size());
    assertEquals(1, plan.coverage());
    assertFalse(device.offloader.health(device.nowNanos).isUp());
    assertTrue(device.offloader.manifest().isPresent());
    assertTrue(edge.dials >= 3 && edge.dials <= 5, edge.dials + " dials in 3.3 s");
    assertEquals(Reason.LIVING_ON_CACHE, decide(plan.coverage(), false).reason());
    edge.isReachable = true;
    device.until(() -> device.offloader.health(device.nowNanos).isUp());
    device.eye.x += 0.5;
    device.untilServed();
    assertEquals(2, device.offloader.statistics().sessions());
  }

  @Test
  void aSilentEdgeCountsAsDownWithinASecondAndIsDialledAgain() {
    device.untilServed();
    edge.isMute = true;
    device.frames(100);
    assertFalse(device.offloader.health(device.nowNanos).isUp());
    device.frames(250);
    assertTrue(edge.dials >= 2);
    edge.isMute = false;
    device.until(() -> device.offloader.health(device.nowNanos).isUp());
  }

  @Test
  void convergesUnderTwentyPercentLoss() {
    edge.lossShare = 0.2;
    device.until(() -> device.offloader.health(device.nowNanos).lostShare() > 0.05);
    device.untilServed();
    assertEquals(1, device.frame().coverage());
    assertTrue(device.offloader.statistics().attemptsRaised() > 0);
  }

  @Test
  void asksAgainForATileThatCameSpoilt() {
    edge.sendsGarbage = true;
    device.until(() -> device.offloader.statistics().tilesMalformed() > 5);
    assertTrue(device.resident.isEmpty());
    edge.sendsGarbage = false;
    device.untilServed();
    assertEquals(1, device.frame().coverage());
  }

  @Test
  void takesNoTileThatHasNotTheHashItCameUnderAndAsksAgain() {
    edge.sendsOtherTiles = true;
    device.until(() -> device.offloader.statistics().tilesMismatched() > 5);
    assertTrue(device.resident.isEmpty(), "a whole tile, but another one");
    assertEquals(0, device.offloader.statistics().tilesMalformed());
    edge.sendsOtherTiles = false;
    device.untilServed();
    assertEquals(1, device.frame().coverage());
  }

  @Test
  void asksNothingOfAnEdgeThatChangedToAnotherSceneAndGoesOnWhenItServesOursAgain() {
    device.untilServed();
    int drawn = device.frame().draw().size();
    edge.kill();
    edge.scene = Fingerprint.sha256(new byte[] {3});
    edge.isReachable = true;
    int asked = edge.requests.size();
    device.until(() -> device.offloader.health(device.nowNanos).words().contains("--scene"));
    device.eye.x += 0.2;
    var plan = device.frames(1_000);
    assertEquals(asked, edge.requests.size());
    assertTrue(edge.dials >= 3 && edge.dials <= 5, edge.dials + " dials in 11 s");
    assertFalse(device.offloader.health(device.nowNanos).isUp());
    assertTrue(plan.draw().size() >= drawn / 2, "tiles of our scene stay in use");
    edge.kill();
    edge.scene = LoopbackEdge.SCENE;
    edge.isReachable = true;
    device.until(() -> device.offloader.health(device.nowNanos).isUp());
    device.untilServed();
    assertEquals(1, device.frame().coverage());
  }

  @Test
  void leavesATileAloneForAWhileThatTheEdgeCannotGive() {
    edge.refusesTiles = true;
    device.until(() -> device.offloader.statistics().wishesListed() > 0);
    device.until(() -> device.offloader.statistics().wishesListed() == 0);
    edge.refusesTiles = false;
    device.untilServed();
  }

  @Test
  void decodesFromMemoryWhatTheDeviceHadToDrop() {
    device.untilServed();
    int wishes = edge.requests.stream().mapToInt(each -> each.size()).sum();
    int tiles = device.resident.size();
    device.resident.clear();
    device.untilServed();
    assertEquals(tiles, device.resident.size());
    assertEquals(wishes, edge.requests.stream().mapToInt(each -> each.size()).sum());
  }

  @Test
  void hasNothingToSayAboutADeviceAlone() {
    try (var alone = new Offloader(OffloadConfig.standard(null, () -> device.nowNanos))) {
      alone.poll(device.nowNanos);
      var health = alone.health(device.nowNanos);
      assertFalse(health.isConfigured());
      assertFalse(health.isUp());
      assertEquals("no edge is configured", health.words());
    }
  }

  @Test
  void tellsWhatADecisionWantsOfAShell() {
    var decision = decide(1, true);
    assertEquals(Mode.EDGE, decision.mode());
    assertEquals(org.saccade.offload.fov.ShellUse.DRAWN, Offloader.use(decision, Shell.NEAR));
  }

  private static Decision decide(float coverage, boolean linkUp) {
    var tiles = new Readiness(coverage, coverage);
    var policy = Policies.named("auto");
    Decision decision = null;
    DrawnFrame last = null;
    for (int i = 0; i < 200; i++) {
      decision =
          policy.decide(
              new Observation(
                  i * 11_000_000L, 11_000_000L, last, tiles, tiles, true, linkUp, decision));
      long busy = decision.mode() == Mode.EDGE ? 5_000_000L : 60_000_000L;
      last = new DrawnFrame(decision.mode(), 1, busy);
    }
    return java.util.Objects.requireNonNull(decision);
  }
}
