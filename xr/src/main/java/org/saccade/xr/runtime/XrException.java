package org.saccade.xr.runtime;

/** A call into the OpenXR runtime failed; the message names the call, the result and the remedy. */
public final class XrException extends RuntimeException {
  private final int result;

  /**
   * @param call the function that failed
   * @param result its XrResult
   * @param name the result's name
   * @param remedy what to do about it
   */
  public XrException(String call, int result, String name, String remedy) {
    super("%s returned %s (%d): %s".formatted(call, name, result, remedy));
    this.result = result;
  }

  /** The XrResult. */
  public int result() {
    return result;
  }

  /** Passes it on where the runtime or its session went away; else one part alone does not work. */
  void throwIfLoss() {
    if (isLoss()) {
      throw this;
    }
  }

  /** Whether the runtime or its session went away and a new instance is needed. */
  public boolean isLoss() {
    return XrResults.isLoss(result);
  }
}
