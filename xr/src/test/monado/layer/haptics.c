// A record of haptics: Monado without controllers accepts every pulse and feels none.
//
// Each call becomes a line of the file that SACCADE_LAYER_HAPTICS names:
//   /user/hand/left AMPLITUDE DURATION_NS FREQUENCY_HZ
//   /user/hand/left stop
// A pulse for no hand in particular is for '*'. The duration -1 is the shortest that the device can do.
#include "layer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static const char *record_file;

static XrResult XRAPI_CALL on_ApplyHapticFeedback(XrSession session, const XrHapticActionInfo *info,
                                                  const XrHapticBaseHeader *haptic) {
    XrResult result = next.ApplyHapticFeedback(session, info, haptic);
    FILE *file = XR_SUCCEEDED(result) ? fopen(record_file, "a") : NULL;
    if (file != NULL) {
        char hand[XR_MAX_PATH_LENGTH];
        name_path(info->subactionPath, hand, sizeof hand);
        if (haptic->type == XR_TYPE_HAPTIC_VIBRATION) {
            const XrHapticVibration *pulse = (const XrHapticVibration *)haptic;
            fprintf(file, "%s %g %" PRId64 " %g\n", hand, pulse->amplitude, pulse->duration, pulse->frequency);
        } else {
            fprintf(file, "%s type %d\n", hand, (int)haptic->type);
        }
        fclose(file);
    }
    return result;
}

static XrResult XRAPI_CALL on_StopHapticFeedback(XrSession session, const XrHapticActionInfo *info) {
    XrResult result = next.StopHapticFeedback(session, info);
    FILE *file = XR_SUCCEEDED(result) ? fopen(record_file, "a") : NULL;
    if (file != NULL) {
        char hand[XR_MAX_PATH_LENGTH];
        name_path(info->subactionPath, hand, sizeof hand);
        fprintf(file, "%s stop\n", hand);
        fclose(file);
    }
    return result;
}

static const struct changed_call calls[] = {
    {"xrApplyHapticFeedback", (PFN_xrVoidFunction)on_ApplyHapticFeedback},
    {"xrStopHapticFeedback", (PFN_xrVoidFunction)on_StopHapticFeedback},
};

struct part begin_haptics(void) {
    record_file = getenv("SACCADE_LAYER_HAPTICS");
    return record_file == NULL ? (struct part){0} : (struct part){calls, LENGTH(calls)};
}
