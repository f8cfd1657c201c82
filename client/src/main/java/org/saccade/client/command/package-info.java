/** The command line: options, their limits, exit codes, and one clear line for every failure. */
@NullMarked
package org.saccade.client.command;

import org.jspecify.annotations.NullMarked;
