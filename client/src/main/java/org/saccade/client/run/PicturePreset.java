package org.saccade.client.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.saccade.client.menu.Alternatives;
import org.saccade.render.pass.AntiAliasing;

/** How sharp pictures are and what they cost, in one word for people. Pure. */
enum PicturePreset {
  /** Tiles a level finer, four samples a pixel. */
  SHARP(3, 95, AntiAliasing.MSAA4, false),
  /** What a run begins with unless it is told otherwise. */
  BALANCED(2, 95, AntiAliasing.FXAA, false),
  /** Coarser tiles, rough edges, and away from the gaze fewer pixels. */
  LIGHT(1, 85, AntiAliasing.NONE, true);

  private final int maxLevel;
  private final int jpegQuality;
  private final AntiAliasing antiAliasing;
  private final boolean isFoveated;

  PicturePreset(int maxLevel, int jpegQuality, AntiAliasing antiAliasing, boolean isFoveated) {
    this.maxLevel = maxLevel;
    this.jpegQuality = jpegQuality;
    this.antiAliasing = antiAliasing;
    this.isFoveated = isFoveated;
  }

  /** What people call it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The run drawn so. */
  RunSettings on(RunSettings run) {
    return run.drawn(antiAliasing, isFoveated, run.tiles().made(maxLevel, jpegQuality));
  }

  /** The preset of this name. */
  static PicturePreset named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** All, and the one a run is drawn by; none where options said otherwise. */
  static Alternatives of(RunSettings run) {
    var words = List.of(values()).stream().map(PicturePreset::word).toList();
    var chosen = Arrays.stream(values()).filter(each -> each.on(run).equals(run)).findFirst();
    return new Alternatives(words, chosen.map(PicturePreset::word).orElse(""));
  }
}
