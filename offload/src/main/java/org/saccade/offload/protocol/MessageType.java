package org.saccade.offload.protocol;

/** The type byte of each message; never reused. */
enum MessageType {
  HELLO(1),
  WELCOME(2),
  REFUSED(3),
  BYE(4),
  PROBE(5),
  PROBE_ECHO(6),
  FOV_REQUEST(7),
  RECEIPT(8),
  TILE_FRAGMENT(9),
  TILE_UNAVAILABLE(10),
  PAIR(11),
  TILE_REPAIR(12);

  private static final MessageType[] BY_CODE = new MessageType[13];

  static {
    for (MessageType type : values()) {
      BY_CODE[type.code] = type;
    }
  }

  private final int code;

  MessageType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static MessageType ofCode(int code) throws MalformedMessageException {
    if (code < 1 || code >= BY_CODE.length) {
      throw new MalformedMessageException(
          "message type is %d; expected 1..%d".formatted(code, BY_CODE.length - 1));
    }
    return BY_CODE[code];
  }

  static MessageType of(Message message) {
    return switch (message) {
      case Message.Hello _ -> HELLO;
      case Message.Welcome _ -> WELCOME;
      case Message.Refused _ -> REFUSED;
      case Message.Bye _ -> BYE;
      case Message.Probe _ -> PROBE;
      case Message.ProbeEcho _ -> PROBE_ECHO;
      case Message.FovRequest _ -> FOV_REQUEST;
      case Message.Receipt _ -> RECEIPT;
      case TileFragment _ -> TILE_FRAGMENT;
      case Message.TileUnavailable _ -> TILE_UNAVAILABLE;
      case Message.Pair _ -> PAIR;
      case TileRepair _ -> TILE_REPAIR;
    };
  }
}
