// What leaves the room, told: the same for a page, a book, a table and a program.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/load.h"
#include "content/strings.h"
#include "harvest/leaving.h"
#include "harvest/order.h"

namespace greenline::harvest {

// Words in the language that they were written in (BCP 47; empty where nobody knows).
struct Said {
  std::string words;
  std::string language;
};

// One harvest, being told in one language. All that it is made from must outlive it.
class Harvest {
 public:
  Harvest(const Leaving& leaving, const content::Pack& pack, const content::Strings& strings, std::string language,
          std::string for_whom)
      : leaving_(leaving),
        pack_(pack),
        strings_(strings),
        language_(std::move(language)),
        for_whom_(std::move(for_whom)),
        reading_(reading_of(leaving, pack)),
        gifts_(leaving.convening) {}

  [[nodiscard]] const Reading& reading() const { return reading_; }
  // What was left beside it, in that order.
  [[nodiscard]] const std::vector<const model::Nourishment*>& beside(const model::NourishTarget& what) const {
    return gifts_.beside(what);
  }
  [[nodiscard]] const model::Convening& convening() const { return leaving_.convening; }
  [[nodiscard]] const Leaving& leaving() const { return leaving_; }
  [[nodiscard]] const content::Pack& pack() const { return pack_; }
  [[nodiscard]] const std::string& language() const { return language_; }

  [[nodiscard]] std::string say(std::string_view key) const { return std::string(strings_(key, language_)); }
  [[nodiscard]] std::string say(std::string_view key, std::string_view blank) const {
    return content::filled(strings_(key, language_), {blank});
  }
  [[nodiscard]] std::string_view local(const content::LocalText& text) const { return content::in_language(text, language_); }
  [[nodiscard]] const content::Strings& strings() const { return strings_; }

  [[nodiscard]] std::string title() const { return std::string(local(pack_.activity.title)); }
  // What, how, why, for whom: each its heading and its answer, which says so when nobody gave one.
  struct Answer {
    std::string question, answer;
    bool given = true;
  };
  [[nodiscard]] std::vector<Answer> first_lines() const;

  // As the wall told it when the harvest was made: while names are hidden, what the phase asked there, or a number.
  [[nodiscard]] std::string name_of(const Circle&) const;
  [[nodiscard]] std::string_view help_of(const Circle&) const;  // may be empty
  [[nodiscard]] std::string name_of_region(std::string_view region) const;
  // A card's words, or that it is a drawing.
  [[nodiscard]] Said told(const model::Card&) const;
  [[nodiscard]] Said told(const model::ThreadEnd&) const;
  [[nodiscard]] std::string circle_of(const model::ThreadEnd&) const;
  [[nodiscard]] std::string kind_of(model::NourishKind) const;
  // "‹one card› — word → ‹the other›", each part kept in its own direction (U+2068, U+2069).
  [[nodiscard]] std::string sentence_of(const model::Thread&) const;

 private:
  [[nodiscard]] const content::Phase* present_phase() const;  // null where nobody knows it
  const Leaving& leaving_;
  const content::Pack& pack_;
  const content::Strings& strings_;
  std::string language_, for_whom_;
  Reading reading_;
  Gifts gifts_;
};

// Of an identity that `numbered` made: "12".
template <class AnyId>
[[nodiscard]] std::string number_of(const AnyId& id) {
  return std::to_string(number(id));
}

}  // namespace greenline::harvest
