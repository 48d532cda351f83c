// What a seat is opened for, in the words of the activity, the convening and the wall's language.
#include <algorithm>
#include <tuple>

#include "content/region_words.h"
#include "interact/wall.h"
#include "ui/card_actions.h"

namespace greenline::interact {

namespace {

// As much of the wall as has regions, and some ground around them.
void show_regions(ui::CanvasMap& map, float wall_aspect) {
  if (map.regions.empty()) {
    map.aspect = wall_aspect;
    return;
  }
  constexpr float around = 0.03F;  // of the wall's height
  map.from = {1, 1};
  map.to = {0, 0};
  constexpr float down = around;
  const float across = around / wall_aspect;
  for (const ui::CanvasMap::Region& region : map.regions)
    for (const ui::WallPoint& p : region.edge) {
      map.from = {std::min(map.from.across, p.across - across), std::min(map.from.down, p.down - down)};
      map.to = {std::max(map.to.across, p.across + across), std::max(map.to.down, p.down + down)};
    }
  map.from = {std::max(map.from.across, 0.0F), std::max(map.from.down, 0.0F)};
  map.to = {std::min(map.to.across, 1.0F), std::min(map.to.down, 1.0F)};
  map.aspect = wall_aspect * (map.to.across - map.from.across) / (map.to.down - map.from.down);
}

bool ends_at(const model::Thread& thread, const model::CardId& card) {
  return thread.ends.value.from == model::ThreadEnd{card} || thread.ends.value.to == model::ThreadEnd{card};
}

}  // namespace

ui::ComposeCard Wall::composer_for(const model::Place& place, PixelPoint beside) const {
  ui::ComposeCard compose{.place = place, .beside = beside, .title = {}, .prompt = {}, .colour = "text"};
  if (const content::Region* region = find_region(session_.pack().canvas, place.region)) {
    const content::RegionWords words = content::words_of(*region, &session_.phase());
    if (!session_.phase().hides_names) compose.title = words.name;
    compose.colour = region->style.colour;
    compose.prompt = words.prompt;
  }
  if (compose.prompt.empty()) compose.prompt = session_.phase().prompt;
  if ((compose.map = map_of_wall())) {
    const PixelPoint at = scene_.on_map(place);
    compose.on_map = {std::clamp(at.x / setting_.width, 0.0F, 1.0F), std::clamp(at.y / setting_.height, 0.0F, 1.0F)};
  }
  return compose;
}

// Where not all of the wall is within reach of whoever writes.
std::shared_ptr<const ui::CanvasMap> Wall::map_of_wall() const {
  constexpr float across_a_table_mm = 900;
  const bool wide_table = setting_.table && setting_.width > across_a_table_mm * setting_.pixels_per_mm;
  if (!wide_table && !viewpoint_.can_come_down()) return nullptr;
  const scene::Backdrop& backdrop = scene_.backdrop();
  auto map = std::make_shared<ui::CanvasMap>();
  if (backdrop.has_line) map->line_down = scene_.line_on_map() / setting_.height;
  for (const scene::RegionView& region : scene_.regions_on_map()) {
    std::vector<ui::WallPoint> edge;  // without its hole: what lies in that is drawn over it
    constexpr int points = 48;
    for (const geometry::Edge& piece : region.area.filled().edges(points))
      for (const geometry::Point p : piece.points) {
        const PixelPoint at = region.pixel_from_canvas({p.x, p.y});
        edge.push_back({at.x / setting_.width, at.y / setting_.height});
      }
    map->regions.push_back({std::move(edge), region.colour});
  }
  show_regions(*map, setting_.width / setting_.height);
  return map;
}

ui::ComposeWord Wall::word_for(const model::Thread& thread, PixelPoint beside) const {
  const content::Phase& phase = session_.phase();
  ui::ComposeWord compose{.thread = thread.id, .beside = beside, .prompt = {}, .offered = {}, .word = thread.word.value.words};
  compose.prompt = phase.thread_prompt;
  compose.offered = phase.thread_words;
  compose.may_take_back = check(model::TakeBackThread{thread.id}).has_value();
  return compose;
}

ui::ComposeName Wall::name_for(const model::Gathering& gathering, PixelPoint beside) const {
  return {.gathering = gathering.id,
          .beside = beside,
          .name = gathering.name.value.words,
          .may_take_back = check(model::TakeBackGathering{gathering.id}).has_value()};
}

ui::ComposeNourishment Wall::nourishment_beside_card(const model::Card& card, PixelPoint beside) const {
  const std::string& words = card.saying.value.words;
  return {.beside_what = card.id, .beside = beside, .title = words.empty() ? say("read.drawing") : words};
}

// What was left beside the card and beside its threads, in the order it was left: the newest last. Beside a veiled card it
// stays as hidden as the card; its maker may still take it back.
std::vector<ui::LeftBeside> Wall::left_beside(const model::CardId& card, bool veiled) const {
  const model::Convening& convening = session_.convening();
  std::vector<const model::Nourishment*> left;
  for (const auto& [id, nourishment] : convening.nourishments) {
    const model::NourishTarget& beside = nourishment.body.value.beside;
    bool ours = beside == model::NourishTarget{card};
    if (const auto* thread_id = std::get_if<model::ThreadId>(&beside)) {
      const auto thread = convening.threads.find(*thread_id);
      ours = thread != convening.threads.end() && ends_at(thread->second, card);
    }
    if (ours && present(convening, nourishment)) left.push_back(&nourishment);
  }
  std::ranges::sort(left, {}, [](const model::Nourishment* nourishment) { return nourishment->body.at; });
  std::vector<ui::LeftBeside> beside;
  for (const model::Nourishment* nourishment : left) {
    const bool may_take_back = check(model::TakeBackNourishment{nourishment->id}).has_value();
    const bool hidden = veiled && nourishment->body.value.beside == model::NourishTarget{card};
    if (hidden && !may_take_back) continue;
    beside.push_back({nourishment->body.value.kind, hidden ? model::Saying{} : nourishment->body.value.saying, nourishment->id,
                      may_take_back});
  }
  return beside;
}

ui::ReadCard Wall::reading(const model::CardId& card_id, PixelPoint at, int seat) const {
  const model::Convening& convening = session_.convening();
  ui::ReadCard read{.card = card_id, .beside = at, .saying = {}, .nourishments = {}, .threads = {}};
  const model::Card* card = find_card(convening, card_id);
  if (card == nullptr) return read;
  if (const scene::CardView* view = scene_.card(card_id); view != nullptr && view->words) {
    read.wall_em = scene_.type_px() * viewpoint_.camera().zoom;
    read.wall_width = 2 * view->half_width * viewpoint_.camera().zoom;
  }
  read.veiled = card->veiled.value;
  const auto made_at = made_at_.find(seat);
  read.made_here = made_at != made_at_.end() && made_at->second == card_id;
  read.half_open = waits_for_second_hand(card_id, seat);
  if (!read.veiled || read.made_here) read.saying = card->saying.value;
  read.marked = card->marked.value;
  read.lit = card->lit_up.value && !read.veiled;
  read.resting = card->let_go.value;
  if (!read.veiled) {
    read.why = card->lit.value;
    read.thanks = card->thanks.value;
  }
  read.nourishments = left_beside(card_id, read.veiled);
  read.threads = threads_at(card_id);
  for (const ui::CardAction& action : ui::card_actions()) {
    if (check(action.asks(card_id))) read.offered.push_back(action.name);
  }
  return read;
}

// As the wall tells it now; while names are hidden and nothing stands in its place, an ellipsis.
std::string Wall::name_of(const content::Region& region) const {
  const std::string_view name = content::in_language(content::words_of(region, &session_.phase()).name, setting_.language);
  return name.empty() ? "\u2026" : std::string(name);
}

// By the thread's word; those without one last.
std::vector<ui::ThreadAt> Wall::threads_at(const model::CardId& card_id) const {
  const model::Convening& convening = session_.convening();
  std::vector<ui::ThreadAt> threads;
  for (const auto& [id, thread] : convening.threads) {
    if (!ends_at(thread, card_id) || !present(convening, thread)) continue;
    const bool outward = thread.ends.value.from == model::ThreadEnd{card_id};
    const model::ThreadEnd& other = outward ? thread.ends.value.to : thread.ends.value.from;
    ui::ThreadAt at{.thread = id, .word = thread.word.value, .outward = outward};
    if (const auto* other_id = std::get_if<model::CardId>(&other)) {
      const model::Card* card = find_card(convening, *other_id);
      if (card == nullptr) continue;
      at.card = *other_id;
      const model::Saying& saying = card->saying.value;
      if (!card->veiled.value)
        at.says = saying.words.empty() ? model::Phrase{say("read.drawing"), setting_.language}
                                       : model::Phrase{saying.words, saying.language};
    } else if (const content::Region* region = find_region(session_.pack().canvas, std::get<model::RegionEnd>(other).region)) {
      at.says = {name_of(*region), setting_.language};
    }
    threads.push_back(std::move(at));
  }
  std::ranges::sort(threads, [](const ui::ThreadAt& a, const ui::ThreadAt& b) {
    return std::make_tuple(a.word.words.empty(), std::string_view(a.word.words), a.thread) <
           std::make_tuple(b.word.words.empty(), std::string_view(b.word.words), b.thread);
  });
  return threads;
}

// Where the cards at the other ends of its threads are seen: what is read large leaves them in sight.
std::vector<model::PixelRect> Wall::neighbours_of(const model::CardId& card) const {
  std::vector<model::PixelRect> rects;
  for (const ui::ThreadAt& thread : threads_at(card)) {
    if (!thread.card) continue;
    if (const auto rect = scene_.rect_of(*thread.card)) rects.push_back(*rect);
  }
  return rects;
}

std::string Wall::sentence_of(const model::Thread& thread) const {
  const auto words_of = [&](const model::ThreadEnd& end) -> std::string {
    if (const auto* card_id = std::get_if<model::CardId>(&end)) {
      const model::Card* card = find_card(session_.convening(), *card_id);
      if (card == nullptr || card->veiled.value || card->saying.value.words.empty()) return "\u2026";
      return card->saying.value.words;
    }
    const content::Region* region = find_region(session_.pack().canvas, std::get<model::RegionEnd>(end).region);
    return region != nullptr ? name_of(*region) : "\u2026";
  };
  const std::string& word = thread.word.value.words;
  return words_of(thread.ends.value.from) + (word.empty() ? " \u2014 " : " \u2014 " + word + " \u2014 ") +
         words_of(thread.ends.value.to);
}

ui::Purpose Wall::purpose_of(const ui::Draft& draft, PixelPoint beside) const {
  const model::Convening& convening = session_.convening();
  if (const auto* card = std::get_if<ui::DraftCard>(&draft.becomes)) return composer_for(card->place, beside);
  if (const auto* word = std::get_if<ui::DraftWord>(&draft.becomes)) {
    if (const auto thread = convening.threads.find(word->thread); thread != convening.threads.end())
      return word_for(thread->second, beside);
  }
  if (const auto* name = std::get_if<ui::DraftName>(&draft.becomes)) {
    if (const auto known = convening.gatherings.find(name->gathering); known != convening.gatherings.end())
      return name_for(known->second, beside);
  }
  if (const auto* nourishment = std::get_if<ui::DraftNourishment>(&draft.becomes)) {
    if (const auto* card_id = std::get_if<model::CardId>(&nourishment->beside)) {
      const model::Card* card = find_card(convening, *card_id);
      if (card != nullptr && present(*card)) return nourishment_beside_card(*card, beside);
    }
    if (const auto* thread_id = std::get_if<model::ThreadId>(&nourishment->beside)) {
      const auto thread = convening.threads.find(*thread_id);
      if (thread != convening.threads.end())
        return ui::ComposeNourishment{.beside_what = *thread_id, .beside = beside, .title = sentence_of(thread->second)};
    }
  }
  return composer_for({}, beside);
}

void Wall::bring_back(const std::vector<ui::Draft>& drafts) {
  for (const ui::Draft& draft : drafts) {
    const PixelPoint beside{draft.across * setting_.width, draft.down * setting_.height};
    (void)seats_.bring_back(purpose_of(draft, beside), draft);
  }
}

}  // namespace greenline::interact
