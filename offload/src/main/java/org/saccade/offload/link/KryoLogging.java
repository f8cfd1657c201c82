package org.saccade.offload.link;

import com.esotericsoftware.minlog.Log;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends KryoNet's own logging, which would go to standard output, to SLF4J at debug. */
final class KryoLogging {
  private static final Logger LOG = LoggerFactory.getLogger("org.saccade.offload.link.kryonet");

  private KryoLogging() {}

  static void install() {
    Log.set(LOG.isDebugEnabled() ? Log.LEVEL_INFO : Log.LEVEL_NONE);
    Log.setLogger(
        new Log.Logger() {
          @Override
          public void log(
              int level, @Nullable String category, String message, @Nullable Throwable cause) {
            LOG.debug(message, cause);
          }
        });
  }
}
