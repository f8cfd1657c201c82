package org.saccade.offload.link;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Fragmenter;
import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Manifest;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.Version;
import org.saccade.offload.protocol.Wish;
import org.saccade.offload.protocol.Wishes;
import org.saccade.render.tile.Bytes;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;

/** Bytes that peers say, and what becomes of them in hostile hands; by a seed. One thread. */
final class FuzzBytes {
  static final long SESSION = 0x5ACC_ADE0_0000_0001L;

  private static final int FRAGMENT_TYPE = 9;
  private static final int LENGTH_AT = 46;
  private static final int CHECKSUM_AT = 48;
  private static final int HEADER_BYTES = 52;
  private static final int MOST_MUTATIONS = 6;
  private static final long[] EXTREMES = {
    0, 1, -1, 127, 128, 255, 256, 32_767, 65_535, 65_536, Integer.MAX_VALUE, Integer.MIN_VALUE
  };

  private final SplittableRandom random;
  private final List<byte[]> honest = new ArrayList<>();

  /**
   * @param addresses of tiles that the edge may have
   */
  FuzzBytes(long seed, long[] addresses) {
    random = new SplittableRandom(seed);
    say(new Message.Hello("a device"));
    say(welcome());
    say(new Message.Refused(Reason.FULL, Version.CURRENT, "there are enough"));
    say(new Message.Bye(Reason.GOODBYE));
    say(new Message.Probe(SESSION, 1, true));
    say(new Message.ProbeEcho(SESSION, 1));
    say(new Message.Receipt(SESSION, 3, 1, 100, 2));
    say(new Message.TileUnavailable(SESSION, addresses[0], 1, Reason.BAKING_FAILED));
    say(new Message.Pair(Message.Pair.Step.COMMIT, Bytes.wrap(new byte[32])));
    Wishes.Builder wishes = new Wishes.Builder();
    for (long address : addresses) {
      wishes.add(address, 20_000, 0);
    }
    Grant grant = new Grant(100_000_000, 1_000_000);
    say(new Message.FovRequest(SESSION, 7, 1, grant, wishes.build()));
    say(new Message.FovRequest(SESSION, 8, 1, grant, Wishes.NONE));
    var pieces = Fragmenter.forDatagrams(Bytes.wrap(new byte[2_500]), 77);
    for (int i = 0; i < pieces.count(); i++) {
      say(pieces.fragment(SESSION, i, 5, new Wish(addresses[0], 1, 0), i));
    }
  }

  static Message.Welcome welcome() {
    Fingerprint any = new Fingerprint(1, 2, 3, 4);
    Recipe recipe = Recipe.standard(1, any, 2, 85);
    return new Message.Welcome(SESSION, new Manifest("an edge", "a scene", any, recipe));
  }

  private void say(Message message) {
    ByteBuffer bytes = ByteBuffer.allocate(Limits.MESSAGE_BYTES);
    Codec.encode(message, bytes);
    honest.add(Arrays.copyOf(bytes.array(), bytes.position()));
  }

  SplittableRandom random() {
    return random;
  }

  /** A well-formed message. */
  byte[] honest() {
    return honest.get(random.nextInt(honest.size())).clone();
  }

  /** A message before it is sealed, by a peer that is trusted and lies. */
  byte[] lie(int mostBytes) {
    byte[] lie = random.nextInt(8) == 0 ? honest() : mutated(honest());
    if (lie.length > 1 && lie[1] == FRAGMENT_TYPE && random.nextBoolean()) {
      mendFragment(lie);
    }
    return lie.length > mostBytes ? Arrays.copyOf(lie, mostBytes) : lie;
  }

  /** So that more than the checksum is tried. */
  private static void mendFragment(byte[] fragment) {
    if (fragment.length >= HEADER_BYTES) {
      ByteBuffer at = ByteBuffer.wrap(fragment).order(ByteOrder.LITTLE_ENDIAN);
      CRC32C sum = new CRC32C();
      sum.update(fragment, HEADER_BYTES, fragment.length - HEADER_BYTES);
      at.putShort(LENGTH_AT, (short) (fragment.length - HEADER_BYTES));
      at.putInt(CHECKSUM_AT, (int) sum.getValue());
    }
  }

  /** Bytes of no meaning, some with a first byte that has one. */
  byte[] noise(int mostBytes) {
    byte[] noise = new byte[random.nextInt(mostBytes + 1)];
    random.nextBytes(noise);
    if (noise.length > 0 && random.nextInt(4) > 0) {
      noise[0] = (byte) random.nextInt(3);
    }
    return noise;
  }

  /** One of KryoNet's own five, or nearly. */
  byte[] framework() {
    byte[] own = new byte[random.nextInt(8)];
    random.nextBytes(own);
    if (own.length > 0) {
      own[0] = 0;
    }
    if (own.length > 1) {
      own[1] = (byte) random.nextInt(7);
    }
    return own;
  }

  /** A handshake message in the clear, of some length. */
  byte[] shake() {
    byte[] shake = new byte[4 + random.nextInt(8) * 16 + (random.nextInt(8) == 0 ? 1 : 0)];
    random.nextBytes(shake);
    shake[0] = (byte) Version.CURRENT;
    shake[1] = (byte) 130;
    shake[2] = 0;
    shake[3] = 0;
    return shake;
  }

  /** The same with a few bits, bytes or lengths other than they were. */
  byte[] mutated(byte[] bytes) {
    byte[] now = bytes;
    int times = random.nextBoolean() ? 1 : 1 + random.nextInt(MOST_MUTATIONS);
    for (int left = times; left > 0 && now.length > 0; left--) {
      now = mutatedOnce(now);
    }
    return now;
  }

  private byte[] mutatedOnce(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    // Two of three where the fields are.
    at = random.nextInt(3) == 0 ? at : at % Math.min(bytes.length, HEADER_BYTES);
    switch (random.nextInt(7)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> {
        long extreme = EXTREMES[random.nextInt(EXTREMES.length)];
        for (int i = 0; i < 4 && at + i < bytes.length; i++) {
          bytes[at + i] = (byte) (extreme >> (8 * i));
        }
      }
      case 3 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 4 -> {
        return Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(40));
      }
      case 5 -> {
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        return longer;
      }
      default -> {
        byte[] other = honest.get(random.nextInt(honest.size()));
        int length = Math.min(bytes.length - at, Math.max(0, other.length - at));
        System.arraycopy(other, Math.min(at, other.length), bytes, at, length);
      }
    }
    return bytes;
  }
}
