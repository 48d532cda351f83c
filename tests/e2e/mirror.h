// Where things stand on the screen of the real program is asked of a wall of the same size in this process, touched in the same
// places.
#pragma once
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "interact/hand_on_wall.h"

namespace greenline::desk {

class Mirror {
 public:
  // A new convening in this phase of "both-sides-of-the-line".
  explicit Mirror(const std::string& phase)
      : Mirror([&](const app::Resources& resources) {
          auto session = std::make_unique<station::Session>(resources.pack, station::seeded_sources(1));
          (void)session->submit(model::EnterPhase{phase}, model::the_host);
          return session;
        }) {}
  // What a file holds; nothing is written to it.
  explicit Mirror(const std::filesystem::path& convening)
      : Mirror([&](const app::Resources& resources) {
          auto saved = station::Session::open_saved(resources.pack, station::real_sources(), convening);
          if (!saved) throw std::runtime_error(saved.error().detail);
          return std::make_unique<station::Session>(std::move(*saved));
        }) {}

  interact::HandOnWall& hand() { return *hand_; }
  interact::Wall& wall() { return offscreen_->wall(); }
  [[nodiscard]] const model::Convening& convening() const { return session_->convening(); }
  [[nodiscard]] model::PixelPoint in(const std::string& region, float x, float y) {
    return wall().scene().camera()(wall().scene().pixel_of({region, {x, y}}));
  }

  // The seat that a tap opens; 0 when it opens none.
  int tap_seat(model::PixelPoint at) {
    std::vector<bool> stood(100);
    for (int id = 1; id < 100; ++id) stood[static_cast<std::size_t>(id)] = wall().seats().rect_of(id).has_value();
    hand_->tap(at);
    for (int id = 1; id < 100; ++id) {
      if (!stood[static_cast<std::size_t>(id)] && wall().seats().rect_of(id)) return id;
    }
    return 0;
  }
  [[nodiscard]] model::PixelPoint control(int seat, const std::string& name) {
    const auto rect = wall().seats().control(seat, name);
    if (!rect)
      throw std::runtime_error("Seat " + std::to_string(seat) + " has no control " + name +
                               (wall().seats().reading(seat) ? ": a card is read there" : ""));
    return rect->centre();
  }
  [[nodiscard]] model::PixelPoint control(const std::string& name) { return control(hand_->seat(), name); }
  // What to touch at a seat to write this and place it.
  [[nodiscard]] std::vector<model::PixelPoint> keys(int seat, const std::string& words) {
    std::vector<model::PixelPoint> keys;
    for (const char letter : words)
      keys.push_back(control(seat, letter == ' ' ? std::string("space") : std::string(1, letter)));
    keys.push_back(control(seat, "place"));
    return keys;
  }

 private:
  template <typename Begin>
  requires std::is_invocable_v<Begin, const app::Resources&>
  explicit Mirror(const Begin& begin) {
    auto loaded = app::load_resources("both-sides-of-the-line", "dusk");
    if (!loaded) throw std::runtime_error(loaded.error());
    resources_ = std::make_unique<app::Resources>(std::move(*loaded));
    session_ = begin(*resources_);
    auto opened = app::OffscreenWall::open(*resources_, *session_, {});
    if (!opened) throw std::runtime_error(opened.error());
    offscreen_ = std::move(*opened);
    hand_ = std::make_unique<interact::HandOnWall>(*offscreen_);
    hand_->frames(2);
  }

  std::unique_ptr<app::Resources> resources_;
  std::unique_ptr<station::Session> session_;
  std::unique_ptr<app::OffscreenWall> offscreen_;
  std::unique_ptr<interact::HandOnWall> hand_;
};

}  // namespace greenline::desk
