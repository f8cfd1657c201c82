package org.saccade.render.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bytes behind a document's URIs: files beside the scene file, never outside its folder, and
 * {@code data:} URIs. Read once, in order of first mention, and hashed in that order.
 */
final class ExternalFiles {
  private static final String REMEDY = "keep buffers and images in the scene's own folder";

  private final SceneDocument document;
  private final Map<String, byte[]> contents = new LinkedHashMap<>();
  private long bytesLeft;

  private ExternalFiles(SceneDocument document, long bytesLeft) {
    this.document = document;
    this.bytesLeft = bytesLeft;
  }

  /** Reads every URI the document mentions; external ones go into the digest. */
  static ExternalFiles readAll(SceneDocument document, long sceneBytes, MessageDigest digest)
      throws SceneException {
    var files = new ExternalFiles(document, Limits.FILE_BYTES - sceneBytes);
    for (Map.Entry<String, JsonNode> list : document.json().properties()) {
      if (list.getKey().equals("buffers") || list.getKey().equals("images")) {
        for (int i = 0; i < list.getValue().size(); i++) {
          JsonNode uri = list.getValue().get(i).path("uri");
          if (uri.isTextual()) {
            files.add(uri.asText(), "%s[%d].uri".formatted(list.getKey(), i), digest);
          }
        }
      }
    }
    return files;
  }

  /** The bytes of a URI of the document. */
  byte[] get(String uri, String field) throws SceneException {
    byte[] content = contents.get(uri);
    if (content == null) {
      throw document.broken(field, "is " + quoted(uri) + ", which was not read");
    }
    return content;
  }

  private void add(String uri, String field, MessageDigest digest) throws SceneException {
    if (contents.containsKey(uri)) {
      return;
    }
    document.limit("number of external files", contents.size() + 1L, Limits.EXTERNAL_FILES);
    byte[] content;
    if (uri.startsWith("data:")) {
      content = decode(uri, field);
    } else {
      content = read(resolve(uri, field), uri, field);
      digest.update(content);
    }
    bytesLeft -= content.length;
    if (bytesLeft < 0) {
      throw tooLarge(uri, field);
    }
    contents.put(uri, content);
  }

  private byte[] decode(String uri, String field) throws SceneException {
    int comma = uri.indexOf(',');
    if (comma < 0 || !uri.substring(0, comma).endsWith(";base64")) {
      throw document.broken(field, "is a data: URI without ;base64,");
    }
    try {
      return Base64.getDecoder().decode(uri.substring(comma + 1));
    } catch (IllegalArgumentException e) {
      throw document.broken(field, "holds bad base64: " + e.getMessage());
    }
  }

  private Path resolve(String uri, String field) throws SceneException {
    try {
      String name = URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (name.indexOf(':') >= 0 || name.startsWith("/") || name.indexOf('\\') >= 0) {
        throw outside(uri, field);
      }
      Path given = document.file().toAbsolutePath().getParent();
      Path folder = given == null ? Path.of("/") : given.toRealPath();
      Path wanted = folder.resolve(name).normalize();
      if (!wanted.startsWith(folder)) {
        throw outside(uri, field);
      }
      Path real = wanted.toRealPath();
      if (!real.startsWith(folder)) {
        throw outside(uri, field);
      }
      if (!Files.isRegularFile(real)) {
        throw document.refused(field, "is " + quoted(uri) + ", which is not a file", REMEDY);
      }
      return real;
    } catch (IOException | IllegalArgumentException e) {
      String value = "is %s, which cannot be found".formatted(quoted(uri));
      throw document.refused(
          field,
          value,
          e instanceof InvalidPathException ? "rename it" : "put it beside the scene");
    }
  }

  private SceneException outside(String uri, String field) {
    return document.refused(field, "is " + quoted(uri) + ", outside the scene's folder", REMEDY);
  }

  private byte[] read(Path path, String uri, String field) throws SceneException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes((int) Math.min(bytesLeft + 1, Integer.MAX_VALUE - 16));
      if (content.length > bytesLeft) {
        throw tooLarge(uri, field);
      }
      return content;
    } catch (IOException e) {
      throw document.refused(
          field, "is %s, which cannot be read".formatted(quoted(uri)), "check its permissions");
    }
  }

  private SceneException tooLarge(String uri, String field) {
    return document.refused(
        field,
        "is %s; all files together exceed the limit of %,d bytes"
            .formatted(quoted(uri), Limits.FILE_BYTES),
        "simplify the scene or split it");
  }

  private static String quoted(String uri) {
    return "\"" + SceneException.oneLine(uri.length() > 120 ? uri.substring(0, 120) : uri) + "\"";
  }
}
