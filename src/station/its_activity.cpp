#include "station/its_activity.h"

#include <algorithm>
#include <utility>

#include "content/problem.h"
#include "content/waiting.h"
#include "station/move.h"

namespace greenline::station {
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

std::size_t cards_off_the_canvas(const model::Convening& convening, const content::Canvas& canvas) {
  const auto stands_nowhere = [&](const model::Card& card) {
    const std::string& region = card.place.value.region;
    return present(card) && !region.empty() &&
           std::ranges::find(canvas.regions, region, &content::Region::id) == canvas.regions.end();
  };
  return static_cast<std::size_t>(
      std::ranges::count_if(convening.cards, [&](const auto& entry) { return stands_nowhere(entry.second); }));
}

// What was made in regions that the pack does not have stands on in waiting places.
void shelter(content::Pack& pack, const std::vector<model::Event>& events) {
  const auto is_off = [&](const model::Event& event) {
    const auto* made = std::get_if<model::CardMade>(&event.body);
    const auto* moved = std::get_if<model::CardMoved>(&event.body);
    const std::string* region = made != nullptr ? &made->place.region : moved != nullptr ? &moved->place.region : nullptr;
    return region != nullptr && !region->empty() && find_region(pack.canvas, *region) == nullptr;
  };
  if (std::ranges::none_of(events, is_off)) return;
  model::Convening convening;
  for (const model::Event& event : events) apply(convening, event);
  if (cards_off_the_canvas(convening, pack.canvas) == 0) return;
  if (auto plan = plan_move(convening, pack, pack, {}, {})) pack = std::move(plan->pack);
}

}  // namespace

ActivityLook look_at_activity(const std::optional<model::ActivityOpened>& opened, const model::Convening& convening,
                              const std::string& file, const std::filesystem::path& content_folder) {
  if (!opened) return {{}, "none was opened in it"};
  ActivityLook look{{}, opened->activity};
  const auto wrong = [&](std::string found, std::string expected, std::string hint) {
    look.wrong.push_back({file, "", 0, 0, std::move(found), std::move(expected), std::move(hint), content::Problem::convening});
  };
  std::string unreadable;
  const auto carried = carried_by(*opened, unreadable);
  const auto installed = content::load_pack(opened->activity, content_folder);
  const bool is_installed = installed && named_like(*installed, *opened);
  if (carried) {
    look.which += ", carried whole";
    if (is_installed)
      look.which += content::waiting_places_in(*carried, *installed) ? ", as it is installed" : ", not as it is installed now";
  } else if (!unreadable.empty()) {
    wrong("an activity that cannot be read: " + unreadable, "the activity that the convening began with",
          "Its cards are whole. They can be shown when the activity of that name is installed or named with --activity.");
  } else if (is_installed) {
    look.which += ", by its name; the one that is installed";
  } else {
    wrong("only the name of its activity, " + opened->activity, "an activity of that name, installed",
          "Name the activity's file with --activity when you open it.");
  }
  if (!carried && !is_installed) return look;
  if (const std::size_t off = cards_off_the_canvas(convening, carried ? carried->canvas : installed->canvas); off > 0) {
    wrong(std::to_string(off) + " cards in regions that the canvas " + opened->canvas + " does not have",
          "cards on their own canvas", "They were made on another canvas and stand on open ground here.");
  }
  return look;
}

ItsActivity its_activity(const std::vector<model::Event>& events, const content::Pack& asked_for,
                         const std::filesystem::path& content_folder) {
  ItsActivity its{Fits::same, asked_for, {}, {}};
  const auto opened = activity_opened_in(events);
  if (!opened) return its;
  its.name = opened->activity;
  if (auto carried = carried_by(*opened, its.wrong)) {
    its.pack = *std::move(carried);
    if (!content::waiting_places_in(its.pack, asked_for))
      its.fits = named_like(asked_for, *opened) ? Fits::another_version : Fits::another;
    shelter(its.pack, events);
    return its;
  }
  if (!named_like(asked_for, *opened)) {
    its.fits = Fits::another;
    if (auto installed = content::load_pack(opened->activity, content_folder); installed && named_like(*installed, *opened)) {
      its.pack = *std::move(installed);
    } else {
      its.fits = Fits::not_here;
      return its;
    }
  }
  shelter(its.pack, events);
  return its;
}

std::optional<model::ActivityOpened> activity_opened_in(const std::vector<model::Event>& events) {
  model::Said<std::optional<model::ActivityOpened>> newest;
  for (const model::Event& event : events) {
    if (const auto* opened = std::get_if<model::ActivityOpened>(&event.body))
      newest.write(*opened, event.at, event.id, event.by.epoch);
  }
  return newest.value;
}

}  // namespace greenline::station
