package org.saccade.client.run;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4f;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.pass.HiddenArea;
import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;
import org.saccade.xr.runtime.XrDisplay;

/** A headset's masks as the renderer wants them. Frame thread. */
final class HiddenAreas {
  private HiddenAreas() {}

  /** One a view, by its field of view of now; empty unless the runtime has one for each. */
  static List<HiddenArea> of(GpuScope gpu, XrDisplay display) {
    var areas = new ArrayList<HiddenArea>();
    var views = display.playViews();
    for (int view = 0; view < views.size(); view++) {
      var mask = display.mask(view);
      if (mask == null) {
        return List.of();
      }
      var projection = views.get(view).fov().projection(Views.NEAR, new Matrix4f());
      areas.add(
          new HiddenArea(gpu, Floats.wrap(mask.tangents()), Ints.wrap(mask.indices()), projection));
    }
    return List.copyOf(areas);
  }
}
