// Plays hands on a wall without a window, frame by frame.
#include "cli/moving.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <variant>

#include "render/moving_png.h"

namespace greenline::cli {
namespace {

using model::PixelPoint;

constexpr double frames_a_second = 12, whole_s = 10.4;  // of all acts at their own pace

class Film {
 public:
  Film(app::OffscreenWall& wall, double pace) : wall_(wall), pace_(pace) {}

  // So long on the screen; acts go by their own clock.
  [[nodiscard]] bool pass(double acted_s) {
    const int frames = std::max(1, static_cast<int>(std::lround(acted_s * pace_ * frames_a_second)));
    for (int i = 0; i < frames; ++i)
      if (!frame(acted_s / frames)) return false;
    return true;
  }
  void touch(input::ContactId finger, input::ContactState state, PixelPoint at) {
    wall_.wall().touch({now_s_, {{finger, state, at, 0}}});
  }
  [[nodiscard]] bool tap(PixelPoint at) {
    touch(1, input::ContactState::began, at);
    if (!pass(0.1)) return false;
    touch(1, input::ContactState::ended, at);
    return true;
  }
  // As a hand draws it out of a card: the request comes after.
  [[nodiscard]] bool pull(PixelPoint from, PixelPoint to, double acted_s) {
    const int steps = std::max(1, static_cast<int>(std::lround(acted_s * pace_ * frames_a_second)));
    auto& pulled = wall_.wall().scene().pulled;
    for (int i = 1; i <= steps; ++i) {
      const float t = static_cast<float>(i) / static_cast<float>(steps), eased = t * t * (3 - 2 * t);
      pulled[1] = {from, from + (to - from) * eased};
      if (!frame(acted_s / steps)) return false;
    }
    pulled.erase(1);
    return true;
  }
  // Keys of a keyboard, a few a frame, then the one that places.
  [[nodiscard]] bool write(const std::string& words, double acted_s) {
    const std::u32string letters = characters_of(words);
    const int frames = std::max(1, static_cast<int>(std::lround(acted_s * pace_ * frames_a_second)));
    std::size_t typed = 0;
    for (int i = 1; i <= frames; ++i) {
      for (; typed < letters.size() * static_cast<std::size_t>(i) / static_cast<std::size_t>(frames); ++typed)
        wall_.wall().type(letters[typed]);
      if (!frame(acted_s / frames)) return false;
    }
    if (!pass(0.4)) return false;
    wall_.wall().press(ui::Seats::Key::place);
    return true;
  }
  [[nodiscard]] tl::expected<void, std::string> write(const std::string& file) { return moving_.write(file); }

 private:
  [[nodiscard]] bool frame(double acted_s) {
    now_s_ += acted_s;
    if (!wall_.frame(static_cast<float>(acted_s)).trouble.empty()) return false;
    render::Picture picture{wall_.renderer().width(), wall_.renderer().height(), {}};
    wall_.renderer().read_pixels(picture.rgba);
    return moving_.add(halved(picture), 1 / frames_a_second);
  }
  static std::u32string characters_of(const std::string& words) {
    std::u32string out;
    for (std::size_t at = 0; at < words.size();) {
      const auto first = static_cast<unsigned char>(words[at]);
      const std::size_t bytes = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
      char32_t letter = bytes == 1 ? first : first & (0x7FU >> bytes);
      for (std::size_t i = 1; i < bytes && at + i < words.size(); ++i)
        letter = letter << 6U | (static_cast<unsigned char>(words[at + i]) & 0x3FU);
      out += letter;
      at += bytes;
    }
    return out;
  }

  app::OffscreenWall& wall_;
  double pace_;
  double now_s_ = 1;
  render::MovingPng moving_;
};

// The first phase in which hands may do it.
const content::Phase* phase_of(const content::Activity& activity, model::Verb verb) {
  const auto found = std::ranges::find_if(activity.phases, [&](const content::Phase& phase) {
    return phase.rules.touch && !phase.rules.sets_markers && phase.rules.verbs.contains(verb);
  });
  return found == activity.phases.end() ? nullptr : &*found;
}

// On the region's own ground, clear of cards, nearest to its middle.
std::optional<PixelPoint> free_ground_in(const scene::Scene& scene, const std::string& region) {
  std::optional<PixelPoint> best;
  for (const scene::RegionView& view : scene.backdrop().regions) {
    if (view.id != region) continue;
    const model::PixelRect& bounds = view.bounds();
    float least = 0;
    for (int i = 0; i < 24 * 24; ++i) {
      const int row = i / 24;
      const PixelPoint p{bounds.x0 + bounds.width() * (static_cast<float>(i % 24) + 0.5F) / 24,
                         bounds.y0 + bounds.height() * (static_cast<float>(row) + 0.5F) / 24};
      const scene::RegionView* there = scene.region_at(p);
      if (!there || there->id != region || !std::holds_alternative<input::OnGround>(scene.hit(p))) continue;
      if (const float away = length(p - view.centre()); !best || away < least) best = p, least = away;
    }
  }
  return best;
}

// A card in another region that can be seen whole, the nearest to the middle of the screen.
std::optional<model::CardId> card_elsewhere(const scene::Scene& scene, const model::Convening& convening,
                                            const std::string& region) {
  std::optional<model::CardId> best;
  float least = 0;
  const PixelPoint middle{scene.backdrop().width / 2, scene.backdrop().height / 2};
  for (const scene::CardView& view : scene.cards()) {
    if (!view.alive || view.veiled) continue;
    const model::Card* card = model::find_card(convening, view.id);
    if (!card || card->place.value.region == region) continue;
    if (const float away = length(view.centre - middle); !best || away < least) best = view.id, least = away;
  }
  return best;
}

}  // namespace

render::Picture halved(const render::Picture& whole) {
  render::Picture half{whole.width / 2, whole.height / 2, {}};
  half.rgba.reserve(4 * static_cast<std::size_t>(half.width) * static_cast<std::size_t>(half.height));
  const auto row = 4 * static_cast<std::size_t>(whole.width);
  for (std::size_t y = 0; y < static_cast<std::size_t>(half.height); ++y)
    for (std::size_t x = 0; x < static_cast<std::size_t>(half.width); ++x)
      for (std::size_t channel = 0; channel < 4; ++channel) {
        const std::uint8_t* above = whole.rgba.data() + 2 * y * row + 8 * x + channel;
        half.rgba.push_back(static_cast<std::uint8_t>((above[0] + above[4] + above[row] + above[row + 4] + 2) / 4));
      }
  return half;
}

tl::expected<void, std::string> write_moving(app::OffscreenWall& offscreen, station::Session& session, const Acts& acts,
                                             double seconds, const std::string& file) {
  const content::Phase* naming = phase_of(session.pack().activity, model::Verb::name);
  const content::Phase* connecting = phase_of(session.pack().activity, model::Verb::connect);
  if (!naming || !connecting)
    return tl::unexpected(std::string("In this activity nobody both names and connects: nothing moves."));
  scene::Scene& scene = offscreen.wall().scene();
  const auto enter = [&](const content::Phase& phase) {
    return session.phase().id == phase.id || session.submit(model::EnterPhase{phase.id}, model::the_host);
  };
  const auto not_done = [](const std::string& what) {
    return tl::unexpected("The moving picture could not be made: " + what + ".");
  };
  Film film(offscreen, seconds / whole_s);
  const std::string undrawn = "the driver could not draw it";
  if (!enter(*naming)) return not_done("the phase in which people name could not be entered");
  (void)offscreen.picture();
  const auto at = free_ground_in(scene, acts.region);
  if (!at) return not_done("nowhere in " + acts.region + " is free ground");
  const std::size_t cards_before = session.convening().cards.size();
  if (!film.pass(0.7) || !film.tap(*at) || !film.pass(0.5) || !film.write(acts.words, 2.4) || !film.pass(1.0))
    return not_done(undrawn);
  if (session.convening().cards.size() != cards_before + 1) return not_done("no card was placed");
  const auto newest =
      std::ranges::max_element(session.convening().cards, {}, [](const auto& one) { return one.second.place.at; });
  const model::CardId card = newest->first;
  if (!enter(*connecting)) return not_done("the phase in which people connect could not be entered");
  if (!film.pass(0.9)) return not_done(undrawn);
  const auto other = card_elsewhere(scene, session.convening(), acts.region);
  const auto from = scene.rect_of(card), to = other ? scene.rect_of(*other) : std::nullopt;
  if (!from || !to) return not_done("there is no other card to join; ask for some with --cards");
  if (!film.pull(from->centre(), to->centre(), 1.3)) return not_done(undrawn);
  const auto drawn = offscreen.wall().request(model::DrawThread{card, *other}, to->centre());
  if (!drawn || !film.pass(0.9)) return not_done(drawn ? undrawn : "no thread could be drawn");
  const model::ThreadId thread = std::get<model::ThreadDrawn>(drawn->body).thread;
  if (!offscreen.wall().request(model::WordThread{thread, acts.word}, to->centre())) return not_done("the thread took no word");
  if (!film.pass(2.2)) return not_done(undrawn);
  return film.write(file);
}

}  // namespace greenline::cli
