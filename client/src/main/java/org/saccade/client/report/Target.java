package org.saccade.client.report;

/** A limit set for a figure, and whether it holds. */
public record Target(String name, double value, Op op, double limit) {
  /** How the value must stand to the limit. */
  public enum Op {
    AT_LEAST(">="),
    AT_MOST("<="),
    EQUAL("=");

    private final String sign;

    Op(String sign) {
      this.sign = sign;
    }

    /** As it is written in a report. */
    public String sign() {
      return sign;
    }
  }

  /** The value must reach the limit. */
  public static Target atLeast(String name, double value, double limit) {
    return new Target(name, value, Op.AT_LEAST, limit);
  }

  /** The value must not exceed the limit. */
  public static Target atMost(String name, double value, double limit) {
    return new Target(name, value, Op.AT_MOST, limit);
  }

  /** The value must be the limit. */
  public static Target equal(String name, double value, double limit) {
    return new Target(name, value, Op.EQUAL, limit);
  }

  /** Whether it does; a value that is not a number never does. */
  public boolean holds() {
    return switch (op) {
      case AT_LEAST -> value >= limit;
      case AT_MOST -> value <= limit;
      case EQUAL -> value == limit;
    };
  }
}
