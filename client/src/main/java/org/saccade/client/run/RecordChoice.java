package org.saccade.client.run;

import java.nio.file.Path;

/**
 * Where a run's motion is recorded.
 *
 * @param file a new file
 * @param hasGaze whether it also says where the eyes look, as the tracker saw it
 */
public record RecordChoice(Path file, boolean hasGaze) {}
