// Quad views (XR_VARJO_quad_views) on a stereo runtime: two wide views and, inside each, a narrow one around the gaze.
//
// The runtime is told of stereo all along. It composites the wide views; the narrow ones are checked by it in nothing,
// and shown nowhere: tests look at what the client draws into them.
#include "layer.h"

#include <math.h>

enum { WIDE = 2, ALL = 4, MOST_LAYERS = 32 };

static const XrViewConfigurationType quad = XR_VIEW_CONFIGURATION_TYPE_PRIMARY_QUAD_VARJO;
static const XrViewConfigurationType stereo = XR_VIEW_CONFIGURATION_TYPE_PRIMARY_STEREO;
static const float narrow_size = 0.5f;      // of a wide view's pixels
static const double narrow_field = 1.0 / 3; // of a wide view's extent: 1.5 times its pixels a degree
static const double radians = 3.14159265358979323846 / 180;

static XrViewConfigurationType known(XrViewConfigurationType type) { return type == quad ? stereo : type; }

static XrResult XRAPI_CALL on_EnumerateViewConfigurations(XrInstance instance, XrSystemId system, uint32_t capacity,
                                                          uint32_t *count, XrViewConfigurationType *types) {
    uint32_t theirs = 0;
    XrResult result = next.EnumerateViewConfigurations(instance, system, 0, &theirs, NULL);
    if (XR_FAILED(result)) {
        return result;
    }
    *count = theirs + 1;
    if (capacity == 0) {
        return XR_SUCCESS;
    }
    if (capacity < *count) {
        return XR_ERROR_SIZE_INSUFFICIENT;
    }
    types[0] = quad; // first is what the runtime likes best
    return next.EnumerateViewConfigurations(instance, system, capacity - 1, &theirs, types + 1);
}

static XrResult XRAPI_CALL on_GetViewConfigurationProperties(XrInstance instance, XrSystemId system,
                                                             XrViewConfigurationType type,
                                                             XrViewConfigurationProperties *properties) {
    XrResult result = next.GetViewConfigurationProperties(instance, system, known(type), properties);
    if (XR_SUCCEEDED(result)) {
        properties->viewConfigurationType = type;
    }
    return result;
}

static XrResult XRAPI_CALL on_EnumerateViewConfigurationViews(XrInstance instance, XrSystemId system,
                                                              XrViewConfigurationType type, uint32_t capacity,
                                                              uint32_t *count, XrViewConfigurationView *views) {
    if (type != quad) {
        return next.EnumerateViewConfigurationViews(instance, system, type, capacity, count, views);
    }
    if (capacity != 0 && capacity < ALL) {
        *count = ALL;
        return XR_ERROR_SIZE_INSUFFICIENT;
    }
    uint32_t theirs = 0;
    XrResult result =
        next.EnumerateViewConfigurationViews(instance, system, stereo, capacity == 0 ? 0 : WIDE, &theirs, views);
    if (XR_FAILED(result)) {
        return result;
    }
    *count = ALL;
    for (uint32_t i = 0; capacity != 0 && i < WIDE; i++) {
        XrViewConfigurationView *narrow = &views[WIDE + i];
        void *chain = narrow->next; // the caller's, not the wide view's
        *narrow = views[i];
        narrow->next = chain;
        narrow->recommendedImageRectWidth = (uint32_t)((float)views[i].recommendedImageRectWidth * narrow_size);
        narrow->recommendedImageRectHeight = (uint32_t)((float)views[i].recommendedImageRectHeight * narrow_size);
    }
    return result;
}

static XrResult XRAPI_CALL on_EnumerateEnvironmentBlendModes(XrInstance instance, XrSystemId system,
                                                             XrViewConfigurationType type, uint32_t capacity,
                                                             uint32_t *count, XrEnvironmentBlendMode *modes) {
    return next.EnumerateEnvironmentBlendModes(instance, system, known(type), capacity, count, modes);
}

static XrResult XRAPI_CALL on_BeginSession(XrSession session, const XrSessionBeginInfo *info) {
    XrSessionBeginInfo next_info = *info;
    next_info.primaryViewConfigurationType = known(info->primaryViewConfigurationType);
    return next.BeginSession(session, &next_info);
}

// A third of the interval in tangents, around the middle wanted, moved so far that it stays inside.
static void narrow_down(float *from, float *to, double middle) {
    double low = tan(*from);
    double high = tan(*to);
    double half = (high - low) * narrow_field / 2;
    middle = fmin(fmax(middle, low + half), high - half);
    *from = (float)atan(middle - half);
    *to = (float)atan(middle + half);
}

static XrResult XRAPI_CALL on_LocateViews(XrSession session, const XrViewLocateInfo *info, XrViewState *state,
                                          uint32_t capacity, uint32_t *count, XrView *views) {
    if (info->viewConfigurationType != quad) {
        return next.LocateViews(session, info, state, capacity, count, views);
    }
    if (capacity != 0 && capacity < ALL) {
        *count = ALL;
        return XR_ERROR_SIZE_INSUFFICIENT;
    }
    XrViewLocateInfo next_info = *info;
    next_info.viewConfigurationType = stereo;
    uint32_t theirs = 0;
    XrResult result = next.LocateViews(session, &next_info, state, capacity == 0 ? 0 : WIDE, &theirs, views);
    if (XR_FAILED(result)) {
        return result;
    }
    *count = ALL;
    struct gaze gaze = read_gaze();
    double yaw = gaze.is_valid ? gaze.yaw_deg * radians : 0;
    double pitch = gaze.is_valid ? gaze.pitch_deg * radians : 0;
    for (uint32_t i = 0; capacity != 0 && i < WIDE; i++) {
        XrView *narrow = &views[WIDE + i];
        narrow->pose = views[i].pose;
        narrow->fov = views[i].fov;
        narrow_down(&narrow->fov.angleLeft, &narrow->fov.angleRight, -tan(yaw));
        narrow_down(&narrow->fov.angleDown, &narrow->fov.angleUp, tan(pitch) / cos(yaw));
    }
    return result;
}

static XrResult XRAPI_CALL on_EndFrame(XrSession session, const XrFrameEndInfo *info) {
    if (info->layerCount > MOST_LAYERS) {
        return XR_ERROR_LAYER_LIMIT_EXCEEDED;
    }
    XrCompositionLayerProjection wide[MOST_LAYERS];
    const XrCompositionLayerBaseHeader *layers[MOST_LAYERS];
    for (uint32_t i = 0; i < info->layerCount; i++) {
        layers[i] = info->layers[i];
        if (layers[i] == NULL || layers[i]->type != XR_TYPE_COMPOSITION_LAYER_PROJECTION) {
            continue;
        }
        wide[i] = *(const XrCompositionLayerProjection *)layers[i];
        if (wide[i].viewCount == ALL) {
            wide[i].viewCount = WIDE;
            layers[i] = (const XrCompositionLayerBaseHeader *)&wide[i];
        }
    }
    XrFrameEndInfo next_info = *info;
    next_info.layers = info->layerCount == 0 ? NULL : layers;
    return next.EndFrame(session, &next_info);
}

static XrResult XRAPI_CALL on_GetVisibilityMaskKHR(XrSession session, XrViewConfigurationType type, uint32_t view,
                                                   XrVisibilityMaskTypeKHR mask_type, XrVisibilityMaskKHR *mask) {
    if (type == quad && view >= WIDE && view < ALL) {
        mask->vertexCountOutput = 0; // nothing of a narrow view is hidden
        mask->indexCountOutput = 0;
        return XR_SUCCESS;
    }
    return next.GetVisibilityMaskKHR(session, known(type), view, mask_type, mask);
}

static const struct changed_call calls[] = {
    {"xrEnumerateViewConfigurations", (PFN_xrVoidFunction)on_EnumerateViewConfigurations},
    {"xrGetViewConfigurationProperties", (PFN_xrVoidFunction)on_GetViewConfigurationProperties},
    {"xrEnumerateViewConfigurationViews", (PFN_xrVoidFunction)on_EnumerateViewConfigurationViews},
    {"xrEnumerateEnvironmentBlendModes", (PFN_xrVoidFunction)on_EnumerateEnvironmentBlendModes},
    {"xrBeginSession", (PFN_xrVoidFunction)on_BeginSession},
    {"xrLocateViews", (PFN_xrVoidFunction)on_LocateViews},
    {"xrEndFrame", (PFN_xrVoidFunction)on_EndFrame},
    {"xrGetVisibilityMaskKHR", (PFN_xrVoidFunction)on_GetVisibilityMaskKHR},
};

struct part begin_quad_views(void) { return (struct part){calls, LENGTH(calls)}; }
