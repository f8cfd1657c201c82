package org.saccade.render.scene;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.stb.STBImage;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.tile.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PNG or JPEG as it came in the file; decoded only when asked, on any thread. Its size was
 * checked by its header when the scene was loaded.
 */
public record TextureImage(String name, String mime, Bytes encoded, int width, int height) {
  private static final Logger LOG = LoggerFactory.getLogger(TextureImage.class);

  /**
   * Decodes to RGBA8, top row first. Null when the bytes are broken behind a good header: a warning
   * was then logged, and the material is to be drawn as if it had no such map.
   */
  public @Nullable DecodedImage decode() {
    ByteBuffer copy = MemoryUtil.memAlloc(encoded.size());
    try (MemoryStack stack = MemoryStack.stackPush()) {
      var wide = stack.mallocInt(1);
      var high = stack.mallocInt(1);
      copy.put(encoded.asBuffer()).flip();
      ByteBuffer rgba = STBImage.stbi_load_from_memory(copy, wide, high, stack.mallocInt(1), 4);
      if (rgba == null) {
        LOG.warn(
            "image {} cannot be decoded ({}); it is left out: export it again as PNG or JPEG",
            name,
            STBImage.stbi_failure_reason());
        return null;
      }
      return new DecodedImage(rgba, wide.get(0), high.get(0));
    } finally {
      MemoryUtil.memFree(copy);
    }
  }
}
