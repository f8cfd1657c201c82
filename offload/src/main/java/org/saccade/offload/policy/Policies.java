package org.saccade.offload.policy;

import java.util.List;

/** The policies there are, by the names the command line uses. */
public final class Policies {
  private static final List<Policy> ALL =
      List.of(
          new AutomaticPolicy(),
          new FixedPolicy(Mode.LOCAL),
          new FixedPolicy(Mode.HYBRID),
          new FixedPolicy(Mode.EDGE));

  private Policies() {}

  /** All names, the default first. */
  public static List<String> names() {
    return ALL.stream().map(Policy::name).toList();
  }

  /** The policy of that name; throws {@link IllegalArgumentException} naming those there are. */
  public static Policy named(String name) {
    for (var policy : ALL) {
      if (policy.name().equals(name)) {
        return policy;
      }
    }
    throw new IllegalArgumentException(
        "policy is \"%s\"; expected one of %s".formatted(name, String.join(", ", names())));
  }
}
