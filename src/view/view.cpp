#include "view/view.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <variant>

#include "view/picture_words.h"
#include "view/staging.h"

namespace greenline::view {
namespace {

constexpr float darkens_s = 1.2F;
constexpr double dusk_steps = 240;  // the light goes down in so many steps a phase

}  // namespace

View::View(station::Session& session, text::Engine& engine, const content::Strings& strings)
    : session_(session), strings_(strings), scene_(engine), cursor_(session.join()), dark_(at_rest() ? 1.0F : 0.0F) {
  engine.tell_pictures_by(
      [&strings](char32_t picture, std::string_view language) { return words_of_picture(picture, language, strings); });
}

View::~View() { session_.leave(cursor_); }

void View::resize(const WallSetting& setting, const model::Camera& camera) {
  setting_ = setting;
  choose_languages(session_.pack().activity, setting_);
  scene_.look_through(camera);
  stage(true);
  if (!std::exchange(begun_, true)) scene_.rebuild(session_.convening());
}

void View::stage(bool jump) {
  scene::Stage stage = stage_of(session_.pack(), session_.phase(), strings_, setting_);
  stage.shut = shut_ = shut_regions(session_.phase(), session_.convening());
  scene_.set_stage(stage, session_.convening(), jump);
}

View::Followed View::follow() {
  const station::News news = session_.news(cursor_);
  Followed followed{.any = news.anew || !news.happened.empty() || !news.kept.empty(),
                    .happened = news.anew || !news.happened.empty(),
                    .rested = news.anew};
  if (news.anew) look_anew();
  for (const model::Event& event : news.happened) {
    if (std::holds_alternative<model::PhaseEntered>(event.body)) {
      stage(false);
    } else if (std::holds_alternative<model::WallRested>(event.body) ||
               std::holds_alternative<model::TouchPaused>(event.body)) {
      followed.rested = true;
    } else {
      scene_.changed(session_.convening(), event, session_.durable());
    }
  }
  if (followed.happened && shut_ != shut_regions(session_.phase(), session_.convening())) {
    const std::set<std::string> before = shut_;
    stage(false);
    std::ranges::set_difference(before, shut_, std::back_inserter(followed.opened));
  }
  for (const model::EventId& id : news.kept) scene_.kept(session_.convening(), id);
  return followed;
}

bool View::let_pass() { return !session_.news(cursor_).anew; }

void View::look_anew() {
  scene_.rebuild(session_.convening());
  stage(true);
}

bool View::advance(float seconds) {
  const bool scene_moves = scene_.advance(session_.convening(), seconds);
  const float target = at_rest() ? 1 : 0, step = seconds / darkens_s;
  dark_ = setting_.still ? target : dark_ + std::clamp(target - dark_, -step, step);
  return scene_moves || dark_ != target;
}

double View::idle_s() const {
  const std::uint32_t minutes = session_.phase_minutes();
  return minutes > 0 ? minutes * 60 / dusk_steps : 3600;
}

View::Light View::light() const {
  Light light{.dark = dark_, .breath_s = breath_s_};
  if (const std::uint32_t minutes = session_.phase_minutes(); minutes > 0) {
    const double gone = static_cast<double>(session_.phase_age_ms()) / (minutes * 60000.0);
    light.dusk = static_cast<float>(std::clamp(1 - std::floor(gone * dusk_steps) / dusk_steps, 0.0, 1.0));
  }
  return light;
}

}  // namespace greenline::view
