// Every OpenGL object as a value that owns it: move-only, freed with it. The context that made it must be current then.
#pragma once
#include <epoxy/gl.h>

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace greenline::render::gl {

template <class Kind>
class Owned {
 public:
  Owned() = default;
  [[nodiscard]] static Owned make() { return Owned(Kind::make()); }
  explicit Owned(GLuint name) : name_(name) {}
  Owned(Owned&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
  Owned& operator=(Owned&& other) noexcept {
    std::swap(name_, other.name_);
    return *this;
  }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() {
    if (name_ != 0) Kind::free(name_);
  }
  [[nodiscard]] GLuint operator*() const { return name_; }
  explicit operator bool() const { return name_ != 0; }

 private:
  GLuint name_ = 0;
};

struct TextureKind {
  static GLuint make();
  static void free(GLuint);
};
struct BufferKind {
  static GLuint make();
  static void free(GLuint);
};
struct VertexArrayKind {
  static GLuint make();
  static void free(GLuint);
};
struct FramebufferKind {
  static GLuint make();
  static void free(GLuint);
};
struct ProgramKind {
  static GLuint make();
  static void free(GLuint);
};
struct ShaderKind {
  static GLuint make() { return 0; }  // shaders know their stage: see Shader in program.cpp
  static void free(GLuint);
};

using Texture = Owned<TextureKind>;
using Buffer = Owned<BufferKind>;
using VertexArray = Owned<VertexArrayKind>;
using Framebuffer = Owned<FramebufferKind>;
using Program = Owned<ProgramKind>;
using Shader = Owned<ShaderKind>;

// Bound to the active unit: interpolated between texels, the outermost go on beyond its sides.
[[nodiscard]] Texture smooth_texture();

// A picture that can be drawn into and copied from: 8-bit RGBA.
struct Surface {
  Texture texture;
  Framebuffer framebuffer;
  int width = 0, height = 0;  // pixels
};
// A surface that can be drawn into, or a sentence: its sides are more than the driver can hold, or it has no memory left, or it
// refuses to draw into it. Nothing is kept then.
[[nodiscard]] tl::expected<Surface, std::string> make_surface(int width, int height);
void read_surface(const Surface&, std::vector<std::uint8_t>& rgba);  // row 0 first
[[nodiscard]] int largest_surface();                                 // side, pixels
// What the driver has refused since the last call, in a few words ("it has no memory left"); empty when nothing. What it says
// is forgotten with the call.
[[nodiscard]] std::string refusal();

}  // namespace greenline::render::gl
