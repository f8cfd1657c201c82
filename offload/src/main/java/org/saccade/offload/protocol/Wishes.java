package org.saccade.offload.protocol;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wishes of one request, best first, at most {@link Limits#WISHES}; immutable. */
public final class Wishes {
  /** No wish at all. */
  public static final Wishes NONE = new Wishes(new long[0], new int[0]);

  private final long[] addresses;
  private final int[] rest; // deadline, attempt, deadline, attempt ...

  private Wishes(long[] addresses, int[] rest) {
    this.addresses = addresses;
    this.rest = rest;
  }

  /** The given wishes, best first. */
  public static Wishes of(List<Wish> wishes) {
    Builder builder = new Builder();
    wishes.forEach(wish -> builder.add(wish.address(), wish.deadlineMicros(), wish.attempt()));
    return builder.build();
  }

  public int size() {
    return addresses.length;
  }

  public long address(int index) {
    return addresses[index];
  }

  /** Microseconds after the request's receipt. */
  public int deadlineMicros(int index) {
    return rest[2 * index];
  }

  public int attempt(int index) {
    return rest[2 * index + 1];
  }

  /** The wish at {@code index}, as a record. */
  public Wish get(int index) {
    return new Wish(address(index), deadlineMicros(index), attempt(index));
  }

  /** Whether some wish names {@code address}. */
  public boolean contains(long address) {
    for (long each : addresses) {
      if (each == address) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Wishes that
        && Arrays.equals(addresses, that.addresses)
        && Arrays.equals(rest, that.rest);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(addresses) + Arrays.hashCode(rest);
  }

  @Override
  public String toString() {
    return "Wishes[" + size() + "]";
  }

  /** Gathers wishes, best first; one thread, reusable after {@link #clear()}. */
  public static final class Builder {
    private final long[] addresses = new long[Limits.WISHES];
    private final int[] rest = new int[2 * Limits.WISHES];
    private int size;

    public Builder clear() {
      size = 0;
      return this;
    }

    public boolean isFull() {
      return size == Limits.WISHES;
    }

    public int size() {
      return size;
    }

    /** Appends a wish; deadline and attempt are clamped into their limits. */
    public Builder add(long address, int deadlineMicros, int attempt) {
      if (isFull()) {
        throw new IllegalStateException(
            "a request holds %d wishes at most; send it first".formatted(Limits.WISHES));
      }
      addresses[size] = address;
      rest[2 * size] = Math.clamp(deadlineMicros, 0, Limits.DEADLINE_MICROS);
      rest[2 * size + 1] = Math.clamp(attempt, 0, Limits.ATTEMPT);
      size++;
      return this;
    }

    public Wishes build() {
      return size == 0
          ? NONE
          : new Wishes(Arrays.copyOf(addresses, size), Arrays.copyOf(rest, 2 * size));
    }
  }
}
