package org.saccade.offload.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.saccade.offload.link.KryoLink;
import org.saccade.offload.link.TestKeys;
import org.saccade.offload.netem.model.NetworkPresets;
import org.saccade.offload.netem.relay.Relay;
import org.saccade.offload.secure.Credentials;
import org.saccade.offload.survey.LinkSurvey;
import org.saccade.testing.Await;

/** A survey of a real edge over sealed sockets. */
final class LinkSurveyTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();
  private static final long MEASURED_NANOS = 1_500_000_000L;

  private static LinkSurvey survey(int port, Credentials credentials) {
    try (var link =
        KryoLink.connect(new InetSocketAddress(HOST, port), credentials, System::nanoTime)) {
      var survey = new LinkSurvey(link, "test", MEASURED_NANOS, System.nanoTime());
      Await.until(
          "the survey is over",
          SOON,
          () -> {
            var phase = survey.step(System.nanoTime());
            return phase == LinkSurvey.Phase.DONE || phase == LinkSurvey.Phase.FAILED;
          });
      return survey;
    }
  }

  private static EdgeServer edge(MemoryTiles source) throws IOException {
    return EdgeServer.start(
        EdgeConfig.embedded(null), TestKeys.door(), () -> source, System::nanoTime);
  }

  @Test
  void measuresWithoutMakingTheEdgeBakeAnything() throws IOException {
    var source = MemoryTiles.create();
    try (var edge = edge(source)) {
      var survey = survey(edge.port(), TestKeys.CREDENTIALS);
      assertEquals("", survey.failure());
      assertNotNull(survey.manifest());
      var seen = survey.figures();
      assertTrue(seen.quiet().count() > 5 && seen.loaded().count() > 5, seen.toString());
      assertTrue(seen.quiet().medianNanos() > 0, seen.toString());
      assertTrue(seen.bytesPerSecond() > 0, seen.toString());
      assertTrue(seen.byDatagram() && seen.hasGoodput(), seen.toString());
      assertEquals(0, source.baked.size());
      assertEquals(0, edge.statistics().unavailable());
      Await.until("its place is free", SOON, () -> edge.statistics().sessions() == 0);
    }
  }

  @Test
  void findsTheNetworkBetween() throws IOException {
    try (var edge = edge(MemoryTiles.create());
        var relay =
            Relay.start(
                new InetSocketAddress(HOST, 0),
                new InetSocketAddress(HOST, edge.port()),
                NetworkPresets.named("poor").orElseThrow(),
                1,
                System::nanoTime)) {
      var seen = survey(relay.port(), TestKeys.CREDENTIALS).figures();
      assertTrue(seen.quiet().medianNanos() >= 90_000_000L, seen.toString());
      assertTrue(seen.mostMbitPerSecond() > 0.1, seen.toString());
      assertTrue(seen.mostMbitPerSecond() <= 13, seen.toString());
    }
  }

  @Test
  void aStrangerIsToldToPairAndMeasuresNothing() throws IOException {
    try (var edge = edge(MemoryTiles.create())) {
      var survey = survey(edge.port(), Credentials.ofThisProcess(new SecureRandom()));
      assertTrue(survey.isRefused(), survey.failure());
      assertEquals(0, survey.figures().bytesPerSecond());
      assertEquals(0, edge.statistics().welcomed());
    }
  }
}
