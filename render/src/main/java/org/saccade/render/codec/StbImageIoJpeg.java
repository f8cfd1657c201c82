package org.saccade.render.codec;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.lwjgl.stb.STBImage;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** The bundled fallback: decodes with stb, encodes with the JDK's ImageIO (no display needed). */
final class StbImageIoJpeg implements JpegCodec {
  static final StbImageIoJpeg INSTANCE = new StbImageIoJpeg();

  private StbImageIoJpeg() {}

  @Override
  public String name() {
    return "stb + ImageIO";
  }

  @Override
  public void encode(ByteBuffer rgba, int pixels, int quality, ByteBuffer to) {
    JpegCodec.requireWorstRoom(to, pixels);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream(32 * 1024);
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var image = imageOf(rgba, pixels);
      writer.write(new IIOImage(image, null, described(writer, image, quality)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    byte[] file = bytes.toByteArray();
    int scan = JpegHeader.scanStart(file);
    to.put(JpegHeader.of(pixels, quality).asBuffer()).put(file, scan, file.length - scan);
  }

  @Override
  public void decode(ByteBuffer jpeg, int pixels, ByteBuffer to) throws MalformedTileException {
    TurboJpeg.requireRoom(to, pixels);
    try (MemoryStack stack = MemoryStack.stackPush()) {
      var width = stack.mallocInt(1);
      var height = stack.mallocInt(1);
      ByteBuffer decoded =
          STBImage.stbi_load_from_memory(jpeg, width, height, stack.mallocInt(1), 4);
      if (decoded == null) {
        throw new MalformedTileException(
            "stbi_load_from_memory: " + STBImage.stbi_failure_reason());
      }
      boolean fits = width.get(0) == pixels && height.get(0) == pixels;
      if (fits) {
        MemoryUtil.memCopy(decoded, to.slice(0, pixels * pixels * 4));
      }
      STBImage.stbi_image_free(decoded);
      if (!fits) {
        throw new MalformedTileException(
            "a JPEG of %d x %d".formatted(width.get(0), height.get(0)));
      }
    }
  }

  /**
   * 4:4:4, where the JDK by itself writes 4:2:0 for RGB, and libjpeg's quantisation; the standard
   * Huffman tables are what it writes with. The file's header is replaced by ours, which says so.
   */
  private static IIOMetadata described(ImageWriter writer, BufferedImage image, int quality)
      throws IIOInvalidTreeException {
    var metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
    var root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    for (var component : named(root, "componentSpec")) {
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    for (var table : named(root, "dqtable")) {
      boolean isLuminance = table.getAttribute("qtableId").equals("0");
      table.setUserObject(
          new JPEGQTable(
              isLuminance ? JpegTables.luminance(quality) : JpegTables.chrominance(quality)));
    }
    metadata.setFromTree(metadata.getNativeMetadataFormatName(), root);
    return metadata;
  }

  private static List<IIOMetadataNode> named(IIOMetadataNode root, String name) {
    var nodes = root.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(each -> (IIOMetadataNode) nodes.item(each))
        .toList();
  }

  private static BufferedImage imageOf(ByteBuffer rgba, int pixels) {
    var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_BGR);
    int[] to = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    rgba.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(to);
    return image;
  }
}
