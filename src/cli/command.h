// The commands of the one program. Each adds itself to the command line; the one chosen runs and leaves its exit code.
// Exit codes: 0 done; 1 something is wrong and was said; 2 the command line could not be understood.
#pragma once
#include <optional>
#include <string>
#include <utility>

#include "app/resources.h"
#include "interact/wall.h"

namespace CLI {
class App;
}

namespace greenline::cli {

void add_run(CLI::App&, int& exit_code);
void add_check(CLI::App&, int& exit_code);
void add_explain(CLI::App&, int& exit_code);
void add_new_pack(CLI::App&, int& exit_code);
void add_packs(CLI::App&, int& exit_code);
void add_install(CLI::App&, int& exit_code);
void add_remove(CLI::App&, int& exit_code);
void add_render(CLI::App&, int& exit_code);
void add_rehearse(CLI::App&, int& exit_code);
void add_harvest(CLI::App&, int& exit_code);
void add_identify(CLI::App&, int& exit_code);
void add_import(CLI::App&, int& exit_code);
void add_pin(CLI::App&, int& exit_code);
void add_programme(CLI::App&, int& exit_code);
void add_replay(CLI::App&, int& exit_code);
void add_simulate(CLI::App&, int& exit_code);
void add_move(CLI::App&, int& exit_code);
void add_erase(CLI::App&, int& exit_code);
void add_doctor(CLI::App&, int& exit_code);
void add_bench(CLI::App&, int& exit_code);

// What several commands ask in the same words.
struct WallOptions {
  std::string pack;  // a folder or a .zip; empty: none
  std::string activity = "both-sides-of-the-line";
  std::string palette = "dusk";
  std::string language, second_language;
  std::string layout;             // empty: the activity's own
  std::string size;               // "1920x1080"
  double viewing_distance_m = 0;  // 0: nobody said; names and prompts are as large as the layout has them
  double pixels_per_mm = 0;       // 0: from the monitor
  double reach_mm = 1200;         // above the screen's lower edge
  bool still = false;
  bool table = false;
};
void add_wall_options(CLI::App& command, WallOptions&, const std::string& default_size);
// The activity alone, which is among them.
void add_activity(CLI::App& command, WallOptions&);
// The pack that an activity may come from, as the command's own word.
void add_pack(CLI::App& command, WallOptions&);
// A pack that is installed may be named by its id alone: then the folder of its newest version; else the word itself.
[[nodiscard]] std::string pack_meant_by(const std::string& named);
// What is typed after `greenline move FILE` to have the activity of these options.
[[nodiscard]] std::string called_for_move(const WallOptions&, bool activity_named);
// All that a wall of these options needs; `activity_named`: --activity was given.
[[nodiscard]] tl::expected<app::Resources, std::string> load_resources(const WallOptions&, bool activity_named);
// "1920x1080" to pixels; nothing when it is not that.
[[nodiscard]] std::optional<std::pair<int, int>> size_from_text(const std::string&);
// For CLI11: empty when it is one, else why not.
[[nodiscard]] std::string is_size(const std::string&);
// The wall these options ask for, on a screen of this size and density.
[[nodiscard]] view::WallSetting wall_setting(const WallOptions&, int width, int height, float pixels_per_mm);

// What to say when names and prompts cannot be as large as --viewing-distance asks; empty when they can, or nobody asked.
[[nodiscard]] std::string note_of_distance(const WallOptions&, const app::Resources&, const view::WallSetting&, text::Engine&);

// Prints a sentence to the terminal's error stream, safe to show whatever names are in it; returns 1.
int complain(const std::string& sentence);
// The same to where answers go; returns 0.
int tell(const std::string& answer);

}  // namespace greenline::cli
