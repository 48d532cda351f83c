// Pictures' files with what a camera notes in them; nothing in them can be decoded.
#pragma once
#include <string>

namespace greenline::content {

inline std::string in_bytes(std::size_t number, int width, bool little) {
  std::string bytes;
  for (int i = 0; i < width; ++i) {
    const char byte = static_cast<char>(number >> 8 * i & 0xFF);
    little ? bytes.push_back(byte) : void(bytes.insert(bytes.begin(), byte));
  }
  return bytes;
}

// A TIFF directory of three entries, the orientation the second.
inline std::string exif_noting(int orientation, bool little) {
  const auto entry = [&](std::size_t tag, std::size_t type, std::size_t value) {
    return in_bytes(tag, 2, little) + in_bytes(type, 2, little) + in_bytes(1, 4, little) + in_bytes(value, 2, little) +
           std::string(2, '\0');
  };
  return (little ? "II" : "MM") + in_bytes(42, 2, little) + in_bytes(8, 4, little) + in_bytes(3, 2, little) +
         entry(0x0100, 3, 640) + entry(0x0112, 3, static_cast<std::size_t>(orientation)) + entry(0x8825, 3, 0) +
         std::string(4, '\0');
}

// Without what is shown.
inline std::string jpeg_noting(const std::string& exif) {
  const std::string said = exif.empty() ? std::string() : std::string("Exif\0\0", 6) + exif;
  const std::string head = "\xFF\xD8\xFF\xE0" + in_bytes(7, 2, false) + std::string("JFIF\0", 5);
  return head + (said.empty() ? "" : "\xFF\xE1" + in_bytes(said.size() + 2, 2, false) + said) + "\xFF\xD9";
}

inline std::string png_noting(const std::string& exif) {
  const auto chunk = [](const std::string& name, const std::string& bytes) {
    return in_bytes(bytes.size(), 4, false) + name + bytes + std::string(4, '\0');
  };
  return "\x89PNG\r\n\x1a\n" + chunk("IHDR", std::string(13, '\1')) + chunk("eXIf", exif) + chunk("IEND", {});
}

}  // namespace greenline::content
