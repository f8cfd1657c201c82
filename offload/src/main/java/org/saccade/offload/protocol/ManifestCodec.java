package org.saccade.offload.protocol;

import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;

/** The manifest's fields, in the order of PROTOCOL.md. */
final class ManifestCodec {
  private ManifestCodec() {}

  static void write(WireWriter out, Manifest manifest) {
    out.text(manifest.edgeName()).text(manifest.sceneName()).fingerprint(manifest.scene());
    Recipe recipe = manifest.recipe();
    out.u16(recipe.formatVersion()).u16(recipe.tilePixels()).u8(recipe.maxLevel());
    out.u8(recipe.nearCellLog2()).u8(recipe.farCellLog2()).f32(recipe.splitRadius());
    out.u8(recipe.jpegQuality()).f32(recipe.tolerancePixels()).u16(recipe.smallestLeaf());
    out.f32(recipe.behindGap()).f32(recipe.exposure()).fingerprint(recipe.look());
  }

  static Manifest read(WireReader in) throws MalformedMessageException {
    String edgeName = in.text("edgeName");
    String sceneName = in.text("sceneName");
    Fingerprint scene = in.fingerprint("scene");
    Recipe recipe =
        new Recipe(
            in.u16("formatVersion"),
            in.u16("tilePixels"),
            in.u8("maxLevel"),
            in.i8("nearCellLog2", -8, 8),
            in.i8("farCellLog2", -8, 8),
            in.f32("splitRadius"),
            in.u8("jpegQuality"),
            in.f32("tolerancePixels"),
            in.u16("smallestLeaf"),
            in.f32("behindGap"),
            in.f32("exposure"),
            in.fingerprint("look"));
    return new Manifest(edgeName, sceneName, scene, recipe);
  }
}
