package org.saccade.offload.secure;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Version;

/** What a datagram of 1,200 bytes costs to seal, and to seal and open. */
@SuppressWarnings("NullAway.Init") // JMH calls the setup
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SealBenchmark {
  private final ByteBuffer plain = ByteBuffer.allocate(Limits.DATAGRAM_MESSAGE_BYTES);
  private final ByteBuffer sealed = ByteBuffer.allocate(Limits.DATAGRAM_BYTES);
  private final ByteBuffer opened = ByteBuffer.allocate(Limits.DATAGRAM_MESSAGE_BYTES);
  private Sealer sealer;
  private Opener opener;

  @Setup
  public void shakeHands() throws HandshakeException {
    SecureRandom random = new SecureRandom();
    Handshake device =
        Handshake.begin(Role.DEVICE, Identity.create(random), Version.CURRENT, random);
    Handshake edge = Handshake.begin(Role.EDGE, Identity.create(random), Version.CURRENT, random);
    edge.read(device.write(new byte[0]));
    device.read(edge.write(new byte[4]));
    edge.read(device.write(new byte[0]));
    sealer = edge.finish(1, 0).sealer(Transport.DATAGRAM);
    opener = device.finish(1, 0).opener(Transport.DATAGRAM);
  }

  @Benchmark
  public ByteBuffer seal() {
    sealer.seal(plain.clear(), sealed.clear(), 0);
    return sealed;
  }

  @Benchmark
  public Opened sealAndOpen() {
    sealer.seal(plain.clear(), sealed.clear(), 0);
    return opener.open(sealed.flip(), opened.clear());
  }
}
