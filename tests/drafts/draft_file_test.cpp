// Drafts survive being written as text; what could not be read back is left out and told.
#include "drafts/draft_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>

#include "content/utf8.h"
#include "drafts/draft_builders.h"
#include "model/property.h"
#include "places.h"

namespace greenline::drafts {
namespace {

namespace fs = std::filesystem;
namespace gen = rc::gen;
using testing::SizeIs;

constexpr float no_number = std::numeric_limits<float>::quiet_NaN();
constexpr float endless = std::numeric_limits<float>::infinity();

TEST(DraftFile, GivesBackEveryKindOfDraftByteForByte) {
  const auto drafts = one_draft_of_every_kind();
  const DraftsWritten written = encode_drafts(drafts, "x.drafts");
  EXPECT_TRUE(written.left_out.empty()) << told(written.left_out);
  const DraftsRead read = decode_drafts(written.text, "x.drafts");
  EXPECT_TRUE(read.wrong.empty()) << told(read.wrong);
  EXPECT_EQ(read.drafts, drafts);
}

rc::Gen<std::string> any_text(std::size_t most_bytes) {
  const auto character = gen::weightedOneOf<unsigned>(
      {{4, gen::inRange(0U, 0x80U)}, {2, gen::inRange(0x80U, 0xD800U)}, {1, gen::inRange(0xE000U, 0x110000U)}});
  return gen::map(gen::container<std::vector<unsigned>>(character), [most_bytes](const std::vector<unsigned>& characters) {
    std::string text;
    for (const unsigned code : characters) {
      if (text.size() + 4 <= most_bytes) content::append_utf8(text, code);
    }
    return text;
  });
}

// Any bits that are a finite number.
rc::Gen<float> any_float() {
  return gen::map(gen::arbitrary<std::uint32_t>(), [](std::uint32_t bits) {
    float number = 0;
    std::memcpy(&number, &bits, sizeof number);
    return std::isfinite(number) ? number : 0.5F;
  });
}
rc::Gen<float> any_share() {
  return gen::map(gen::inRange(0, 1'000'001), [](int millionths) { return static_cast<float>(millionths) / 1e6F; });
}
template <class AnyId>
rc::Gen<AnyId> any_id() {
  return gen::map(gen::arbitrary<std::array<std::uint8_t, 16>>(), [](auto bytes) { return AnyId{bytes}; });
}
template <class Variant, class... Gens>
rc::Gen<Variant> one_of(Gens... gens) {
  return gen::oneOf(gen::cast<Variant>(std::move(gens))...);
}
template <class T, class... Gens>
rc::Gen<T> made_of(Gens... gens) {
  return gen::apply([](auto... members) { return T{std::move(members)...}; }, std::move(gens)...);
}

rc::Gen<ui::Draft> any_draft() {
  const auto region = any_text(model::max_name_bytes);
  const auto place = made_of<model::Place>(region, made_of<model::LocalPoint>(any_float(), any_float()));
  const auto target =
      one_of<model::NourishTarget>(any_id<model::CardId>(), any_id<model::ThreadId>(), made_of<model::RegionEnd>(region));
  using enum model::NourishKind;
  const auto becomes = one_of<decltype(ui::Draft::becomes)>(
      made_of<ui::DraftCard>(place), made_of<ui::DraftNourishment>(target, gen::element(question, offer, story, thanks)),
      made_of<ui::DraftWord>(any_id<model::ThreadId>()), made_of<ui::DraftName>(any_id<model::GatheringId>()));
  const auto stroke = gen::container<model::Stroke>(made_of<model::InkPoint>(any_float(), any_float(), any_float()));
  return made_of<ui::Draft>(becomes, any_text(model::max_words_bytes), any_text(model::max_name_bytes),
                            gen::resize(8, gen::container<std::vector<model::Stroke>>(stroke)), any_share(), any_share());
}

TEST(DraftFile, GivesBackWhateverPeopleMayHaveBegun) {
  test::holds_always([] {
    const auto drafts = *gen::resize(6, gen::container<std::vector<ui::Draft>>(any_draft()));
    const DraftsRead read = decode_drafts(text_of(drafts), "x.drafts");
    RC_ASSERT(read.wrong.empty());
    RC_ASSERT(read.drafts == drafts);
  });
}

// The bytes that stand in files already written. If this fails, drafts of an older Greenline can no longer be read.
TEST(DraftFile, WritesTheSameBytesForEver) {
  ui::Draft draft = a_nourishment();
  draft.ink = {{{0.1F, 0.2F, 0.012F}, {1, 0, 0.5F}}};
  EXPECT_EQ(
      text_of({draft}),
      "{\"drafts\":1,\"greenline\":\"drafts\",\"version\":1}\n"
      "{\"becomes\":{\"nourishment\":{\"beside\":{\"card\":\"00000000-0000-7000-0000-000000000007\"},\"kind\":\"offer\"}},"
      "\"ink\":[[0.1,0.2,0.012,1.0,0.0,0.5]],\"language\":\"en\",\"seat\":[0.5,0.8],\"words\":\"why?\"}\n");
}

struct Refused {
  const char* name;
  std::function<void(ui::Draft&)> spoil;
  const char* pointer;
};
class DraftFileLimits : public testing::TestWithParam<Refused> {};

TEST_P(DraftFileLimits, LeavesOutOnlyTheDraftThatCouldNotBeReadBack) {
  std::vector<ui::Draft> drafts{a_draft("one"), a_draft("two"), a_draft("three")};
  GetParam().spoil(drafts[1]);
  const DraftsWritten written = encode_drafts(drafts, "x.drafts");
  ASSERT_THAT(written.left_out, SizeIs(1));
  EXPECT_EQ(written.left_out[0].pointer, std::string("/1") + GetParam().pointer);
  const DraftsRead read = decode_drafts(written.text, "x.drafts");
  EXPECT_TRUE(read.wrong.empty()) << told(read.wrong);
  EXPECT_EQ(read.drafts, (std::vector{drafts[0], drafts[2]}));
}

INSTANTIATE_TEST_SUITE_P(
    Each, DraftFileLimits,
    testing::Values(Refused{"words", [](ui::Draft& d) { d.words.assign(model::max_words_bytes + 1, 'w'); }, "/words"},
                    Refused{"words_that_are_not_utf8", [](ui::Draft& d) { d.words = "caf\xE9"; }, "/words"},
                    Refused{"language", [](ui::Draft& d) { d.language.assign(model::max_name_bytes + 1, 'l'); }, "/language"},
                    Refused{"strokes", [](ui::Draft& d) { d.ink.resize(model::max_strokes + 1); }, "/ink"},
                    Refused{"points",
                            [](ui::Draft& d) {
                              d.ink = {{}, model::Stroke(model::max_stroke_points + 1)};
                            },
                            "/ink/1"},
                    Refused{"ink_that_is_no_number",
                            [](ui::Draft& d) {
                              d.ink = {{{0, no_number, 1}}};
                            },
                            "/ink/0"},
                    Refused{"endless_place",
                            [](ui::Draft& d) {
                              d.becomes = ui::DraftCard{{"a", {0, endless}}};
                            },
                            "/becomes/card/at"},
                    Refused{"region",
                            [](ui::Draft& d) {
                              d.becomes = ui::DraftCard{{std::string(model::max_name_bytes + 1, 'r'), {}}};
                            },
                            "/becomes/card/region"},
                    Refused{"region_of_a_nourishment",
                            [](ui::Draft& d) {
                              d.becomes = ui::DraftNourishment{model::RegionEnd{"\xC0\xAF"}, {}};
                            },
                            "/becomes/nourishment/beside/region"},
                    Refused{"seat_off_the_screen", [](ui::Draft& d) { d.across = 1.01F; }, "/seat"},
                    Refused{"seat_that_is_no_number", [](ui::Draft& d) { d.down = no_number; }, "/seat"}),
    [](const auto& tested) { return tested.param.name; });

TEST(DraftFile, LeavesOutMoreDraftsThanAFileHolds) {
  const DraftsWritten written = encode_drafts(std::vector<ui::Draft>(max_drafts + 2, a_draft("one")), "x.drafts");
  EXPECT_THAT(written.left_out, SizeIs(2));
  EXPECT_THAT(decode_drafts(written.text, "x.drafts").drafts, SizeIs(max_drafts));
}

TEST(DraftFile, GivesBackTheLargestThatMayBeBegunAndLeavesOutTheInkForWhichThereIsNoRoomAndKeepsTheWordsAfterIt) {
  ui::Draft largest = a_draft(std::string(model::max_words_bytes, '\x01'));
  largest.ink.assign(model::max_strokes, model::Stroke(model::max_stroke_points, {-1.17549435e-38F, 0.12345678F, 0.3F}));
  const DraftsWritten written = encode_drafts(std::vector{largest, largest, a_draft("said")}, "x.drafts");
  ASSERT_THAT(written.left_out, SizeIs(1)) << told(written.left_out);
  EXPECT_LE(written.text.size(), max_drafts_bytes);
  EXPECT_EQ(decode_drafts(written.text, "x.drafts").drafts, (std::vector{largest, a_draft("said")}));
}

// Fuzzing starts from what is really written.
TEST(DraftCorpus, HoldsEveryKindOfDraftAsItIsWritten) {
  const fs::path folder = source_folder() / "tests/fuzz_drafts/corpus";
  const auto drafts = one_draft_of_every_kind();
  for (std::size_t i = 0; i <= drafts.size(); ++i) {
    const bool all = i == drafts.size();
    const fs::path file = folder / (all ? "all" : "draft-" + std::to_string(i));
    const std::string text = text_of(all ? drafts : std::vector{drafts[i]});
    if (std::getenv("GREENLINE_WRITE_CORPUS") != nullptr) {
      fs::create_directories(folder);
      std::ofstream(file, std::ios::binary) << text;
    }
    std::ifstream in(file, std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), text) << file;
  }
}

}  // namespace
}  // namespace greenline::drafts
