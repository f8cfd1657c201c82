package org.saccade.offload.protocol;

import static org.saccade.offload.protocol.WireReader.require;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.saccade.render.tile.Bytes;

/**
 * Messages to bytes and back, as PROTOCOL.md says. Stateless; safe from any thread. Decoding never
 * allocates more than the bytes given and fails only with {@link MalformedMessageException}.
 */
public final class Codec {
  /** Version, type, two reserved bytes. */
  public static final int ENVELOPE_BYTES = 4;

  private Codec() {}

  /** Appends {@code message} to {@code target}, which needs {@link #encodedBytes} of room. */
  public static void encode(Message message, ByteBuffer target) {
    ByteOrder order = target.order();
    WireWriter out = new WireWriter(target);
    out.u8(Version.CURRENT).u8(MessageType.of(message).code()).u16(0);
    switch (message) {
      case Message.Hello(var client) -> out.text(client);
      case Message.Welcome(long session, var manifest) ->
          ManifestCodec.write(out.i64(session), manifest);
      case Message.Refused(var reason, int version, var words) ->
          out.u8(reason.code()).u8(version).text(words);
      case Message.Bye(var reason) -> out.u8(reason.code());
      case Message.Probe(long session, long sent, boolean isAnswered) ->
          out.i64(session).i64(sent).u8(isAnswered ? 1 : 0);
      case Message.ProbeEcho(long session, long sent) -> out.i64(session).i64(sent);
      case Message.FovRequest request -> write(out, request);
      case Message.Receipt(long session, int sequence, long sent, int held, int baking) ->
          out.i64(session).i32(sequence).i64(sent).i32(held).u16(Math.min(baking, 0xFFFF));
      case TileFragment fragment -> write(out, fragment);
      case TileRepair repair -> write(out, repair);
      case Message.TileUnavailable(long session, long address, int attempt, var reason) ->
          out.i64(session).i64(address).u8(attempt).u8(reason.code());
      case Message.Pair(var step, var value) -> out.u8(step.code()).u8(value.size()).bytes(value);
    }
    target.order(order);
  }

  /** The message in all that remains of {@code source}. */
  public static Message decode(ByteBuffer source) throws MalformedMessageException {
    WireReader in = new WireReader(source);
    require(source.remaining() <= Limits.MESSAGE_BYTES, "message", source.remaining(), "fewer");
    int version = in.u8("version");
    MessageType type = MessageType.ofCode(in.u8("type"));
    // Refusals are read whatever the version, so that both sides can name both.
    require(
        Version.isSpoken(version) || type == MessageType.REFUSED,
        "version",
        version,
        "" + Version.CURRENT);
    in.zero16("reserved");
    try {
      Message message = body(type, in);
      in.end();
      return message;
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException(e.getMessage() == null ? type.name() : e.getMessage());
    }
  }

  /** The version byte of a message that may be of another version, or -1. */
  public static int versionOf(ByteBuffer source) {
    return source.hasRemaining() ? source.get(source.position()) & 0xFF : -1;
  }

  /** The exact length of {@code message}, in bytes. */
  public static int encodedBytes(Message message) {
    return switch (message) {
      case TileFragment fragment -> TileFragment.HEADER_BYTES + fragment.payload().size();
      case TileRepair repair ->
          TileRepair.encodedBytes(repair.members().size(), repair.rows().size());
      case Message.FovRequest request -> 36 + 13 * request.wishes().size();
      case Message.Receipt _ -> 30;
      case Message.Probe _ -> 21;
      case Message.ProbeEcho _ -> 20;
      case Message.Pair pair -> 6 + pair.value().size();
      case Message.Hello _,
          Message.Welcome _,
          Message.Refused _,
          Message.Bye _,
          Message.TileUnavailable _ -> {
        ByteBuffer scratch = ByteBuffer.allocate(2_048);
        encode(message, scratch);
        yield scratch.position();
      }
    };
  }

  private static void write(WireWriter out, Message.FovRequest request) {
    out.i64(request.session()).i32(request.sequence()).i64(request.sentNanos());
    out.i32((int) request.grant().bytesPerSecond()).i32(request.grant().capBytes());
    Wishes wishes = request.wishes();
    Protection protection = request.protection();
    out.u8(wishes.size()).u8(protection.loss());
    out.u8(protection.foveal()).u8(protection.inView());
    for (int i = 0; i < wishes.size(); i++) {
      out.i64(wishes.address(i)).i32(wishes.deadlineMicros(i)).u8(wishes.attempt(i));
    }
  }

  private static void write(WireWriter out, TileFragment fragment) {
    out.i64(fragment.session()).i32(fragment.packet()).i32(fragment.sentMicros());
    out.i64(fragment.address()).i64(fragment.contentHash()).i32(fragment.bodyBytes());
    out.u16(fragment.index()).u16(fragment.count()).u8(fragment.attempt()).u8(0);
    out.u16(fragment.payload().size()).checked(fragment.payload());
  }

  private static void write(WireWriter out, TileRepair repair) {
    out.i64(repair.session()).i32(repair.packet()).i32(repair.sentMicros());
    out.i32(repair.firstMember()).u8(repair.members().size()).u8(repair.symbolBytes());
    out.u8(repair.firstRow()).u8(repair.rowCount());
    Bytes members = repair.members();
    for (int i = 0; i < members.size(); i += 2) {
      out.u8(members.get(i) | (i + 1 < members.size() ? members.get(i + 1) << 4 : 0));
    }
    out.checked(repair.rows());
  }

  private static Message body(MessageType type, WireReader in) throws MalformedMessageException {
    return switch (type) {
      case HELLO -> new Message.Hello(in.text("client"));
      case WELCOME -> new Message.Welcome(in.i64("session"), ManifestCodec.read(in));
      case REFUSED -> new Message.Refused(in.reason(), in.u8("edgeVersion"), in.text("words"));
      case BYE -> new Message.Bye(in.reason());
      case PROBE ->
          new Message.Probe(in.i64("session"), in.i64("sentNanos"), in.flag("isAnswered"));
      case PROBE_ECHO -> new Message.ProbeEcho(in.i64("session"), in.i64("sentNanos"));
      case FOV_REQUEST -> request(in);
      case RECEIPT ->
          new Message.Receipt(
              in.i64("session"),
              in.i32("sequence"),
              in.i64("sentNanos"),
              in.bounded("heldMicros", Integer.MAX_VALUE),
              in.u16("bakingTiles"));
      case TILE_FRAGMENT -> fragment(in);
      case TILE_REPAIR -> repair(in);
      case TILE_UNAVAILABLE ->
          new Message.TileUnavailable(
              in.i64("session"), in.i64("address"), in.u8("attempt"), in.reason());
      case PAIR -> new Message.Pair(in.step(), Bytes.wrap(in.array("value", in.u8("length"))));
    };
  }

  private static Message request(WireReader in) throws MalformedMessageException {
    long session = in.i64("session");
    int sequence = in.i32("sequence");
    long sentNanos = in.i64("sentNanos");
    Grant grant = new Grant(in.u32("bytesPerSecond"), in.bounded("capBytes", Integer.MAX_VALUE));
    int count = in.u8("wishes");
    require(count <= Limits.WISHES, "wishes", count, "0.." + Limits.WISHES);
    Protection protection = new Protection(in.u8("loss"), in.u8("foveal"), in.u8("inView"));
    Wishes.Builder wishes = new Wishes.Builder();
    for (int i = 0; i < count; i++) {
      long address = in.i64("address");
      wishes.add(address, in.bounded("deadlineMicros", Limits.DEADLINE_MICROS), in.u8("attempt"));
    }
    return new Message.FovRequest(session, sequence, sentNanos, grant, protection, wishes.build());
  }

  private static Message fragment(WireReader in) throws MalformedMessageException {
    long session = in.i64("session");
    int packet = in.i32("packet");
    int sentMicros = in.i32("sentMicros");
    long address = in.i64("address");
    long contentHash = in.i64("contentHash");
    int bodyBytes = in.bounded("bodyBytes", Limits.TILE_BYTES);
    int index = in.u16("index");
    int count = in.u16("count");
    int attempt = in.u8("attempt");
    int reserved = in.u8("reserved");
    require(reserved == 0, "reserved", reserved, "0");
    int length = in.u16("length");
    int checksum = in.i32("checksum");
    byte[] piece = in.array("payload", length);
    require(
        WireWriter.checksum(ByteBuffer.wrap(piece)) == checksum, "checksum", checksum, "another");
    return new TileFragment(
        session,
        packet,
        sentMicros,
        address,
        attempt,
        contentHash,
        bodyBytes,
        index,
        count,
        Bytes.wrap(piece));
  }

  private static Message repair(WireReader in) throws MalformedMessageException {
    long session = in.i64("session");
    int packet = in.i32("packet");
    int sentMicros = in.i32("sentMicros");
    int firstMember = in.i32("firstMember");
    int count = in.u8("members");
    int symbolBytes = in.u8("symbolBytes");
    int firstRow = in.u8("firstRow");
    int rowCount = in.u8("rows");
    byte[] members = new byte[count];
    for (int i = 0; i < count; i += 2) {
      int two = in.u8("symbols");
      members[i] = (byte) (two & 0xF);
      require(i + 1 < count || two < 16, "symbols", two, "0..15");
      if (i + 1 < count) {
        members[i + 1] = (byte) (two >> 4);
      }
    }
    int checksum = in.i32("checksum");
    byte[] rows = in.array("rows", rowCount * symbolBytes);
    require(
        WireWriter.checksum(ByteBuffer.wrap(rows)) == checksum, "checksum", checksum, "another");
    return new TileRepair(
        session,
        packet,
        sentMicros,
        firstMember,
        Bytes.wrap(members),
        firstRow,
        symbolBytes,
        Bytes.wrap(rows));
  }
}
