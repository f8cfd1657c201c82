package org.saccade.offload.cache;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

/**
 * Foresees which tiles an edge will be asked for, from what its visitors asked for before. Belady's
 * rule lets go of what is asked for again last; here is the best guess at it that an edge can make
 * (as in Song et al., Learning Relaxed Belady, NSDI 2020, by other features):
 *
 * <p>People walk from cell to cell, and for each cell is known which one they mostly went to next.
 * So each visitor of now will come, a cell after the other, along the likeliest way, at the pace
 * that visitors have. A tile is worth the sum over all who come of the share of a cell's visitors
 * that ask for this tile, discounted by how long it takes them; and a little for those who are not
 * here yet. The share of a cell that few have seen leans on the cell before it and on what is asked
 * for at this place of all cells.
 *
 * <p>One lock holds it together; a call takes microseconds at most, and memory is bounded. Any
 * thread.
 */
public final class Foresight {
  private static final int MOST_CELLS = 4096;
  private static final int FARTHEST_STEPS = 64;
  private static final int RECENT_CELLS = 8;
  private static final int TIDY_VISITS = 256;

  /** From so many visits on, what was counted counts half: habits change. */
  private static final int MOST_VISITS = 1024;

  private static final double DISCOUNT_NANOS = 30e9;
  private static final double GONE_NANOS = 5e9;
  private static final double LONGEST_STAY_NANOS = 10e9;
  private static final double LEAST_AGE_NANOS = 60e9;
  private static final double PACE_SHARE = 0.02;

  /** Visits that the cell before weighs as, and the same place of all cells. */
  private static final double LIKE_BEFORE = 2;

  private static final double LIKE_ALL = 1;

  /** What visitors yet to begin weigh, beside those that are on their way. */
  private static final double STRANGERS = 0.5;

  /** Shell and cell of an address. */
  private static final long CELL = ((1L << 42) - 1) | (1L << 63);

  private final int facePlaces;
  private final Map<Long, Habit> habits = new LinkedHashMap<>();
  private final Map<Long, Visitor> visitors = new HashMap<>();
  private final int[] askedOfAll;
  private int visits;
  private double stayNanos = 1e9;
  private long firstNanos = Long.MIN_VALUE;

  /** For tiles up to this level. */
  public Foresight(int maxLevel) {
    facePlaces = coarser(maxLevel + 1);
    askedOfAll = new int[Surface.values().length * Face.COUNT * facePlaces];
  }

  /** A visitor wants a tile; asking again for the same one changes nothing. */
  public synchronized void requested(long visitor, long address, long nanos) {
    int place = place(address);
    if (place < 0) {
      return;
    }
    if (firstNanos == Long.MIN_VALUE) {
      firstNanos = nanos;
    }
    var who = visitors.computeIfAbsent(visitor, each -> new Visitor());
    who.seenNanos = nanos;
    var stay = stay(who, address & CELL, nanos);
    if (!stay.asked.get(place)) {
      stay.asked.set(place);
      stay.habit.asked[place]++;
      askedOfAll[place]++;
    }
  }

  /** How many requests a tile is expected to serve, the later ones counting less. */
  public synchronized double worth(long address, long nanos) {
    var habit = habits.get(address & CELL);
    int place = place(address);
    if (habit == null || place < 0) {
      return 0;
    }
    double sum = STRANGERS * DISCOUNT_NANOS * habit.visits;
    sum /= Math.max(LEAST_AGE_NANOS, (double) (nanos - firstNanos));
    for (var arrival : habit.arrivals) {
      var who = arrival.visitor;
      if (nanos - who.seenNanos < GONE_NANOS && !who.has(habit, place)) {
        sum += Math.exp(-Math.max(0, arrival.nanos - nanos) / DISCOUNT_NANOS);
      }
    }
    return sum * share(habit, place);
  }

  /** Of the visitors of a cell, the share that asks for a place of it. */
  private double share(Habit habit, int place) {
    double weight = LIKE_ALL;
    double sum = LIKE_ALL * askedOfAll[place] / Math.max(1, visits);
    var before = habits.get(habit.before);
    if (before != null) {
      weight += LIKE_BEFORE;
      sum += LIKE_BEFORE * before.asked[place] / before.visits;
    }
    return (habit.asked[place] + sum) / (habit.visits + weight);
  }

  private Stay stay(Visitor who, long cell, long nanos) {
    var way = cell < 0 ? who.far : who.near;
    for (var stay : way.recent) {
      if (stay.cell == cell) {
        return stay;
      }
    }
    var from = way.recent.peekFirst();
    var habit = visit(cell);
    if (from != null) {
      from.habit.wentTo(cell);
      habit.before = from.cell;
      double stayed = Math.min(LONGEST_STAY_NANOS, (double) (nanos - from.sinceNanos));
      stayNanos += PACE_SHARE * (stayed - stayNanos);
    }
    var stay = new Stay(cell, habit, nanos);
    way.recent.addFirst(stay);
    if (way.recent.size() > RECENT_CELLS) {
      way.recent.removeLast();
    }
    expect(who, way, stay);
    return stay;
  }

  /** Counts a visit; the cell not visited for the longest is forgotten. */
  private Habit visit(long cell) {
    var known = habits.remove(cell);
    var habit = known == null ? new Habit(askedOfAll.length) : known;
    habits.put(cell, habit);
    habit.visits++;
    if (habit.visits > MOST_VISITS) {
      habit.age();
    }
    if (habits.size() > MOST_CELLS) {
      habits.remove(habits.keySet().iterator().next());
    }
    if (++visits % TIDY_VISITS == 0) {
      tidy();
    }
    return habit;
  }

  /** Lays the likeliest way ahead of a visitor who has just come to a cell. */
  private void expect(Visitor who, Way way, Stay now) {
    leave(who, way);
    var passed = new HashSet<Habit>();
    @Nullable Habit next = now.habit;
    for (int step = 0; step < FARTHEST_STEPS && next != null && passed.add(next); step++) {
      next.arrivals.add(new Arrival(who, now.sinceNanos + Math.round(step * stayNanos)));
      way.ahead.add(next);
      next = habits.get(next.next);
    }
  }

  private static void leave(Visitor who, Way way) {
    for (var habit : way.ahead) {
      habit.arrivals.removeIf(arrival -> arrival.visitor == who);
    }
    way.ahead.clear();
  }

  /** Forgets who has gone, and lets old counts fade. */
  private void tidy() {
    long newest = visitors.values().stream().mapToLong(who -> who.seenNanos).max().orElse(0);
    visitors.values().removeIf(who -> isGone(who, newest));
    if (visits > MOST_VISITS * TIDY_VISITS) {
      visits /= 2;
      halve(askedOfAll);
    }
  }

  private static boolean isGone(Visitor who, long nanos) {
    boolean isGone = nanos - who.seenNanos > 2 * GONE_NANOS;
    if (isGone) {
      leave(who, who.near);
      leave(who, who.far);
    }
    return isGone;
  }

  private static void halve(int[] counts) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] /= 2;
    }
  }

  /** Tiles of a face that are coarser than a level. */
  private static int coarser(int level) {
    return ((1 << (2 * level)) - 1) / 3;
  }

  /** The tile's place among those of a cell; -1 when it is finer than any. */
  private int place(long address) {
    int level = TileAddress.level(address);
    int at = coarser(level) + (TileAddress.y(address) << level) + TileAddress.x(address);
    int face = TileAddress.surface(address).code() * Face.COUNT + TileAddress.face(address).code();
    return at < facePlaces ? face * facePlaces + at : -1;
  }

  /** What visitors of a cell do. */
  private static final class Habit {
    private final int[] asked;
    private final Map<Long, Integer> ways = new HashMap<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private int visits;

    /** The cells before and after, mostly; no cell at first. */
    private long before = -1;

    private long next = -1;

    private Habit(int places) {
      asked = new int[places];
    }

    private void wentTo(long cell) {
      int times = ways.merge(cell, 1, Integer::sum);
      if (times >= ways.getOrDefault(next, 0)) {
        next = cell;
      }
    }

    private void age() {
      visits /= 2;
      halve(asked);
      ways.replaceAll((cell, times) -> times / 2);
      ways.values().removeIf(times -> times == 0);
    }
  }

  private record Arrival(Visitor visitor, long nanos) {}

  /** A visitor in a cell, and what it asked for there. */
  private static final class Stay {
    private final long cell;
    private final Habit habit;
    private final long sinceNanos;
    private final BitSet asked = new BitSet();

    private Stay(long cell, Habit habit, long sinceNanos) {
      this.cell = cell;
      this.habit = habit;
      this.sinceNanos = sinceNanos;
    }
  }

  /** Through the cells of one shell: the latest first, and those to come. */
  private static final class Way {
    private final Deque<Stay> recent = new ArrayDeque<>();
    private final List<Habit> ahead = new ArrayList<>();
  }

  private static final class Visitor {
    private final Way near = new Way();
    private final Way far = new Way();
    private long seenNanos;

    private boolean has(Habit habit, int place) {
      return has(near, habit, place) || has(far, habit, place);
    }

    private static boolean has(Way way, Habit habit, int place) {
      for (var stay : way.recent) {
        if (stay.habit == habit && stay.asked.get(place)) {
          return true;
        }
      }
      return false;
    }
  }
}
