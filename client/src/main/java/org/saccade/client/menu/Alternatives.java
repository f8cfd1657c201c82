package org.saccade.client.menu;

import java.util.List;

/**
 * Words to choose one of.
 *
 * @param chosen the one in force; empty where none of them is
 */
public record Alternatives(List<String> words, String chosen) {
  public Alternatives {
    words = List.copyOf(words);
  }
}
