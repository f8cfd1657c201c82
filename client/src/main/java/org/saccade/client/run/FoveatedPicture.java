package org.saccade.client.run;

import static org.lwjgl.opengl.GL45C.*;

import org.jspecify.annotations.Nullable;
import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;
import org.saccade.render.gpu.VertexArray;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.Detail;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderTarget;
import org.saccade.xr.Gaze;
import org.saccade.xr.ViewPose;

/**
 * A Local picture, foveated: the whole view coarsely, then a rectangle around the gaze with the
 * picture's own pixels, blended over it. Hybrid and Edge are drawn without it. Frame thread.
 */
final class FoveatedPicture implements AutoCloseable {
  private final GpuScope gpu = new GpuScope("foveated picture");
  private final Program program;
  private final VertexArray nothing;
  private final AntiAliasing antiAliasing;
  private @Nullable RenderTarget periphery;
  private @Nullable RenderTarget inset;

  /** Draws a view into a target, which it leaves to be resolved; the pass is {@link Detail}'s. */
  interface Drawing {
    void draw(RenderTarget target, DrawView view, int pass);
  }

  FoveatedPicture(AntiAliasing antiAliasing) {
    this.antiAliasing = antiAliasing;
    program = gpu.program("screen.vert", "inset.frag");
    nothing = gpu.vertexArray();
  }

  /**
   * Draws a view into a finished picture.
   *
   * @param view turned as the head is, as the one view on a screen always is
   * @param gaze in head space
   */
  void draw(Framebuffer into, ViewPose view, Gaze gaze, Drawing drawing) {
    var shares = FoveaShares.of(view.fov(), into.width(), into.height());
    int width = (int) Math.ceil(into.width() * shares.scale());
    int height = (int) Math.ceil(into.height() * shares.scale());
    var coarse = sized(periphery, width, height);
    periphery = coarse;
    drawing.draw(coarse, Views.draw(view, width, height), Detail.PERIPHERY);
    coarse.resolve();
    coarse.resolved().blitColour(into);
    if (!shares.isSaving()) {
      return;
    }
    var whole = Views.draw(view, into.width(), into.height());
    double ahead = Math.max(0.1, -gaze.z());
    var place = InsetPlace.around(whole, gaze.x() / ahead, gaze.y() / ahead, shares.halfTangent());
    var fine = sized(inset, place.width(), place.height());
    inset = fine;
    drawing.draw(fine, place.of(whole), Detail.INSET);
    fine.resolve();
    double band = FoveaShares.BAND_RADIANS / Math.pow(Math.cos(shares.fineRadians()), 2);
    blend(fine, place, into, (float) (band * whole.projection().m11() * into.height() / 2));
  }

  /** Over the target; towards edges that are not the picture's own it becomes transparent. */
  private void blend(RenderTarget fine, InsetPlace place, Framebuffer into, float bandPixels) {
    into.bind();
    glViewport(place.x(), place.y(), place.width(), place.height());
    glDisable(GL_DEPTH_TEST);
    glDepthMask(false);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
    fine.colour().bind(0);
    program
        .set("corner", place.x(), place.y())
        .set("whole", into.width(), into.height())
        .set("band", bandPixels)
        .use();
    nothing.bind();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_BLEND);
  }

  private RenderTarget sized(@Nullable RenderTarget existing, int width, int height) {
    if (existing != null) {
      if (existing.width() == width && existing.height() == height) {
        return existing;
      }
      existing.close();
    }
    return RenderTarget.display(width, height, antiAliasing);
  }

  @Override
  public void close() {
    if (periphery != null) {
      periphery.close();
    }
    if (inset != null) {
      inset.close();
    }
    gpu.close();
  }
}
