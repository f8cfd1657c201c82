/** What a run or a bench leaves behind: JSON, a page to look at, pictures; written whole or not. */
@NullMarked
package org.saccade.client.report;

import org.jspecify.annotations.NullMarked;
