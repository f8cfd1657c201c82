package org.saccade.assets.world;

import java.util.List;
import org.saccade.assets.glb.GlbScene;
import org.saccade.assets.glb.Material;
import org.saccade.assets.mesh.Chance;
import org.saccade.assets.mesh.Vec;
import org.saccade.assets.texture.Cloth;
import org.saccade.assets.texture.Damask;
import org.saccade.assets.texture.Stones;
import org.saccade.assets.texture.Woods;

/** The museum's materials. */
final class MuseumFinishes {
  final Finish star;
  final Finish squares;
  final Finish ashlar;
  final Finish marble;
  final Finish dark;
  final Finish parquet;
  final Finish wood;
  final Finish plaster;
  final Finish stone;
  final Finish leafStone;
  final Finish gilt;
  final Finish carrara;
  final Finish bronze;
  final Finish verdigris;
  final Finish brass;
  final Finish porcelain;
  final Finish leather;
  final Finish green;
  final Finish earth;
  final List<Finish> damasks;

  MuseumFinishes(GlbScene scene, Chance chance) {
    Stones stones = new Stones(chance.named("stones"));
    Woods woods = new Woods(chance.named("woods"));
    star = new Finish(new Cloth(1024, 3, stones::star).addTo(scene, "star floor", false), 3);
    squares = new Finish(new Cloth(512, 2, stones::squares).addTo(scene, "floor", false), 2);
    Cloth.Pattern masonry = stones.ashlar(Vec.srgb(0xE0D2B8), 4, 2);
    ashlar = new Finish(new Cloth(1024, 2, masonry).addTo(scene, "ashlar", true), 2);
    Cloth.Pattern white = stones.slab(Stones.Sort.WHITE, 4, 0.35);
    marble = new Finish(new Cloth(512, 2, white).addTo(scene, "marble", false), 2);
    Cloth.Pattern verde = stones.slab(Stones.Sort.GREEN, 4, 0.28);
    dark = new Finish(new Cloth(512, 2, verde).addTo(scene, "green marble", false), 2);
    Cloth.Pattern oak = woods.parquet(Vec.srgb(0xC89258), Vec.srgb(0x7A4A26));
    parquet = new Finish(new Cloth(1024, 1.6, oak).addTo(scene, "parquet", true), 1.6);
    Cloth.Pattern walnut = woods.boards(Vec.srgb(0x8A5A34), Vec.srgb(0x52301A), 1);
    wood = new Finish(new Cloth(512, 1.2, walnut).addTo(scene, "walnut", false), 1.2);
    Cloth.Pattern lime = stones.plaster(Vec.srgb(0xF0E8DA));
    plaster = new Finish(new Cloth(512, 2.5, lime).addTo(scene, "plaster", false), 2.5);
    stone = plain(scene, Material.plain("limestone", Vec.srgb(0xEDE3D0), 0.62, 0));
    leafStone = plain(scene, Material.plain("carving", Vec.srgb(0xF0E6D3), 0.62, 0).bothSides());
    gilt = plain(scene, Material.plain("gilt", Vec.srgb(0xE3B357), 0.38, 0.75));
    carrara = plain(scene, Material.plain("carrara", Vec.srgb(0xF3EFE8), 0.42, 0));
    bronze = plain(scene, Material.plain("bronze", Vec.srgb(0x9A6A3C), 0.36, 0.9));
    verdigris = plain(scene, Material.plain("verdigris", Vec.srgb(0x6FA894), 0.55, 0.3));
    brass = plain(scene, Material.plain("brass", Vec.srgb(0xD9AE5B), 0.28, 1));
    porcelain = plain(scene, Material.plain("porcelain", Vec.srgb(0x2F5F9E), 0.15, 0));
    leather = plain(scene, Material.plain("leather", Vec.srgb(0x6B2A22), 0.5, 0));
    green = plain(scene, Material.plain("leaf", Vec.srgb(0x3F7A37), 0.5, 0).bothSides());
    earth = plain(scene, Material.plain("earth", Vec.srgb(0x3A2A1E), 0.95, 0));
    damasks = damasks(scene, chance);
  }

  private static Finish plain(GlbScene scene, Material material) {
    return new Finish(scene.material(material), 1);
  }

  private static List<Finish> damasks(GlbScene scene, Chance chance) {
    Vec grey = Vec.srgb(0xC4C4C4);
    Damask pattern = new Damask(grey, Vec.srgb(0xFFFFFF), chance.named("damask"));
    Cloth cloth = new Cloth(512, 1.1, pattern);
    int first = cloth.addTo(scene, "damask", false);
    List<Integer> tones = List.of(0x9C2F35, 0x3F7B5C, 0x3D5F96, 0xC08A3A, 0x2F7E86, 0x7D4A78);
    return tones.stream()
        .map(
            tone ->
                new Finish(
                    scene.recoloured(first, "damask %06x".formatted(tone), Vec.srgb(tone)), 1.1))
        .toList();
  }
}
