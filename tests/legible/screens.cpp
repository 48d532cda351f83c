#include "legible/screens.h"

#include <imgui.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <numbers>
#include <stdexcept>
#include <thread>

#include "app/console.h"
#include "app/drawing_table.h"
#include "app/pin_layer.h"
#include "app/shelf_layer.h"
#include "places.h"
#include "simulate/simulation.h"

namespace greenline::legible {
namespace {

namespace fs = std::filesystem;
using model::PixelPoint;

view::WallSetting setting_of(const Glass& glass) {
  view::WallSetting setting;
  setting.width = glass.width;
  setting.height = glass.height;
  setting.pixels_per_mm = glass.pixels_per_mm;
  setting.language = glass.language;
  setting.still = true;
  return setting;
}

// A wall with people's work on it, for the screens that lie over one or show one; the console changes it, and comes last.
struct WallAtWork {
  WallAtWork(const std::string& palette, const Glass& glass, Wanted what) : wanted(what) {
    auto loaded = app::load_resources("both-sides-of-the-line", palette);
    if (!loaded) throw std::runtime_error(loaded.error());
    resources = std::make_unique<app::Resources>(*std::move(loaded));
    station::Sources sources = station::seeded_sources(1);
    sources.steady = [this] { return model::SteadyInstant{{1}, now_ms}; };
    session = std::make_unique<station::Session>(resources->pack, std::move(sources));
    const auto phrases = simulate::load_phrases(resources->paths.content / "simulation" / "phrases.json", "en");
    if (!phrases) throw std::runtime_error(phrases.error());
    if (auto played = simulate::play(*session, *phrases, {1, 24, "across"}); !played) throw std::runtime_error(played.error());
    auto opened = app::OffscreenWall::open(*resources, *session, setting_of(glass), render::Detail::cheap);
    if (!opened) throw std::runtime_error(opened.error());
    wall = std::move(*opened);
    wall->wall().settle_now();
  }
  [[nodiscard]] ui::GlyphTextures glyphs() { return {wall->renderer().glyph_texture(), wall->renderer().picture_texture()}; }

  Wanted wanted;
  std::int64_t now_ms = 1000;
  std::unique_ptr<app::Resources> resources;
  std::unique_ptr<station::Session> session;
  std::unique_ptr<app::OffscreenWall> wall;
};

void leave_out_letters(const ImDrawData& drawn, std::uint32_t glyph_texture) {
  for (ImDrawList* list : drawn.CmdLists)
    for (ImDrawCmd& command : list->CmdBuffer)
      if (command.GetTexID() == static_cast<ImTextureID>(glyph_texture)) command.ElemCount = 0;
}

// All of it without letters.
render::Picture ground_of(WallAtWork& at_work, scene::Scene& scene, render::Overlay over) {
  render::Renderer& renderer = at_work.wall->renderer();
  renderer.set_palette(at_work.resources->palette);  // it may have drawn another scene before: all of this one is new
  leave_out_letters(*over.data, renderer.glyph_texture());
  over.changed = true;
  render::Atmosphere air;
  air.dusk = -1;
  (void)renderer.draw(scene, at_work.wall->engine(), std::span(&over, 1), air);
  render::Picture ground{renderer.width(), renderer.height(), {}};
  renderer.read_pixels(ground.rgba);
  return ground;
}

// `draw`: the screen over that scene, once more.
ShownScreen look_at(const std::string& screen, const std::string& moment, WallAtWork& at_work, scene::Scene& scene,
                    const std::function<render::Overlay()>& draw) {
  render::Overlay over;
  constexpr int until_letters_rest = 4;
  for (int i = 0; i < until_letters_rest; ++i) over = draw();
  ShownScreen shown{screen, moment, letters_of(*over.data, at_work.wall->renderer().glyph_texture()), {}};
  if (at_work.wanted == Wanted::letters_and_ground) shown.behind = ground_of(at_work, scene, over);
  return shown;
}

// A stick with a pack that can be begun with, and one in which a comma is missing.
class Stick {
 public:
  Stick() : folder_(fs::temp_directory_path() / ("greenline-legible-" + std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    const std::string manifest =
        R"({"greenline": "pack", "id": "our-pack", "version": "1.2.0", "needs_greenline": "0.1", "languages": ["en", "fr"],
            "title": {"en": "Our pack", "fr": "Notre pack"}, "licence": "CC BY 4.0"})";
    std::ifstream shipped(source_folder() / "content/activities/both-sides-of-the-line.json");
    const std::string activity{std::istreambuf_iterator<char>(shipped), {}};
    write("our-pack/pack.json", manifest);
    write("our-pack/activities/both-sides-of-the-line.json", activity);
    write("their-pack/pack.json", manifest);
    write("their-pack/activities/both-sides-of-the-line.json", activity.substr(0, activity.size() / 2));
  }
  ~Stick() { fs::remove_all(folder_); }
  Stick(const Stick&) = delete;
  Stick& operator=(const Stick&) = delete;
  [[nodiscard]] const fs::path& folder() const { return folder_; }

 private:
  void write(const std::string& name, const std::string& text) const {
    const fs::path file = folder_ / "media/STICK" / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }
  fs::path folder_;
};

class TheShelf {
 public:
  explicit TheShelf(WallAtWork& at_work) : at_work_(at_work) {
    keeper_ = std::make_unique<shelf::Keeper>(shelf::Places{.store = stick_.folder() / "packs",
                                                            .watched = {},
                                                            .sticks = {stick_.folder() / "media"},
                                                            .content = at_work_.resources->paths.content,
                                                            .keyboards = {}},
                                              shelf::InUse(), nullptr);
    app::Resources& resources = *at_work_.resources;
    layer_ = std::make_unique<app::ShelfLayer>(
        app::ShelfLayer::Around{*keeper_, at_work_.wall->wall(), at_work_.wall->engine(), resources.strings, resources.palette,
                                resources.keyboards, at_work_.session->pack(), [](const content::Pack&) { return true; }});
    layer_->open();
    wait_for_all();
  }
  std::vector<ShownScreen> moments() {
    std::vector<ShownScreen> shown{look("all of it")};
    for (const auto& [moment, which] : {std::pair<const char*, std::function<bool(const shelf::Item&)>>{
                                            "one that is sound", [](const auto& item) { return item.activity != nullptr; }},
                                        {"one that is broken", [](const auto& item) { return item.activity == nullptr; }}}) {
      const auto item = std::ranges::find_if(keeper_->listing()->items, which);
      if (item == keeper_->listing()->items.end()) throw std::runtime_error(std::string("the shelf lacks ") + moment);
      tap(app::key_of(*item));
      shown.push_back(look(moment));
      tap("leave");
    }
    return shown;
  }

 private:
  ShownScreen look(const std::string& moment) {
    return look_at("the shelf", moment, at_work_, at_work_.wall->wall().scene(),
                   [this] { return layer_->overlay(0.02F, at_work_.glyphs()).value(); });
  }
  void wait_for_all() {
    const auto is_there = [this](bool sound) {
      return std::ranges::any_of(keeper_->listing()->items, [sound](const shelf::Item& item) {
        return item.where == shelf::Where::stick && (item.activity != nullptr) == sound;
      });
    };
    const auto has_all = [&] { return keeper_->listing()->items.size() > 10 && is_there(true) && is_there(false); };
    constexpr int tries = 2000;
    for (int i = 0; i < tries && !has_all(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (!has_all()) throw std::runtime_error("the shelf does not come");
  }
  void tap(const std::string& key) {
    const auto place = layer_->place_of(key);
    if (!place) throw std::runtime_error("the shelf has no " + key);
    for (const auto state : {input::ContactState::began, input::ContactState::ended})
      (void)layer_->take({now_s_ += 0.1, {{1, state, place->centre(), 0}}});
  }

  Stick stick_;
  WallAtWork& at_work_;
  std::unique_ptr<shelf::Keeper> keeper_;
  std::unique_ptr<app::ShelfLayer> layer_;
  double now_s_ = 10;
};

// White and black, as a plan has it and as a photograph has it: whatever is written over it must be read on both.
std::shared_ptr<const content::CanvasPicture> a_plan() {
  render::Picture picture{600, 400, {}};
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x) {
      const auto shade = static_cast<std::uint8_t>((x / 12 + y / 12) % 2 == 0 ? 255 : 0);
      picture.rgba.insert(picture.rgba.end(), {shade, shade, shade, 255});
    }
  return content::ground_from(render::png_bytes(picture).value());
}

class ThePictureThatIsDrawnOn {
 public:
  ThePictureThatIsDrawnOn(WallAtWork& at_work, const Glass& glass)
      : at_work_(at_work),
        table_(
            {at_work_.wall->engine(), at_work_.resources->strings, at_work_.resources->palette, at_work_.resources->keyboards},
            a_plan(), setting_of(glass), [](const content::DrawnCanvas&) { return std::string(); }) {}
  std::vector<ShownScreen> moments() {
    std::vector<ShownScreen> shown{look("nothing yet")};
    draw_round({-0.4F, 0});
    for (const char letter : std::string("The hall"))
      table_.take(std::vector<platform::Stroke>{platform::Typed{static_cast<char32_t>(letter)}});
    press(platform::KeyName::enter);
    draw_round({0.4F, 0});
    press(platform::KeyName::escape);
    shown.push_back(look("one with a name and one without"));
    press(platform::KeyName::escape);
    shown.push_back(look("somebody wants to leave"));
    return shown;
  }

 private:
  ShownScreen look(const std::string& moment) {
    return look_at("a picture that is drawn on", moment, at_work_, table_.scene(), [this] {
      (void)table_.advance(0.02F, at_work_.glyphs());
      return table_.overlays().front();
    });
  }
  void press(platform::KeyName key) {
    table_.take(std::vector<platform::Stroke>{platform::KeyPress{.key = key}});
    (void)table_.advance(0.02F, at_work_.glyphs());
  }
  void draw_round(geometry::Point middle) {
    input::TouchFrame all{now_s_ += 1, {}};
    constexpr int steps = 40;
    for (int i = 0; i <= steps; ++i) {
      const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / steps;
      const PixelPoint at = table_.pixel_of({middle.x + 0.2F * std::cos(angle), middle.y + 0.2F * std::sin(angle)});
      using enum input::ContactState;
      all.contacts.push_back({1, i == 0 ? began : i == steps ? ended : moved, at, 0});
    }
    table_.touch(all);
    (void)table_.advance(0.02F, at_work_.glyphs());
  }

  WallAtWork& at_work_;
  app::DrawingTable table_;
  double now_s_ = 0;
};

class TheNumber {
 public:
  explicit TheNumber(WallAtWork& at_work) : at_work_(at_work), layer_(around(), "of nobody") {}
  std::vector<ShownScreen> moments() {
    layer_.ask(app::PinLayer::For::the_shelf, ui::Side::below, now_s_);
    std::vector<ShownScreen> shown{look("before the shelf opens")};
    for (int i = 0; i < 3; ++i) guess();
    shown.push_back(look("after three guesses"));
    layer_.ask(app::PinLayer::For::leaving, ui::Side::below, now_s_ += 600);
    shown.push_back(look("before it is left"));
    return shown;
  }

 private:
  [[nodiscard]] app::PinLayer::Around around() const {
    const app::Resources& resources = *at_work_.resources;
    interact::Wall& wall = at_work_.wall->wall();
    return {wall.seats().host_context(),
            [&wall] { return app::screen_of(wall.setting()); },
            at_work_.wall->engine(),
            resources.strings,
            resources.palette,
            resources.keyboards,
            wall.room_keys(),
            {}};
  }
  void guess() {
    const std::vector<platform::Stroke> number{platform::Typed{U'0'}, platform::KeyPress{.key = platform::KeyName::enter}};
    (void)layer_.take(number, now_s_);
    constexpr int until_judged = 500;
    for (int i = 0; i < until_judged && layer_.is_judging(); ++i) {
      (void)layer_.granted(now_s_);
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }
  ShownScreen look(const std::string& moment) {
    return look_at("the host's number", moment, at_work_, at_work_.wall->wall().scene(),
                   [this] { return layer_.overlay(0.02F, at_work_.glyphs(), now_s_).value(); });
  }

  WallAtWork& at_work_;
  app::PinLayer layer_;
  double now_s_ = 10;
};

class TheConsole {
 public:
  TheConsole(WallAtWork& at_work, const Glass& glass)
      : at_work_(at_work),
        view_(*at_work_.session, at_work_.wall->engine(), at_work_.resources->strings),
        screen_(at_work_.wall->wall().seats().host_context()) {
    setting_.language = glass.language;
    setting_.width = glass.width;
    setting_.height = glass.height;
    setting_.pixels_per_mm = glass.pixels_per_mm;
    show(false);
    view::WallSetting seen = setting_of({"", 1920, 1080, 1.58F, glass.language});
    seen.glass_width = glass.width;
    seen.glass_height = glass.height;
    view_.resize(seen, {screen_.glass().width() / seen.width, {screen_.glass().x0, screen_.glass().y0}});
  }
  std::vector<ShownScreen> moments() {
    enter(1);
    std::vector<ShownScreen> shown{look("in time", false)};
    at_work_.now_ms += 3'600'000;
    shown.push_back(look("over time", false));
    enter(at_work_.session->pack().activity.phases.size() - 1);
    shown.push_back(look("at the end", true));
    const model::CardId card = at_work_.session->convening().cards.begin()->first;
    mode_ = {.shows = app::ConsoleMode::Shows::card, .card = card};
    shown.push_back(look("a card", false));
    (void)at_work_.session->submit(model::SetCardAside{card}, model::the_host);
    mode_ = {.shows = app::ConsoleMode::Shows::aside};
    shown.push_back(look("set aside", false));
    mode_ = {.shows = app::ConsoleMode::Shows::help};
    shown.push_back(look("every key", false));
    screen_.hover(screen_.place_of("room")->centre(), 10);
    (void)screen_.pass(20);
    shown.push_back(look("what a key does", false));
    return shown;
  }

 private:
  void enter(std::size_t phase) {
    (void)at_work_.session->submit(model::EnterPhase{at_work_.session->pack().activity.phases[phase].id}, model::the_host);
    (void)view_.follow();
  }
  void show(bool asks_to_close) {
    ui::ConsolePage page =
        app::console_page(*at_work_.session, at_work_.resources->strings, setting_.language, mode_, {asks_to_close, 14 * 60});
    page.glass_aspect = 16.0F / 9;
    screen_.show(page, setting_);
  }
  ShownScreen look(const std::string& moment, bool asks_to_close) {
    show(asks_to_close);
    const app::Resources& resources = *at_work_.resources;
    const ui::Surroundings around{at_work_.wall->engine(), resources.strings, resources.keyboards, resources.palette, setting_};
    return look_at("the console", moment, at_work_, view_.scene(), [&] {
      (void)view_.advance(0.02F);
      return over_.draw(screen_, at_work_.wall->wall().seats().host_context(), 0.02F, at_work_.glyphs(), around).overlay;
    });
  }

  WallAtWork& at_work_;
  view::View view_;
  ui::ConsoleScreen screen_;
  app::DrawnOver over_;
  ui::Setting setting_;
  app::ConsoleMode mode_;
};

bool goes_on(const PixelRect& before, const PixelRect& letter) {
  const float shared = std::min(before.y1, letter.y1) - std::max(before.y0, letter.y0);
  const float lower = std::min(before.height(), letter.height()), gap = letter.x0 - before.x1;
  return shared > 0.3F * lower && gap > -lower && gap < 2 * std::max(before.height(), letter.height());
}

}  // namespace

std::vector<ShownScreen> programs_screens(const std::string& palette, const Glass& glass, Wanted wanted) {
  WallAtWork at_work(palette, glass, wanted);
  std::vector<ShownScreen> all = TheShelf(at_work).moments();
  for (std::vector<ShownScreen> more :
       {ThePictureThatIsDrawnOn(at_work, glass).moments(), TheNumber(at_work).moments(), TheConsole(at_work, glass).moments()})
    std::ranges::move(more, std::back_inserter(all));
  return all;
}

std::vector<float> heights_of_lines(const std::vector<Written>& letters) {
  constexpr int enough_letters = 12;  // a few may all be as low as an x
  std::vector<float> heights;
  int many = 0;
  float tallest = 0;
  const auto end_line = [&] {
    if (many >= enough_letters) heights.push_back(tallest);
    many = 0;
    tallest = 0;
  };
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const PixelRect& letter = letters[i].glyphs.front();
    if (i > 0 && !goes_on(letters[i - 1].glyphs.front(), letter)) end_line();
    ++many;
    tallest = std::max(tallest, letter.height());
  }
  end_line();
  return heights;
}

}  // namespace greenline::legible
