// A wall for the back of the room: what it shows, what it never shows, and how large.
#include "view/shown_wall.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/resources.h"
#include "render/renderer.h"
#include "scene/each_text.h"
#include "scene/legible.h"
#include "simulate/simulation.h"
#include "station/sources.h"

namespace greenline::view {
namespace {

using model::CardId;

class ShownWalls : public testing::Test {
 protected:
  void open(const std::string& activity, const std::string& phase, WallSetting glass = {}) {
    auto loaded = app::load_resources(activity, "dusk");
    if (!loaded) throw std::runtime_error(loaded.error());
    wall.reset();
    session.reset();
    resources = std::make_unique<app::Resources>(std::move(*loaded));
    station::Sources sources = station::seeded_sources(1);
    sources.steady = [this] { return model::SteadyInstant{{1}, now_ms}; };
    session = std::make_unique<station::Session>(resources->pack, std::move(sources));
    enter(phase);
    wall = std::make_unique<ShownWall>(*session, engine, resources->strings);
    glass.still = true;
    wall->resize(glass);
  }
  void enter(const std::string& phase) { ASSERT_TRUE(session->submit(model::EnterPhase{phase}, model::the_host)); }
  void simulate_until(const std::string& phase, int cards) {
    const auto tongues = simulate::load_phrases(resources->paths.content / "simulation" / "phrases.json", "en");
    ASSERT_TRUE(tongues) << tongues.error();
    ASSERT_TRUE(simulate::play(*session, *tongues, {1, cards, phase}));
  }
  CardId a_card(const std::string& words, const std::string& region = "identity") {
    const auto event = session->submit(model::MakeCard{{words, "en", {}}, {region, {0, 0}}}, model::at_seat(1));
    return event ? std::get<model::CardMade>(event->body).card : CardId{};
  }
  void show(const model::Shown& what) { ASSERT_TRUE(session->submit(model::ShowOnWalls{what}, model::the_host)); }
  void settle() {
    (void)wall->follow();
    for (int i = 0; i < 200 && wall->advance(0.5F); ++i) {}
    wall->scene().settle_now(session->convening());
    for (int i = 0; i < 20 && wall->advance(0.5F); ++i) {}
  }
  [[nodiscard]] std::set<CardId> large() const {
    std::set<CardId> ids;
    for (const scene::RaisedCard& card : wall->scene().raised()) ids.insert(card.view.id);
    return ids;
  }
  std::int64_t now_ms = 1000;
  std::unique_ptr<app::Resources> resources;
  std::unique_ptr<station::Session> session;
  text::Engine engine;
  std::unique_ptr<ShownWall> wall;
};

TEST_F(ShownWalls, LeaveOutWhatIsHeldUntilItIsRevealed) {
  open("both-sides-of-the-line", "name");
  const CardId open_card = a_card("said before");
  ASSERT_TRUE(session->submit(model::HoldCards{true}, model::the_host));
  const CardId held = a_card("held back");
  settle();
  EXPECT_NE(wall->scene().card(open_card), nullptr);
  EXPECT_EQ(wall->scene().card(held), nullptr);
  ASSERT_TRUE(session->submit(model::RevealCards{}, model::the_host));
  settle();
  ASSERT_NE(wall->scene().card(held), nullptr);
  EXPECT_NE(wall->scene().card(held)->words, nullptr);
}

TEST_F(ShownWalls, ShowVeiledCardsAsBeingThere) {
  open("both-sides-of-the-line", "name");
  const CardId card = a_card("for us alone");
  ASSERT_TRUE(session->submit(model::VeilCard{card}, model::the_host));
  show(card);
  settle();
  EXPECT_NE(wall->scene().card(card), nullptr);
  EXPECT_EQ(large(), std::set{card});
  EXPECT_EQ(wall->scene().raised()[0].view.words, nullptr);
}

TEST_F(ShownWalls, ShowLargeWhatTheHostSpeaksOfUntilThePhaseIsOver) {
  open("both-sides-of-the-line", "name");
  const CardId one = a_card("a harbour"), other = a_card("a lighthouse", "structure");
  show(one);
  settle();
  EXPECT_EQ(large(), std::set{one});
  show(model::RegionEnd{"structure"});
  settle();
  EXPECT_EQ(large(), std::set{other});
  EXPECT_EQ(wall->scene().raised_names().size(), 1U) << "its name";
  show({});
  settle();
  EXPECT_TRUE(large().empty());
  EXPECT_EQ(wall->scene().dimness(), 0);
  show(other);
  settle();
  enter("look");
  settle();
  EXPECT_TRUE(large().empty()) << "another phase speaks of all of it";
}

TEST_F(ShownWalls, ShowAThreadsTwoEndsUnderItsWordAndAGatheringUnderItsName) {
  open("both-sides-of-the-line", "across");
  enter("name");
  const CardId one = a_card("a harbour"), other = a_card("a lighthouse", "structure"), third = a_card("the tide");
  enter("across");
  const auto drawn = session->submit(model::DrawThread{one, other}, model::at_seat(1));
  ASSERT_TRUE(drawn);
  const model::ThreadId thread = std::get<model::ThreadDrawn>(drawn->body).thread;
  ASSERT_TRUE(session->submit(model::WordThread{thread, "guides", "en"}, model::at_seat(1)));
  show(thread);
  settle();
  EXPECT_EQ(large(), (std::set{one, other}));
  EXPECT_EQ(wall->scene().raised_names().size(), 1U) << "its word";
  const auto gathered = session->submit(model::Gather{{one, third}}, model::at_seat(1));
  ASSERT_TRUE(gathered);
  show(std::get<model::GatheringMade>(gathered->body).gathering);
  settle();
  EXPECT_EQ(large(), (std::set{one, third}));
  ASSERT_TRUE(session->submit(model::SetCardAside{third}, model::the_host));
  settle();
  EXPECT_EQ(large(), std::set{one});
}

// In reading size, every card, circle by circle, and then again; by the phase's own time.
TEST_F(ShownWalls, GoThroughEveryCardInAPhaseForLooking) {
  open("both-sides-of-the-line", "a-change-you-lived");
  simulate_until("name", 60);
  enter("look");
  settle();
  EXPECT_TRUE(large().empty()) << "first all of it is seen";
  std::set<CardId> seen;
  double seconds = 0;
  for (; seconds < 1800; seconds += wall->idle_s()) {
    now_ms = 1000 + static_cast<std::int64_t>(seconds * 1000);
    settle();
    for (const scene::RaisedCard& card : wall->scene().raised()) {
      seen.insert(card.view.id);
      EXPECT_TRUE(card.view.words != nullptr || card.view.ink != nullptr);
      if (card.view.words) {
        EXPECT_FALSE(card.view.words->cut);
        const float em = card.view.words->height / static_cast<float>(card.view.words->lines) / 1.2F;
        EXPECT_GE(em * scene::capital_of_em(text::Face::words), 0.98F * 0.03F * wall->setting().height);
      }
    }
    if (large().empty() && seconds > 0 && wall->idle_s() > 10) break;  // it begins again
  }
  std::size_t present_cards = 0;
  for (const auto& [id, card] : session->convening().cards) present_cards += present(card) ? 1 : 0;
  EXPECT_EQ(seen.size(), present_cards);
  EXPECT_GT(seconds, 60) << "unhurried";
}

TEST_F(ShownWalls, StayAsTheyWereWhileTheyAreFrozen) {
  open("both-sides-of-the-line", "name");
  const CardId before = a_card("a harbour");
  settle();
  ASSERT_TRUE(session->submit(model::FreezeWalls{true}, model::the_host));
  (void)wall->follow();
  const CardId after = a_card("a lighthouse");
  enter("look");
  EXPECT_FALSE(wall->follow());
  EXPECT_FALSE(wall->advance(1));
  EXPECT_NE(wall->scene().card(before), nullptr);
  EXPECT_EQ(wall->scene().card(after), nullptr);
  EXPECT_EQ(wall->scene().stage().phase, "name");
  ASSERT_TRUE(session->submit(model::RestWall{true}, model::the_host));
  EXPECT_TRUE(wall->follow());
  EXPECT_EQ(wall->light().dark, 1) << "dark it may always be";
  ASSERT_TRUE(session->submit(model::RestWall{false}, model::the_host));
  EXPECT_TRUE(wall->follow());
  EXPECT_EQ(wall->light().dark, 0);
  ASSERT_TRUE(session->submit(model::FreezeWalls{false}, model::the_host));
  EXPECT_TRUE(wall->follow());
  EXPECT_NE(wall->scene().card(after), nullptr);
  EXPECT_EQ(wall->scene().stage().phase, "look");
}

TEST_F(ShownWalls, AreDarkWhereWhatTheyFrozeIsNoMore) {
  open("both-sides-of-the-line", "name");
  ASSERT_TRUE(session->submit(model::FreezeWalls{true}, model::the_host));
  (void)wall->follow();
  wall->resize({.width = 1024, .height = 768, .still = true});
  (void)wall->follow();
  EXPECT_EQ(wall->light().dark, 1);
}

// Two rooms alike but for what no wall may show: their pictures are the same to the last bit.
TEST_F(ShownWalls, HaveNothingInTheirPixelsThatTheHostAloneMaySee) {
  const auto pictures = [&](const std::string& secret) {
    now_ms = 1000;
    open("both-sides-of-the-line", "name", {.width = 960, .height = 540, .legible_px = 9});
    for (content::Phase& phase : resources->pack.activity.phases) phase.host_note["en"] = secret + " note";
    const CardId veiled = a_card(secret + " veil"), aside = a_card(secret + " aside");
    a_card("for all");
    (void)session->submit(model::VeilCard{veiled}, model::the_host);
    (void)session->submit(model::SetCardAside{aside}, model::the_host);
    (void)session->submit(model::HoldCards{true}, model::the_host);
    const CardId held = a_card(secret + " held");
    render::Renderer renderer = render::Renderer::by_hand();
    renderer.set_palette(resources->palette);
    std::vector<std::vector<std::uint8_t>> all;
    const auto take = [&] {
      settle();
      (void)renderer.draw(wall->scene(), engine, {}, {});
      renderer.read_pixels(all.emplace_back());
    };
    take();
    for (const model::Shown& what : std::vector<model::Shown>{veiled, held, model::RegionEnd{"identity"}}) {
      show(what);
      take();
    }
    for (const content::Phase& phase : session->pack().activity.phases) {
      (void)session->submit(model::EnterPhase{phase.id}, model::the_host);
      take();
    }
    return all;
  };
  const auto one = pictures("no"), other = pictures("ok");
  EXPECT_EQ(one.size(), 10U);
  EXPECT_EQ(one, other);
}

struct Aspect {
  float width, height;
};
class OnGlass : public ShownWalls, public testing::WithParamInterface<Aspect> {};

// Nothing is written, and no card stands, in the outer twentieth of the glass.
TEST_P(OnGlass, KeepsClearOfItsEdges) {
  const auto [width, height] = GetParam();
  open("both-sides-of-the-line", "a-change-you-lived", {.width = width, .height = height});
  simulate_until("across", 60);
  const model::PixelRect safe{0.05F * width - 1, 0.05F * height - 1, 0.95F * width + 1, 0.95F * height + 1};
  const auto expect_clear = [&] {
    settle();
    const model::Camera& camera = wall->scene().camera();
    scene::each_text(wall->scene(), [&](const auto& shown) {
      const model::PixelRect at =
          camera({shown.at.x, shown.at.y, shown.at.x + shown.block->width, shown.at.y + shown.block->height});
      EXPECT_EQ(clipped(at, safe), at) << static_cast<int>(shown.of);
    });
    for (const scene::RaisedCard& card : wall->scene().raised()) {
      const model::PixelRect at = camera(model::rect_around(card.view.centre, card.view.half_width, card.view.half_height));
      EXPECT_EQ(clipped(at, safe), at);
    }
  };
  expect_clear();
  for (const content::Region& region : session->pack().canvas.regions) {
    if (region.optional) continue;
    show(model::RegionEnd{region.id});
    expect_clear();
    EXPECT_FALSE(wall->scene().raised().empty()) << region.id;
  }
}

INSTANTIATE_TEST_SUITE_P(Every, OnGlass,
                         testing::Values(Aspect{1024, 768}, Aspect{1280, 800}, Aspect{1920, 1080}, Aspect{2560, 1080},
                                         Aspect{1080, 1920}));

}  // namespace
}  // namespace greenline::view
