package org.saccade.client.monado;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The process's environment as native code sees it: the OpenXR loader reads it anew for each
 * instance. {@link System#getenv} keeps what the JVM was started with.
 */
final class NativeEnvironment {
  private static final int OVERWRITE = 1;
  private static final MethodHandle SETENV = setenv();

  private NativeEnvironment() {}

  /** Sets a variable; only while no other thread runs native code that reads the environment. */
  static void set(String name, String value) {
    try (Arena arena = Arena.ofConfined()) {
      int result =
          (int) SETENV.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), OVERWRITE);
      if (result != 0) {
        throw new IllegalArgumentException("setenv refused the name " + name);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("setenv cannot be called", e);
    }
  }

  @SuppressWarnings("restricted") // one call into libc
  private static MethodHandle setenv() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("setenv"),
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
  }
}
