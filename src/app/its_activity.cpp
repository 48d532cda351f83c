#include "app/its_activity.h"

#include <utility>

#include "model/convening.h"

namespace greenline::app {
namespace {

bool named_like(const content::Pack& pack, const model::ActivityOpened& opened) {
  return pack.activity.id == opened.activity && pack.canvas.id == opened.canvas;
}

// As the convening carries it. What says another name inside than outside is not believed.
std::optional<content::Pack> carried_by(const model::ActivityOpened& opened, std::string& wrong) {
  if (opened.activity_text.empty() && opened.canvas_text.empty()) return std::nullopt;
  auto pack = content::pack_from_texts(opened.activity_text, opened.canvas_text, opened.activity);
  if (!pack) {
    wrong = pack.error().empty() ? "it cannot be read" : content::to_text(pack.error().front());
    return std::nullopt;
  }
  if (!named_like(*pack, opened)) {
    wrong = "it has another name inside";
    return std::nullopt;
  }
  return *std::move(pack);
}

}  // namespace

ItsActivity its_activity(const std::optional<model::ActivityOpened>& opened, const content::Pack& asked_for,
                         const std::filesystem::path& content_folder) {
  ItsActivity its{Fits::same, asked_for, {}, {}};
  if (!opened) return its;
  its.name = opened->activity;
  if (auto carried = carried_by(*opened, its.wrong)) {
    its.pack = *std::move(carried);
    if (!content::same_pack(its.pack, asked_for))
      its.fits = named_like(asked_for, *opened) ? Fits::another_version : Fits::another;
    return its;
  }
  if (named_like(asked_for, *opened)) return its;
  its.fits = Fits::another;
  if (auto installed = content::load_pack(opened->activity, content_folder); installed && named_like(*installed, *opened)) {
    its.pack = *std::move(installed);
  } else {
    its.fits = Fits::not_here;
  }
  return its;
}

std::optional<model::ActivityOpened> activity_opened_in(const std::vector<model::Event>& events) {
  model::Convening convening;
  for (const model::Event& event : events) {
    const bool about_it =
        std::holds_alternative<model::ActivityOpened>(event.body) || std::holds_alternative<model::ActivityClosed>(event.body);
    if (about_it) apply(convening, event);
  }
  return convening.activity.value;
}

}  // namespace greenline::app
