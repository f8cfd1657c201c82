package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joml.Matrix3x2fc;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.gpu.Buffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.scene.AlphaMode;
import org.saccade.render.scene.Material;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.TextureSlot;

/** The materials' factors in one uniform buffer, their textures, and the shaders they need. */
final class MaterialTable {
  /** Maps in the order of texture units; the shaders' constants. */
  private static final int MAPS = 5;

  private static final int BLOCK_BYTES = (3 + 2 * MAPS) * 16;
  private static final int BINDING = 2;

  private final Buffer blocks;
  private final int stride;
  private final List<@Nullable BoundTexture[]> textures = new ArrayList<>();
  private final int[] variants;
  private final int[] sharedSlots;

  MaterialTable(GpuScope gpu, Scene scene, SceneTextures images) {
    int alignment = glGetInteger(GL_UNIFORM_BUFFER_OFFSET_ALIGNMENT);
    stride = (BLOCK_BYTES + alignment - 1) / alignment * alignment;
    int count = scene.materials().size();
    variants = new int[count];
    sharedSlots = new int[count];
    ByteBuffer data = MemoryUtil.memCalloc(Math.max(1, count) * stride);
    try {
      for (int i = 0; i < count; i++) {
        Material material = scene.materials().get(i);
        List<Optional<TextureSlot>> slots = slots(material);
        @Nullable BoundTexture[] bound = bind(slots, images);
        textures.add(bound);
        variants[i] = MaterialVariant.bits(variants(material, slots, bound));
        sharedSlots[i] = firstUsed(bound);
        write(data.slice(i * stride, BLOCK_BYTES).order(data.order()), material, slots);
      }
      blocks = gpu.buffer(data);
    } finally {
      MemoryUtil.memFree(data);
    }
  }

  /** Makes a material's factors and textures those of the next draws. */
  void bind(int material) {
    glBindBufferRange(
        GL_UNIFORM_BUFFER, BINDING, blocks.name(), (long) material * stride, BLOCK_BYTES);
    @Nullable BoundTexture[] bound = textures.get(material);
    for (int unit = 0; unit < MAPS; unit++) {
      BoundTexture texture = bound[unit];
      if (texture != null) {
        texture.bind(unit);
      }
    }
  }

  /** Bits of {@link MaterialVariant}. */
  int variant(int material) {
    return variants[material];
  }

  /** The map whose coordinates all maps share, unless they are separate. */
  int sharedSlot(int material) {
    return sharedSlots[material];
  }

  private static List<Optional<TextureSlot>> slots(Material material) {
    return List.of(
        material.baseColourMap(),
        material.metallicRoughnessMap(),
        material.normalMap(),
        material.occlusionMap(),
        material.emissiveMap());
  }

  private static @Nullable BoundTexture[] bind(
      List<Optional<TextureSlot>> slots, SceneTextures images) {
    var bound = new @Nullable BoundTexture[MAPS];
    for (int map = 0; map < MAPS; map++) {
      boolean isColour = map == 0 || map == MAPS - 1;
      Optional<TextureSlot> slot = slots.get(map);
      bound[map] = slot.isPresent() ? images.get(slot.get(), isColour) : null;
    }
    return bound;
  }

  private static int firstUsed(@Nullable BoundTexture[] bound) {
    for (int map = 0; map < MAPS; map++) {
      if (bound[map] != null) {
        return map;
      }
    }
    return 0;
  }

  private static Set<MaterialVariant> variants(
      Material material, List<Optional<TextureSlot>> slots, @Nullable BoundTexture[] bound) {
    var variants = EnumSet.noneOf(MaterialVariant.class);
    MaterialVariant[] ofMap = {
      MaterialVariant.BASE_MAP,
      MaterialVariant.METALLIC_ROUGHNESS_MAP,
      MaterialVariant.NORMAL_MAP,
      MaterialVariant.OCCLUSION_MAP,
      MaterialVariant.EMISSIVE_MAP
    };
    for (int map = 0; map < MAPS; map++) {
      if (bound[map] != null) {
        variants.add(ofMap[map]);
        variants.add(MaterialVariant.ANY_MAP);
      }
    }
    if (bound[3] != null && slots.get(3).equals(slots.get(1))) {
      variants.remove(MaterialVariant.OCCLUSION_MAP);
      variants.add(MaterialVariant.OCCLUSION_SHARED);
    }
    if (!sharesCoordinates(slots, bound)) {
      variants.add(MaterialVariant.SEPARATE_UV);
    }
    addModes(material, variants);
    return variants;
  }

  private static void addModes(Material material, Set<MaterialVariant> variants) {
    if (material.alphaMode() == AlphaMode.MASK) {
      variants.add(MaterialVariant.MASK);
    }
    if (material.alphaMode() == AlphaMode.BLEND) {
      variants.add(MaterialVariant.BLEND);
    }
    if (material.doubleSided()) {
      variants.add(MaterialVariant.DOUBLE_SIDED);
    }
    if (material.unlit()) {
      variants.add(MaterialVariant.UNLIT);
    }
  }

  private static boolean sharesCoordinates(
      List<Optional<TextureSlot>> slots, @Nullable BoundTexture[] bound) {
    long different = 0;
    TextureSlot first = null;
    for (int map = 0; map < MAPS; map++) {
      TextureSlot slot = bound[map] == null ? null : slots.get(map).orElse(null);
      if (slot != null) {
        first = first == null ? slot : first;
        boolean isSame =
            slot.texCoord() == first.texCoord() && slot.uvTransform().equals(first.uvTransform());
        different += isSame ? 0 : 1;
      }
    }
    return different == 0;
  }

  private static void write(
      ByteBuffer block, Material material, List<Optional<TextureSlot>> slots) {
    material.baseColour().get(0, block);
    material.emissive().get(16, block);
    block.putFloat(28, material.normalScale());
    block.putFloat(32, material.metallic());
    block.putFloat(36, material.roughness());
    block.putFloat(40, material.occlusionStrength());
    block.putFloat(44, material.alphaCutoff());
    for (int map = 0; map < MAPS; map++) {
      TextureSlot slot = slots.get(map).orElse(null);
      Matrix3x2fc uv = slot == null ? TextureSlot.NO_TRANSFORM : slot.uvTransform();
      float[] rows = {
        uv.m00(),
        uv.m10(),
        uv.m20(),
        slot == null ? 0 : slot.texCoord(),
        uv.m01(),
        uv.m11(),
        uv.m21(),
        0
      };
      for (int i = 0; i < rows.length; i++) {
        block.putFloat(48 + 32 * map + 4 * i, rows[i]);
      }
    }
  }
}
