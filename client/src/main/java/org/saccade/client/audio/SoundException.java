package org.saccade.client.audio;

/** OpenAL refused; the message names the call and its answer. */
final class SoundException extends RuntimeException {
  private final String remedy;

  SoundException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
