// A GL context without a display, through EGL.
#include "render/offscreen.h"

#include <dlfcn.h>
#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace greenline::render {
namespace {

std::string_view word_for(EGLint error) {
  switch (error) {
    case EGL_SUCCESS: return "no error told";
    case EGL_NOT_INITIALIZED: return "not initialised";
    case EGL_BAD_ALLOC: return "out of memory";
    case EGL_BAD_CONFIG: return "no such configuration";
    case EGL_BAD_MATCH: return "it offers no OpenGL 3.3 core";
    case EGL_BAD_DISPLAY: return "no such display";
    default: return "it refused";
  }
}

bool is_installed(const char* library) {
  void* const opened = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  if (opened != nullptr) dlclose(opened);
  return opened != nullptr;
}

// libepoxy ends the program when it does not find a library that it needs, so they are looked for before it is asked.
std::string missing_library() {
  if (!is_installed("libEGL.so.1")) return "libEGL.so.1";
  if (!is_installed("libOpenGL.so.0") && !is_installed("libGL.so.1")) return "libOpenGL.so.0";
  return {};
}

bool client_offers(std::string_view extension) {
  const char* all = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
  return all != nullptr && std::string_view(all).find(extension) != std::string_view::npos;
}

EGLDisplay on_surfaceless() {
  if (!client_offers("EGL_MESA_platform_surfaceless") || !client_offers("EGL_EXT_platform_base")) return EGL_NO_DISPLAY;
  return eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
}

EGLDisplay on_device() {
  if (!client_offers("EGL_EXT_platform_device") || !client_offers("EGL_EXT_device_enumeration")) return EGL_NO_DISPLAY;
  EGLDeviceEXT device = nullptr;
  EGLint count = 0;
  if (eglQueryDevicesEXT(1, &device, &count) == EGL_FALSE || count == 0) return EGL_NO_DISPLAY;
  return eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT, device, nullptr);
}

EGLDisplay on_default() { return eglGetDisplay(EGL_DEFAULT_DISPLAY); }

constexpr std::array<EGLint, 5> config_wishes = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
                                                 EGL_NONE};
constexpr std::array<EGLint, 7> context_wishes = {
    EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
    EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};

}  // namespace

struct OffscreenContext::Inside {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;
  EGLSurface surface = EGL_NO_SURFACE;  // a pixel of one, where a context cannot be current without

  ~Inside() {
    if (display == EGL_NO_DISPLAY) return;
    if (eglGetCurrentContext() == context) eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (surface != EGL_NO_SURFACE) eglDestroySurface(display, surface);
    if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
    // The display is shared by all contexts of this process: it is not terminated.
  }

  // Empty when it worked; else why not.
  std::string begin(EGLDisplay on) {
    if (on == EGL_NO_DISPLAY) return "not offered here";
    display = on;
    if (eglInitialize(display, nullptr, nullptr) == EGL_FALSE) return std::string(word_for(eglGetError()));
    if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) return "it offers no OpenGL";
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(display, config_wishes.data(), &config, 1, &count) == EGL_FALSE || count == 0)
      return "it offers no configuration to draw with";
    context = eglCreateContext(display, config, EGL_NO_CONTEXT, context_wishes.data());
    if (context == EGL_NO_CONTEXT) return std::string(word_for(eglGetError()));
    if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_TRUE) return {};
    constexpr std::array<EGLint, 5> one_pixel = {EGL_WIDTH, 1, EGL_HEIGHT, 1, EGL_NONE};
    surface = eglCreatePbufferSurface(display, config, one_pixel.data());
    if (surface != EGL_NO_SURFACE && eglMakeCurrent(display, surface, surface, context) == EGL_TRUE) return {};
    return std::string(word_for(eglGetError()));
  }
};

OffscreenContext::OffscreenContext(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
OffscreenContext::OffscreenContext(OffscreenContext&&) noexcept = default;
OffscreenContext& OffscreenContext::operator=(OffscreenContext&&) noexcept = default;
OffscreenContext::~OffscreenContext() = default;

void OffscreenContext::make_current() {
  if (eglGetCurrentContext() == inside_->context) return;
  eglMakeCurrent(inside_->display, inside_->surface, inside_->surface, inside_->context);
}

tl::expected<OffscreenContext, std::string> OffscreenContext::make() {
  if (const std::string library = missing_library(); !library.empty())
    return tl::unexpected("The graphics library " + library +
                          " cannot be loaded. Install OpenGL: apt install libegl1 libopengl0 libgl1-mesa-dri.");
  struct Way {
    const char* name;
    EGLDisplay (*display)();
  };
  constexpr std::array<Way, 3> ways = {
      {{"Mesa's surfaceless platform", on_surfaceless}, {"a device", on_device}, {"the default display", on_default}}};
  std::string tried;
  for (const auto& way : ways) {
    auto inside = std::make_unique<Inside>();
    const std::string why = inside->begin(way.display());
    if (why.empty()) return OffscreenContext(std::move(inside));
    tried += (tried.empty() ? "" : "; ") + std::string(way.name) + ": " + why;
  }
  return tl::unexpected("No OpenGL 3.3 without a display could be had from EGL (" + tried +
                        "). Install or update the graphics driver: apt install libegl1 libgl1-mesa-dri.");
}

Driver driver() {
  const auto said = [](GLenum what) {
    const auto* text = reinterpret_cast<const char*>(glGetString(what));
    return std::string(text != nullptr ? text : "");
  };
  Driver result{said(GL_RENDERER), said(GL_VERSION), false};
  std::string lower = result.renderer;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const auto* software : {"llvmpipe", "softpipe", "swrast", "swiftshader", "software rasterizer"})
    result.software = result.software || lower.find(software) != std::string::npos;
  return result;
}

}  // namespace greenline::render
