package org.saccade.render.scene;

import de.javagl.jgltf.impl.v2.AnimationChannel;
import de.javagl.jgltf.impl.v2.AnimationSampler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.saccade.render.tile.Floats;

/** Node animations. Morph weights are left out; channels without a node are skipped. */
final class AnimationReader {
  private final SceneDocument document;
  private final Accessors accessors;
  private long keys;

  AnimationReader(SceneDocument document, Accessors accessors) {
    this.document = document;
    this.accessors = accessors;
  }

  /** The document's indices of all nodes that a channel moves. */
  Set<Integer> animatedNodes() {
    var animated = new HashSet<Integer>();
    for (var animation : SceneDocument.list(document.gltf().getAnimations())) {
      for (AnimationChannel channel : SceneDocument.list(animation.getChannels())) {
        var target = channel.getTarget();
        if (target != null && target.getNode() != null && !"weights".equals(target.getPath())) {
          animated.add(target.getNode());
        }
      }
    }
    return animated;
  }

  List<Animation> read(NodeReader nodes) throws SceneException {
    var animations = new ArrayList<Animation>();
    var all = SceneDocument.list(document.gltf().getAnimations());
    for (int i = 0; i < all.size(); i++) {
      var from = all.get(i);
      String field = "animations[" + i + "]";
      var channels = new ArrayList<Animation.Channel>();
      float duration = 0;
      for (AnimationChannel channel : SceneDocument.list(from.getChannels())) {
        add(channel, from.getSamplers(), nodes, field, channels);
      }
      for (Animation.Channel channel : channels) {
        duration = Math.max(duration, channel.times().get(channel.times().size() - 1));
      }
      if (!channels.isEmpty()) {
        String name = from.getName() == null ? field : SceneException.oneLine(from.getName());
        animations.add(new Animation(name, channels, duration));
      }
    }
    return animations;
  }

  private void add(
      AnimationChannel from,
      List<AnimationSampler> samplers,
      NodeReader nodes,
      String field,
      List<Animation.Channel> dest)
      throws SceneException {
    var goal = from.getTarget();
    if (goal == null || goal.getNode() == null) {
      return;
    }
    document.at(document.gltf().getNodes(), goal.getNode(), field + ".target.node", "nodes");
    if ("weights".equals(goal.getPath())) {
      document.ignore("morph weights");
      return;
    }
    AnimationSampler sampler =
        document.at(samplers, from.getSampler(), field + ".channel.sampler", "samplers");
    Animation.Target target = target(goal.getPath(), field);
    Animation.Interpolation interpolation = interpolation(sampler.getInterpolation(), field);
    Floats times = times(sampler, field);
    Floats values = values(sampler, target, interpolation, times.size(), field);
    int node = nodes.index(goal.getNode());
    if (node >= 0) {
      dest.add(new Animation.Channel(node, target, interpolation, times, values));
    }
  }

  private Floats times(AnimationSampler sampler, String field) throws SceneException {
    Floats times = accessors.floats(sampler.getInput(), field + ".sampler.input");
    if (accessors.components(sampler.getInput(), field) != 1) {
      throw document.broken(field + ".sampler.input", "is not of single numbers");
    }
    keys += times.size();
    document.limit("number of animation keys", keys, Limits.ANIMATION_KEYS);
    for (int i = 0; i < times.size(); i++) {
      float before = i == 0 ? 0 : times.get(i - 1);
      boolean isLater = i == 0 ? times.get(0) >= 0 : times.get(i) > before;
      if (!isLater || !Float.isFinite(times.get(i))) {
        throw document.broken(
            field + ".sampler.input",
            "has key %d at %s s after %s s".formatted(i, times.get(i), before));
      }
    }
    return times;
  }

  private Floats values(
      AnimationSampler sampler,
      Animation.Target target,
      Animation.Interpolation interpolation,
      int keys,
      String field)
      throws SceneException {
    String name = field + ".sampler.output";
    Floats values = accessors.floats(sampler.getOutput(), name);
    int perKey = interpolation == Animation.Interpolation.CUBICSPLINE ? 3 : 1;
    long needed = (long) keys * perKey * target.components();
    if (values.size() != needed
        || accessors.components(sampler.getOutput(), name) != target.components()) {
      throw document.broken(
          name, "holds %,d numbers; %d keys need %,d".formatted(values.size(), keys, needed));
    }
    for (int i = 0; i < values.size(); i++) {
      document.finite(name, values.get(i));
    }
    return values;
  }

  private Animation.Target target(String path, String field) throws SceneException {
    return switch (String.valueOf(path)) {
      case "translation" -> Animation.Target.TRANSLATION;
      case "rotation" -> Animation.Target.ROTATION;
      case "scale" -> Animation.Target.SCALE;
      default -> throw document.broken(field + ".target.path", "is " + path);
    };
  }

  private Animation.Interpolation interpolation(String name, String field) throws SceneException {
    return switch (name == null ? "LINEAR" : name) {
      case "LINEAR" -> Animation.Interpolation.LINEAR;
      case "STEP" -> Animation.Interpolation.STEP;
      case "CUBICSPLINE" -> Animation.Interpolation.CUBICSPLINE;
      default -> throw document.broken(field + ".sampler.interpolation", "is " + name);
    };
  }
}
