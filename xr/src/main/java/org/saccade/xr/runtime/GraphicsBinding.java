package org.saccade.xr.runtime;

import static org.lwjgl.openxr.KHROpenGLEnable.XR_KHR_OPENGL_ENABLE_EXTENSION_NAME;
import static org.lwjgl.openxr.MNDXEGLEnable.XR_MNDX_EGL_ENABLE_EXTENSION_NAME;

import org.lwjgl.openxr.XrGraphicsBindingEGLMNDX;
import org.lwjgl.openxr.XrGraphicsBindingOpenGLWin32KHR;
import org.lwjgl.openxr.XrGraphicsBindingOpenGLXlibKHR;
import org.lwjgl.openxr.XrSessionCreateInfo;
import org.lwjgl.system.MemoryStack;

/** The OpenGL context a session shares with the runtime, by its native handles. */
public sealed interface GraphicsBinding {
  /** The extension of the runtime this binding needs. */
  String extension();

  /** Adds the binding to what a session is made of. */
  void chain(XrSessionCreateInfo info, MemoryStack stack);

  /** An X11 window's context. */
  record Glx(long display, int visualId, long fbConfig, long drawable, long context)
      implements GraphicsBinding {
    @Override
    public String extension() {
      return XR_KHR_OPENGL_ENABLE_EXTENSION_NAME;
    }

    @Override
    public void chain(XrSessionCreateInfo info, MemoryStack stack) {
      info.next(
          XrGraphicsBindingOpenGLXlibKHR.calloc(stack)
              .type$Default()
              .xDisplay(display)
              .visualid(visualId)
              .glxFBConfig(fbConfig)
              .glxDrawable(drawable)
              .glxContext(context));
    }
  }

  /** An EGL context: on Wayland, or without any window. */
  record Egl(long getProcAddress, long display, long config, long context)
      implements GraphicsBinding {
    @Override
    public String extension() {
      return XR_MNDX_EGL_ENABLE_EXTENSION_NAME;
    }

    @Override
    public void chain(XrSessionCreateInfo info, MemoryStack stack) {
      info.next(
          XrGraphicsBindingEGLMNDX.calloc(stack)
              .type$Default()
              .getProcAddress(getProcAddress)
              .display(display)
              .config(config)
              .context(context));
    }
  }

  /** A context on Windows. */
  record Wgl(long deviceContext, long renderingContext) implements GraphicsBinding {
    @Override
    public String extension() {
      return XR_KHR_OPENGL_ENABLE_EXTENSION_NAME;
    }

    @Override
    public void chain(XrSessionCreateInfo info, MemoryStack stack) {
      info.next(
          XrGraphicsBindingOpenGLWin32KHR.calloc(stack)
              .type$Default()
              .hDC(deviceContext)
              .hGLRC(renderingContext));
    }
  }
}
