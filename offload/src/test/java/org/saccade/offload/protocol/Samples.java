package org.saccade.offload.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.render.tile.Bytes;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;

/** One message of each type, as PROTOCOL.md's vectors describe them. */
public final class Samples {
  public static final long SESSION = 0x1122334455667788L;
  public static final Fingerprint SCENE = new Fingerprint(1, 2, 3, 4);
  public static final Fingerprint LOOK = new Fingerprint(-1, 0x0123456789ABCDEFL, 0, 7);

  private Samples() {}

  /** Name of the vector to message, in order of type. */
  public static Map<String, Message> all() {
    Map<String, Message> all = new LinkedHashMap<>();
    all.put("hello", new Message.Hello("saccade 0.1"));
    all.put("welcome", new Message.Welcome(SESSION, manifest()));
    all.put("refused", new Message.Refused(Reason.FULL, 2, "8 sessions are all there may be"));
    all.put("bye", new Message.Bye(Reason.GOODBYE));
    all.put("probe", new Message.Probe(SESSION, 1_000_000_007L, true));
    all.put("probe-echo", new Message.ProbeEcho(SESSION, 1_000_000_007L));
    all.put("fov-request", request());
    all.put("receipt", new Message.Receipt(SESSION, 42, 5_000_000_001L, 350, 3));
    all.put("tile-fragment", fragment());
    all.put(
        "tile-unavailable",
        new Message.TileUnavailable(SESSION, 0x8000000000000001L, 1, Reason.BAKING_FAILED));
    all.put("tile-repair", repair());
    all.put("pair", new Message.Pair(Message.Pair.Step.COMMIT, Bytes.wrap((byte) 1, (byte) 2)));
    return all;
  }

  public static Manifest manifest() {
    // Spelt out: what the standard recipe says today must not change what travels.
    var recipe =
        new Recipe(Recipe.FORMAT_VERSION, 256, 2, -1, 0, 4f, 85, 1f, 16, 0.03f, 1.5f, LOOK);
    return new Manifest("edge one", "hall", SCENE, recipe);
  }

  static Message.FovRequest request() {
    Wishes wishes =
        Wishes.of(List.of(new Wish(0x0102030405060708L, 20_000, 0), new Wish(-2, 1_000_000, 255)));
    return new Message.FovRequest(
        SESSION,
        42,
        5_000_000_001L,
        new Grant(25_000_000, 65_536),
        new Protection(13, 1, 2),
        wishes);
  }

  static TileRepair repair() {
    return new TileRepair(
        SESSION,
        10,
        -4,
        7,
        Bytes.wrap((byte) 1, (byte) 7),
        2,
        4,
        Bytes.wrap((byte) 1, (byte) 2, (byte) 3, (byte) 4));
  }

  static TileFragment fragment() {
    return new TileFragment(
        SESSION,
        9,
        -5,
        0x0102030405060708L,
        2,
        0xCAFEBABEDEADBEEFL,
        11,
        1,
        2,
        Bytes.wrap((byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5));
  }
}
