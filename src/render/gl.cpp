// Makes and frees OpenGL objects.
#include "render/gl.h"

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

Surface make_surface(int width, int height) {
  Surface surface{Texture::make(), Framebuffer::make(), width, height};
  glBindTexture(GL_TEXTURE_2D, *surface.texture);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, *surface.framebuffer);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, *surface.texture, 0);
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

}  // namespace greenline::render::gl
