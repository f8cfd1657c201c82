package org.saccade.client.audio;

/** No sound. */
public record Silence(String reason, String remedy) implements SoundOutput {
  @Override
  public boolean isConnected() {
    return false;
  }

  @Override
  public void close() {}
}
