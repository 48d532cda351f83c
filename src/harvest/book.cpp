#include "harvest/book.h"

#include <algorithm>
#include <array>

namespace greenline::harvest {
namespace {

using paper::Ink;
using paper::Lettering;
using text::Face;

constexpr double margin_mm = 18, foot_mm = 10, indent_mm = 6, pad_aspect = 1.9, drawing_mm = 45;
constexpr Ink line_ink{0.18, 0.49, 0.31};

class Book {
 public:
  Book(const Harvest& harvest, paper::Size size)
      : harvest_(harvest),
        pages_(paper::Pages::pdf(size, harvest.title(), harvest.language())),
        width_(size.width_mm - 2 * margin_mm),
        lowest_(size.height_mm - margin_mm - foot_mm) {}

  std::string made(const paper::Pixels& wall) {
    head();
    if (wall.width > 0) {
      const double high = std::min(width_ * wall.height / wall.width, lowest_ - y_);
      pages_.place(wall, {margin_mm, y_, width_, high}, harvest_.say("harvest.wall"));
      y_ += high + 6;
    }
    for (const Circle& circle : harvest_.reading().circles) add(circle);
    threads();
    room_for(20);
    y_ += 6;
    put(harvest_.say("harvest.stays"), own(Face::words, 3.4, paper::grey), 0, paper::Role::paragraph, 2);
    for (const std::string& credit : harvest_.pack().activity.credits)
      put(credit, {Face::prompt_italic, 3.4, paper::grey, "en"}, 0, paper::Role::paragraph, 1);
    foot();
    return pages_.finish_pdf();
  }

 private:
  [[nodiscard]] Lettering own(Face face, double em_mm, Ink ink = paper::black) const {
    return {face, em_mm, ink, harvest_.language()};
  }
  [[nodiscard]] static Lettering in(const std::string& language, Face face, double em_mm, Ink ink = paper::black) {
    return {face, em_mm, ink, language.empty() ? "en" : language};
  }

  void room_for(double high_mm) {
    if (y_ + high_mm <= lowest_ || y_ <= margin_mm) return;
    foot();
    pages_.next_page();
    y_ = margin_mm;
  }
  void put(std::string_view words, const Lettering& how, double indent, paper::Role role, double after) {
    if (words.empty()) return;
    room_for(pages_.height_of(words, how, width_ - indent));
    y_ += pages_.write(words, how, margin_mm + indent, y_, width_ - indent, role) + after;
  }
  void foot() {
    pages_.write(harvest_.title() + " · " + std::to_string(++page_), own(Face::words, 3.2, paper::grey), margin_mm,
                 pages_.size().height_mm - margin_mm, width_, paper::Role::artifact);
  }

  void head() {
    put(harvest_.title(), own(Face::names, 10), 0, paper::Role::title, 4);
    for (const Harvest::Answer& line : harvest_.first_lines()) {
      put(line.question, own(Face::words_bold, 3.6, paper::grey), 0, paper::Role::paragraph, 0.2);
      put(line.answer, own(Face::words, 4, line.given ? paper::black : paper::grey), 0, paper::Role::paragraph, 1.6);
    }
    y_ += 3;
  }

  void add(const Circle& circle) {
    if (circle.region == nullptr && circle.empty()) return;
    room_for(56);
    y_ += 6;
    put(harvest_.name_of(circle), own(Face::names, 7.5), 0, paper::Role::heading, 0.5);
    pages_.line(margin_mm, y_, margin_mm + width_, y_, 0.4, line_ink);
    y_ += 1.5;
    if (circle.region != nullptr)
      put(harvest_.help_of(circle), own(Face::words, 3.6, paper::grey), 0, paper::Role::paragraph, 2);
    if (circle.empty()) put(harvest_.say("harvest.nothing"), own(Face::words, 4, paper::grey), 0, paper::Role::paragraph, 2);
    for (const Group& group : circle.groups) {
      if (group.gathering != nullptr && !group.gathering->name.value.words.empty()) {
        const model::Phrase& name = group.gathering->name.value;
        room_for(24);
        y_ += 2;
        put(name.words, in(name.language, Face::prompt_italic, 5.2), 0, paper::Role::heading, 1.5);
      }
      for (const model::Card* card : group.cards) add(*card);
    }
    if (!circle.at_rest.empty()) {
      room_for(24);
      y_ += 2;
      put(harvest_.say("harvest.at_rest"), own(Face::prompt_italic, 5.2, paper::grey), 0, paper::Role::heading, 1.5);
      for (const model::Card* card : circle.at_rest) add(*card);
    }
    if (circle.region != nullptr) add_beside(model::RegionEnd{circle.region->id}, 0);
  }

  void add(const model::Card& card) {
    const model::Saying& saying = card.saying.value;
    put(saying.words, in(saying.language, Face::words, 4.6), indent_mm / 2, paper::Role::paragraph, 1);
    if (!saying.ink.empty()) drawing(saying);
    const auto line = [&](std::string_view key, const model::Phrase& phrase) {
      if (!phrase.words.empty())
        put(harvest_.say(key, phrase.words), in(phrase.language, Face::words, 3.8, paper::grey), indent_mm,
            paper::Role::paragraph, 0.8);
    };
    if (card.lit_up.value) line("harvest.because", card.lit.value);
    if (card.let_go.value) line("harvest.with_thanks", card.thanks.value);
    add_beside(card.id, indent_mm);
    y_ += 1.4;
  }

  void drawing(const model::Saying& saying) {
    const double high = drawing_mm / pad_aspect;
    room_for(high + 2);
    std::vector<paper::Pages::Stroke> strokes;
    for (const model::Stroke& stroke : saying.ink) {
      strokes.emplace_back();
      for (const model::InkPoint& point : stroke)
        strokes.back().push_back({margin_mm + indent_mm / 2 + static_cast<double>(point.x) * drawing_mm,
                                  y_ + static_cast<double>(point.y) * high, static_cast<double>(point.width) * drawing_mm});
    }
    pages_.ink(strokes, paper::black, harvest_.say("harvest.drawing"));
    y_ += high + 2;
  }

  void add_beside(const model::NourishTarget& what, double indent) {
    for (const model::Nourishment* one : harvest_.beside(what)) {
      const model::Saying& saying = one->body.value.saying;
      put(harvest_.kind_of(one->body.value.kind) + ": \u2068" +
              (saying.words.empty() ? harvest_.say("harvest.drawing") : saying.words) + "\u2069",
          own(Face::words, 3.8, paper::grey), indent, paper::Role::paragraph, 0.8);
    }
  }

  void threads() {
    if (harvest_.reading().threads.empty()) return;
    room_for(56);
    y_ += 6;
    put(harvest_.say("harvest.threads"), own(Face::names, 7.5), 0, paper::Role::heading, 0.5);
    pages_.line(margin_mm, y_, margin_mm + width_, y_, 0.4, line_ink);
    y_ += 2;
    for (const model::Thread* thread : harvest_.reading().threads) {
      put(harvest_.sentence_of(*thread), own(Face::words, 4.2), 0, paper::Role::paragraph, 1.2);
      add_beside(thread->id, indent_mm);
    }
  }

  const Harvest& harvest_;
  paper::Pages pages_;
  double width_, lowest_, y_ = margin_mm;
  int page_ = 0;
};

}  // namespace

std::string book(const Harvest& harvest, const paper::Pixels& wall, paper::Size size) { return Book(harvest, size).made(wall); }

}  // namespace greenline::harvest
