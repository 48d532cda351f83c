// Compiles a visual's pair of shaders, with the shared part put in after their #version line.
#include "render/program.h"

#include <array>
#include <optional>
#include <utility>

#include "files/read.h"

namespace greenline::render {
namespace {

std::optional<std::string> read_text(const std::filesystem::path& path) {
  constexpr std::size_t most_bytes = std::size_t{1} << 20;
  auto text = files::read_whole(path, most_bytes);
  if (!text) return std::nullopt;
  return *std::move(text);
}

// What helps when a driver refuses what OpenGL 3.3 promises.
constexpr const char* after_drivers_words =
    "\nUpdate the graphics driver, or draw with the processor: LIBGL_ALWAYS_SOFTWARE=1 greenline …";

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\0' || text.back() == ' ')) text.pop_back();
  return text;
}

tl::expected<gl::Shader, std::string> compile_stage(GLenum stage, const std::filesystem::path& path, const std::string& common,
                                                    std::string_view definitions) {
  const auto text = read_text(path);
  if (!text) return tl::unexpected("The shader " + path.string() + " cannot be read.");
  const std::size_t first_line_end = text->find('\n');
  if (!text->starts_with("#version") || first_line_end == std::string::npos)
    return tl::unexpected("The shader " + path.string() + " does not begin with a #version line.");
  const std::string whole = text->substr(0, first_line_end + 1) + std::string(definitions) + common + "\n#line 2\n" +
                            text->substr(first_line_end + 1);
  gl::Shader shader(glCreateShader(stage));
  const char* source = whole.c_str();
  glShaderSource(*shader, 1, &source, nullptr);
  glCompileShader(*shader);
  GLint compiled = 0;
  glGetShaderiv(*shader, GL_COMPILE_STATUS, &compiled);
  if (compiled == 0) {
    std::string words(4096, '\0');
    glGetShaderInfoLog(*shader, static_cast<GLsizei>(words.size()), nullptr, words.data());
    words.resize(words.find('\0'));
    return tl::unexpected("The shader " + path.string() + " does not compile; the driver says: " + trimmed(words) +
                          after_drivers_words);
  }
  return shader;
}

}  // namespace

tl::expected<gl::Program, std::string> compile(const std::filesystem::path& shaders_folder, std::string_view visual,
                                               std::string_view definitions) {
  const auto common = read_text(shaders_folder / "common.glsl");
  if (!common) return tl::unexpected("The shader " + (shaders_folder / "common.glsl").string() + " cannot be read.");
  const std::string name(visual);
  auto vertex = compile_stage(GL_VERTEX_SHADER, shaders_folder / (name + ".vert"), *common, definitions);
  if (!vertex) return tl::unexpected(vertex.error());
  auto fragment = compile_stage(GL_FRAGMENT_SHADER, shaders_folder / (name + ".frag"), *common, definitions);
  if (!fragment) return tl::unexpected(fragment.error());
  auto program = gl::Program::make();
  glAttachShader(*program, **vertex);
  glAttachShader(*program, **fragment);
  glLinkProgram(*program);
  GLint linked = 0;
  glGetProgramiv(*program, GL_LINK_STATUS, &linked);
  if (linked == 0) {
    std::string words(4096, '\0');
    glGetProgramInfoLog(*program, static_cast<GLsizei>(words.size()), nullptr, words.data());
    words.resize(words.find('\0'));
    return tl::unexpected("The shaders " + (shaders_folder / name).string() +
                          ".vert and .frag do not fit together; the driver says: " + trimmed(words) + after_drivers_words);
  }
  return program;
}

void set_uniform(const gl::Program& program, const char* name, float x) {
  glUseProgram(*program);
  glUniform1f(glGetUniformLocation(*program, name), x);
}
void set_uniform(const gl::Program& program, const char* name, float x, float y) {
  glUseProgram(*program);
  glUniform2f(glGetUniformLocation(*program, name), x, y);
}
void set_uniform(const gl::Program& program, const char* name, float x, float y, float z, float w) {
  glUseProgram(*program);
  glUniform4f(glGetUniformLocation(*program, name), x, y, z, w);
}
void set_colour(const gl::Program& program, const char* name, content::Colour c) {
  glUseProgram(*program);
  const GLint at = glGetUniformLocation(*program, name);
  if (at < 0) return;
  GLuint index = 0;
  GLenum type = GL_FLOAT_VEC4;
  GLint size = 0;
  std::array<char, 64> unused{};
  glGetUniformIndices(*program, 1, &name, &index);
  if (index != GL_INVALID_INDEX)
    glGetActiveUniform(*program, index, static_cast<GLsizei>(unused.size()), nullptr, &size, &type, unused.data());
  if (type == GL_FLOAT_VEC3)
    glUniform3f(at, c.r, c.g, c.b);
  else
    glUniform4f(at, c.r, c.g, c.b, c.a);
}
void set_sampler(const gl::Program& program, const char* name, int unit) {
  glUseProgram(*program);
  glUniform1i(glGetUniformLocation(*program, name), unit);
}

}  // namespace greenline::render
