package org.saccade.client.doctor;

import org.saccade.render.codec.JpegCodec;

/** Whether tiles are decoded by libjpeg-turbo, or by the slower bundled decoder. */
final class TurboJpegFinding {
  private TurboJpegFinding() {}

  static Finding look() {
    var name = JpegCodec.best().name();
    return name.toLowerCase(java.util.Locale.ROOT).contains("turbo")
        ? Finding.good("jpeg", name)
        : Finding.less(
            "jpeg",
            name + ", bundled",
            "install libturbojpeg0 for faster tiles ('apt-get install libturbojpeg0' on Debian)");
  }
}
