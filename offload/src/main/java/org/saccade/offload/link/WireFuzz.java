package org.saccade.offload.link;

import com.esotericsoftware.kryonet.Connection;
import com.esotericsoftware.kryonet.FedConnection;
import com.esotericsoftware.kryonet.FrameworkMessage;
import com.esotericsoftware.kryonet.KryoNetException;
import com.esotericsoftware.kryonet.PeerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reassembler;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.Version;
import org.saccade.offload.secure.Credentials;
import org.saccade.offload.secure.Handshake;
import org.saccade.offload.secure.HandshakeException;
import org.saccade.offload.secure.Role;
import org.saccade.offload.secure.Transport;

/**
 * Throws datagrams and chunked streams, random and mutated, at the very objects that hear a
 * network: KryoNet's reading of streams, our serialization, handshakes, seals, codec, a link's end,
 * what joins tiles, and an edge's session. No sockets. A datagram may raise nothing at all, a
 * stream only what makes KryoNet end it. In rounds, each by a seed of its own; one thread.
 */
public final class WireFuzz {
  /** Rounds of a whole run. */
  public static final int ROUNDS = 50;

  /** Datagrams of a round: 10 million in all. */
  public static final int DATAGRAMS = 200_000;

  /** Streams of a round: a million in all. */
  public static final int STREAMS = 20_000;

  private static final int MOST_OBJECTS = 5;
  private static final int MOST_NOISE = 1_300;
  // Mutations make an object longer by a few hundred bytes at most.
  private static final int STREAM_BYTES = MOST_OBJECTS * 2 * MOST_NOISE;
  private static final int HANDSHAKES_IN = 2_000;
  private static final int TILES = 64;

  private final long[] addresses;
  private final Link.Sink session;
  private final Credentials own = Credentials.ofThisProcess(new SecureRandom());
  private final Reassembler reassembler = new Reassembler(TILES, Limits.TILE_BYTES);
  private final ByteBuffer datagram = ByteBuffer.allocateDirect(2 * MOST_NOISE);

  /**
   * @param addresses of tiles that the session has
   * @param session hears every well-formed message, as an edge's would
   */
  public WireFuzz(long[] addresses, Link.Sink session) {
    this.addresses = addresses.clone();
    this.session = session;
  }

  /** The token that messages of the session bear. */
  public static long token() {
    return FuzzBytes.SESSION;
  }

  /** What one round works with. */
  private final class Round {
    final FuzzTally tally = new FuzzTally();
    final FuzzBytes bytes;
    final SplittableRandom random;
    final FuzzEnds ends;
    final MessageSerialization serialization;
    FedConnection stranger;
    FedConnection trusted;
    KryoPeerLink link;

    Round(long seed) {
      bytes = new FuzzBytes(seed, addresses);
      random = bytes.random();
      Role attacks = random.nextBoolean() ? Role.DEVICE : Role.EDGE;
      ends = FuzzEnds.of(attacks, own.random());
      serialization = new MessageSerialization(this::seals, id -> {});
      stranger = newStranger();
      trusted = newTrusted();
      link = newLink();
    }

    @Nullable Seals seals(Connection of) {
      return of.equals(trusted) ? ends.victim : null;
    }

    FedConnection newStranger() {
      return new FedConnection(serialization, PeerConnection.STRANGER_BYTES);
    }

    FedConnection newTrusted() {
      return new FedConnection(serialization, KryoLink.OBJECT_BYTES);
    }

    KryoPeerLink newLink() {
      KryoPeerLink fresh = new KryoPeerLink(trusted, () -> 0);
      // Does not leave, as nothing is connected, but tells the link its token.
      fresh.sendReliable(FuzzBytes.welcome());
      return fresh;
    }
  }

  /** One round of both. */
  public FuzzTally run(long seed, int round) {
    Round now = new Round(seed * ROUNDS + round);
    for (int i = 0; i < DATAGRAMS; i++) {
      datagram(now);
    }
    for (int i = 0; i < STREAMS; i++) {
      stream(now);
    }
    return now.tally;
  }

  private void datagram(Round now) {
    now.tally.countDatagram();
    boolean isTrusted = now.random.nextInt(4) > 0;
    byte[] said = isTrusted ? now.ends.sealed(lie(now), Transport.DATAGRAM) : clear(now.bytes);
    if (isTrusted && now.random.nextInt(3) == 0) {
      said = now.bytes.mutated(said);
    }
    try {
      // KryoNet reads no more than its buffer holds.
      int size = Math.min(said.length, datagram.capacity());
      datagram.clear().put(said, 0, size).flip();
      Connection from = isTrusted ? now.trusted : now.random.nextBoolean() ? now.stranger : null;
      Object heard = now.serialization.read(from, datagram);
      if (datagram.hasRemaining()) {
        throw new IllegalStateException("%d bytes unread".formatted(datagram.remaining()));
      }
      take(now, heard);
    } catch (RuntimeException | Error e) {
      now.tally.escape("datagram", e, said);
    }
  }

  private static byte[] lie(Round now) {
    return now.bytes.lie(Limits.DATAGRAM_MESSAGE_BYTES);
  }

  private static byte[] clear(FuzzBytes bytes) {
    return switch (bytes.random().nextInt(4)) {
      case 0 -> bytes.noise(MOST_NOISE);
      case 1 -> bytes.framework();
      case 2 -> bytes.mutated(bytes.shake());
      default -> bytes.lie(MOST_NOISE);
    };
  }

  private void stream(Round now) {
    now.tally.countStream();
    boolean isTrusted = now.random.nextBoolean();
    byte[] said = isTrusted ? sealedStream(now) : clearStream(now.bytes);
    FedConnection connection = isTrusted ? now.trusted : now.stranger;
    boolean isOver = true;
    try {
      isOver = !isReadWhole(now, connection, said);
    } catch (IOException | KryoNetException declared) {
      now.tally.countEnded();
    } catch (RuntimeException | Error e) {
      now.tally.escape("stream", e, said);
    }
    if (isTrusted) {
      now.ends.catchUp();
    }
    if (isOver && isTrusted) {
      now.trusted = now.newTrusted();
      now.link = now.newLink();
    } else if (isOver) {
      now.stranger = now.newStranger();
    }
  }

  private static byte[] sealedStream(Round now) {
    ByteBuffer all = ByteBuffer.allocate(STREAM_BYTES);
    for (int left = 1 + now.random.nextInt(MOST_OBJECTS); left > 0; left--) {
      byte[] object = now.ends.sealed(lie(now), Transport.STREAM);
      frame(now.random, now.random.nextInt(6) == 0 ? now.bytes.mutated(object) : object, all);
    }
    return Arrays.copyOf(all.array(), all.position());
  }

  /** What a stranger says on a stream. */
  static byte[] clearStream(FuzzBytes bytes) {
    ByteBuffer all = ByteBuffer.allocate(STREAM_BYTES);
    for (int left = 1 + bytes.random().nextInt(MOST_OBJECTS); left > 0; left--) {
      byte[] object = bytes.random().nextBoolean() ? bytes.shake() : clear(bytes);
      frame(bytes.random(), object, all);
    }
    return Arrays.copyOf(all.array(), all.position());
  }

  private static void frame(SplittableRandom random, byte[] object, ByteBuffer all) {
    int length = random.nextInt(40) == 0 ? random.nextInt() : object.length;
    all.order(ByteOrder.LITTLE_ENDIAN).putInt(length).put(object);
  }

  /** Feeds in chunks as a network cuts them; whether nothing is left half said. */
  private boolean isReadWhole(Round now, FedConnection connection, byte[] said) throws IOException {
    int chunk = 1 + now.random.nextInt(now.random.nextInt(4) == 0 ? 8 : said.length + 1);
    int framed = 0;
    for (int from = 0; from < said.length; from += chunk) {
      connection.feed(said, from, Math.min(chunk, said.length - from));
      boolean wasTaken = true;
      while (wasTaken) { // the socket is ready while it has bytes
        Object heard = connection.read();
        wasTaken = heard != null || connection.hasMore();
        if (heard != null) {
          framed++;
          take(now, heard);
        }
      }
    }
    return framed > 0 && connection.isAllRead();
  }

  private void take(Round now, Object heard) {
    now.tally.heard(heard);
    switch (heard) {
      case Heard.Arrival arrival -> {
        now.link.hear(arrival);
        if (now.link.drain(this::deliver, 64) == 0) {
          deliver(arrival.message(), 0); // of no session: owners are to bear it all the same
        }
        if (now.link.state().isDown()) {
          now.link = now.newLink();
        }
      }
      case Heard.Shake shake -> shake(now, shake.message().toArray());
      case Heard.Garbage _, Heard.Unproven _, Heard.Foreign _, FrameworkMessage _ -> {}
      default -> throw new IllegalStateException("unexpected " + heard.getClass());
    }
  }

  private void deliver(Message message, long now) {
    session.take(message, now);
    if (message instanceof TileFragment piece) {
      var whole = reassembler.accept(piece);
      if (whole != null && whole.isAsNamed()) {
        throw new IllegalStateException("a forged tile has its hash");
      }
    }
  }

  /** As a peer does, which answers a first message only now and then: that costs a millisecond. */
  private void shake(Round now, byte[] message) {
    now.tally.countHandshake();
    try {
      Handshake edge = Handshake.begin(Role.EDGE, own.identity(), Version.CURRENT, own.random());
      edge.read(message);
      if (now.random.nextInt(HANDSHAKES_IN) == 0) {
        edge.write(new byte[4]);
        edge.read(now.bytes.mutated(now.bytes.shake()));
      }
    } catch (HandshakeException declared) {
      // A peer ends the connection.
    }
  }
}
