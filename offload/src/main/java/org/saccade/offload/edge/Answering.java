package org.saccade.offload.edge;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.fec.Need;
import org.saccade.offload.link.Link;
import org.saccade.offload.protocol.Fragmenter;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.MeasuringTiles;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Protection;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.RepairGroup;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.Wish;
import org.saccade.offload.protocol.Wishes;
import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.TileAddress;

/**
 * Answers the newest request of one session: strictly in its order, each (address, attempt) once,
 * at the granted pace. Tiles that must be baked are asked of the queue and sent when they are
 * there; they hold up no other. Session thread.
 */
final class Answering {
  private final Link link;
  private final long session;
  private final Recipe recipe;
  private final TileStore store;
  private final BakeQueue queue;
  private final EdgeCounters counters;
  private final SentRing sent = new SentRing();
  private final Measuring measuring = new Measuring();
  private final Pacer pacer = new Pacer();
  private final RepairGroup repair = new RepairGroup();
  private Protection protection = Protection.NONE;
  private Wishes wishes = Wishes.NONE;
  private State[] states = {};
  private int firstOpen;
  private int sequence;
  private boolean hasRequest;
  private long seenChanges;
  private boolean isAnythingNew;
  private int packet;
  private @Nullable Fragmenter cut;
  private @Nullable Wish current;
  private @Nullable Need currentNeed;
  private int nextPiece;

  private enum State {
    OPEN,
    BAKING,
    DONE
  }

  Answering(
      Link link,
      long session,
      Recipe recipe,
      TileStore store,
      BakeQueue queue,
      EdgeCounters counters) {
    this.link = link;
    this.session = session;
    this.recipe = recipe;
    this.store = store;
    this.queue = queue;
    this.counters = counters;
  }

  /** Replaces the request, unless a newer one came before it. */
  void accept(Message.FovRequest request, long receivedNanos, long now) {
    if (hasRequest && request.sequence() - sequence <= 0) {
      return;
    }
    hasRequest = true;
    sequence = request.sequence();
    counters.requests.increment();
    pacer.renew(request.grant(), receivedNanos);
    wishes = request.wishes();
    protection = request.protection();
    repair.lossIs(protection.lossShare());
    states = new State[wishes.size()];
    firstOpen = 0;
    Wish under = current;
    if (under != null && !wishes.contains(under.address())) {
      sent.forget(under.address(), under.attempt()); // expired half-way: it was not sent
      endTile();
    }
    currentNeed = current == null ? null : needOf(current.address());
    int baking = sortOut(now);
    int heldMicros = Math.clamp((now - receivedNanos) / 1_000, 0, Integer.MAX_VALUE);
    link.sendDatagram(
        new Message.Receipt(session, sequence, request.sentNanos(), heldMicros, baking));
  }

  private Need needOf(long address) {
    int at = 0;
    while (at < wishes.size() - 1 && wishes.address(at) != address) {
      at++;
    }
    return protection.need(at);
  }

  /** Finds each wish's state and asks for missing faces; gives how many in view wait. */
  private int sortOut(long now) {
    Set<Bake> bakes = new LinkedHashSet<>();
    long wholeNanos = counters.wholeFaceNanos.get();
    int baking = 0;
    seenChanges = store.changes();
    for (int i = 0; i < wishes.size(); i++) {
      long address = wishes.address(i);
      if (sent.contains(address, wishes.attempt(i))) {
        states[i] = State.DONE;
      } else if (MeasuringTiles.isOne(address)) {
        states[i] = measuring.gives(address, wishes.attempt(i)) ? State.OPEN : State.DONE;
      } else if (!TileAddress.isValid(address) || TileAddress.level(address) > recipe.maxLevel()) {
        refuse(i, Reason.NO_SUCH_TILE);
      } else if (store.has(address)) {
        states[i] = State.OPEN;
      } else if (queue.hasFailed(FaceAddress.of(address), now)) {
        refuse(i, Reason.BAKING_FAILED);
      } else {
        states[i] = State.BAKING;
        store.requested(session, address, now);
        baking += i < protection.inView() ? 1 : 0;
        bakes.add(Bake.of(address, recipe, wholeNanos));
      }
    }
    queue.replace(session, bakes);
    isAnythingNew = true;
    return baking;
  }

  private void refuse(int index, Reason reason) {
    long address = wishes.address(index);
    int attempt = wishes.attempt(index);
    if (link.sendReliable(new Message.TileUnavailable(session, address, attempt, reason))) {
      sent.add(address, attempt);
      counters.unavailable.increment();
    }
    states[index] = State.DONE;
  }

  /**
   * Sends what may leave now, at most so many fragments.
   *
   * @return whether more waits for the pace or the network
   */
  boolean send(int atMost, long now) {
    lookForBaked();
    for (int i = 0; i < atMost; i++) {
      Fragmenter open = cut == null ? openNext(now) : cut;
      Wish wish = current;
      Need need = currentNeed;
      if (repair.isDue(need, now)) {
        if (!sendRepair(now)) {
          return true;
        }
      } else if (open == null || wish == null || need == null) {
        return false;
      } else if (!sendPiece(open, wish, need, now)) {
        return true;
      }
    }
    return true;
  }

  private boolean sendRepair(long now) {
    int bytes = repair.nextBytes();
    if (!pacer.take(bytes, now)) {
      return false;
    }
    if (!link.sendDatagram(repair.next(session, packet + 1, (int) (now / 1_000)))) {
      pacer.giveBack(bytes);
      return false;
    }
    packet++;
    repair.sent();
    counters.sentRepairs.increment();
    counters.sentBytes.add(bytes);
    return true;
  }

  private boolean sendPiece(Fragmenter open, Wish wish, Need need, long now) {
    int bytes = open.fragmentBytes(nextPiece);
    if (!pacer.take(bytes, now)) {
      return false;
    }
    boolean byDatagram = bytes <= Limits.DATAGRAM_MESSAGE_BYTES && link.state().datagramsPass();
    int number = byDatagram ? packet + 1 : packet;
    TileFragment piece = open.fragment(session, number, (int) (now / 1_000), wish, nextPiece);
    if (!link.sendDatagram(piece)) {
      pacer.giveBack(bytes);
      return false;
    }
    packet = number;
    if (byDatagram) {
      repair.add(piece, need, now);
    }
    counters.sentFragments.increment();
    counters.sentBytes.add(bytes);
    if (++nextPiece == open.count()) {
      counters.sentTiles.increment();
      endTile();
    }
    return true;
  }

  private void endTile() {
    cut = null;
    current = null;
    currentNeed = null;
    nextPiece = 0;
  }

  /** Begins the best tile that can be sent; null when there is none. */
  private @Nullable Fragmenter openNext(long now) {
    for (int i = firstOpen; i < wishes.size(); i++) {
      if (states[i] == State.OPEN) {
        firstOpen = i + 1;
        boolean byDatagram = link.state().datagramsPass();
        if (MeasuringTiles.isOne(wishes.address(i))) {
          return begin(i, measuring.begin(wishes.address(i), byDatagram));
        }
        TileBody body = store.get(session, wishes.address(i), now);
        if (body == null) {
          states[i] = State.BAKING; // gone since; the next request asks for it again
          continue;
        }
        return begin(
            i,
            byDatagram
                ? Fragmenter.forDatagrams(body.bytes(), body.contentHash())
                : Fragmenter.forStream(body.bytes(), body.contentHash()));
      }
    }
    return null;
  }

  private Fragmenter begin(int index, Fragmenter pieces) {
    states[index] = State.DONE;
    current = wishes.get(index);
    currentNeed = protection.need(index);
    sent.add(wishes.address(index), wishes.attempt(index));
    cut = pieces;
    return pieces;
  }

  /** Baked tiles become sendable, also those better than what is being sent. */
  private void lookForBaked() {
    long changes = store.changes();
    if (changes == seenChanges && !isAnythingNew) {
      return;
    }
    seenChanges = changes;
    isAnythingNew = false;
    for (int i = wishes.size() - 1; i >= 0; i--) {
      if (states[i] == State.BAKING && store.has(wishes.address(i))) {
        states[i] = State.OPEN;
        firstOpen = Math.min(firstOpen, i);
      }
    }
  }
}
