#include "interact/wall.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "platform/cpu_clock.h"
#include "scene/stage.h"

namespace greenline::interact {
namespace {

constexpr double attention_seconds = 4;  // leaves sink again when no finger was near for so long

}  // namespace

Wall::Wall(station::Session& session, text::Engine& engine, const content::Strings& strings, const ui::Keyboards& keyboards,
           const content::Palette& palette, const view::WallSetting& setting)
    : session_(session),
      engine_(engine),
      strings_(strings),
      view_(session, engine, strings),
      seats_(engine, strings, keyboards),
      palms_({.pixels_per_mm = setting.pixels_per_mm}),
      gestures_({.pixels_per_mm = setting.pixels_per_mm}),
      lost_said_before_(session.tally().lost) {
  seats_.set_palette(palette);
  expect_languages(keyboards);
  resize(setting);
  (void)session_.erase_what_is_not_kept();  // what an unplugged machine left undone
  follow();
}

void Wall::resize(const view::WallSetting& setting) {
  // Round a table everybody reaches their own side.
  viewpoint_.set_screen(setting.width, setting.height,
                        setting.table ? setting.height : setting.reach_mm * setting.pixels_per_mm);
  framing_ = {};
  view_.resize(setting, viewpoint_.camera());
  speaking_.look_again();
  const auto& languages = session_.pack().activity.languages;
  const auto& keyboards = session_.pack().activity.keyboards;
  palms_.set_sizes({.pixels_per_mm = setting_.pixels_per_mm});
  gestures_.set_sizes({.pixels_per_mm = setting_.pixels_per_mm});
  keep_words_free();
  seats_.set_setting({.width = setting_.width,
                      .height = setting_.height,
                      .pixels_per_mm = setting_.pixels_per_mm,
                      .language = setting_.language,
                      .languages = keyboards.empty() ? languages : keyboards,
                      .still = setting_.still,
                      .table = setting_.table});
}

std::optional<model::Event> Wall::request(const model::Request& request, PixelPoint at, const model::Actor& by) {
  // Read without asking the kernel: a frame may bring hundreds of these.
  const double before = platform::monotonic_s();
  auto event = session_.submit(request, by);
  times_.apply_s += platform::monotonic_s() - before;
  if (!event) {
    refuse(event.error(), at);
    return std::nullopt;
  }
  follow();
  return *event;
}

void Wall::follow() {
  const view::View::Followed followed = view_.follow();
  if (followed.happened) {
    readers_stale_ = begun_stale_ = true;
    speaking_.look_again();
  }
  if (followed.rested && hands_rest()) let_go_of_all();
  for (const std::string& id : followed.opened) tell_opened(id);
}

void Wall::tell_opened(const std::string& id) {
  const content::Region* region = find_region(session_.pack().canvas, id);
  if (region == nullptr) return;
  for (const scene::RegionView& view : scene_.backdrop().regions)
    if (view.id == id) notices_.say(content::filled(say("notice.opened"), {name_of(*region)}), view.centre());
}

void Wall::refuse(model::Refusal refusal, PixelPoint at) {
  if (refusal == model::Refusal::already_so) return;
  notices_.say(sentence_of(refusal, scene_.place_at(at).region), at);
}

std::string Wall::sentence_of(model::Refusal refusal, const std::string& region) const {
  if (refusal == model::Refusal::shut) {
    const content::Region* there = find_region(session_.pack().canvas, region);
    if (there != nullptr && there->opens_when)
      return std::string(content::in_language(there->opens_when->says, setting_.language));
  }
  return say("refusal." + std::string(to_text(refusal)));
}

std::string Wall::say_of_file(const std::string& key, const std::filesystem::path& file) const {
  return content::filled(say(key), {file.string()});
}

void Wall::warn_of_drafts(const std::optional<drafts::DraftTrouble>& trouble) {
  drafts_warning_ = trouble ? say_of_file("drafts." + std::string(to_text(trouble->fault)), trouble->file) : std::string();
}

void Wall::skip_time(float seconds) {
  pay_attention(seconds);
  pass_unwatched(seconds);
  ripples_.advance(seconds, setting_.still);
  notices_.advance(seconds);
  mention_left_s_ -= std::min(mention_left_s_, seconds);
  pass_veils(seconds);
  seats_.skip_time(seconds);
}

void Wall::pay_attention(float seconds) {
  if (attended_s_ >= attention_seconds || gestures_.live() > 0) return;
  attended_s_ += seconds;
  if (attended_s_ >= attention_seconds) scene_.attend(std::nullopt);
}

// What the session has to say of its file: for as long as the wall stands, or once, for a minute.
void Wall::hear_remarks() {
  if (mention_left_s_ <= 0) mention_.clear();
  for (const std::vector<station::Remark>& all = session_.remarks(); remarks_heard_ < all.size(); ++remarks_heard_) {
    station::Remark remark = all[remarks_heard_];
    remark.detail.clear();  // the system's own words are for the log
    std::string& said = remark.lasting ? warning_ : mention_;
    said += (said.empty() ? "" : "\n") + station::sentence_of(remark, strings_, setting_.language);
    if (!remark.lasting) mention_left_s_ = mention_lasts_s;
  }
}

void Wall::stand_by_notices(float seconds) {
  if (mention_left_s_ > 0) mention_left_s_ -= seconds;
  hear_remarks();
  std::string all;
  const auto add = [&](const std::string& sentence) {
    if (!sentence.empty()) all += (all.empty() ? "" : "\n") + sentence;
  };
  if (const auto trouble = session_.trouble()) {
    add(say_of_file("journal." + std::string(to_text(trouble->fault)), trouble->file));
  } else {
    add(warning_.empty() ? drafts_warning_ : warning_);
  }
  if (const std::size_t lost = session_.tally().lost; lost > lost_said_before_) {
    add(content::filled(say("convening.lost"), {std::to_string(lost - lost_said_before_)}));
  }
  if (view_.paused()) add(say("notice.paused"));
  if (mention_left_s_ > 0) add(mention_);
  notices_.stand(all);
}

bool Wall::advance(float seconds) {
  const double before = platform::thread_cpu_s();
  follow();
  stand_by_notices(seconds);
  ask_to_close();
  pay_attention(seconds);
  gestures_now_.clear();
  gestures_.pass(seconds, gestures_now_);
  mean(gestures_now_);
  const bool view_moves = move_view(seconds);
  make_room();
  show_begun();
  keep_words_free();
  const bool turns = speak(seconds);
  const bool shown_moves = view_.advance(seconds) || turns;
  const bool ripples_move = ripples_.advance(seconds, setting_.still);
  notices_.advance(seconds);
  pass_veils(seconds);
  refresh_readers();
  times_.layout_s += platform::thread_cpu_s() - before;

  outcomes_now_.clear();
  const bool seats_move = seats_.update(seconds, glyph_textures_, outcomes_now_);
  for (const ui::Outcome& outcome : std::exchange(outcomes_now_, {})) std::visit([&](const auto& done) { on(done); }, outcome);
  const bool made_way = answer_to_seats();
  const bool moves = view_moves || shown_moves || ripples_move || seats_move || made_way;
  if (!moves && gestures_.live() == 0) meet_a_language();
  return moves;
}

// Where hands rest by the phase's wish, the wall is everybody's: it shows what the host speaks of, as walls without hands do.
bool Wall::speak(float seconds) {
  if (!session_.phase().rules.touch && seats_.empty()) return speaking_.advance(session_, scene_, seconds);
  speaking_.stop(scene_);
  return false;
}

double Wall::idle_s() const {
  double wait = 60;
  wait = std::min(wait, speaking_.left_s() + 0.01);
  if (!notices_.empty() || !offers_.empty()) wait = std::min(wait, 0.25);
  if (!seats_.empty()) wait = std::min(wait, static_cast<double>(seats_.next_frame_in_s()));
  if (attended_s_ < attention_seconds) wait = std::min(wait, attention_seconds - attended_s_ + 0.01);
  wait = std::min(wait, static_cast<double>(gestures_.next_in_s()));
  wait = std::min(wait, ripples_.gone_in_s());
  if (!viewpoint_.is_whole() || !scene_.near().empty()) wait = std::min(wait, 1.0);
  if (!strange_languages_.empty()) wait = std::min(wait, 0.1);
  wait = std::min(wait, view_.idle_s());
  return std::max(wait, 0.0);
}

void Wall::settle_now() {
  follow();
  seats_.settle_now();
  // Whether seats hide somebody's work is known once cards have leaned aside; then the wall draws back from them.
  constexpr int most = 3;
  std::optional<std::uint64_t> settled;
  for (int i = 0; i < most; ++i) {
    make_room();
    show_begun();
    (void)move_view(0);
    if (settled == scene_.backdrop().generation) return;
    scene_.sharpen();
    scene_.settle_now(session_.convening());
    settled = scene_.backdrop().generation;
  }
}

render::Atmosphere Wall::atmosphere() const {
  const view::View::Light light = view_.light();
  render::Atmosphere air;
  air.dusk = light.dusk;
  air.blank = light.dark;
  air.breath_s = light.breath_s;
  air.ripples = ripples_.views(9 * setting_.pixels_per_mm, setting_.still);
  for (auto& [control, chip] : controls()) air.chips.push_back(std::move(chip));
  for (const auto& [card, asked] : asked_) {
    if (auto sign = sign_on(card); sign.words.block) air.chips.push_back(std::move(sign));
  }
  const std::vector<model::PixelRect> seats = seats_.rects();
  if (!notices_.empty()) air.notices = notices_.views(engine_, notice_room(seats, words_of_ground()));
  return air;
}

std::vector<model::PixelRect> Wall::words_of_ground() const {
  std::vector<model::PixelRect> words = scene::worded_rects(scene_.backdrop());
  for (model::PixelRect& one : words) one = viewpoint_.camera()(one);
  return words;
}

Notices::Room Wall::notice_room(std::span<const model::PixelRect> seats, std::span<const model::PixelRect> words) const {
  const float em = std::max(setting_.legible_px * 1.4F, 0.02F * std::min(setting_.width, setting_.height));
  return {setting_.width, setting_.height, em, setting_.language, seats, words};
}

std::vector<render::Overlay> Wall::overlays() const {
  std::vector<render::Overlay> overlays;
  if (at_rest()) return overlays;
  for (const ui::Drawing& drawing : seats_.drawings()) overlays.push_back({drawing.data, drawing.rect, drawing.changed});
  return overlays;
}

Wall::Times Wall::take_times() { return std::exchange(times_, {}); }

}  // namespace greenline::interact
