package org.saccade.offload.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.edge.MemoryTiles;
import org.saccade.offload.link.Link;
import org.saccade.offload.link.LoopbackLink;
import org.saccade.offload.protocol.Fragmenter;
import org.saccade.offload.protocol.Manifest;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.Wish;
import org.saccade.offload.protocol.Wishes;
import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.Bytes;
import org.saccade.render.tile.Fingerprint;

/** An edge in the test's own thread, on the other end of loopback links: answers when pumped. */
final class LoopbackEdge implements LinkDialer {
  static final Fingerprint SCENE = Fingerprint.sha256(new byte[] {2});

  /** Tiles sent in one pump. */
  private static final int TILES_A_PUMP = 24;

  final List<Wishes> requests = new ArrayList<>();
  LongSupplier clock = () -> 0;
  int dials;
  int datagrams;
  double lossShare;
  boolean isReachable = true;
  boolean isMute;
  boolean sendsGarbage;
  boolean sendsOtherTiles;
  Fingerprint scene = SCENE;
  boolean refusesTiles;
  private final Random chance = new Random(7);
  private final Set<Wish> sent = new HashSet<>();
  private @Nullable LoopbackLink link;
  private long session = 100;

  @Override
  public Link dial() {
    dials++;
    var pair = LoopbackLink.pair(clock);
    if (!isReachable) {
      pair.edge().close();
    } else {
      link = pair.edge();
      sent.clear();
    }
    return pair.device();
  }

  /** The process dies: the connection breaks. */
  void kill() {
    isReachable = false;
    var at = link;
    if (at != null) {
      at.close();
    }
    link = null;
  }

  /** Answers what arrived. */
  void pump() {
    var at = link;
    if (at != null && !isMute) {
      List<Message> inbox = new ArrayList<>();
      at.drain((message, arrivedNanos) -> inbox.add(message), 1_000);
      for (var message : inbox) {
        answer(at, message);
      }
    }
  }

  private void answer(Link at, Message message) {
    if (message instanceof Message.Hello) {
      var manifest = new Manifest("edge", "memory", scene, MemoryTiles.RECIPE);
      at.sendReliable(new Message.Welcome(++session, manifest));
    } else if (message instanceof Message.FovRequest request) {
      at.sendDatagram(new Message.Receipt(session, request.sequence(), request.sentNanos(), 0, 0));
      requests.add(request.wishes());
      serve(at, request.wishes());
    }
  }

  private void serve(Link at, Wishes wishes) {
    int tiles = 0;
    for (int i = 0; i < wishes.size() && tiles < TILES_A_PUMP; i++) {
      var wish = new Wish(wishes.address(i), 0, wishes.attempt(i));
      if (sent.add(wish)) {
        tiles++;
        if (refusesTiles) {
          at.sendReliable(
              new Message.TileUnavailable(
                  session, wish.address(), wish.attempt(), Reason.BAKING_FAILED));
        } else {
          send(at, wish);
        }
      }
    }
  }

  private static TileBody another(long address, TileBody than) {
    long other = address;
    while (MemoryTiles.body(other) == than) {
      other++;
    }
    return MemoryTiles.body(other);
  }

  private void send(Link at, Wish wish) {
    var body = MemoryTiles.body(wish.address());
    var bytes = body.bytes();
    long hash = body.contentHash();
    if (sendsGarbage) {
      byte[] spoilt = bytes.toArray();
      spoilt[spoilt.length / 2] ^= 1;
      bytes = Bytes.wrap(spoilt);
      hash = Fingerprint.sha256(spoilt).a();
    } else if (sendsOtherTiles) {
      bytes = another(wish.address(), body).bytes();
    }
    var cut = Fragmenter.forDatagrams(bytes, hash);
    for (int piece = 0; piece < cut.count(); piece++) {
      datagrams++;
      if (chance.nextDouble() >= lossShare) {
        at.sendDatagram(cut.fragment(session, datagrams, datagrams, wish, piece));
      }
    }
  }
}
