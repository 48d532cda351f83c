// Files that a person named, written: what is named is written, and what is not named is not touched.
//
// A link stays a link, and what it leads to is written. A plain file is there whole or as it was: its bytes are written into a
// new file of an unused name in the same folder, brought to the disk, and put in the old one's place with its mode and owner.
// Where that cannot be (the file has several names, its folder may not be written, it belongs to somebody else) it is written
// in place. Pipes and devices of characters (/dev/null, /dev/stdout) are written into; folders, sockets and disks are refused,
// and so is a terminal. A pipe that nobody reads from is refused rather than waited for.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "files/descriptor.h"

namespace greenline::files {

enum class Readers { everybody /* as the user's umask has it */, owner };  // of a file that is new

// The error is a reason in a few words: "the disk is full", "a folder is in its place".
[[nodiscard]] tl::expected<void, std::string> write_whole(const std::filesystem::path&, std::string_view bytes,
                                                          Readers = Readers::everybody);

// For what grows as the program goes on: a log, a recording. A plain file is emptied, in place; the rest as above.
class Stream {
 public:
  [[nodiscard]] static tl::expected<Stream, std::string> begin(const std::filesystem::path&, Readers = Readers::everybody);
  // All of it, or false; after that nothing more is written, and `trouble` says why.
  bool write(std::string_view bytes);
  [[nodiscard]] const std::string& trouble() const { return trouble_; }  // empty: none
  // What is written is on the disk. False as `write`.
  bool finish();

 private:
  explicit Stream(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
  std::string trouble_;
};

}  // namespace greenline::files
