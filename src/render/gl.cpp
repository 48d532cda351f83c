// Makes and frees OpenGL objects.
#include "render/gl.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace greenline::render::gl {

GLuint TextureKind::make() {
  GLuint name = 0;
  glGenTextures(1, &name);
  return name;
}
void TextureKind::free(GLuint name) { glDeleteTextures(1, &name); }

GLuint BufferKind::make() {
  GLuint name = 0;
  glGenBuffers(1, &name);
  return name;
}
void BufferKind::free(GLuint name) { glDeleteBuffers(1, &name); }

GLuint VertexArrayKind::make() {
  GLuint name = 0;
  glGenVertexArrays(1, &name);
  return name;
}
void VertexArrayKind::free(GLuint name) { glDeleteVertexArrays(1, &name); }

GLuint FramebufferKind::make() {
  GLuint name = 0;
  glGenFramebuffers(1, &name);
  return name;
}
void FramebufferKind::free(GLuint name) { glDeleteFramebuffers(1, &name); }

GLuint ProgramKind::make() { return glCreateProgram(); }
void ProgramKind::free(GLuint name) { glDeleteProgram(name); }

void ShaderKind::free(GLuint name) { glDeleteShader(name); }

namespace {

std::string_view word_of_error(GLenum error) {
  switch (error) {
    case GL_OUT_OF_MEMORY: return "it has no memory left";
    case GL_INVALID_VALUE: return "a size is more than it can do";
    case GL_INVALID_FRAMEBUFFER_OPERATION: return "a picture cannot be drawn into";
    default: return "it refused a call";
  }
}

std::string_view word_for_framebuffer(GLenum status) {
  switch (status) {
    case GL_FRAMEBUFFER_UNSUPPORTED: return "it cannot draw into pictures of this kind";
    case GL_FRAMEBUFFER_INCOMPLETE_ATTACHMENT: return "the picture to draw into is not whole";
    case GL_FRAMEBUFFER_INCOMPLETE_MISSING_ATTACHMENT: return "there is no picture to draw into";
    case 0: return "it did not answer";
    default: return "the picture to draw into is not complete";
  }
}

std::string in_pixels(int width, int height) { return std::to_string(width) + "x" + std::to_string(height) + " pixels"; }

}  // namespace

std::string refusal() {
  // A driver keeps one flag of each kind, so a few calls empty it; a lost context answers for ever.
  constexpr int most_flags = 8;
  std::string words;
  for (int i = 0; i < most_flags; ++i) {
    const GLenum error = glGetError();
    if (error == GL_NO_ERROR) break;
    if (words.empty()) words = word_of_error(error);
  }
  return words;
}

tl::expected<Surface, std::string> make_surface(int width, int height) {
  std::array<GLint, 2> most{};
  glGetIntegerv(GL_MAX_VIEWPORT_DIMS, most.data());
  const int side = largest_surface(), most_width = std::min(side, most[0]), most_height = std::min(side, most[1]);
  if (width < 1 || height < 1 || width > most_width || height > most_height) {
    return tl::unexpected("The graphics driver cannot draw a picture of " + in_pixels(width, height) + ": it takes " +
                          in_pixels(most_width, most_height) + " at most. Choose a smaller size or resolution.");
  }
  (void)refusal();  // of something before
  Surface surface{Texture::make(), Framebuffer::make(), width, height};
  glBindTexture(GL_TEXTURE_2D, *surface.texture);
  // Mesa keeps the pixels in the order that is asked for here: the one in which X servers take them, so that they are copied
  // and not turned round one by one.
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, *surface.framebuffer);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, *surface.texture, 0);
  std::string why = refusal();
  if (why.empty()) {
    if (const GLenum status = glCheckFramebufferStatus(GL_FRAMEBUFFER); status != GL_FRAMEBUFFER_COMPLETE)
      why = word_for_framebuffer(status);
  }
  if (!why.empty()) {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return tl::unexpected("The graphics driver cannot draw a picture of " + in_pixels(width, height) + ": " + why +
                          ". Choose a smaller size or resolution, or update the driver.");
  }
  return surface;
}

void read_surface(const Surface& surface, std::vector<std::uint8_t>& rgba) {
  rgba.resize(static_cast<std::size_t>(surface.width) * static_cast<std::size_t>(surface.height) * 4);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, *surface.framebuffer);
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(0, 0, surface.width, surface.height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
}

int largest_surface() {
  GLint side = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &side);
  return side;
}

Texture smooth_texture() {
  Texture texture = Texture::make();
  glBindTexture(GL_TEXTURE_2D, *texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  return texture;
}

}  // namespace greenline::render::gl
