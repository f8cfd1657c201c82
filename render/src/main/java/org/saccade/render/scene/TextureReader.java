package org.saccade.render.scene;

import com.fasterxml.jackson.databind.JsonNode;
import de.javagl.jgltf.impl.v2.Texture;
import de.javagl.jgltf.impl.v2.TextureInfo;
import java.util.Optional;
import org.joml.Matrix3x2f;
import org.joml.Matrix3x2fc;
import org.jspecify.annotations.Nullable;

/** Texture references of materials: image, sampler, coordinates and their transform. */
final class TextureReader {
  private final SceneDocument document;
  private final ImageReader images;

  TextureReader(SceneDocument document, ImageReader images) {
    this.document = document;
    this.images = images;
  }

  Optional<TextureSlot> slot(@Nullable TextureInfo info, JsonNode json, String field)
      throws SceneException {
    return info == null ? Optional.empty() : slot(info.getIndex(), info.getTexCoord(), json, field);
  }

  Optional<TextureSlot> slot(
      @Nullable Integer index, @Nullable Integer texCoord, JsonNode json, String field)
      throws SceneException {
    Texture texture =
        document.at(document.gltf().getTextures(), index, field + " texture index", "textures");
    String name = "textures[" + index + "]";
    if (texture.getSource() == null) {
      document.ignore("textures without a PNG or JPEG source");
      return Optional.empty();
    }
    JsonNode transform = json.path("extensions").path(Extensions.TEXTURE_TRANSFORM);
    int set = transform.path("texCoord").asInt(texCoord == null ? 0 : texCoord);
    if (set < 0 || set > 1) {
      throw document.refused(
          field + " texCoord", "is " + set, "use texture coordinates 0 and 1 only");
    }
    int image = images.index(texture.getSource(), name + ".source");
    return Optional.of(
        new TextureSlot(image, sampler(texture, name), set, transform(transform, field)));
  }

  private Matrix3x2fc transform(JsonNode json, String field) throws SceneException {
    if (!json.isObject()) {
      return TextureSlot.NO_TRANSFORM;
    }
    float offsetU = (float) json.path("offset").path(0).asDouble(0);
    float offsetV = (float) json.path("offset").path(1).asDouble(0);
    float scaleU = (float) json.path("scale").path(0).asDouble(1);
    float scaleV = (float) json.path("scale").path(1).asDouble(1);
    double rotation = json.path("rotation").asDouble(0);
    document.finite(
        field + " " + Extensions.TEXTURE_TRANSFORM,
        offsetU,
        offsetV,
        scaleU,
        scaleV,
        (float) rotation);
    float cos = (float) Math.cos(rotation);
    float sin = (float) Math.sin(rotation);
    // translation x rotation x scale; glTF's v points down, so positive angles turn the other way
    return new Matrix3x2f(
        cos * scaleU, -sin * scaleU, sin * scaleV, cos * scaleV, offsetU, offsetV);
  }

  private Sampler sampler(Texture texture, String name) throws SceneException {
    if (texture.getSampler() == null) {
      return Sampler.STANDARD;
    }
    String field = name + ".sampler";
    var from = document.at(document.gltf().getSamplers(), texture.getSampler(), field, "samplers");
    return new Sampler(
        wrap(from.getWrapS(), field),
        wrap(from.getWrapT(), field),
        from.getMagFilter() == null || from.getMagFilter() != 9728,
        minify(from.getMinFilter(), field));
  }

  private Sampler.Wrap wrap(@Nullable Integer code, String field) throws SceneException {
    return switch (code == null ? 10_497 : code) {
      case 10_497 -> Sampler.Wrap.REPEAT;
      case 33_071 -> Sampler.Wrap.CLAMP_TO_EDGE;
      case 33_648 -> Sampler.Wrap.MIRRORED_REPEAT;
      default -> throw document.broken(field, "wraps by mode " + code);
    };
  }

  private Sampler.Minify minify(@Nullable Integer code, String field) throws SceneException {
    return switch (code == null ? 9987 : code) {
      case 9728 -> Sampler.Minify.NEAREST;
      case 9729 -> Sampler.Minify.LINEAR;
      case 9984 -> Sampler.Minify.NEAREST_MIPMAP_NEAREST;
      case 9985 -> Sampler.Minify.LINEAR_MIPMAP_NEAREST;
      case 9986 -> Sampler.Minify.NEAREST_MIPMAP_LINEAR;
      case 9987 -> Sampler.Minify.LINEAR_MIPMAP_LINEAR;
      default -> throw document.broken(field, "minifies by filter " + code);
    };
  }
}
