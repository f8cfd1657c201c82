package org.saccade.client.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.saccade.assets.Shaders;
import org.saccade.client.bench.foveation.Raster;
import org.saccade.client.bench.foveation.SourceView;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.Surrounds;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.Face;
import org.saccade.xr.ViewPose;

/**
 * The source frames of {@code bench foveation}: drawn once and kept on disk, by all that shapes
 * them. Frame thread.
 */
final class FoveationFrames implements AutoCloseable {
  /** Texels along a face of what lies outside of the view. */
  private static final int FACE = 1024;

  private final Scene scene;
  private final Path folder;
  private final int pixels;
  private final Surrounds surrounds;
  private final String shaders = Shaders.digest();

  /**
   * @param pixels of a view along a side
   */
  FoveationFrames(Scene scene, Path folder, int pixels) {
    this.scene = scene;
    this.folder = folder;
    this.pixels = pixels;
    surrounds = Surrounds.open(scene, pixels * SourceView.FINER, FACE);
  }

  Surrounds surrounds() {
    return surrounds;
  }

  /** The view at a pose. */
  SourceView at(ViewPose pose) {
    int side = pixels * SourceView.FINER;
    var name =
        TruthName.of(
            shaders,
            surrounds.device().renderer(),
            scene.fingerprint(),
            pose,
            new PictureSize(side, side),
            0);
    var source = kept(name, side, () -> surrounds.view(pose));
    var orientation = pose.pose().orientation(new Quaternionf());
    double halfTangent = Math.tan(pose.fov().up());
    List<Raster> faces = new ArrayList<>();
    for (var face : Face.values()) {
      faces.add(
          mayBeSeen(face, orientation, halfTangent)
              ? kept(
                  face.code() + "-" + name,
                  FACE,
                  () -> surrounds.face(pose.pose().position(new Vector3d()), face))
              : Raster.black(1, 1));
    }
    return new SourceView(source, faces, orientation, halfTangent);
  }

  /** Whether a face comes within a few degrees of the view. */
  private static boolean mayBeSeen(Face face, Quaternionf orientation, double halfTangent) {
    var ahead = orientation.transform(new Vector3f(0, 0, -1));
    double reach = Math.atan(halfTangent * Math.sqrt(2)) + Math.atan(Math.sqrt(2)) + 0.05;
    return face.forward().dot(ahead) > Math.cos(reach);
  }

  private Raster kept(String name, int side, java.util.function.Supplier<int[]> drawn) {
    var file = folder.resolve(name);
    if (Files.isRegularFile(file)) {
      return new Raster(side, side, Pictures.readPixels(file, side, side));
    }
    int[] rgba = drawn.get();
    Pictures.write(file, rgba, side, side);
    return new Raster(side, side, rgba);
  }

  @Override
  public void close() {
    surrounds.close();
  }
}
