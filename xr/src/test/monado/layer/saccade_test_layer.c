// How the loader finds the layer, and how calls pass through it.
#include "layer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openxr/openxr_loader_negotiation.h>

struct next_calls next;
XrInstance the_instance = XR_NULL_HANDLE;

// Two manifests name this library, and only one of them lists this extension: the loader reads manifests without asking
// the library, and most tests must not be offered quad views.
static const char *const quad_views_extension = XR_VARJO_QUAD_VIEWS_EXTENSION_NAME;

static struct part parts[5];
static size_t part_count;

void name_path(XrPath path, char *name, size_t capacity) {
    uint32_t length = 0;
    if (path == XR_NULL_PATH ||
        XR_FAILED(next.PathToString(the_instance, path, (uint32_t)capacity, &length, name))) {
        snprintf(name, capacity, "*");
    }
}

static XrResult XRAPI_CALL on_DestroyInstance(XrInstance instance) {
    XrResult result = next.DestroyInstance(instance);
    the_instance = XR_NULL_HANDLE;
    return result;
}

static XrResult XRAPI_CALL on_GetInstanceProcAddr(XrInstance instance, const char *name,
                                                  PFN_xrVoidFunction *function) {
    // Another layer may ask while an instance that failed is taken apart again.
    if (next.GetInstanceProcAddr == NULL) {
        *function = NULL;
        return XR_ERROR_HANDLE_INVALID;
    }
    // What the runtime lacks stays lacking: only calls that it has are changed.
    XrResult result = next.GetInstanceProcAddr(instance, name, function);
    if (XR_FAILED(result)) {
        return result;
    }
    if (strcmp(name, "xrGetInstanceProcAddr") == 0) {
        *function = (PFN_xrVoidFunction)on_GetInstanceProcAddr;
    } else if (strcmp(name, "xrDestroyInstance") == 0) {
        *function = (PFN_xrVoidFunction)on_DestroyInstance;
    }
    for (size_t p = 0; p < part_count; p++) {
        for (size_t c = 0; c < parts[p].count; c++) {
            if (strcmp(name, parts[p].calls[c].name) == 0) {
                *function = parts[p].calls[c].function;
            }
        }
    }
    return XR_SUCCESS;
}

static void load_next(XrInstance instance, PFN_xrGetInstanceProcAddr get) {
    memset(&next, 0, sizeof next);
    next.GetInstanceProcAddr = get;
#define LOAD(name)                                                                                           \
    if (XR_FAILED(get(instance, "xr" #name, (PFN_xrVoidFunction *)&next.name))) {                            \
        next.name = NULL; /* an extension's, not enabled */                                                  \
    }
    NEXT_CALLS(LOAD)
#undef LOAD
}

// Copies the names that the runtime may see; true when quad views were among them.
static bool keep_known(const XrInstanceCreateInfo *info, const char **kept, uint32_t *count) {
    bool wants_quad_views = false;
    *count = 0;
    for (uint32_t i = 0; i < info->enabledExtensionCount; i++) {
        if (strcmp(info->enabledExtensionNames[i], quad_views_extension) == 0) {
            wants_quad_views = true;
        } else {
            kept[(*count)++] = info->enabledExtensionNames[i];
        }
    }
    return wants_quad_views;
}

static XrResult XRAPI_CALL create_instance(const XrInstanceCreateInfo *info,
                                           const XrApiLayerCreateInfo *layer_info, XrInstance *instance) {
    const char **kept = calloc((size_t)info->enabledExtensionCount + 1, sizeof *kept);
    if (kept == NULL) {
        return XR_ERROR_OUT_OF_MEMORY;
    }
    XrInstanceCreateInfo next_info = *info;
    bool wants_quad_views = keep_known(info, kept, &next_info.enabledExtensionCount);
    next_info.enabledExtensionNames = kept;

    const XrApiLayerNextInfo *following = layer_info->nextInfo;
    XrApiLayerCreateInfo next_layer_info = *layer_info;
    next_layer_info.nextInfo = following->next;
    XrResult result = following->nextCreateApiLayerInstance(&next_info, &next_layer_info, instance);
    free(kept);
    if (XR_FAILED(result)) {
        return result;
    }
    the_instance = *instance;
    load_next(*instance, following->nextGetInstanceProcAddr);
    part_count = 0;
    parts[part_count++] = begin_gaze();
    parts[part_count++] = begin_haptics();
    parts[part_count++] = begin_masks();
    parts[part_count++] = begin_bare_hands();
    if (wants_quad_views) {
        parts[part_count++] = begin_quad_views();
    }
    return result;
}

__attribute__((visibility("default"))) XrResult XRAPI_CALL xrNegotiateLoaderApiLayerInterface(
    const XrNegotiateLoaderInfo *loader, const char *name, XrNegotiateApiLayerRequest *request);

XrResult XRAPI_CALL xrNegotiateLoaderApiLayerInterface(const XrNegotiateLoaderInfo *loader, const char *name,
                                                       XrNegotiateApiLayerRequest *request) {
    (void)name;
    if (loader == NULL || request == NULL || loader->structType != XR_LOADER_INTERFACE_STRUCT_LOADER_INFO ||
        request->structType != XR_LOADER_INTERFACE_STRUCT_API_LAYER_REQUEST ||
        loader->minInterfaceVersion > XR_CURRENT_LOADER_API_LAYER_VERSION ||
        loader->maxInterfaceVersion < XR_CURRENT_LOADER_API_LAYER_VERSION) {
        return XR_ERROR_INITIALIZATION_FAILED;
    }
    request->layerInterfaceVersion = XR_CURRENT_LOADER_API_LAYER_VERSION;
    request->layerApiVersion = XR_MAKE_VERSION(1, 0, 0);
    request->getInstanceProcAddr = on_GetInstanceProcAddr;
    request->createApiLayerInstance = create_instance;
    return XR_SUCCESS;
}
