// Keys that say what they do say all of it: on every plate of every seat, however small that is, in every language.
#include <set>

#include "ui/at_a_seat.h"
#include "ui/card_actions.h"
#include "ui/composer.h"
#include "ui/reader.h"

namespace greenline::ui {
namespace {

struct Shape {
  const char* name;
  float width, height, pixels_per_mm;
  Company company = Company::others;
  bool table = false;
};
constexpr Shape shapes[] = {{"55 inches", 1920, 1080, 1.58F},
                            {"86 inches in 4K", 3840, 2160, 2.02F},
                            {"24 inches, several", 1920, 1080, 3.6F},
                            {"24 inches, alone", 1920, 1080, 3.6F, Company::alone},
                            {"a tablet, several", 1280, 800, 4.7F},
                            {"upright, 24 inches", 1080, 1920, 3.6F},
                            {"upright, 43 inches", 1080, 1920, 2.0F},
                            {"a window", 1280, 720, 3.78F},
                            {"round a table", 1920, 1080, 1.58F, Company::others, true},
                            {"round a table in 4K", 3840, 2160, 3.17F, Company::others, true},
                            {"round a small table", 1920, 1080, 3.6F, Company::others, true}};

class EveryPlate : public AtASeat {
 protected:
  [[nodiscard]] Surroundings around() { return {engine, *strings, *keyboards, *palette, setting}; }
  void sit(const Shape& shape, const std::string& language) {
    setting = {shape.width, shape.height, shape.pixels_per_mm, language, {language}, false, shape.table};
    where = std::string(shape.name) + ", " + language;
  }
  // Every word of the interface's own languages: those that are spoken on the wall, and those of the keyboards beside them.
  [[nodiscard]] std::set<std::string> languages() const {
    std::set<std::string> all;
    for (const auto& [key, said] : strings->all())
      for (const auto& [language, words] : said) all.insert(language);
    return all;
  }
  template <class Body>
  void expect_whole(Body body, const Measures& m, const std::string& what) {
    const float height = body.wished_height(m, around());
    body.lay_out({0, 0, m.width(), height}, m, around());
    for (const Button& button : body.plates()) {
      if (button.label.empty()) continue;
      const Plate plate = plate_of(button, m, engine);
      EXPECT_TRUE(plate.whole) << where << ", " << what << ": " << button.label;
      // Letters below twelve pixels blur; where a plate has no room for those they are as large as it has.
      EXPECT_GE(plate.size_px, std::min(Measures::readable_px, 0.38F * m.unit))
          << where << ", " << what << ": " << button.label;
    }
  }
  [[nodiscard]] Composer composing(const Purpose& purpose) { return {1, purpose, around()}; }
  [[nodiscard]] ReadCard a_card_with_everything(std::size_t from, std::size_t to) const {
    ReadCard card;
    card.saying.words = "We ring before we are asked.";
    card.wall_em = 14;
    card.wall_width = 200;
    for (std::size_t i = from; i < to && i < card_actions().size(); ++i) card.offered.push_back(card_actions()[i].name);
    LeftBeside beside;
    beside.saying.words = "Since when?";
    beside.may_take_back = true;
    card.nourishments.push_back(beside);
    return card;
  }
  template <class Each>
  void at_every_seat(Each each) {
    for (const Shape& shape : shapes)
      for (const std::string& language : languages())
        for (const float shrink : {1.0F, 0.85F}) {
          sit(shape, language);
          each(measures_for(setting, shrink, shape.company));
        }
  }
  std::string where;
};

TEST_F(EveryPlate, OfWhoeverWritesACardSaysAllOfIt) {
  at_every_seat([this](const Measures& m) {
    expect_whole(composing(a_card()), m, "a card");
    Composer draws = composing(a_card());
    draws.lay_out({0, 0, m.width(), draws.wished_height(m, around())}, m, around());
    Answers out;
    const PixelPoint at = draws.control("draw")->centre();
    draws.touch({1, input::ContactState::began, at, 0}, 1, around(), out);
    draws.touch({1, input::ContactState::ended, at, 0}, 1, around(), out);
    expect_whole(std::move(draws), m, "ink");
  });
}

TEST_F(EveryPlate, OfWhoeverNamesSomethingThatMayBeTakenBackSaysAllOfIt) {
  at_every_seat([this](const Measures& m) {
    ComposeWord word;
    word.word = "rests on";
    word.may_take_back = true;
    expect_whole(composing(word), m, "a word");
    ComposeName name;
    name.name = "harbour";
    name.may_take_back = true;
    expect_whole(composing(name), m, "a name");
    name.may_take_back = false;
    expect_whole(composing(name), m, "a new name");
  });
}

TEST_F(EveryPlate, OfWhoeverLeavesSomethingBesideACardSaysAllOfIt) {
  at_every_seat([this](const Measures& m) {
    ComposeNourishment beside;
    beside.title = "We ring before we are asked.";
    expect_whole(composing(beside), m, "a nourishment");
    for (const CardAction& action : card_actions()) {
      if (action.with_line == nullptr) continue;
      ComposeLine line;
      line.action = action.name;
      expect_whole(composing(line), m, "a line");
    }
  });
}

TEST_F(EveryPlate, OfWhoeverReadsACardSaysAllOfIt) {
  at_every_seat([this](const Measures& m) {
    for (std::size_t from = 0; from < card_actions().size(); ++from)
      for (const std::size_t many : {std::size_t{1}, std::size_t{2}, std::size_t{4}}) {
        const Reader reader(1, a_card_with_everything(from, from + many));
        expect_whole(reader, reader.wide_enough(m, setting), "a card that is read");
      }
  });
}

TEST_F(EveryPlate, OfManyKeyboardsSaysItsName) {
  for (const Shape& shape : shapes) {
    sit(shape, "en");
    setting.languages = {"en", "fr", "es", "pa", "ar"};
    expect_whole(composing(a_card()), measures_for(setting, 1, shape.company), "keyboards");
  }
}

}  // namespace
}  // namespace greenline::ui
