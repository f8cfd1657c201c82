package org.saccade.client.run;

import java.util.function.LongSupplier;
import org.saccade.client.audio.SoundFeed;
import org.saccade.offload.profile.Profiler;
import org.saccade.xr.Rig;

/**
 * What a frame loop works with; whoever made a part closes it.
 *
 * @param isLateLatched the views are located again just before drawing; off only to measure that
 */
record FrameParts(
    LongSupplier clock,
    Screen screen,
    Rig rig,
    Timeline timeline,
    Beat beat,
    Picture picture,
    TileSupply tiles,
    Profiler profiler,
    Overlays overlays,
    SoundFeed sound,
    Recording recording,
    boolean isLateLatched) {}
