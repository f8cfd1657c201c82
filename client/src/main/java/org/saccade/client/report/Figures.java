package org.saccade.client.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named values in order, possibly nested: the inputs or the results of a report. One thread. */
public final class Figures {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  /** Adds a number; one that is not finite becomes null in JSON. */
  public Figures with(String name, double value) {
    values.put(name, Double.isFinite(value) ? (Double) rounded(value) : null);
    return this;
  }

  /** Adds a whole number. */
  public Figures with(String name, long value) {
    values.put(name, value);
    return this;
  }

  /** Adds a text. */
  public Figures with(String name, String value) {
    values.put(name, value);
    return this;
  }

  /** Adds a yes or no. */
  public Figures with(String name, boolean value) {
    values.put(name, value);
    return this;
  }

  /** Adds what is not known: null in JSON. */
  public Figures unknown(String name) {
    values.put(name, null);
    return this;
  }

  /** Adds a group. */
  public Figures with(String name, Figures group) {
    values.put(name, group.values);
    return this;
  }

  /** Adds a list of numbers, texts or groups' maps. */
  public Figures with(String name, Iterable<?> list) {
    values.put(name, list);
    return this;
  }

  /** The values in order, nested groups as maps. */
  public Map<String, @Nullable Object> values() {
    return values;
  }

  /** Six significant digits: more are noise, fewer would hide a ratio. */
  private static double rounded(double value) {
    if (value == 0) {
      return 0;
    }
    double scale = Math.pow(10, 5 - Math.floor(Math.log10(Math.abs(value))));
    double result = Math.rint(value * scale) / scale;
    return Double.isFinite(result) ? result : value;
  }
}
