#include "cli/last_words.h"

#include <unistd.h>

#include <filesystem>
#include <new>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>

#include "content/shown.h"

namespace greenline::cli {
namespace {

constexpr std::string_view no_memory =
    "There is not enough memory for this. Close other programs, or ask for less: a smaller --size, fewer --cards.\n";
constexpr std::string_view pass_it_on =
    " What was kept before is in its file. Try again; if it comes back, tell whoever looks after Greenline this sentence and "
    "what "
    "you did.";

// Straight to the descriptor: streams may be what failed, and there may be no memory.
void write_out(std::string_view words) noexcept {
  while (!words.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, words.data(), words.size());
    if (written <= 0) return;
    words.remove_prefix(static_cast<std::size_t>(written));
  }
}

int say_what_is_thrown() noexcept {
  const std::exception_ptr thrown = std::current_exception();
  if (!thrown) return inside::say("Greenline cannot go on.");
  return said_at_the_end([&]() -> int { std::rethrow_exception(thrown); });
}

}  // namespace

std::string last_words(const std::exception& unforeseen) {
  if (dynamic_cast<const std::bad_alloc*>(&unforeseen) != nullptr)
    return std::string(no_memory.substr(0, no_memory.size() - 1));
  if (const auto* file = dynamic_cast<const std::filesystem::filesystem_error*>(&unforeseen)) {
    const std::string path = file->path1().empty() ? "a file" : content::shown(file->path1().string());
    return "The system refused something about " + path + ": " + content::shown(file->code().message()) +
           ". Look whether it is there and may be used, and whether the disk has room." + std::string(pass_it_on);
  }
  if (dynamic_cast<const nlohmann::json::exception*>(&unforeseen) != nullptr)
    return "A file does not hold what Greenline expects in it: " + content::shown(unforeseen.what()) +
           ". `greenline check FILE` says what is wrong where." + std::string(pass_it_on);
  if (const auto* system = dynamic_cast<const std::system_error*>(&unforeseen))
    return "The system refused: " + content::shown(system->code().message()) + "." + std::string(pass_it_on);
  return "Something went wrong that Greenline did not foresee: " + content::shown(unforeseen.what()) + "." +
         std::string(pass_it_on);
}

std::string last_words() { return "Something went wrong that Greenline did not foresee." + std::string(pass_it_on); }

void say_last_words_of_threads() {
  std::set_terminate([] {
    say_what_is_thrown();
    _exit(1);
  });
}

namespace inside {

int say(const std::string& words) noexcept {
  write_out(words);
  write_out("\n");
  return 1;
}

int say_without_memory() noexcept {
  write_out(no_memory);
  return 1;
}

}  // namespace inside

}  // namespace greenline::cli
