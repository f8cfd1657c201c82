// Lenses of which the runtime cannot tell what they hide: xrGetVisibilityMaskKHR fails while there is a file that
// SACCADE_LAYER_NO_MASKS names. It hands on what it does not fail.
#include "layer.h"

#include <stdio.h>
#include <stdlib.h>

static const char *switch_file;

static XrResult XRAPI_CALL on_GetVisibilityMaskKHR(XrSession session, XrViewConfigurationType configuration,
                                                   uint32_t view, XrVisibilityMaskTypeKHR type,
                                                   XrVisibilityMaskKHR *mask) {
    FILE *file = fopen(switch_file, "r");
    if (file != NULL) {
        fclose(file);
        return XR_ERROR_FEATURE_UNSUPPORTED;
    }
    return next.GetVisibilityMaskKHR(session, configuration, view, type, mask);
}

static const struct changed_call calls[] = {
    {"xrGetVisibilityMaskKHR", (PFN_xrVoidFunction)on_GetVisibilityMaskKHR},
};

struct part begin_masks(void) {
    switch_file = getenv("SACCADE_LAYER_NO_MASKS");
    return switch_file == NULL ? (struct part){0} : (struct part){calls, LENGTH(calls)};
}
