package org.saccade.render.scene;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import de.javagl.jgltf.impl.v2.GlTF;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON bytes to jgltf's objects, by way of a bounded tree: depth, tokens, strings and size are
 * limited while reading, required extensions and nulls are checked before jgltf sees anything.
 */
final class DocumentParser {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(Limits.JSON_BYTES)
                          .maxStringLength(Limits.JSON_BYTES)
                          .maxNestingDepth(Limits.JSON_DEPTH)
                          .maxTokenCount(Limits.JSON_TOKENS)
                          .maxNumberLength(64)
                          .maxNameLength(1024)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private final Path file;

  private DocumentParser(Path file) {
    this.file = file;
  }

  static SceneDocument parse(Path file, ByteBuffer json) throws SceneException {
    return new DocumentParser(file).parse(json);
  }

  private SceneDocument parse(ByteBuffer bytes) throws SceneException {
    if (bytes.remaining() > Limits.JSON_BYTES) {
      throw new SceneException(
          file,
          "JSON",
          "has %,d bytes, above the limit of %,d".formatted(bytes.remaining(), Limits.JSON_BYTES),
          "save as .glb, with buffers and images in the binary chunk");
    }
    JsonNode root = tree(bytes);
    checkVersion(root);
    Extensions.refuseUnsupported(file, root);
    String hole = findNull(root, "");
    if (hole != null) {
      throw broken(hole, "is null");
    }
    var document = new SceneDocument(file, root, bind(root));
    Extensions.noteIgnored(document);
    return document;
  }

  private JsonNode tree(ByteBuffer bytes) throws SceneException {
    try {
      JsonNode root =
          MAPPER.readTree(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      if (root == null || !root.isObject()) {
        throw new SceneException(
            file, "file", "is neither .glb nor a JSON object", "name a .glb or .gltf file");
      }
      return root;
    } catch (JsonProcessingException e) {
      if (bytes.remaining() > 0 && bytes.get(bytes.position()) > '{') {
        throw new SceneException(
            file, "file", "begins like neither .glb nor JSON", "name a .glb or .gltf file");
      }
      throw new SceneException(file, "JSON", where(e), "name a glTF file, or export it again");
    } catch (IOException e) {
      throw broken("JSON", "cannot be read: " + e.getMessage());
    }
  }

  private static String where(JsonProcessingException e) {
    var place = e.getLocation();
    String at =
        place == null
            ? ""
            : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    return "cannot be parsed: " + e.getOriginalMessage() + at;
  }

  private void checkVersion(JsonNode root) throws SceneException {
    String version = root.path("asset").path("version").asText("");
    String least = root.path("asset").path("minVersion").asText("2.0");
    if (!version.matches("2\\.\\d+") || !least.equals("2.0")) {
      String value =
          version.isEmpty() ? "is missing" : "is %s (at least %s)".formatted(version, least);
      throw new SceneException(file, "asset.version", value, "export the file as glTF 2.0");
    }
  }

  /** The path of the first null outside extras and extensions, which glTF allows nowhere. */
  private static @Nullable String findNull(JsonNode node, String path) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        String found = findNull(node.get(i), path, i);
        if (found != null) {
          return found;
        }
      }
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        String name = entry.getKey();
        if (!name.equals("extras") && !name.equals("extensions")) {
          JsonNode value = entry.getValue();
          String found = value.isValueNode() && !value.isNull() ? null : findNull(value, name);
          if (found != null) {
            return path.isEmpty() ? found : path + "." + found;
          }
        }
      }
    }
    return node.getNodeType() == JsonNodeType.NULL ? path : null;
  }

  private static @Nullable String findNull(JsonNode element, String path, int index) {
    if (element.isValueNode() && !element.isNull()) {
      return null;
    }
    String found = findNull(element, "");
    if (found == null) {
      return null;
    }
    return path + "[" + index + "]" + (found.isEmpty() ? "" : "." + found);
  }

  private GlTF bind(JsonNode root) throws SceneException {
    try {
      return MAPPER.treeToValue(root, GlTF.class);
    } catch (JsonMappingException e) {
      throw broken(path(e), "is not what glTF expects there: " + reason(e));
    } catch (JsonProcessingException e) {
      throw broken("JSON", "cannot be understood: " + e.getOriginalMessage());
    }
  }

  private static String reason(JsonMappingException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String text =
        cause instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : cause.getMessage();
    return String.valueOf(text).replaceAll("`?(java|de)\\.[\\w.]*\\.(\\w+)`?", "$2");
  }

  private static String path(JsonMappingException e) {
    var path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "JSON" : path.toString();
  }

  private SceneException broken(String field, String value) {
    return new SceneException(file, field, value, SceneDocument.EXPORT_AGAIN);
  }
}
