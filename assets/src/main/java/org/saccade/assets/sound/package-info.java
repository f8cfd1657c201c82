/** Sounds made from a seed: loops that stand in scenes and short answers to a hand. */
@NullMarked
package org.saccade.assets.sound;

import org.jspecify.annotations.NullMarked;
