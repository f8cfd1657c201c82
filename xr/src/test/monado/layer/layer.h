// What the parts of the test layer share.
//
// The layer stands between the loader and a real runtime and adds what headsets have and Monado without one lacks:
// eye gaze (gaze.c), a record of haptics (haptics.c), quad views (quad_views.c), hands without controllers (bare_hands.c;
// not together with gaze), and masks that cannot be had (masks.c). Everything else passes through.
//
// It serves tests: one instance with one session at a time, called by one thread.
#ifndef SACCADE_TEST_LAYER_H
#define SACCADE_TEST_LAYER_H

#include <stdbool.h>
#include <stddef.h>

#include <openxr/openxr.h>

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

// The calls that the layer passes on, or makes itself.
#define NEXT_CALLS(DO)                                                                                       \
    DO(ApplyHapticFeedback)                                                                                  \
    DO(BeginSession)                                                                                         \
    DO(CreateActionSpace)                                                                                    \
    DO(CreateReferenceSpace)                                                                                 \
    DO(DestroyInstance)                                                                                      \
    DO(DestroySession)                                                                                       \
    DO(DestroySpace)                                                                                         \
    DO(EndFrame)                                                                                             \
    DO(EnumerateEnvironmentBlendModes)                                                                       \
    DO(EnumerateViewConfigurations)                                                                          \
    DO(EnumerateViewConfigurationViews)                                                                      \
    DO(GetActionStatePose)                                                                                   \
    DO(GetCurrentInteractionProfile)                                                                         \
    DO(GetSystemProperties)                                                                                  \
    DO(GetViewConfigurationProperties)                                                                       \
    DO(GetVisibilityMaskKHR)                                                                                 \
    DO(LocateSpace)                                                                                          \
    DO(LocateViews)                                                                                          \
    DO(PathToString)                                                                                         \
    DO(StopHapticFeedback)                                                                                   \
    DO(StringToPath)                                                                                         \
    DO(SuggestInteractionProfileBindings)                                                                    \
    DO(SyncActions)

// The functions of what comes after us: the next layer or the runtime.
struct next_calls {
    PFN_xrGetInstanceProcAddr GetInstanceProcAddr;
#define DECLARE(name) PFN_xr##name name;
    NEXT_CALLS(DECLARE)
#undef DECLARE
};

extern struct next_calls next;
extern XrInstance the_instance;

// A call that a part of the layer answers in its own way.
struct changed_call {
    const char *name;
    PFN_xrVoidFunction function;
};

// A part: what it changes, and how it begins anew with each instance.
struct part {
    const struct changed_call *calls;
    size_t count;
};

struct part begin_bare_hands(void);
struct part begin_gaze(void);
struct part begin_haptics(void);
struct part begin_masks(void);
struct part begin_quad_views(void);

// Where the eyes look, in degrees to the left of and above straight ahead.
struct gaze {
    bool is_valid;
    float yaw_deg;
    float pitch_deg;
    float age_ms;
};

// The gaze as the script has it now; invalid when there is none.
struct gaze read_gaze(void);

// Writes a path's string, or "*" for no path.
void name_path(XrPath path, char *name, size_t capacity);

#endif
