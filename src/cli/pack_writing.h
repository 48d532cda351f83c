// Writes a new pack's files into a folder that is not there yet, or is empty.
#pragma once
#include <filesystem>
#include <string>
#include <tl/expected.hpp>

namespace greenline::cli {

class PackWriting {
 public:
  // The pack's id is what the folder is called. The error is a sentence: no id, or there is something in the folder.
  [[nodiscard]] static tl::expected<PackWriting, std::string> into(const std::string& folder);

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] const std::string& id() const { return id_; }

  // Each answers with what went wrong, in a sentence; empty: nothing did.
  //
  // All files of a folder and of those in it, with this pack's id in the place of the template's.
  [[nodiscard]] std::string copy(const std::filesystem::path& from) const;
  [[nodiscard]] std::string write(const std::filesystem::path& name, const std::string& bytes) const;
  // Settings and schemas by which an editor completes and explains each file. `schemas`: the folder that has them.
  [[nodiscard]] std::string write_for_editors(const std::filesystem::path& schemas) const;

 private:
  PackWriting(std::filesystem::path folder, std::string id) : folder_(std::move(folder)), id_(std::move(id)) {}
  [[nodiscard]] std::string copy_one(const std::filesystem::path& from, const std::filesystem::path& name) const;
  [[nodiscard]] std::string named(std::string text) const;

  std::filesystem::path folder_;
  std::string id_;
};

}  // namespace greenline::cli
