/** Inter-coded video to compare with, made by the ffmpeg of this machine. */
@NullMarked
package org.saccade.client.bench.video;

import org.jspecify.annotations.NullMarked;
