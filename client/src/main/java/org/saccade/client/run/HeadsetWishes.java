package org.saccade.client.run;

import org.saccade.xr.Comfort;
import org.saccade.xr.Ground;
import org.saccade.xr.Origin;

/**
 * What a run wants of any headset.
 *
 * @param start where the play space's floor lies in the scene
 * @param ground what the person walks on
 * @param comfort how they get about
 * @param wantsGaze whether an eye tracker may be asked where the eyes look
 */
record HeadsetWishes(Origin start, Ground ground, Comfort comfort, boolean wantsGaze) {}
