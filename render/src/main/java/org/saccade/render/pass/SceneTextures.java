package org.saccade.render.pass;

import static org.lwjgl.opengl.GL46C.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lwjgl.opengl.GL;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.gpu.TextureFormat;
import org.saccade.render.gpu.TextureSampler;
import org.saccade.render.scene.DecodedImage;
import org.saccade.render.scene.Sampler;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.TextureSlot;

/** A scene's images on the GPU with all their levels, each made when a material first asks. */
final class SceneTextures {
  private final GpuScope gpu;
  private final Scene scene;
  private final float anisotropy;
  private final Map<Use, Optional<Texture>> textures = new HashMap<>();
  private final Map<Sampler, TextureSampler> samplers = new HashMap<>();
  private final List<TextureSampler> slanted = new ArrayList<>();
  private final boolean isSoftware;
  private boolean isAnisotropic = true;

  private record Use(int image, boolean isColour) {}

  SceneTextures(GpuScope gpu, Scene scene, float anisotropy) {
    this.gpu = gpu;
    this.scene = scene;
    isSoftware = GpuDevice.current().isSoftware();
    var capabilities = GL.getCapabilities();
    boolean isOffered =
        capabilities.GL_ARB_texture_filter_anisotropic
            || capabilities.GL_EXT_texture_filter_anisotropic;
    this.anisotropy = isOffered ? Math.max(1, anisotropy) : 1;
  }

  /** The slot's texture, or null where its image is broken and to be left out. */
  @Nullable BoundTexture get(TextureSlot slot, boolean isColour) {
    Optional<Texture> texture =
        textures.computeIfAbsent(new Use(slot.image(), isColour), this::upload);
    return texture
        .map(t -> new BoundTexture(t, samplers.computeIfAbsent(slot.sampler(), this::sampler)))
        .orElse(null);
  }

  private Optional<Texture> upload(Use use) {
    try (DecodedImage image = scene.images().get(use.image()).decode()) {
      if (image == null) {
        return Optional.empty();
      }
      int levels = 32 - Integer.numberOfLeadingZeros(Math.max(image.width(), image.height()));
      TextureFormat format = use.isColour() ? TextureFormat.SRGB8_ALPHA8 : TextureFormat.RGBA8;
      Texture texture = gpu.texture2d(image.width(), image.height(), levels, format);
      texture.upload(image.rgba());
      texture.generateMipmap();
      return Optional.of(texture);
    }
  }

  private TextureSampler sampler(Sampler how) {
    TextureSampler sampler =
        gpu.sampler()
            .set(GL_TEXTURE_WRAP_S, wrap(how.wrapS()))
            .set(GL_TEXTURE_WRAP_T, wrap(how.wrapT()))
            .set(GL_TEXTURE_MAG_FILTER, how.linearMagnify() ? GL_LINEAR : GL_NEAREST)
            .set(GL_TEXTURE_MIN_FILTER, minify(how.minify()));
    boolean isSmooth = how.linearMagnify() && how.minify() == Sampler.Minify.LINEAR_MIPMAP_LINEAR;
    if (isSmooth && anisotropy > 1) {
      slanted.add(sampler.set(GL_TEXTURE_MAX_ANISOTROPY, anisotropy));
    }
    return sampler;
  }

  /**
   * Prepares for a target. A software renderer's anisotropic filter walks over all texels a pixel
   * covers; with several samples a pixel, its middle may lie beside the triangle, its coordinates
   * run to infinity, and the walk takes minutes: there it goes without.
   */
  void prepareFor(AntiAliasing antiAliasing) {
    boolean isEndless = isSoftware && antiAliasing == AntiAliasing.MSAA4;
    if (isEndless == isAnisotropic) {
      isAnisotropic = !isEndless;
      for (TextureSampler sampler : slanted) {
        sampler.set(GL_TEXTURE_MAX_ANISOTROPY, isAnisotropic ? anisotropy : 1);
      }
    }
  }

  private static int wrap(Sampler.Wrap wrap) {
    return switch (wrap) {
      case REPEAT -> GL_REPEAT;
      case CLAMP_TO_EDGE -> GL_CLAMP_TO_EDGE;
      case MIRRORED_REPEAT -> GL_MIRRORED_REPEAT;
    };
  }

  private static int minify(Sampler.Minify minify) {
    return switch (minify) {
      case NEAREST -> GL_NEAREST;
      case LINEAR -> GL_LINEAR;
      case NEAREST_MIPMAP_NEAREST -> GL_NEAREST_MIPMAP_NEAREST;
      case LINEAR_MIPMAP_NEAREST -> GL_LINEAR_MIPMAP_NEAREST;
      case NEAREST_MIPMAP_LINEAR -> GL_NEAREST_MIPMAP_LINEAR;
      case LINEAR_MIPMAP_LINEAR -> GL_LINEAR_MIPMAP_LINEAR;
    };
  }
}
