package org.saccade.client.doctor;

import org.saccade.client.audio.Silence;
import org.saccade.client.audio.SoundDevice;
import org.saccade.client.audio.SoundLoopback;
import org.saccade.client.audio.SoundOutput;

/** Whether sound can be heard, and from all sides. */
final class SoundFinding {
  private SoundFinding() {}

  static Finding look() {
    try (var output = SoundOutput.open(null)) {
      return of(output);
    }
  }

  static Finding of(SoundOutput output) {
    return switch (output) {
      case SoundDevice device -> heard(device.name(), device.hrtf());
      case SoundLoopback loopback -> heard("loopback", loopback.hrtf());
      case Silence(var reason, var remedy) -> Finding.less("sound", reason, remedy);
    };
  }

  private static Finding heard(String name, String hrtf) {
    return hrtf.isEmpty()
        ? Finding.less(
            "sound",
            name + ", without HRTF",
            "let the system play stereo at 44.1 or 48 kHz; sounds keep left and right until then")
        : Finding.good("sound", "%s, HRTF %s".formatted(name, hrtf));
  }
}
