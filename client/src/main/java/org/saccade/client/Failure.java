package org.saccade.client;

/**
 * The program cannot go on: one line for the person, with the remedy in it, and the exit code. The
 * cause, where there is one, is shown only with --debug.
 */
public final class Failure extends RuntimeException {
  private final ExitCode code;

  private Failure(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  private Failure(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  /** A file, a place or a port is not usable. */
  public static Failure failed(String message) {
    return new Failure(ExitCode.FAILED, message);
  }

  /** A file, a place or a port is not usable, because of {@code cause}. */
  public static Failure failed(String message, Throwable cause) {
    return new Failure(ExitCode.FAILED, message, cause);
  }

  /** The command line asks for what does not exist. */
  public static Failure usage(String message) {
    return new Failure(ExitCode.USAGE, message);
  }

  /** This machine lacks something; the message says how to get it. */
  public static Failure lacks(String message, Throwable cause) {
    return new Failure(ExitCode.LACKS, message, cause);
  }

  /** This machine lacks something; the message says what that rules out. */
  public static Failure lacks(String message) {
    return new Failure(ExitCode.LACKS, message);
  }

  /** The person stopped it. */
  public static Failure stopped() {
    return new Failure(ExitCode.STOPPED, "stopped");
  }

  /** How the process ends. */
  public ExitCode code() {
    return code;
  }
}
