#include "cli/video.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>
#include <vector>

#include "files/descriptor.h"

extern char** environ;  // NOLINT: the system's name

namespace greenline::cli {
namespace {

namespace fs = std::filesystem;

std::string why(int number) { return std::generic_category().message(number); }

class Sequence final : public MovingPicture {
 public:
  explicit Sequence(fs::path folder) : folder_(std::move(folder)) {}
  tl::expected<void, std::string> add(const render::Picture& picture) override {
    std::array<char, 24> name{};
    (void)std::snprintf(name.data(), name.size(), "frame-%05d.png", ++count_);
    return render::write_png(folder_ / name.data(), picture);
  }
  tl::expected<void, std::string> finish() override { return {}; }

 private:
  fs::path folder_;
  int count_ = 0;
};

// Takes frames on its standard input.
class Ffmpeg final : public MovingPicture {
 public:
  Ffmpeg(pid_t child, files::Descriptor to, fs::path part, fs::path out)
      : child_(child), to_(std::move(to)), part_(std::move(part)), out_(std::move(out)) {}
  ~Ffmpeg() override {
    (void)ended();
    std::error_code ignored;
    fs::remove(part_, ignored);
  }
  Ffmpeg(const Ffmpeg&) = delete;
  Ffmpeg& operator=(const Ffmpeg&) = delete;

  tl::expected<void, std::string> add(const render::Picture& picture) override {
    const std::uint8_t* from = picture.rgba.data();
    std::size_t left = picture.rgba.size();
    while (left > 0) {
      const ssize_t taken = ::write(to_.get(), from, left);
      if (taken < 0 && errno == EINTR) continue;
      if (taken <= 0) return tl::unexpected("ffmpeg takes no more frames: " + why(errno) + ".");
      from += taken;
      left -= static_cast<std::size_t>(taken);
    }
    return {};
  }
  tl::expected<void, std::string> finish() override {
    if (const int code = ended(); code != 0)
      return tl::unexpected("ffmpeg could not make " + out_.string() + " (it ended with " + std::to_string(code) + ").");
    std::error_code trouble;
    fs::rename(part_, out_, trouble);
    if (trouble) return tl::unexpected(out_.string() + " cannot be written: " + trouble.message() + ".");
    return {};
  }

 private:
  int ended() {
    (void)to_.close();
    if (child_ <= 0) return code_;
    int status = 0;
    while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) continue;
    child_ = -1;
    code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    return code_;
  }
  pid_t child_;
  files::Descriptor to_;
  fs::path part_, out_;
  int code_ = 0;
};

tl::expected<std::unique_ptr<MovingPicture>, std::string> begin_video(const fs::path& out, int width, int height, int fps) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return tl::unexpected("No pipe to ffmpeg: " + why(errno) + ".");
  files::Descriptor reads(pipe[0]), writes(pipe[1]);
  const fs::path part = out.parent_path() / (".part-" + out.filename().string());
  std::vector<std::string> words{"ffmpeg",
                                 "-hide_banner",
                                 "-loglevel",
                                 "error",
                                 "-y",
                                 "-f",
                                 "rawvideo",
                                 "-pix_fmt",
                                 "rgba",
                                 "-s",
                                 std::to_string(width) + "x" + std::to_string(height),
                                 "-r",
                                 std::to_string(fps),
                                 "-i",
                                 "-",
                                 "-an",
                                 "-pix_fmt",
                                 "yuv420p",
                                 "-vf",
                                 "pad=ceil(iw/2)*2:ceil(ih/2)*2",
                                 "file:" + part.string()};
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, reads.get(), STDIN_FILENO);
  pid_t child = -1;
  const int failed = ::posix_spawnp(&child, "ffmpeg", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0)
    return tl::unexpected("A video is written by ffmpeg, which could not be started: " + why(failed) +
                          ". Install it (apt install ffmpeg), or name a folder, for numbered pictures.");
  return std::make_unique<Ffmpeg>(child, std::move(writes), part, out);
}

}  // namespace

tl::expected<std::unique_ptr<MovingPicture>, std::string> begin_moving_picture(const fs::path& out, int width, int height,
                                                                               int fps) {
  const std::string extension = out.extension().string();
  if (extension == ".mp4" || extension == ".mkv" || extension == ".webm") return begin_video(out, width, height, fps);
  std::error_code trouble;
  if (fs::exists(out, trouble)) return tl::unexpected(out.string() + " is there already. Name a new folder.");
  fs::create_directories(out, trouble);
  if (trouble) return tl::unexpected(out.string() + " cannot be made: " + trouble.message() + ".");
  return std::make_unique<Sequence>(out);
}

}  // namespace greenline::cli
