// Balanced lines: as many as filled ones, within the same room, and no lone short word in the last where that can be.
#include "text/balance.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>

#include "text/text.h"

namespace greenline::text {
namespace {

// A card's width in ems of its type.
Style card_style(float size_px, const std::string& language) {
  Style style;
  style.size_px = size_px;
  style.width_px = 8.064F * size_px;
  style.align = Align::centre;
  style.line_spacing = 1.2F;
  style.language = language;
  return style;
}
Style balanced(Style style) {
  style.balanced = true;
  return style;
}

std::vector<std::string> lines_of(Engine& engine, const std::string& words, const Style& style) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < words.size();) {
    const Range line = engine.line_around(words, style, at);
    std::size_t next = next_grapheme(words, std::max(line.to, at));
    if (line.to >= words.size()) next = words.size();
    lines.push_back(words.substr(line.from, next - line.from));
    while (!lines.back().empty() && lines.back().back() == ' ') lines.back().pop_back();
    at = next;
  }
  return lines;
}

struct Spoken {
  const char* name;
  const char* language;
  std::string words;
};
void PrintTo(const Spoken& spoken, std::ostream* out) { *out << spoken.name; }

class BalancedIn : public testing::TestWithParam<Spoken> {};

TEST_P(BalancedIn, AsManyLinesInNoMoreRoomAndMoreAlike) {
  const Spoken& spoken = GetParam();
  Engine engine;
  for (const float size : {14.0F, 21.0F, 33.3F}) {
    const Style style = card_style(size, spoken.language);
    const BlockPtr filled = engine.layout(spoken.words, style), block = engine.layout(spoken.words, balanced(style));
    ASSERT_GT(filled->lines, 1);
    EXPECT_EQ(block->lines, filled->lines);
    EXPECT_EQ(block->height, filled->height);
    EXPECT_LE(block->width, filled->width) << "the widest is what gives way";
    EXPECT_EQ(block->glyphs.size(), filled->glyphs.size());
    EXPECT_EQ(block->missing, filled->missing);
    EXPECT_EQ(block->right_to_left, filled->right_to_left);
    const Style unbroken{.size_px = size, .width_px = 0, .language = spoken.language};
    const auto shortest = [&](const Style& set_as) {
      float least = style.width_px;
      for (const std::string& line : lines_of(engine, spoken.words, set_as))
        least = std::min(least, engine.layout(line, unbroken)->width);
      return least;
    };
    EXPECT_GE(shortest(balanced(style)), shortest(style)) << "and the shortest is longer";
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, BalancedIn,
                         testing::Values(Spoken{"English", "en", "We were the school that kept every door open late"},
                                         Spoken{"French", "fr", "On se retrouve au jardin de l’école : dès la fin mai"},
                                         Spoken{"Spanish", "es", "¿Quién abre el gimnasio los sábados por la mañana?"},
                                         Spoken{"Arabic", "ar", "نسأل الأهل أولًا قبل أن نقرر أي شيء عن المدرسة"},
                                         Spoken{"Gurmukhi", "pa", "ਅਸੀਂ ਪਹਿਲਾਂ ਸੁਣਦੇ ਹਾਂ ਅਤੇ ਫਿਰ ਬੋਲਦੇ ਹਾਂ ਜੀ"},
                                         Spoken{"Hindi", "hi", "हम पहले सुनते हैं और बच्चों को बोलने देते हैं जी"},
                                         Spoken{"Chinese", "zh-Hans", "我们先听年轻人说什么最重要然后再一起决定怎么做"},
                                         Spoken{"Khmer", "km", "យើងស្តាប់ជាមុនសិនហើយឱ្យយុវជននិយាយអំពីអ្វីដែលសំខាន់"},
                                         Spoken{"Thai", "th", "เราฟังก่อนและให้คนหนุ่มสาวบอกว่าอะไรสำคัญที่นี่"},
                                         Spoken{"Mixed", "en", "المدرسة is our word for school and we say it every day"}),
                         [](const auto& language) { return language.param.name; });

TEST(Balanced, LeavesNoLoneShortWordWhereAnotherBreakAvoidsIt) {
  Engine engine;
  const Style style = card_style(20, "en");
  for (const std::string words : {"The garden club meets by the shed in fall", "Nobody tells families when the bus is late",
                                  "Who opens the gym on a Saturday at six", "Two buildings, one staff room and no key"}) {
    const std::vector<std::string> lines = lines_of(engine, words, balanced(style));
    ASSERT_GT(lines.size(), 1U) << words;
    EXPECT_NE(lines.back().find(' '), std::string::npos) << words << ": " << lines.back();
  }
}

// "that" stood alone between the others, so that "write" would not.
TEST(Balanced, AShortWordStandsAloneInTheMiddleOnlyWhereItMust) {
  const std::vector<Piece> a_newspaper_that_children_write{{0, 10, 40}, {1, 96, 40}, {2, 36, 40}, {3, 68, 40}, {4, 44, 40}};
  EXPECT_EQ(balanced_lines(a_newspaper_that_children_write, 3, 155), (std::vector<std::size_t>{0, 2, 4}));
}

TEST(Balanced, OneLineAndLinesThatPeopleEndedStayAsTheyAre) {
  Engine engine;
  for (const std::string words : {"Bells", "we ask", "first\nsecond line\nthird"}) {
    const auto before = engine.layout(words, card_style(20, "en"));
    const auto layouts = engine.figures().layouts;
    const auto block = engine.layout(words, balanced(card_style(20, "en")));
    EXPECT_EQ(engine.figures().layouts, layouts) << words << " was laid out once more";
    EXPECT_EQ(block->width, before->width);
    EXPECT_EQ(block->lines, before->lines);
  }
}

TEST(Balanced, ChineseWordsStayWholeWhereLinesAreAboutAsLong) {
  Engine engine;
  const Style style = balanced(card_style(20, "zh-Hans"));
  EXPECT_EQ(lines_of(engine, "学校是我们大家的家", style).front(), "学校是我们");
  EXPECT_EQ(lines_of(engine, "我们先倾听，再说话", style).front(), "我们先倾听，");
}

TEST(Balanced, WordsThatADictionaryTellsApartAreMovedToo) {
  Engine engine;
  const std::vector<std::string> lines = lines_of(engine, "ខ្ញុំចង់សរសេរជាភាសារបស់ខ្ញុំ", balanced(card_style(20, "km")));
  EXPECT_EQ(lines, (std::vector<std::string>{"ខ្ញុំចង់សរសេរជា", "ភាសារបស់ខ្ញុំ"}));
}

TEST(Balanced, EachParagraphByItself) {
  Engine engine;
  const Style style = balanced(card_style(20, "en"));
  const std::string one = "The garden club meets by the shed in fall", other = "Nobody tells families when the bus is late";
  std::vector<std::string> apart = lines_of(engine, one, style);
  for (std::string& line : lines_of(engine, other, style)) apart.push_back(line);
  std::vector<std::string> together = lines_of(engine, one + "\n" + other, style);
  for (std::string& line : together) std::erase(line, '\n');
  EXPECT_EQ(together, apart);
}

TEST(Balanced, WhatIsCutIsFilled) {
  Engine engine;
  Style style = card_style(20, "en");
  style.max_lines = 2;
  const std::string words = "We were the school that kept every door open late, whoever came to it";
  const BlockPtr filled = engine.layout(words, style), block = engine.layout(words, balanced(style));
  EXPECT_TRUE(block->cut);
  EXPECT_EQ(block->width, filled->width);
  EXPECT_EQ(block->glyphs.size(), filled->glyphs.size());
}

TEST(Balanced, AWordTooWideForALineIsBrokenWhereItWas) {
  Engine engine;
  const Style style = card_style(20, "de");
  const std::string words = "Die Donaudampfschifffahrtsgesellschaftskapitänsmütze ist weg";
  const BlockPtr filled = engine.layout(words, style), block = engine.layout(words, balanced(style));
  EXPECT_EQ(block->lines, filled->lines);
  EXPECT_LE(block->width, style.width_px + 0.01F);
}

TEST(Balanced, PicturesThatAreToldInWordsKeepTheirRoom) {
  Engine engine;
  engine.tell_pictures_by([](char32_t, std::string_view) { return std::string("a sun"); });
  const Style style = card_style(20, "en");
  const std::string words = "Lunch is outside \U0001F31E when the weather is good \U0001FAE8 and dry";
  const BlockPtr filled = engine.layout(words, style), block = engine.layout(words, balanced(style));
  EXPECT_EQ(block->lines, filled->lines);
  EXPECT_EQ(block->height, filled->height);
  EXPECT_LE(block->width, style.width_px + 0.01F);
}

TEST(Balanced, ACaretStandsInTheLinesThatAreShown) {
  Engine engine;
  const Style style = balanced(card_style(20, "en"));
  const std::string words = "The garden club meets by the shed in fall";
  const BlockPtr block = engine.layout(words, style);
  const std::size_t last_line = words.size() - lines_of(engine, words, style).back().size();
  EXPECT_GT(engine.caret(words, style, last_line).top, engine.caret(words, style, last_line - 2).top);
  EXPECT_LE(engine.caret(words, style, words.size()).x, block->width + 0.5F);
}

// All ways to break some pieces into so many lines, looked at one by one.
struct Broken {
  std::vector<std::size_t> first;
  double squares = 0;
  int alone = 0;  // short words alone in a line
};
std::optional<Broken> look_at_all(const std::vector<Piece>& pieces, std::size_t lines, double most) {
  std::optional<Broken> best;
  std::vector<std::size_t> first(lines);
  const auto look = [&](auto&& self, std::size_t line, std::size_t from) -> void {
    first[line] = from;
    const bool last = line + 1 == lines;
    for (std::size_t to = last ? pieces.size() : from + 1; to <= pieces.size() && !last; ++to) self(self, line + 1, to);
    if (!last) return;
    Broken broken{first, 0, 0};
    for (std::size_t i = 0; i < lines; ++i) {
      const std::size_t end = i + 1 < lines ? first[i + 1] : pieces.size();
      if (first[i] >= end) return;
      double width = -pieces[end - 1].space;
      for (std::size_t k = first[i]; k < end; ++k) width += pieces[k].width + pieces[k].space;
      if (width > most) return;
      broken.squares += width * width / most / most + (pieces[first[i]].inside_word ? 0.1 : 0);
      broken.alone += end - first[i] == 1 && width < 0.35 * most ? 1 : 0;
    }
    if (!best || std::pair(broken.alone, broken.squares) < std::pair(best->alone, best->squares)) best = broken;
  };
  look(look, 0, 0);
  return best;
}

RC_GTEST_PROP(Balanced, NoOtherBreakIsBetter, ()) {
  const auto widths = *rc::gen::resize(9, rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 40))));
  const auto lines = *rc::gen::inRange<std::size_t>(1, 5);
  const double most = *rc::gen::inRange(20, 90);
  std::vector<Piece> pieces;
  for (const int width : widths)
    pieces.push_back({static_cast<int>(pieces.size()), static_cast<double>(width), 3, *rc::gen::arbitrary<bool>()});
  const std::vector<std::size_t> found = balanced_lines(pieces, lines, most);
  const std::optional<Broken> best = look_at_all(pieces, lines, most);
  RC_ASSERT(found.empty() == !best.has_value());
  if (!best) return;
  RC_ASSERT(found.size() == lines);
  double squares = 0;
  for (std::size_t i = 0; i < lines; ++i) {
    const std::size_t end = i + 1 < lines ? found[i + 1] : pieces.size();
    double width = -3;
    for (std::size_t k = found[i]; k < end; ++k) width += pieces[k].width + 3;
    RC_ASSERT(width <= most);
    squares += width * width / most / most + (pieces[found[i]].inside_word ? 0.1 : 0);
  }
  RC_ASSERT(std::abs(squares - best->squares) < 1e-6);
}

// Any words in any width: never more lines, never wider, never taller.
RC_GTEST_PROP(Balanced, TakesNoMoreRoomThanFilledLines, ()) {
  static Engine engine;
  const std::vector<std::string> some{
      "a", "we", "the",  "école",  "listen", "together", "مدرسة",           "我们",       "ਸੁਣਦੇ",    "\n", "—", "(", "whoever",
      "?", "!",  "สวัสดี", "\u00AD", "  ",     "été :",    "extraordinarily", "\U0001F31E", "e\u0301"};
  const auto words = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(some)));
  std::string said;
  for (const std::string& word : words) said += word + (*rc::gen::inRange(0, 5) == 0 ? "" : " ");
  Style style = card_style(20, *rc::gen::element<std::string>("en", "ar", "zh-Hans", "fr"));
  style.width_px = static_cast<float>(*rc::gen::inRange(25, 400));
  const BlockPtr filled = engine.layout(said, style), block = engine.layout(said, balanced(style));
  RC_ASSERT(block->lines == filled->lines);
  RC_ASSERT(block->height <= filled->height);
  RC_ASSERT(block->width <= std::max(style.width_px, filled->width) + 0.01F);
}

}  // namespace
}  // namespace greenline::text
