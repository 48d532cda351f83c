// A convening's file and its write-ahead log, seen as one file that nobody changes.
//
// SQLite itself cannot read a file with a log where it may not write: it wants an index beside it. So the log's committed pages
// are laid over the file's in here, and SQLite is given the whole through a file system of its own that only reads. Nothing is
// made, changed or locked for writing, neither the file nor its folder. A shared lock keeps walls out while it is read.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <tl/expected.hpp>

#include "files/descriptor.h"
#include "journal/sqlite.h"
#include "journal/wal_file.h"

namespace greenline::journal {

class Image {
 public:
  // Fault::cannot_open for what is no plain file, without waiting for it; Fault::locked while a wall has it open.
  [[nodiscard]] static tl::expected<std::unique_ptr<Image>, Trouble> open(const std::filesystem::path& file);
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;

  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
  // True when all of `into` could be filled; what lies beyond the end is zeros.
  [[nodiscard]] bool read_at(std::uint64_t offset, std::span<std::uint8_t> into) const;
  [[nodiscard]] const Log& log() const { return log_; }
  // False when somebody wrote meanwhile, where no lock could keep them out.
  [[nodiscard]] bool is_as_it_was() const;

 private:
  Image(const std::filesystem::path& file);
  [[nodiscard]] bool read_page(std::uint64_t page, std::uint64_t within, std::span<std::uint8_t> into) const;

  struct Stamp {
    std::int64_t bytes = 0, seconds = 0, nanoseconds = 0;
    friend bool operator==(const Stamp&, const Stamp&) = default;
  };
  [[nodiscard]] static Stamp stamp_of(const files::Descriptor&);

  files::Descriptor file_, wal_;
  Log log_;
  std::uint64_t file_bytes_ = 0, bytes_ = 0;
  Stamp file_stamp_, wal_stamp_;
};

// A connection that reads an image; the image must outlive it.
class ImageConnection {
 public:
  explicit ImageConnection(const Image&);
  ~ImageConnection();
  ImageConnection(const ImageConnection&) = delete;
  ImageConnection& operator=(const ImageConnection&) = delete;
  [[nodiscard]] sqlite3* get() const { return connection_.get(); }
  [[nodiscard]] int code() const { return code_; }  // of opening it

 private:
  std::string name_;
  sqlite3_vfs vfs_{};
  Connection connection_;
  int code_ = SQLITE_ERROR;
};

}  // namespace greenline::journal
