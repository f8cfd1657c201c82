package org.saccade.render.scene;

import de.javagl.jgltf.impl.v2.Image;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lwjgl.stb.STBImage;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.tile.Bytes;

/** The images that materials use, still encoded, their sizes checked by their headers. */
final class ImageReader {
  private static final int PNG = 0x89504E47;
  private static final int JPEG = 0xFFD8FF;

  private final SceneDocument document;
  private final BufferViews views;
  private final ExternalFiles files;
  private final Map<Integer, Integer> known = new HashMap<>();
  private final List<TextureImage> images = new ArrayList<>();
  private long pixels;
  private long encodedBytes;

  ImageReader(SceneDocument document, BufferViews views, ExternalFiles files) {
    this.document = document;
    this.views = views;
    this.files = files;
  }

  /** All images asked for so far. */
  List<TextureImage> images() {
    return images;
  }

  /** Where in {@link #images} an image of the document is, reading it the first time. */
  int index(Integer source, String field) throws SceneException {
    Integer at = known.get(source);
    if (at == null) {
      Image image = document.at(document.gltf().getImages(), source, field, "images");
      document.limit("number of images", images.size() + 1L, Limits.IMAGES);
      at = images.size();
      images.add(read(image, "images[" + source + "]"));
      known.put(source, at);
    }
    return at;
  }

  private TextureImage read(Image image, String field) throws SceneException {
    Bytes bytes = content(image, field);
    String mime = mime(bytes, field);
    ByteBuffer copy = MemoryUtil.memAlloc(bytes.size());
    try (MemoryStack stack = MemoryStack.stackPush()) {
      var width = stack.mallocInt(1);
      var height = stack.mallocInt(1);
      copy.put(bytes.asBuffer()).flip();
      if (!STBImage.stbi_info_from_memory(copy, width, height, stack.mallocInt(1))) {
        throw document.broken(field, "has a broken header: " + STBImage.stbi_failure_reason());
      }
      checkSize(width.get(0), height.get(0), field);
      String name = image.getName() == null ? field : SceneException.oneLine(image.getName());
      return new TextureImage(name, mime, bytes, width.get(0), height.get(0));
    } finally {
      MemoryUtil.memFree(copy);
    }
  }

  private Bytes content(Image image, String field) throws SceneException {
    if (image.getUri() != null) {
      return Bytes.wrap(files.get(image.getUri(), field + ".uri"));
    }
    if (image.getBufferView() == null) {
      throw document.broken(field, "has neither uri nor bufferView");
    }
    // a copy, so that pictures do not keep the whole file in memory
    ByteBuffer view = views.bytes(image.getBufferView(), field + ".bufferView");
    encodedBytes += view.remaining();
    document.limit("bytes of all images", encodedBytes, Limits.ENCODED_IMAGE_BYTES);
    return Bytes.copyOf(view);
  }

  /** By the first bytes: what a file claims about its images is often wrong. */
  private String mime(Bytes bytes, String field) throws SceneException {
    int start = bytes.size() < 4 ? 0 : bytes.asBuffer().getInt(0);
    if (start == PNG) {
      return "image/png";
    }
    if (start >>> 8 == JPEG) {
      return "image/jpeg";
    }
    throw document.refused(field, "is neither PNG nor JPEG", "convert the image");
  }

  private void checkSize(int width, int height, String field) throws SceneException {
    long count = (long) width * height;
    if (width < 1 || height < 1 || Math.max(width, height) > Limits.IMAGE_SIDE) {
      throw document.refused(
          field,
          "is %d x %d, outside 1..%d a side".formatted(width, height, Limits.IMAGE_SIDE),
          "scale the image down");
    }
    document.limit(field + " pixels", count, Limits.IMAGE_PIXELS);
    pixels += count;
    document.limit("pixels of all images", pixels, Limits.ALL_IMAGE_PIXELS);
  }
}
