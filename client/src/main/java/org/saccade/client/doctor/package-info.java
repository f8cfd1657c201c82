/** What this machine has and lacks, each lack with its remedy. */
@NullMarked
package org.saccade.client.doctor;

import org.jspecify.annotations.NullMarked;
