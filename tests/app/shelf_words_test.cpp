// What there is on the shelf, told in the words of whoever stands before it.
#include "app/shelf_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/resources.h"
#include "content/problem.h"

namespace greenline::app {
namespace {

using shelf::Brought;
using shelf::Item;
using shelf::Listing;
using shelf::NotBrought;
using shelf::Told;
using shelf::Where;
using testing::ElementsAre;
using testing::HasSubstr;

class OnTheShelf : public testing::Test {
 protected:
  void SetUp() override {
    auto loaded = load_resources("finding-our-place", "dusk");
    ASSERT_TRUE(loaded) << loaded.error();
    resources = std::make_unique<Resources>(*std::move(loaded));
    listing.looked = true;
  }
  [[nodiscard]] ShelfReader in(const std::string& language) const { return {resources->strings, language, nullptr}; }
  Item& add(Where where) {
    Item item;
    item.where = where;
    item.path = "/media/ada/STICK/our-pack.zip";
    item.from = "/media/ada/STICK";
    item.identity = {"our-pack", {1, 2, 0}, "abc"};
    item.pack_title = {{"en", "Our pack"}};
    item.activity = std::make_shared<const content::Pack>(resources->pack);
    item.minutes = 45;
    item.languages = {{"fr", 0, 0, ""}, {"wo", 3, 0, "fr"}};
    listing.items.push_back(item);
    return listing.items.back();
  }
  [[nodiscard]] ui::ShelfPage page(const ShelfState& state = {}, const std::string& language = "en") const {
    return page_of(listing, state, in(language), {});
  }
  [[nodiscard]] ui::ShelfSheet sheet_of_first(bool asks = false) const {
    return page({.at = key_of(listing.items.front()), .asks_go_on = asks}).sheet.value_or(ui::ShelfSheet{});
  }
  static std::vector<std::string> keys(const ui::ShelfSheet& sheet) {
    std::vector<std::string> all;
    for (const ui::ShelfButton& button : sheet.buttons) all.push_back(button.key);
    return all;
  }
  std::unique_ptr<Resources> resources;
  Listing listing;
};

TEST_F(OnTheShelf, APackHasItsTitleLengthLanguagesAndWhereItIsFrom) {
  add(Where::stick);
  const ui::ShelfTile tile = page().tiles.front();
  EXPECT_EQ(tile.title, "Finding Our Place");
  EXPECT_EQ(tile.length, "45 minutes");
  EXPECT_EQ(tile.under, "on the stick STICK");
  EXPECT_THAT(tile.languages, ElementsAre("French: all", "Wolof: 3 prompts missing, shown in French"));
  EXPECT_THAT(page({}, "fr").tiles.front().languages,
              ElementsAre("français\u202F: tout", "wolof\u202F: 3 questions manquent, montrées en français"));
}

TEST_F(OnTheShelf, ThingsStandInAnOrderThatPeopleExpect) {
  const auto titled = [&](Where where, const std::string& path, const std::string& pack, const std::string& title) -> Item& {
    Item& item = add(where);
    item.path = path;
    item.pack_title = pack.empty() ? content::LocalText{} : content::LocalText{{"en", pack}};
    content::Pack named = resources->pack;
    named.activity.title = {{"en", title}};
    named.activity.id = path + title;
    named.activity_text = path + title;
    item.activity = std::make_shared<const content::Pack>(named);
    return item;
  };
  titled(Where::built_in, "/b/1", "", "Zebra").in_programme = 0;
  titled(Where::built_in, "/b/2", "", "zoo");
  titled(Where::built_in, "/b/3", "", "Élan");
  titled(Where::built_in, "/b/4", "", "Ape").in_programme = 1;
  titled(Where::built_in, "/b/5", "", "fox");
  titled(Where::installed, "/i/later", "Winter", "First");
  titled(Where::installed, "/i/later", "Winter", "Another");
  titled(Where::installed, "/i/sooner", "autumn", "Whatever");
  titled(Where::stick, "/s/new", "New", "From the stick");
  const auto titles = [&](const content::Pack* running) {
    std::vector<std::string> all;
    for (const ui::ShelfTile& tile : page_of(listing, {}, {resources->strings, "en", running}, {}).tiles)
      all.push_back(tile.title);
    return all;
  };
  EXPECT_THAT(titles(nullptr),
              ElementsAre("From the stick", "Whatever", "First", "Another", "Zebra", "Ape", "Élan", "fox", "zoo"));
  EXPECT_THAT(titles(listing.items[6].activity.get()),
              ElementsAre("Another", "First", "From the stick", "Whatever", "Zebra", "Ape", "Élan", "fox", "zoo"))
      << "what runs first, and the rest of its pack";
  EXPECT_EQ(titles(listing.items[2].activity.get()).front(), "Élan");
}

TEST_F(OnTheShelf, ABrokenPackSaysWhyInWordsWithItsNumberAndWhere) {
  Item& broken = add(Where::watched);
  broken.activity = nullptr;
  content::Diagnostic wrong{"/packs/our-pack/activities/arrivals.json", "", 12, 3, "", "", ""};
  wrong.problem = content::Problem::comma_missing;
  broken.wrong = {wrong};
  EXPECT_EQ(page().tiles.front().title, "our-pack.zip") << "whoever is to mend it knows it by its file";
  EXPECT_EQ(page().tiles.front().wrong, "A comma is missing (GL-P011): arrivals.json, line 12");
  EXPECT_EQ(page({}, "es").tiles.front().wrong, "Falta una coma (GL-P011): arrivals.json, línea 12");
  EXPECT_THAT(keys(sheet_of_first()), ElementsAre("leave")) << "it cannot be begun with";
}

TEST_F(OnTheShelf, APackOnAStickIsPutOnTheShelfFirst) {
  Item& item = add(Where::stick);
  EXPECT_THAT(keys(sheet_of_first()), ElementsAre("bring", "leave"));
  item.is_installed_too = true;
  EXPECT_TRUE(page().tiles.empty()) << "it stands on the shelf itself";
}

TEST_F(OnTheShelf, AnActivityIsBegunGoneOnWithOrBegunAnew) {
  add(Where::installed);
  EXPECT_THAT(keys(sheet_of_first()), ElementsAre("begin", "remove", "leave"));
  EXPECT_THAT(keys(sheet_of_first(true)), ElementsAre("go_on", "anew", "leave"));
}

TEST_F(OnTheShelf, ASheetOfWhatIsGoneIsNoSheet) {
  add(Where::stick);
  const ShelfState state{.at = key_of(listing.items.front())};
  EXPECT_TRUE(page(state).sheet);
  listing.items.clear();
  EXPECT_FALSE(page(state).sheet);
}

TEST_F(OnTheShelf, TwoOfOneVersionAreAskedAboutBeforeAllElse) {
  add(Where::installed);
  listing.question = shelf::Question{"/media/ada/STICK/our-pack.zip",
                                     {{{}, {"our-pack", {1, 2, 0}, "a"}, {{"en", "Our pack"}}}, {"our-pack", {1, 2, 0}, "b"}}};
  EXPECT_EQ(sheet_of_first().title, "Two different 1.2.0 of Our pack: which?");
  EXPECT_THAT(keys(sheet_of_first()), ElementsAre("which_here", "which_coming", "leave"));
  listing.told =
      Told{.number = 1, .path = {}, .from_stick = false, .brought = {}, .not_brought = {}, .gone = {}, .trouble = "x"};
  EXPECT_EQ(page().said, "") << "the question says it";
}

TEST_F(OnTheShelf, WhatCameOfAWishIsSaidAndWhenTheStickMayGo) {
  Told told;
  told.number = 1;
  told.from_stick = true;
  told.path = "/media/ada/STICK/our-pack.zip";
  told.brought = Brought{Brought::How::fresh, {{}, {"our-pack", {1, 2, 0}, "a"}, {{"en", "Our pack"}}}, std::nullopt};
  EXPECT_EQ(sentence_of(told, in("en")), "Our pack 1.2.0 is on the shelf. You may take the stick out.");
  listing.told = told;
  EXPECT_THAT(page().said, HasSubstr("You may take the stick out."));
  EXPECT_EQ(page({.at = {}, .asks_go_on = false, .told_seen = 1}).said, "") << "once it has been read";
  told.brought.reset();
  told.not_brought = NotBrought{NotBrought::Why::disk, {}, {}, "the disk is full"};
  EXPECT_THAT(sentence_of(told, in("en")), HasSubstr("could not be copied"));
  EXPECT_THAT(sentence_of(told, in("en")), testing::Not(HasSubstr("take the stick out")));
}

TEST_F(OnTheShelf, WhileItIsCopiedTheStickStaysIn) {
  listing.sticks = {"/media/ada/STICK"};
  listing.bringing = "/media/ada/STICK/our-pack.zip";
  EXPECT_EQ(page().said, "our-pack.zip is being copied. Leave the stick in.");
}

TEST_F(OnTheShelf, NamesThatMeanHarmAreShownAndNotObeyed) {
  Item& broken = add(Where::stick);
  broken.activity = nullptr;
  broken.pack_title.clear();
  broken.path = "/media/ada/STICK/\x1b[2J.zip";
  broken.wrong = {content::Diagnostic{broken.path.string(), "", 0, 0, "", "", ""}};
  EXPECT_EQ(page().tiles.front().title.find('\x1b'), std::string::npos);
  EXPECT_EQ(page().tiles.front().wrong.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace greenline::app
