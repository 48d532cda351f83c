#include "app/crowding.h"

#include <algorithm>
#include <compare>
#include <iomanip>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

#include "content/problem.h"
#include "content/reader.h"
#include "scene/stage.h"
#include "view/staging.h"

namespace greenline::app {
namespace {

constexpr float whole_lines = 0.8F;    // a line that is begun is as high as a full one
constexpr std::size_t most_told = 20;  // of one activity: whoever mends these has seen what is meant
constexpr float em_for_hands_px = 12;  // the least that `run` and `render` write with

struct Languages {
  std::string first, second;
  friend auto operator<=>(const Languages&, const Languages&) = default;
};

std::vector<Languages> shown_languages(const content::Activity& activity) {
  std::vector<Languages> shown;
  for (const std::string& language : activity.languages) shown.push_back({language, {}});
  if (activity.side_by_side.size() == 2) shown.push_back({activity.side_by_side[0], activity.side_by_side[1]});
  return shown;
}

view::WallSetting setting_for(const ScreenPixels& screen, const Languages& languages) {
  view::WallSetting setting;
  setting.width = static_cast<float>(screen.width);
  setting.height = static_cast<float>(screen.height);
  setting.legible_px = em_for_hands_px;
  setting.language = languages.first;
  setting.second_language = languages.second;
  return setting;
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string where(const ScreenPixels& screen, const Languages& languages) {
  std::string said =
      "at " + std::to_string(screen.width) + "x" + std::to_string(screen.height) + " in \"" + languages.first + "\"";
  return languages.second.empty() ? said : said + " beside \"" + languages.second + "\"";
}

// "2.3 times as much as there is room for".
std::string much(float times) {
  std::ostringstream said;
  said << std::fixed << std::setprecision(1) << std::max(times, 1.1F) << " times as much as there is room for";
  return said.str();
}

// ", 1.4 times as large as its place with the smallest letters that can be read ".
std::string large(float times) {
  std::ostringstream said;
  said << ", " << std::fixed << std::setprecision(1) << std::max(times, 1.1F)
       << " times as large as its place with the smallest letters that can be read ";
  return said.str();
}

// Looks at one activity, and tells each text once.
class Look {
 public:
  Look(const content::Looked& looked, const content::Strings& strings, text::Engine& engine)
      : pack_(looked.pack),
        strings_(strings),
        engine_(engine),
        activity_file_(looked.activity_file),
        reading_(looked.activity_text, looked.activity_file, content::Reading::Look::again),
        canvas_(looked.canvas_text, looked.canvas_file, content::Reading::Look::again) {
    stage_.canvas = pack_.canvas;
    stage_.activity = pack_.activity;
  }

  [[nodiscard]] content::Diagnostics all() {
    for (const ScreenPixels& screen : usual_screens)
      for (const Languages& languages : shown_languages(pack_.activity)) look(screen, languages);
    for (const auto& [text, worst] : found_) {
      if (!text.place)
        tell_canvas(text, worst);
      else if (text.region.empty())
        tell_prompt(text, worst);
      else
        tell_in_place_of_name(text, worst);
    }
    content::Diagnostics told = reading_.take();
    for (content::Diagnostic& one : canvas_.take()) {
      one.used_by.push_back(activity_file_);
      told.push_back(std::move(one));
    }
    if (found_.size() >= most_told) {
      content::Diagnostic last = told.back();
      last.found = "so many texts without room";
      last.expected = "texts that fit; further ones were not looked at";
      last.hint = "Mend these, and check again.";
      told.push_back(std::move(last));
    }
    return told;
  }

 private:
  struct Text {
    std::optional<std::size_t> place;  // of a phase; none: of the canvas
    std::string region;                // of a name, or of what a phase asks in its place; empty: a prompt, or the green line's
    Languages languages;
    friend auto operator<=>(const Text&, const Text&) = default;
  };
  struct Worst {
    ScreenPixels screen;
    float times = 0;
  };

  void add(Text text, const ScreenPixels& screen, float times) {
    if (found_.size() >= most_told && !found_.contains(text)) return;
    Worst& worst = found_[std::move(text)];
    if (times > worst.times) worst = {screen, times};
  }

  void look(const ScreenPixels& screen, const Languages& languages) {
    const view::WallSetting setting = setting_for(screen, languages);
    for (std::size_t place = 0; place < pack_.activity.phases.size() && found_.size() < most_told; ++place) {
      view::restage(stage_, pack_.activity.phases[place], strings_, setting);
      // Names and what stands at the line are the same in every phase, but for where a prompt leaves them room, and while
      // names are hidden.
      const bool hidden = pack_.activity.phases[place].hides_names;
      if (place == 0 || hidden || pack_.activity.phases[place - 1].hides_names) {
        for (const scene::Crowded& crowded : scene::make_backdrop(stage_, engine_).crowded) {
          const bool is_of_phase =
              crowded.what == scene::Crowded::What::prompt || (crowded.what == scene::Crowded::What::name && hidden);
          add({is_of_phase ? std::optional(place) : std::nullopt, crowded.region, languages}, screen, crowded.times);
        }
        continue;
      }
      const content::Layout& layout = scene::layout_of(stage_);
      const auto to_pixel = scene::pixel_from_canvas(layout, stage_.width, stage_.height);
      const scene::PromptView prompt = scene::make_prompt(stage_, layout, to_pixel, engine_);
      if (prompt.times > 1) add({place, {}, languages}, screen, prompt.times);
    }
  }

  void tell_prompt(const Text& about, const Worst& worst) {
    const content::PositionIndex& index = reading_.index();
    const content::NodeId texts = index.member(index.item(index.member(index.root(), "phases"), *about.place), "prompt");
    const content::NodeId text = index.member(texts, about.languages.first);
    const std::size_t characters =
        characters_in(content::in_language(pack_.activity.phases[*about.place].prompt, about.languages.first));
    const auto fitting = static_cast<std::size_t>(static_cast<float>(characters) * whole_lines / std::max(worst.times, 1.0F));
    reading_.report(text != content::no_node ? text : texts,
                    {content::Problem::prompt_without_room,
                     "a prompt of " + std::to_string(characters) + " characters, " + much(worst.times) + " " +
                         where(worst.screen, about.languages),
                     "a prompt that fits on every usual screen",
                     "With the words over it, some " + std::to_string(fitting / 10 * 10) + " characters fit there."});
  }

  void tell_in_place_of_name(const Text& about, const Worst& worst) {
    const content::PositionIndex& index = reading_.index();
    const content::NodeId phase = index.item(index.member(index.root(), "phases"), *about.place);
    reading_.report(index.member(index.member(phase, "region_prompts"), about.region),
                    {content::Problem::words_without_room,
                     "what the phase asks of \"" + about.region + "\" in place of its name" + large(worst.times) +
                         where(worst.screen, about.languages),
                     "words that fit on every usual screen", "Make them shorter, or the region larger."});
  }

  // In the canvas' own file.
  void tell_canvas(const Text& about, const Worst& worst) {
    const content::PositionIndex& index = canvas_.index();
    content::NodeId text = index.member(index.root(), "green_line");
    if (!about.region.empty()) {
      const auto& regions = pack_.canvas.regions;
      const auto place = std::ranges::find(regions, about.region, &content::Region::id) - regions.begin();
      const content::NodeId region = index.item(index.member(index.root(), "regions"), static_cast<std::size_t>(place));
      const content::NodeId names = index.member(region, "label"), name = index.member(names, about.languages.first);
      text = name != content::no_node ? name : names != content::no_node ? names : region;
    }
    canvas_.report(text, {content::Problem::words_without_room,
                          (about.region.empty() ? "words at the green line, too long to stand clear of all else "
                                                : "the name and help of \"" + about.region + "\"" + large(worst.times)) +
                              where(worst.screen, about.languages),
                          "words that fit on every usual screen", "Make them shorter, or the region larger."});
  }

  const content::Pack& pack_;
  const content::Strings& strings_;
  text::Engine& engine_;
  std::string activity_file_;
  content::Reading reading_, canvas_;  // of the two files
  scene::Stage stage_;                 // the pack is copied into it once
  std::map<Text, Worst> found_;
};

}  // namespace

content::Diagnostics words_without_room(const content::Looked& looked, const content::Strings& strings, text::Engine& engine) {
  return Look(looked, strings, engine).all();
}

std::string note_of_crowding(const content::Pack& pack, const content::Strings& strings, view::WallSetting setting,
                             text::Engine& engine, std::string_view only) {
  view::choose_languages(pack.activity, setting);
  std::string crowded, cut;
  const auto add = [](std::string& to, const std::string& what) {
    if (to.find(what) == std::string::npos) to += (to.empty() ? "" : ", ") + what;
  };
  for (const content::Phase& phase : pack.activity.phases) {
    if (!only.empty() && phase.id != only) continue;
    for (const scene::Crowded& one : scene::make_backdrop(view::stage_of(pack, phase, strings, setting), engine).crowded) {
      const std::string what = one.what == scene::Crowded::What::prompt ? "the prompt of \"" + phase.id + "\""
                               : one.what == scene::Crowded::What::name ? "the name and help of \"" + one.region + "\""
                                                                        : std::string("the words at the green line");
      add(one.cut ? cut : crowded, what);
    }
  }
  std::string note;
  if (!cut.empty()) note += "Too long for this screen, and shown without their end: " + cut + ".";
  if (!crowded.empty()) note += (note.empty() ? "" : " ") + ("Too long for their place on this screen: " + crowded + ".");
  return note.empty() ? note : note + " `greenline check` says how long they can be.";
}

}  // namespace greenline::app
