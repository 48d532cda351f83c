#include "paper/rundown.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "content/mode_line.h"

namespace greenline::paper {
namespace {

constexpr double margin_mm = 15, clock_mm = 16, foot_mm = 8;
constexpr double usual_gap_mm = 5, usual_picture_mm = 58;
// So much smaller all of it may be where that saves a sheet: a host holds as few as can be.
constexpr std::array closeness{1.0, 0.96, 0.92, 0.88};

class Rundown {
 public:
  Rundown(const content::Pack& pack, const content::Strings& strings, const std::string& language, Size size, double close)
      : activity_(pack.activity),
        canvas_(pack.canvas),
        strings_(strings),
        language_(language),
        pages_(Pages::pdf(size, std::string(content::in_language(pack.activity.title, language)), language)),
        width_(size.width_mm - 2 * margin_mm),
        close_(close) {}

  std::string finished(std::span<const Pixels> pictures) {
    draws_ = true;
    lay_out(pictures);
    return pages_.finish_pdf();
  }

  // Without drawing anything.
  int pages(std::span<const Pixels> pictures) {
    lay_out(pictures);
    return page_;
  }

 private:
  void lay_out(std::span<const Pixels> pictures) {
    head();
    int minutes = 0;
    for (std::size_t i = 0; i < activity_.phases.size(); ++i) {
      const content::Phase& phase = activity_.phases[i];
      add_phase(phase, minutes, i < pictures.size() ? &pictures[i] : nullptr);
      minutes += phase.minutes;
    }
    foot();
  }

  [[nodiscard]] Lettering lettering(text::Face face, double em_mm, Ink ink = black) const {
    return {face, em_mm * close_, ink, language_};
  }
  // How high the words are, millimetres.
  double write(std::string_view words, const Lettering& how, double x, double y, double width, Role role = Role::paragraph) {
    return draws_ ? pages_.write(words, how, x, y, width, role) : pages_.height_of(words, how, width);
  }
  [[nodiscard]] double picture_mm() const { return usual_picture_mm * close_; }
  [[nodiscard]] double gap_mm() const { return usual_gap_mm * close_; }
  [[nodiscard]] std::string_view local(const content::LocalText& text) const { return content::in_language(text, language_); }
  [[nodiscard]] std::string say(std::string_view key, std::initializer_list<std::string_view> values = {}) const {
    return content::filled(strings_(key, language_), values);
  }

  void head() {
    int minutes = 0;
    for (const content::Phase& phase : activity_.phases) minutes += phase.minutes;
    y_ += write(local(activity_.title), lettering(text::Face::names, 9), margin_mm, y_, width_, Role::title) + 2;
    std::string line = say("rundown.minutes", {std::to_string(minutes)});
    if (activity_.people_max > 0)
      line += " · " + say("rundown.people", {std::to_string(activity_.people_min), std::to_string(activity_.people_max)});
    y_ += write(line, lettering(text::Face::words, 3.8, grey), margin_mm, y_, width_) + 4;
    const std::array<std::pair<const char*, const content::LocalText*>, 3> harvest{{{"rundown.what", &activity_.harvest.what},
                                                                                    {"rundown.how", &activity_.harvest.how},
                                                                                    {"rundown.why", &activity_.harvest.why}}};
    for (const auto& [key, text] : harvest) {
      if (local(*text).empty()) continue;
      write(say(key), lettering(text::Face::words_bold, 3.6, grey), margin_mm, y_, clock_mm + 14);
      const double x = margin_mm + clock_mm + 14 + gap_mm();
      y_ += write(local(*text), lettering(text::Face::words, 3.6), x, y_, margin_mm + width_ - x) + 1.5;
    }
    for (const std::string& credit : activity_.credits)
      y_ += write(credit, lettering(text::Face::prompt_italic, 3.4, grey), margin_mm, y_, width_) + 1;
    y_ += 3;
  }

  // The words of a phase from (x, y) down; how far they reach. Only measured where `draws` is false.
  double words_of(const content::Phase& phase, double x, double y, double width, bool draws) {
    const double from = y;
    const auto put = [&](std::string_view words, const Lettering& how, Role role, double after) {
      if (words.empty()) return;
      y += (draws ? write(words, how, x, y, width, role) : pages_.height_of(words, how, width)) + after;
    };
    const std::string_view own = local(phase.mode_words);
    put(local(phase.title), lettering(text::Face::words_bold, 4.4), Role::heading, 1);
    put(own.empty() ? content::mode_line(phase, strings_, language_) : std::string(own),
        lettering(text::Face::words, 3.6, grey), Role::paragraph, 1.2);
    put(local(phase.host_note), lettering(text::Face::words, 3.6), Role::paragraph, 1.2);
    put(local(phase.prompt), lettering(text::Face::prompt, 4.8), Role::paragraph, 1.2);
    for (const content::Region& region : canvas_.regions)
      if (const auto prompt = phase.region_prompts.find(region.id); prompt != phase.region_prompts.end())
        put(std::string(local(region.label)) + " – " + std::string(local(prompt->second)),
            lettering(text::Face::prompt_italic, 3.8), Role::paragraph, 0.6);
    return y - from;
  }

  void add_phase(const content::Phase& phase, int begins, const Pixels* picture) {
    const double x = margin_mm + clock_mm, words_x = picture != nullptr ? x + picture_mm() + gap_mm() : x;
    const double words_width = margin_mm + width_ - words_x;
    const double picture_height = picture != nullptr ? picture_mm() * picture->height / std::max(1, picture->width) : 0;
    const double height = std::max(words_of(phase, words_x, 0, words_width, false), picture_height);
    if (y_ + height > pages_.size().height_mm - margin_mm - foot_mm && y_ > 2 * margin_mm) {
      foot();
      if (draws_) pages_.next_page();
      y_ = margin_mm;
    }
    if (draws_) pages_.line(margin_mm, y_ - 2, margin_mm + width_, y_ - 2, 0.2, grey);
    const std::string minute = std::to_string(begins % 60);
    write(std::to_string(begins / 60) + ":" + (minute.size() < 2 ? "0" : "") + minute, lettering(text::Face::words_bold, 4.4),
          margin_mm, y_, clock_mm);
    write(say("rundown.minutes", {std::to_string(phase.minutes)}), lettering(text::Face::words, 3.4, grey), margin_mm, y_ + 6,
          clock_mm - 1);
    if (picture != nullptr && draws_) pages_.place(*picture, {x, y_, picture_mm(), picture_height}, local(phase.title));
    words_of(phase, words_x, y_, words_width, true);
    y_ += height + 2 * gap_mm();
  }

  void foot() {
    ++page_;
    write(std::string(local(activity_.title)) + " · " + std::to_string(page_), lettering(text::Face::words, 3.2, grey),
          margin_mm, pages_.size().height_mm - margin_mm, width_, Role::artifact);
  }

  const content::Activity& activity_;
  const content::Canvas& canvas_;
  const content::Strings& strings_;
  std::string language_;
  Pages pages_;
  double width_, close_, y_ = margin_mm;
  bool draws_ = false;
  int page_ = 0;
};

}  // namespace

std::string rundown(const content::Pack& pack, const content::Strings& strings, const std::string& language, Size size,
                    std::span<const Pixels> pictures) {
  double chosen = closeness.front();
  int fewest = 0;
  for (const double close : closeness)
    if (const int pages = Rundown(pack, strings, language, size, close).pages(pictures); fewest == 0 || pages < fewest) {
      fewest = pages;
      chosen = close;
    }
  return Rundown(pack, strings, language, size, chosen).finished(pictures);
}

}  // namespace greenline::paper
