package org.saccade.client.run;

import org.saccade.xr.Comfort;
import org.saccade.xr.Ground;
import org.saccade.xr.Origin;

/**
 * How a person stands in the world a headset shows.
 *
 * @param start where the play space's floor lies in the scene
 * @param ground what the person walks on
 * @param comfort how they get about
 */
record HeadsetWishes(Origin start, Ground ground, Comfort comfort) {}
