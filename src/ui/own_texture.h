// A picture's pixels as a texture that Dear ImGui's renderers draw: uploaded where there is OpenGL the first time it is drawn,
// read from memory where there is none.
#pragma once
#include <memory>

#include "content/small_picture.h"

struct ImTextureData;

namespace greenline::ui {

class HostContext;

class OwnTexture {
 public:
  // The host must outlive it. At its end the renderer's GL context must be current, if the renderer still lives.
  OwnTexture(const HostContext&, const content::SmallPicture&);
  ~OwnTexture();
  OwnTexture(const OwnTexture&) = delete;
  OwnTexture& operator=(const OwnTexture&) = delete;

  [[nodiscard]] ImTextureData& data() const { return *data_; }

 private:
  const HostContext& host_;
  std::unique_ptr<ImTextureData> data_;
};

}  // namespace greenline::ui
