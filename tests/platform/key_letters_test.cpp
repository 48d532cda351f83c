// Shortcuts go by what a key says, in every layout.
#include "platform/key_letters.h"

#include <gtest/gtest.h>

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace greenline::platform {
namespace {

// X11 keycodes of the three rows of letters, and what a US keyboard has there.
constexpr int first_of_row[3] = {24, 38, 52};
constexpr std::string_view us_rows[3] = {"qwertyuiop", "asdfghjkl;", "zxcvbnm,./"};

struct Layout {
  KeyNames names;
  // What the shortcut means at the key where a US keyboard has this letter.
  [[nodiscard]] char at_us(char letter) const {
    for (int row = 0; row < 3; ++row) {
      const std::size_t at = us_rows[row].find(letter);
      if (at == std::string_view::npos) continue;
      return letter_of(first_of_row[row] + static_cast<int>(at), std::isalpha(letter) != 0 ? letter : '\0', names);
    }
    return 0;
  }
};

Layout layout(const std::vector<std::vector<std::string>>& rows) {
  Layout layout;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t i = 0; i < rows[row].size(); ++i) layout.names[first_of_row[row] + static_cast<int>(i)] = rows[row][i];
  }
  return layout;
}

const Layout us = layout({{"q", "w", "e", "r", "t", "y", "u", "i", "o", "p"},
                          {"a", "s", "d", "f", "g", "h", "j", "k", "l", ";"},
                          {"z", "x", "c", "v", "b", "n", "m", ",", ".", "/"}});
const Layout french = layout({{"a", "z", "e", "r", "t", "y", "u", "i", "o", "p"},
                              {"q", "s", "d", "f", "g", "h", "j", "k", "l", "m"},
                              {"w", "x", "c", "v", "b", "n", ",", ";", ":", "!"}});
const Layout german = layout({{"q", "w", "e", "r", "t", "z", "u", "i", "o", "p"},
                              {"a", "s", "d", "f", "g", "h", "j", "k", "l", "ö"},
                              {"y", "x", "c", "v", "b", "n", "m", ",", ".", "-"}});
const Layout dvorak = layout({{"'", ",", ".", "p", "y", "f", "g", "c", "r", "l"},
                              {"a", "o", "e", "u", "i", "d", "h", "t", "n", "s"},
                              {";", "q", "j", "k", "x", "b", "m", "w", "v", "z"}});
const Layout russian = layout({{"й", "ц", "у", "к", "е", "н", "г", "ш", "щ", "з"},
                               {"ф", "ы", "в", "а", "п", "р", "о", "л", "д", "ж"},
                               {"я", "ч", "с", "м", "и", "т", "ь", "б", "ю", "."}});
// Greek has a semicolon where Q stands.
const Layout greek = layout({{";", "ς", "ε", "ρ", "τ", "υ", "θ", "ι", "ο", "π"},
                             {"α", "σ", "δ", "φ", "γ", "η", "ξ", "κ", "λ", "´"},
                             {"ζ", "χ", "ψ", "ω", "β", "ν", "μ", ",", ".", "/"}});

TEST(LetterOfAKey, IsWhatTheKeySays) {
  for (char letter = 'a'; letter <= 'z'; ++letter) EXPECT_EQ(us.at_us(letter), letter);
  EXPECT_EQ(french.at_us('a'), 'q');
  EXPECT_EQ(french.at_us('q'), 'a');
  EXPECT_EQ(french.at_us(';'), 'm');
  EXPECT_EQ(german.at_us('y'), 'z');
  EXPECT_EQ(dvorak.at_us('x'), 'q');
}

TEST(LetterOfAKey, IsNoneAtAKeyWhereALatinLayoutHasNone) {
  EXPECT_EQ(dvorak.at_us('q'), 0) << "an apostrophe does not quit";
  EXPECT_EQ(french.at_us('m'), 0);
}

TEST(LetterOfAKey, IsWhereAUsKeyboardHasItWhenNoKeySaysIt) {
  for (const char letter : {'q', 'a', 'b', 'z'}) {
    EXPECT_EQ(russian.at_us(letter), letter);
    EXPECT_EQ(greek.at_us(letter), letter);
  }
}

TEST(LetterOfAKey, IsWhereAUsKeyboardHasItWhenTheLayoutIsNotKnown) {
  EXPECT_EQ(letter_of(24, 'q', {}), 'q');
  EXPECT_EQ(letter_of(67, 0, {}), 0);
}

TEST(LetterOfAKey, IsTheSmallLetterOfACapital) { EXPECT_EQ(letter_of(24, 'a', {{24, "Q"}}), 'q'); }

}  // namespace
}  // namespace greenline::platform
