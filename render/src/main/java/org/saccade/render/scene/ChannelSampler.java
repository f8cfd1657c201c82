package org.saccade.render.scene;

import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.saccade.render.tile.Floats;

/** Reads one animation channel at a time, remembering where it was. One thread; no allocation. */
final class ChannelSampler {
  private final Animation.Channel channel;
  private final double duration;
  private final Quaternionf other = new Quaternionf();
  private int key;

  private ChannelSampler(Animation.Channel channel, double duration) {
    this.channel = channel;
    this.duration = duration;
  }

  static ChannelSampler[] all(Scene scene) {
    return scene.animations().stream()
        .flatMap(a -> a.channels().stream().map(c -> new ChannelSampler(c, a.duration())))
        .toArray(ChannelSampler[]::new);
  }

  int node() {
    return channel.node();
  }

  /** Writes the channel's value over the part it moves. */
  void sample(double seconds, Vector3f translation, Quaternionf rotation, Vector3f scale) {
    double time = duration > 0 ? seconds - duration * Math.floor(seconds / duration) : 0;
    find((float) time);
    switch (channel.target()) {
      case TRANSLATION -> vector((float) time, translation);
      case SCALE -> vector((float) time, scale);
      case ROTATION -> rotation((float) time, rotation);
    }
  }

  /** Sets {@code key} to the last key at or before the time, or the first. */
  private void find(float time) {
    Floats times = channel.times();
    int last = times.size() - 1;
    if (times.get(key) > time) {
      key = 0;
    }
    if (key < last && times.get(key + 1) <= time) {
      int low = key + 1;
      int high = last;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (times.get(middle) <= time) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      key = low;
    }
  }

  private float share(float time) {
    Floats times = channel.times();
    if (key + 1 >= times.size() || time <= times.get(key)) {
      return 0;
    }
    if (channel.interpolation() == Animation.Interpolation.STEP) {
      return 0;
    }
    return (time - times.get(key)) / (times.get(key + 1) - times.get(key));
  }

  private void vector(float time, Vector3f dest) {
    float t = share(time);
    if (channel.interpolation() == Animation.Interpolation.CUBICSPLINE) {
      dest.set(cubic(0, t), cubic(1, t), cubic(2, t));
    } else {
      dest.set(linear(0, t), linear(1, t), linear(2, t));
    }
  }

  private void rotation(float time, Quaternionf dest) {
    float t = share(time);
    if (channel.interpolation() == Animation.Interpolation.CUBICSPLINE) {
      dest.set(cubic(0, t), cubic(1, t), cubic(2, t), cubic(3, t)).normalize();
      return;
    }
    load(key, dest);
    if (t > 0) {
      load(key + 1, other);
      dest.slerp(other, t);
    }
  }

  private void load(int at, Quaternionf dest) {
    Floats v = channel.values();
    dest.set(v.get(4 * at), v.get(4 * at + 1), v.get(4 * at + 2), v.get(4 * at + 3)).normalize();
  }

  private float linear(int component, float t) {
    int at = channel.target().components() * key + component;
    float from = channel.values().get(at);
    if (t == 0) {
      return from;
    }
    return from + t * (channel.values().get(at + channel.target().components()) - from);
  }

  /** Hermite spline; a key holds in-tangent, value, out-tangent; tangents are per second. */
  private float cubic(int component, float t) {
    int width = channel.target().components();
    int at = 3 * width * key + component;
    Floats v = channel.values();
    if (t == 0) {
      return v.get(at + width);
    }
    float span = channel.times().get(key + 1) - channel.times().get(key);
    float t2 = t * t;
    float t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * v.get(at + width)
        + span * (t3 - 2 * t2 + t) * v.get(at + 2 * width)
        + (3 * t2 - 2 * t3) * v.get(at + 4 * width)
        + span * (t3 - t2) * v.get(at + 3 * width);
  }
}
