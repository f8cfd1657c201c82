package org.saccade.client.run;

import org.saccade.client.Surroundings;

/** A run in a window, until it is closed. Main thread. */
final class WindowRun {
  private final Surroundings surroundings;
  private final RunSettings settings;
  private final Surface surface;
  private final Recording recording;

  WindowRun(Surroundings surroundings, RunSettings settings, Surface surface, Recording recording) {
    this.recording = recording;
    this.surroundings = surroundings;
    this.settings = settings;
    this.surface = surface;
  }

  /** Opens the window first: throws GlUnavailableException where none can be had. */
  void run() {
    try (var desk = Desk.open(surroundings, settings, surface)) {
      var scene = new SceneFiles(surroundings, settings.cacheFolder()).load(settings.scene());
      var rig = desk.rig(settings.scene(), scene);
      recording.enter(Motions.origin(scene));
      var first = new World.Start(rig.locate(0), desk.screen().size(), (long) (1e9 / desk.hertz()));
      try (var world = World.open(surroundings, settings, scene, first)) {
        desk.sit(rig, world, recording);
        loop(desk);
      } finally {
        desk.leave();
      }
    }
  }

  private void loop(Desk desk) {
    long most = settings.frames().orElse(Long.MAX_VALUE);
    for (long i = 0; i < most; i++) {
      surroundings.stop().check();
      if (!desk.frame()) {
        return;
      }
    }
  }
}
