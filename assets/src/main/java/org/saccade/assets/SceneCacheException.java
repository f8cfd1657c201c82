package org.saccade.assets;

/** A generated scene could not be kept in the cache folder; the message names path and remedy. */
public final class SceneCacheException extends Exception {
  /** Makes one whose message is a full sentence for people. */
  public SceneCacheException(String message, Throwable cause) {
    super(message, cause);
  }
}
