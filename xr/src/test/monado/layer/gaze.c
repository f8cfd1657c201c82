// Eye gaze by script (XR_EXT_eye_gaze_interaction): an app binds it as it would on a headset, and the pose of its
// action follows a small text file.
//
// SACCADE_LAYER_GAZE names the file; gaze is offered when it exists as the instance is made. It holds lines of a name
// and a number: valid (0 or 1), yaw_deg (to the left), pitch_deg (up), age_ms. Replace it by renaming another one
// over it, so that it is never seen half-written; it is read again when it changed.
#include "layer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const eyes = "/user/eyes_ext";
static const char *const eye_profile = "/interaction_profiles/ext/eye_gaze_interaction";
static const double radians = 3.14159265358979323846 / 180;

static const char *script_file; // NULL: no gaze is offered
static struct stat script_stat;
static struct gaze script;

static XrAction gaze_actions[16];
static size_t gaze_action_count;
static XrSpace gaze_spaces[64];
static size_t gaze_space_count;
static XrSpace view_space; // ours, made when a gaze space first needs it
static bool has_focus;

struct gaze read_gaze(void) {
    struct stat now;
    if (script_file == NULL || stat(script_file, &now) != 0) {
        return (struct gaze){0};
    }
    if (now.st_ino == script_stat.st_ino && now.st_size == script_stat.st_size &&
        now.st_mtim.tv_sec == script_stat.st_mtim.tv_sec && now.st_mtim.tv_nsec == script_stat.st_mtim.tv_nsec) {
        return script;
    }
    FILE *file = fopen(script_file, "r");
    if (file == NULL) {
        return script;
    }
    struct gaze read = {0};
    char name[32];
    float value;
    while (fscanf(file, "%31s %f", name, &value) == 2) {
        if (strcmp(name, "valid") == 0) {
            read.is_valid = value != 0;
        } else if (strcmp(name, "yaw_deg") == 0) {
            read.yaw_deg = value;
        } else if (strcmp(name, "pitch_deg") == 0) {
            read.pitch_deg = value;
        } else if (strcmp(name, "age_ms") == 0) {
            read.age_ms = value;
        }
    }
    fclose(file);
    script_stat = now;
    script = read;
    return script;
}

static bool is_gaze_action(XrAction action) {
    for (size_t i = 0; i < gaze_action_count; i++) {
        if (gaze_actions[i] == action) {
            return true;
        }
    }
    return false;
}

static bool is_gaze_space(XrSpace space) {
    for (size_t i = 0; i < gaze_space_count; i++) {
        if (gaze_spaces[i] == space) {
            return true;
        }
    }
    return false;
}

// An action may serve several devices; asked for no device in particular, or for the eyes, it means the gaze.
static bool means_eyes(XrPath subaction) {
    char name[XR_MAX_PATH_LENGTH];
    name_path(subaction, name, sizeof name);
    return strcmp(name, "*") == 0 || strcmp(name, eyes) == 0;
}

static XrResult XRAPI_CALL on_GetSystemProperties(XrInstance instance, XrSystemId system,
                                                  XrSystemProperties *properties) {
    XrResult result = next.GetSystemProperties(instance, system, properties);
    if (XR_FAILED(result)) {
        return result;
    }
    for (XrBaseOutStructure *each = properties->next; each != NULL; each = each->next) {
        if (each->type == XR_TYPE_SYSTEM_EYE_GAZE_INTERACTION_PROPERTIES_EXT) {
            ((XrSystemEyeGazeInteractionPropertiesEXT *)each)->supportsEyeGazeInteraction = XR_TRUE;
        }
    }
    return result;
}

static XrResult XRAPI_CALL on_SuggestInteractionProfileBindings(
    XrInstance instance, const XrInteractionProfileSuggestedBinding *suggested) {
    XrResult result = next.SuggestInteractionProfileBindings(instance, suggested);
    char profile[XR_MAX_PATH_LENGTH];
    name_path(suggested->interactionProfile, profile, sizeof profile);
    if (XR_FAILED(result) || strcmp(profile, eye_profile) != 0) {
        return result;
    }
    gaze_action_count = 0; // a newer suggestion replaces the older one
    for (uint32_t i = 0; i < suggested->countSuggestedBindings && gaze_action_count < LENGTH(gaze_actions); i++) {
        gaze_actions[gaze_action_count++] = suggested->suggestedBindings[i].action;
    }
    return result;
}

static XrResult XRAPI_CALL on_SyncActions(XrSession session, const XrActionsSyncInfo *info) {
    XrResult result = next.SyncActions(session, info);
    has_focus = result == XR_SUCCESS; // XR_SESSION_NOT_FOCUSED succeeds too, and leaves every action inactive
    return result;
}

static XrResult XRAPI_CALL on_GetActionStatePose(XrSession session, const XrActionStateGetInfo *info,
                                                 XrActionStatePose *state) {
    XrResult result = next.GetActionStatePose(session, info, state);
    if (XR_SUCCEEDED(result) && is_gaze_action(info->action) && means_eyes(info->subactionPath)) {
        state->isActive = has_focus ? XR_TRUE : XR_FALSE; // a tracker that lost the eyes is active all the same
    }
    return result;
}

static XrResult make_view_space(XrSession session) {
    if (view_space != XR_NULL_HANDLE) {
        return XR_SUCCESS;
    }
    XrReferenceSpaceCreateInfo info = {.type = XR_TYPE_REFERENCE_SPACE_CREATE_INFO,
                                       .referenceSpaceType = XR_REFERENCE_SPACE_TYPE_VIEW,
                                       .poseInReferenceSpace.orientation.w = 1};
    return next.CreateReferenceSpace(session, &info, &view_space);
}

static XrResult XRAPI_CALL on_CreateActionSpace(XrSession session, const XrActionSpaceCreateInfo *info,
                                                XrSpace *space) {
    XrResult result = next.CreateActionSpace(session, info, space);
    if (XR_FAILED(result) || !is_gaze_action(info->action) || !means_eyes(info->subactionPath)) {
        return result;
    }
    if (gaze_space_count == LENGTH(gaze_spaces) || XR_FAILED(make_view_space(session))) {
        next.DestroySpace(*space);
        return XR_ERROR_LIMIT_REACHED;
    }
    gaze_spaces[gaze_space_count++] = *space;
    return result;
}

static XrResult XRAPI_CALL on_DestroySpace(XrSpace space) {
    for (size_t i = 0; i < gaze_space_count; i++) {
        if (gaze_spaces[i] == space) {
            gaze_spaces[i] = gaze_spaces[--gaze_space_count];
            break;
        }
    }
    return next.DestroySpace(space);
}

static XrResult XRAPI_CALL on_DestroySession(XrSession session) {
    gaze_space_count = 0; // the runtime destroys what a session made
    view_space = XR_NULL_HANDLE;
    has_focus = false;
    return next.DestroySession(session);
}

// The orientation after turning to the left by the yaw, then tilting up by the pitch.
static XrQuaternionf turned(XrQuaternionf head, struct gaze gaze) {
    float yaw_sin = (float)sin(gaze.yaw_deg * radians / 2);
    float yaw_cos = (float)cos(gaze.yaw_deg * radians / 2);
    float pitch_sin = (float)sin(gaze.pitch_deg * radians / 2);
    float pitch_cos = (float)cos(gaze.pitch_deg * radians / 2);
    XrQuaternionf eye = {yaw_cos * pitch_sin, yaw_sin * pitch_cos, -yaw_sin * pitch_sin, yaw_cos * pitch_cos};
    return (XrQuaternionf){
        head.w * eye.x + head.x * eye.w + head.y * eye.z - head.z * eye.y,
        head.w * eye.y - head.x * eye.z + head.y * eye.w + head.z * eye.x,
        head.w * eye.z + head.x * eye.y - head.y * eye.x + head.z * eye.w,
        head.w * eye.w - head.x * eye.x - head.y * eye.y - head.z * eye.z,
    };
}

// A gaze space is the head's, turned. (A space located in a gaze space is left to the runtime: it is never valid.)
static XrResult XRAPI_CALL on_LocateSpace(XrSpace space, XrSpace base, XrTime time, XrSpaceLocation *location) {
    if (!is_gaze_space(space)) {
        return next.LocateSpace(space, base, time, location);
    }
    XrResult result = next.LocateSpace(view_space, base, time, location);
    if (XR_FAILED(result)) {
        return result;
    }
    struct gaze gaze = read_gaze();
    if (gaze.is_valid) {
        location->pose.orientation = turned(location->pose.orientation, gaze);
    } else {
        location->locationFlags = 0;
    }
    for (XrBaseOutStructure *each = location->next; each != NULL; each = each->next) {
        if (each->type == XR_TYPE_EYE_GAZE_SAMPLE_TIME_EXT) {
            // The age counts from the time asked for: so a test can foretell the stamp exactly.
            ((XrEyeGazeSampleTimeEXT *)each)->time = gaze.is_valid ? time - (XrTime)(gaze.age_ms * 1e6) : 0;
        }
    }
    return result;
}

static const struct changed_call calls[] = {
    {"xrGetSystemProperties", (PFN_xrVoidFunction)on_GetSystemProperties},
    {"xrSuggestInteractionProfileBindings", (PFN_xrVoidFunction)on_SuggestInteractionProfileBindings},
    {"xrSyncActions", (PFN_xrVoidFunction)on_SyncActions},
    {"xrGetActionStatePose", (PFN_xrVoidFunction)on_GetActionStatePose},
    {"xrCreateActionSpace", (PFN_xrVoidFunction)on_CreateActionSpace},
    {"xrDestroySpace", (PFN_xrVoidFunction)on_DestroySpace},
    {"xrDestroySession", (PFN_xrVoidFunction)on_DestroySession},
    {"xrLocateSpace", (PFN_xrVoidFunction)on_LocateSpace},
};

struct part begin_gaze(void) {
    gaze_action_count = 0;
    gaze_space_count = 0;
    view_space = XR_NULL_HANDLE;
    has_focus = false;
    script = (struct gaze){0};
    memset(&script_stat, 0, sizeof script_stat);
    script_file = getenv("SACCADE_LAYER_GAZE");
    struct stat now;
    if (script_file != NULL && stat(script_file, &now) != 0) {
        script_file = NULL;
    }
    return script_file == NULL ? (struct part){0} : (struct part){calls, LENGTH(calls)};
}
