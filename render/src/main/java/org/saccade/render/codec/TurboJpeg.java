package org.saccade.render.codec;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * libjpeg-turbo through its TurboJPEG 2 API ({@code libturbojpeg.so.0}, which 3.x keeps), called by
 * the JDK's foreign functions. About 0.15 ms a tile each way. Its handles are pooled: at most one
 * for each thread that ever worked at once, freed with the process.
 */
@SuppressWarnings("restricted") // the one place that loads a C library by name and calls into it
final class TurboJpeg implements JpegCodec {
  private static final int PIXEL_RGBA = 7;
  private static final int SAMPLING_444 = 0;
  private static final int FLAG_NO_REALLOC = 1024;
  private static final int FLAG_STOP_ON_WARNING = 8192;
  private static final String LIBRARY = "libturbojpeg.so.0";

  private final SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
  private final MethodHandle initCompress = function("tjInitCompress", ADDRESS);
  private final MethodHandle initDecompress = function("tjInitDecompress", ADDRESS);
  private final MethodHandle errorText = function("tjGetErrorStr2", ADDRESS, ADDRESS);
  private final MethodHandle compress =
      function(
          "tjCompress2",
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          JAVA_INT,
          JAVA_INT,
          JAVA_INT,
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          JAVA_INT,
          JAVA_INT,
          JAVA_INT);
  private final MethodHandle decompress =
      function(
          "tjDecompress2",
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          JAVA_LONG,
          ADDRESS,
          JAVA_INT,
          JAVA_INT,
          JAVA_INT,
          JAVA_INT,
          JAVA_INT);
  private final ConcurrentLinkedQueue<MemorySegment> compressors = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<MemorySegment> decompressors = new ConcurrentLinkedQueue<>();

  private TurboJpeg() {}

  /** The codec, or null where the library is missing, too old or not allowed. */
  static @Nullable TurboJpeg findOrNull() {
    try {
      TurboJpeg turbo = new TurboJpeg();
      turbo.check();
      return turbo;
    } catch (IllegalArgumentException | IllegalStateException | IllegalCallerException e) {
      return null;
    }
  }

  @Override
  public String name() {
    return "libjpeg-turbo";
  }

  @Override
  public void encode(ByteBuffer rgba, int pixels, int quality, ByteBuffer to) {
    JpegCodec.requireWorstRoom(to, pixels);
    MemorySegment handle = borrow(compressors, initCompress);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment target = arena.allocateFrom(ADDRESS, MemorySegment.ofBuffer(to));
      MemorySegment size = arena.allocateFrom(JAVA_LONG, to.remaining());
      int failed =
          (int)
              compress.invokeExact(
                  handle,
                  MemorySegment.ofBuffer(rgba),
                  pixels,
                  pixels * 4,
                  pixels,
                  PIXEL_RGBA,
                  target,
                  size,
                  SAMPLING_444,
                  quality,
                  FLAG_NO_REALLOC);
      if (failed != 0) {
        throw new IllegalStateException(
            "tjCompress2 of %d x %d at quality %d: %s; use the bundled codec"
                .formatted(pixels, pixels, quality, textOf(handle)));
      }
      to.position(to.position() + (int) size.get(JAVA_LONG, 0));
    } catch (Throwable e) {
      throw unchecked(e);
    } finally {
      compressors.add(handle);
    }
  }

  @Override
  public void decode(ByteBuffer jpeg, int pixels, ByteBuffer to) throws MalformedTileException {
    requireRoom(to, pixels);
    MemorySegment handle = borrow(decompressors, initDecompress);
    try {
      int failed =
          (int)
              decompress.invokeExact(
                  handle,
                  MemorySegment.ofBuffer(jpeg),
                  (long) jpeg.remaining(),
                  MemorySegment.ofBuffer(to),
                  pixels,
                  pixels * 4,
                  pixels,
                  PIXEL_RGBA,
                  FLAG_STOP_ON_WARNING);
      if (failed != 0) {
        throw new MalformedTileException("tjDecompress2: " + textOf(handle));
      }
    } catch (MalformedTileException e) {
      throw e;
    } catch (Throwable e) {
      throw unchecked(e);
    } finally {
      decompressors.add(handle);
    }
  }

  /** Throws unless there is room for the pixels in a direct buffer. */
  static void requireRoom(ByteBuffer to, int pixels) {
    if (!to.isDirect() || to.remaining() < pixels * pixels * 4) {
      throw new IllegalArgumentException(
          "JpegCodec.decode: %d bytes left, %d x %d RGBA texels need a direct buffer of %d"
              .formatted(to.remaining(), pixels, pixels, pixels * pixels * 4));
    }
  }

  /** Encodes a tile once: an odd build (arithmetic coding, other tables) is found out here. */
  private void check() {
    try (NativeBytes grey = NativeBytes.allocate(64 * 64 * 4);
        NativeBytes file = NativeBytes.allocate(JpegCodec.worstSize(64))) {
      ByteBuffer to = file.buffer();
      encode(grey.buffer(), 64, 85, to);
      JpegHeader.strip(to.flip(), 64, 85);
    }
  }

  private static MemorySegment borrow(
      ConcurrentLinkedQueue<MemorySegment> pool, MethodHandle init) {
    MemorySegment handle = pool.poll();
    if (handle != null) {
      return handle;
    }
    try {
      handle = (MemorySegment) init.invokeExact();
    } catch (Throwable e) {
      throw unchecked(e);
    }
    if (handle.address() == 0) {
      throw new IllegalStateException("tjInit returned no handle; free memory and try again");
    }
    return handle;
  }

  private String textOf(MemorySegment handle) throws Throwable {
    MemorySegment text = (MemorySegment) errorText.invokeExact(handle);
    return text.reinterpret(256).getString(0);
  }

  private MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
    Optional<MemorySegment> symbol = library.find(name);
    if (symbol.isEmpty()) {
      throw new IllegalStateException(LIBRARY + " has no " + name + "; install version 2 or 3");
    }
    return Linker.nativeLinker()
        .downcallHandle(symbol.get(), FunctionDescriptor.of(result, arguments));
  }

  private static RuntimeException unchecked(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException known ? known : new IllegalStateException(e);
  }
}
