package org.saccade.client.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.client.audio.SoundFeed;
import org.saccade.offload.profile.Profiler;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.WalkGround;
import org.saccade.xr.Fov;
import org.saccade.xr.Gaze;
import org.saccade.xr.Pose;
import org.saccade.xr.RigFrame;
import org.saccade.xr.ViewPose;

/**
 * A place while it is shown in a headset and at the desk beside it: its world, its seat and its
 * sound, from opening to closing. Main thread.
 */
final class Visit implements AutoCloseable {
  private static final PictureSize FIRST_SIZE = new PictureSize(1024, 1024);
  private static final long FIRST_PERIOD_NANOS = 11_111_111;

  private final Guests guests;
  private final Travel.Place place;
  private final World world;
  private final SoundFeed sound;

  /** Who goes from place to place, and what goes with them. */
  record Guests(
      Surroundings surroundings,
      Surface surface,
      HeadsetMenu menu,
      Headsets headsets,
      @Nullable Desk desk,
      Profiler profiler,
      Recording recording) {}

  private Visit(Guests guests, Travel.Place place, World world, SoundFeed sound) {
    this.guests = guests;
    this.place = place;
    this.world = world;
    this.sound = sound;
  }

  /**
   * Opens a place, or again the one before where that fails, which is told in one line.
   *
   * @param before null at the start of a run, which a failure ends
   */
  static Visit open(Guests guests, Travel.Place next, Travel.@Nullable Place before) {
    try {
      return open(guests, next);
    } catch (RuntimeException | Error failed) {
      if (before == null || guests.surroundings().stop().isRequested()) {
        throw failed;
      }
      var back = open(guests, before);
      var words =
          "%s cannot be opened (%s); back to what was shown before"
              .formatted(next.settings().scene().name(), Travel.reason(failed));
      guests.menu().refuse(words);
      guests.surroundings().err().println("saccade: " + words);
      return back;
    }
  }

  private static Visit open(Guests guests, Travel.Place place) {
    var surroundings = guests.surroundings();
    var desk = guests.desk();
    var rig = desk == null ? null : desk.rig(place.settings().scene(), place.scene());
    var first =
        desk == null || rig == null
            ? new World.Start(standing(place.scene()), FIRST_SIZE, FIRST_PERIOD_NANOS)
            : new World.Start(rig.locate(0), desk.screen().size(), (long) (1e9 / desk.hertz()));
    var world =
        World.open(surroundings, place.settings(), place.scene(), first, guests.headsets()::rest);
    Visit visit = null;
    try {
      if (desk != null && rig != null) {
        desk.choose(RunChange.withoutEdge(desk.policy(), place.settings().edge()));
        desk.sit(rig, world, Recording.NONE);
      }
      var sound =
          desk != null
              ? desk.sound()
              : RunSound.open(guests.surface().sound().orElse(true), surroundings, world);
      visit = new Visit(guests, place, world, sound);
      visit.show();
      return visit;
    } catch (RuntimeException | Error failed) {
      if (visit != null) {
        visit.close();
      } else {
        world.close();
      }
      throw failed;
    }
  }

  private static RigFrame standing(Scene scene) {
    var origin = Motions.origin(scene);
    var head = Pose.looking(origin.x(), origin.y() + 1.65, origin.z(), origin.yaw(), 0);
    var view = new ViewPose(head, Fov.symmetric(Math.toRadians(100), 1));
    return new RigFrame(0, head, List.of(view), Gaze.centre(0));
  }

  private void show() {
    var figures = new LiveFigures(guests.profiler(), world.tiles(), place.settings().notice());
    guests.menu().enter(place.settings(), figures);
    guests.recording().enter(Motions.origin(place.scene()));
    guests.headsets().enter(shown(figures));
  }

  private Headsets.World shown(LiveFigures figures) {
    var desk = guests.desk();
    var clock = guests.surroundings().clock();
    long start = clock.getAsLong();
    var overlays = new WornOverlays(desk == null ? null : desk.overlays(), figures, guests.menu());
    var settings = place.settings();
    var policy =
        desk == null ? RunChange.withoutEdge(settings.policy(), settings.edge()) : desk.policy();
    var floor = new WalkGround(place.scene());
    var wishes =
        new HeadsetWishes(
            Motions.origin(place.scene()),
            new SceneGround(floor),
            WornComfort.of(guests.menu().live().now()));
    return new Headsets.World(
        wishes,
        link -> {
          link.screen()
              .use(
                  new WornHands(link, world.stage(), new HandSounds(sound), guests.menu()::isOpen));
          var parts =
              new FrameParts(
                  clock,
                  link.screen(),
                  link.rig(),
                  new Timeline(start, 0),
                  link.screen(),
                  world.picture(),
                  world.tiles(),
                  guests.profiler(),
                  overlays,
                  sound,
                  guests.recording(),
                  true);
          return new FrameLoop(parts, policy);
        });
  }

  Travel.Place place() {
    return place;
  }

  World world() {
    return world;
  }

  SoundFeed sound() {
    return sound;
  }

  @Override
  public void close() {
    guests.menu().leave();
    if (guests.desk() != null) {
      guests.desk().leave();
    } else {
      sound.close();
    }
    world.close();
  }
}
