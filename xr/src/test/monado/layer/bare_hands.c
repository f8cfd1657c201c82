// Hands without controllers as a runtime with XR_EXT_hand_interaction shows them.
//
// Monado offers that extension and checks what is suggested for its profile, but its remote driver has controllers
// alone. When the file that SACCADE_LAYER_BARE_HANDS names exists as the instance is made, those controllers are bare
// hands: what the app suggests for the hands' profile is accepted by the runtime and then suggested once more for the
// driver's controller, part for part, while what the app suggests for that controller itself is kept from the runtime.
// So a value arrives only by the path that the app named for bare hands.
#include "layer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const hand_profile = "/interaction_profiles/ext/hand_interaction_ext";
static const char *const controller_profile = "/interaction_profiles/valve/index_controller";

struct part_of_hand {
    const char *hand;
    const char *controller; // NULL: the controller has nothing like it
};

static const struct part_of_hand parts_of_hand[] = {
    {"/input/grip/pose", "/input/grip/pose"},
    {"/input/aim/pose", "/input/aim/pose"},
    {"/input/aim_activate_ext/value", "/input/trigger/value"},
    {"/input/grasp_ext/value", "/input/squeeze/value"},
    {"/input/pinch_ext/value", NULL},
};

// The path of the controller's part; XR_NULL_PATH where there is none.
static XrPath of_controller(XrPath of_hand) {
    char name[XR_MAX_PATH_LENGTH];
    name_path(of_hand, name, sizeof name);
    char *part = strstr(name, "/input/");
    for (size_t i = 0; part != NULL && i < LENGTH(parts_of_hand); i++) {
        if (strcmp(part, parts_of_hand[i].hand) == 0 && parts_of_hand[i].controller != NULL) {
            XrPath path = XR_NULL_PATH;
            snprintf(part, sizeof name - (size_t)(part - name), "%s", parts_of_hand[i].controller);
            next.StringToPath(the_instance, name, &path);
            return path;
        }
    }
    return XR_NULL_PATH;
}

static XrResult suggest_for_controller(XrInstance instance, const XrInteractionProfileSuggestedBinding *suggested) {
    XrActionSuggestedBinding *moved = calloc(suggested->countSuggestedBindings, sizeof *moved);
    if (moved == NULL) {
        return XR_ERROR_OUT_OF_MEMORY;
    }
    XrInteractionProfileSuggestedBinding again = *suggested;
    again.countSuggestedBindings = 0;
    again.suggestedBindings = moved;
    for (uint32_t i = 0; i < suggested->countSuggestedBindings; i++) {
        XrPath path = of_controller(suggested->suggestedBindings[i].binding);
        if (path != XR_NULL_PATH) {
            moved[again.countSuggestedBindings++] =
                (XrActionSuggestedBinding){suggested->suggestedBindings[i].action, path};
        }
    }
    XrResult result = next.StringToPath(instance, controller_profile, &again.interactionProfile);
    if (XR_SUCCEEDED(result)) {
        result = next.SuggestInteractionProfileBindings(instance, &again);
    }
    free(moved);
    return result;
}

static XrResult XRAPI_CALL on_SuggestInteractionProfileBindings(
    XrInstance instance, const XrInteractionProfileSuggestedBinding *suggested) {
    char profile[XR_MAX_PATH_LENGTH];
    name_path(suggested->interactionProfile, profile, sizeof profile);
    if (strcmp(profile, controller_profile) == 0) {
        return XR_SUCCESS;
    }
    XrResult result = next.SuggestInteractionProfileBindings(instance, suggested);
    return XR_SUCCEEDED(result) && strcmp(profile, hand_profile) == 0 ? suggest_for_controller(instance, suggested)
                                                                     : result;
}

static XrResult XRAPI_CALL on_GetCurrentInteractionProfile(XrSession session, XrPath user,
                                                           XrInteractionProfileState *state) {
    XrResult result = next.GetCurrentInteractionProfile(session, user, state);
    char profile[XR_MAX_PATH_LENGTH];
    if (XR_SUCCEEDED(result)) {
        name_path(state->interactionProfile, profile, sizeof profile);
        if (strcmp(profile, controller_profile) == 0) {
            result = next.StringToPath(the_instance, hand_profile, &state->interactionProfile);
        }
    }
    return result;
}

static const struct changed_call calls[] = {
    {"xrSuggestInteractionProfileBindings", (PFN_xrVoidFunction)on_SuggestInteractionProfileBindings},
    {"xrGetCurrentInteractionProfile", (PFN_xrVoidFunction)on_GetCurrentInteractionProfile},
};

struct part begin_bare_hands(void) {
    const char *file = getenv("SACCADE_LAYER_BARE_HANDS");
    struct stat there;
    bool is_asked = file != NULL && stat(file, &there) == 0;
    return is_asked ? (struct part){calls, LENGTH(calls)} : (struct part){0};
}
