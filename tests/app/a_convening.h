// A folder with a convening in it, to open and to damage.
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "app/open_convening.h"
#include "app/resources.h"
#include "journal/folder.h"

namespace greenline::app {

namespace fs = std::filesystem;
using journal::Folder;

class AConvening : public testing::Test {
 protected:
  void SetUp() override {
    both_sides = load_resources("both-sides-of-the-line", "dusk");
    our_place = load_resources("finding-our-place", "dusk");
    ASSERT_TRUE(both_sides && our_place);
  }
  [[nodiscard]] fs::path room() const { return folder / "room.greenline"; }
  [[nodiscard]] ConveningWanted wanted(const Resources& resources) const {
    ConveningWanted wanted;
    wanted.file = room();
    wanted.pack = resources.pack;
    wanted.content_folder = resources.paths.content;
    return wanted;
  }
  [[nodiscard]] ConveningWanted named(const Resources& resources, OtherActivity other = OtherActivity::say) const {
    ConveningWanted it = wanted(resources);
    it.activity_named = true;
    it.other_activity = other;
    return it;
  }
  // In the first phase in which people may, somebody makes a card.
  static void write(station::Session& session, const std::string& words) {
    for (const content::Phase& phase : session.pack().activity.phases) {
      if (!phase.rules.touch || !phase.rules.verbs.contains(model::Verb::name) || phase.rules.sets_markers) continue;
      EXPECT_TRUE(session.submit(model::EnterPhase{phase.id}, model::the_host));
      break;
    }
    const std::string region = session.pack().canvas.regions.front().id;
    EXPECT_TRUE(session.submit(model::MakeCard{{words, "en", {}}, {region, {0, 0}}}, model::at_seat(1)));
  }
  // Opens it, has somebody make a card, and closes it.
  struct Closed {
    fs::path kept_in, drafts_from;
    std::vector<std::string> said;
  };
  static Closed open_and_write(const ConveningWanted& it, const std::string& words) {
    const OpenedConvening opened = open_convening(it, {});
    write(*opened.session, words);
    EXPECT_TRUE(opened.session->flush());
    return {opened.kept_in, opened.drafts_from, said(opened)};
  }
  static std::vector<std::string> words_on(const station::Session& session) {
    std::vector<std::string> words;
    for (const auto& [id, card] : session.convening().cards) words.push_back(card.saying.value.words);
    std::ranges::sort(words);
    return words;
  }
  static std::vector<std::string> said(const Closed& closed) { return closed.said; }
  // The keys of what people must know.
  static std::vector<std::string> said(const OpenedConvening& opened) {
    std::vector<std::string> keys;
    for (const station::Remark& remark : opened.session->remarks()) keys.push_back(remark.key);
    return keys;
  }
  [[nodiscard]] std::vector<std::string> convenings() const {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : folder.contents()) {
      if (name.ends_with(".greenline")) names.push_back(name);
    }
    return names;
  }
  // The last rows' page is torn, as a failing disk tears it.
  void damage(const fs::path& file) const {
    const std::string bytes = journal::bytes_of(file);
    journal::overwrite(file, 4096 + 8, std::string(8, '\xFF'));
    ASSERT_NE(bytes, journal::bytes_of(file));
  }

  Folder folder;
  tl::expected<Resources, std::string> both_sides = tl::unexpected(std::string()), our_place = tl::unexpected(std::string());
};

}  // namespace greenline::app
