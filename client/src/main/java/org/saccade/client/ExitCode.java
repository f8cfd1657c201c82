package org.saccade.client;

/** How the process ends, as the command line promises. */
public enum ExitCode {
  DONE(0),
  FAILED(1),
  USAGE(2),
  LACKS(3),
  STOPPED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The process's exit status. */
  public int number() {
    return number;
  }
}
