// Compiles a visual's pair of shaders, with the shared part put in after their #version line.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "content/palette.h"
#include "render/gl.h"

namespace greenline::render {

// `visual` names shaders_folder/visual.vert and .frag; `definitions` is put in before them ("#define SIGNS\n").
// The error is a sentence with the shader's name and the driver's words.
[[nodiscard]] tl::expected<gl::Program, std::string> compile(const std::filesystem::path& shaders_folder,
                                                             std::string_view visual, std::string_view definitions = {});

// Uniforms keep their value in the program. A name that the program does not use is passed over: compilers drop unused ones.
void set_uniform(const gl::Program&, const char* name, float);
void set_uniform(const gl::Program&, const char* name, float, float);
void set_uniform(const gl::Program&, const char* name, float, float, float, float);
void set_colour(const gl::Program&, const char* name, content::Colour);  // vec3 or vec4
void set_sampler(const gl::Program&, const char* name, int unit);

}  // namespace greenline::render
