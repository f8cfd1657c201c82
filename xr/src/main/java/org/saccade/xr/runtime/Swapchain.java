package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.*;

import java.nio.IntBuffer;
import org.lwjgl.openxr.XrSession;
import org.lwjgl.openxr.XrSwapchain;
import org.lwjgl.openxr.XrSwapchainCreateInfo;
import org.lwjgl.openxr.XrSwapchainImageBaseHeader;
import org.lwjgl.openxr.XrSwapchainImageOpenGLKHR;
import org.lwjgl.openxr.XrSwapchainImageWaitInfo;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/**
 * A ring of GL textures shared with the runtime: {@link #acquire} one, draw into it, {@link
 * #release} it before the frame ends. Frame thread.
 */
public final class Swapchain implements AutoCloseable {
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final int NONE = -1;

  private final XrSwapchain raw;
  private final int width;
  private final int height;
  private final int[] textures;
  private final IntBuffer index = MemoryUtil.memAllocInt(1);
  private final XrSwapchainImageWaitInfo wait =
      XrSwapchainImageWaitInfo.calloc().type$Default().timeout(PATIENCE_NANOS);
  private int acquired = NONE;

  private Swapchain(XrSwapchain raw, int width, int height, int[] textures) {
    this.raw = raw;
    this.width = width;
    this.height = height;
    this.textures = textures;
  }

  /** What a swapchain's textures are for. */
  enum Kind {
    COLOUR(XR_SWAPCHAIN_USAGE_COLOR_ATTACHMENT_BIT),
    DEPTH(XR_SWAPCHAIN_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT);

    private final long usage;

    Kind(long usage) {
      this.usage = usage;
    }
  }

  /**
   * A ring of two-dimensional textures.
   *
   * @param format GL's sized internal format, one of the session's
   */
  static Swapchain of(XrSession session, Kind kind, int format, int width, int height) {
    try (var stack = MemoryStack.stackPush()) {
      var info =
          XrSwapchainCreateInfo.calloc(stack)
              .type$Default()
              .usageFlags(
                  kind.usage | XR_SWAPCHAIN_USAGE_SAMPLED_BIT | XR_SWAPCHAIN_USAGE_TRANSFER_DST_BIT)
              .format(format)
              .sampleCount(1)
              .width(width)
              .height(height)
              .faceCount(1)
              .arraySize(1)
              .mipCount(1);
      var made = stack.mallocPointer(1);
      XrResults.check("xrCreateSwapchain", xrCreateSwapchain(session, info, made));
      var raw = new XrSwapchain(made.get(0), session);
      try {
        return new Swapchain(raw, width, height, textures(raw, stack));
      } catch (RuntimeException failed) {
        xrDestroySwapchain(raw);
        throw failed;
      }
    }
  }

  private static int[] textures(XrSwapchain raw, MemoryStack stack) {
    var count = stack.mallocInt(1);
    XrResults.check("xrEnumerateSwapchainImages", xrEnumerateSwapchainImages(raw, count, null));
    var images = XrSwapchainImageOpenGLKHR.calloc(count.get(0), stack);
    images.forEach(XrSwapchainImageOpenGLKHR::type$Default);
    var headers = XrSwapchainImageBaseHeader.create(images.address(), images.capacity());
    XrResults.check("xrEnumerateSwapchainImages", xrEnumerateSwapchainImages(raw, count, headers));
    int[] names = new int[images.capacity()];
    for (int i = 0; i < names.length; i++) {
      names[i] = images.get(i).image();
    }
    return names;
  }

  XrSwapchain raw() {
    return raw;
  }

  /** Pixels across. */
  public int width() {
    return width;
  }

  /** Pixels down. */
  public int height() {
    return height;
  }

  /** How many textures the ring has. */
  public int count() {
    return textures.length;
  }

  /** GL's name of a texture of the ring. */
  public int texture(int place) {
    return textures[place];
  }

  /** Takes the next texture once the runtime has read it; returns its place in the ring. */
  public int acquire() {
    XrCost.enter();
    try {
      XrCost.check(
          "xrAcquireSwapchainImage", XrCost.call(), xrAcquireSwapchainImage(raw, null, index));
      acquired = index.get(0);
      int waited =
          XrCost.check("xrWaitSwapchainImage", XrCost.call(), xrWaitSwapchainImage(raw, wait));
      if (waited == XR_TIMEOUT_EXPIRED) {
        throw new XrException(
            "xrWaitSwapchainImage",
            waited,
            "XR_TIMEOUT_EXPIRED",
            "the runtime has not returned a picture for a second: restart it");
      }
      return acquired;
    } finally {
      XrCost.leave();
    }
  }

  /** Hands the texture to the runtime; it shows what was drawn. */
  public void release() {
    XrCost.enter();
    try {
      acquired = NONE;
      XrCost.check("xrReleaseSwapchainImage", XrCost.call(), xrReleaseSwapchainImage(raw, null));
    } finally {
      XrCost.leave();
    }
  }

  /** Whether a texture is taken and not released. */
  boolean isAcquired() {
    return acquired != NONE;
  }

  @Override
  public void close() {
    xrDestroySwapchain(raw);
    wait.free();
    MemoryUtil.memFree(index);
  }
}
