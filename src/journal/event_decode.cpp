// Bytes to events. Whatever the bytes, the answer is an event within the limits of model/values.h or a reason.
#include <cmath>
#include <cstring>
#include <limits>

#include "journal/cbor.h"
#include "journal/event_codec.h"
#include "journal/event_format.h"

namespace greenline::journal {
namespace {

using namespace model;

constexpr const char* from_newer_reason = "it was written by a newer Greenline";

using IdBytes = std::array<std::uint8_t, 16>;

// What a body may hold; `has` has a bit for each key that was there.
struct Fields {
  std::uint32_t has = 0;
  IdBytes subject{}, phase_visit{};
  Place place;
  Saying saying;
  bool flag = false;
  std::string text, canvas, activity_text, canvas_text;
  SteadyInstant steady;
  NourishTarget from, to, beside;
  std::vector<CardId> cards;
  NourishKind nourish = NourishKind::question;
};

IdBytes id_bytes(CborReader& in) {
  IdBytes id{};
  const auto bytes = in.byte_string(id.size());
  if (bytes.size() == id.size()) {
    std::memcpy(id.data(), bytes.data(), id.size());
  } else {
    in.fail("an id is not of 16 bytes");
  }
  return id;
}

void list_of(CborReader& in, std::size_t items) {
  if (in.array(items) != items) in.fail("a list is shorter than it must be");
}

Place place(CborReader& in) {
  list_of(in, 3);
  Place place;
  place.region = in.text(max_name_bytes);
  place.at.x = in.float32();
  place.at.y = in.float32();
  return place;
}

Stroke stroke(CborReader& in) {
  in.tag(tag_float32_little_endian);
  const auto bytes = in.byte_string(max_stroke_points * sizeof(InkPoint));
  if (bytes.size() % sizeof(InkPoint) != 0) in.fail("a stroke ends within a point");
  if (in.failed()) return {};
  Stroke points(bytes.size() / sizeof(InkPoint));
  if (!points.empty()) std::memcpy(points.data(), bytes.data(), bytes.size());
  for (const InkPoint& p : points) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y) || !std::isfinite(p.width)) in.fail("a stroke with a number that is none");
  }
  return points;
}

Saying saying(CborReader& in) {
  Saying saying;
  for (std::size_t pairs = in.map(); pairs > 0 && !in.failed(); --pairs) {
    switch (in.unsigned_number()) {
      case static_cast<std::uint64_t>(SayingKey::words): saying.words = in.text(max_words_bytes); break;
      case static_cast<std::uint64_t>(SayingKey::language): saying.language = in.text(max_name_bytes); break;
      case static_cast<std::uint64_t>(SayingKey::ink):
        saying.ink.clear();
        for (std::size_t strokes = in.array(max_strokes); strokes > 0 && !in.failed(); --strokes) {
          saying.ink.push_back(stroke(in));
        }
        break;
      default: in.skip();
    }
  }
  return saying;
}

NourishTarget end(CborReader& in) {
  list_of(in, 2);
  const std::uint64_t sort = in.unsigned_number();
  if (in.failed()) return {};
  switch (sort) {
    case static_cast<std::uint64_t>(EndSort::card): return CardId{id_bytes(in)};
    case static_cast<std::uint64_t>(EndSort::thread): return ThreadId{id_bytes(in)};
    case static_cast<std::uint64_t>(EndSort::region): return RegionEnd{std::string(in.text(max_name_bytes))};
    default: in.fail(from_newer_reason); return {};
  }
}

std::vector<CardId> cards(CborReader& in) {
  const auto bytes = in.byte_string(max_gathering_cards * sizeof(CardId));
  if (bytes.size() % sizeof(CardId) != 0) in.fail("a gathering's cards end within an id");
  if (in.failed()) return {};
  std::vector<CardId> ids(bytes.size() / sizeof(CardId));
  if (!ids.empty()) std::memcpy(ids.data(), bytes.data(), bytes.size());
  return ids;
}

NourishKind nourish(CborReader& in) {
  const std::uint64_t kind = in.unsigned_number();
  if (!in.failed() && kind > static_cast<std::uint64_t>(NourishKind::thanks)) in.fail(from_newer_reason);
  return in.failed() ? NourishKind::question : static_cast<NourishKind>(kind);
}

void read_field(CborReader& in, std::uint64_t key, Fields& f) {
  switch (key) {
    case static_cast<std::uint64_t>(BodyKey::subject): f.subject = id_bytes(in); break;
    case static_cast<std::uint64_t>(BodyKey::phase_visit): f.phase_visit = id_bytes(in); break;
    case static_cast<std::uint64_t>(BodyKey::place): f.place = place(in); break;
    case static_cast<std::uint64_t>(BodyKey::saying): f.saying = saying(in); break;
    case static_cast<std::uint64_t>(BodyKey::flag): f.flag = in.boolean(); break;
    // One limit for every line of text, the longest: what a screen allows may change, what was written is read.
    case static_cast<std::uint64_t>(BodyKey::text): f.text = in.text(max_words_bytes); break;
    case static_cast<std::uint64_t>(BodyKey::canvas): f.canvas = in.text(max_words_bytes); break;
    case static_cast<std::uint64_t>(BodyKey::from): f.from = end(in); break;
    case static_cast<std::uint64_t>(BodyKey::to): f.to = end(in); break;
    case static_cast<std::uint64_t>(BodyKey::cards): f.cards = cards(in); break;
    case static_cast<std::uint64_t>(BodyKey::beside): f.beside = end(in); break;
    case static_cast<std::uint64_t>(BodyKey::nourish): f.nourish = nourish(in); break;
    case static_cast<std::uint64_t>(BodyKey::activity_text): f.activity_text = in.text(max_pack_text_bytes); break;
    case static_cast<std::uint64_t>(BodyKey::canvas_text): f.canvas_text = in.text(max_pack_text_bytes); break;
    case static_cast<std::uint64_t>(BodyKey::start): f.steady.start = id_bytes(in); break;
    case static_cast<std::uint64_t>(BodyKey::since_start): f.steady.ms = in.number(); break;
    default: in.skip(); return;
  }
  f.has |= 1U << key;
}

Fields read_fields(CborReader& in) {
  Fields fields;
  for (std::size_t pairs = in.map(); pairs > 0 && !in.failed(); --pairs) {
    const std::uint64_t key = in.unsigned_number();
    if (!in.failed()) read_field(in, key, fields);
  }
  return fields;
}

void need(CborReader& in, const Fields& fields, std::initializer_list<BodyKey> keys) {
  for (const BodyKey key : keys) {
    if ((fields.has >> static_cast<unsigned>(key) & 1U) == 0) in.fail("a field that its kind must have is not there");
  }
}

// A thread joins cards and regions; only a nourishment lies beside a thread.
ThreadEnd thread_end(CborReader& in, NourishTarget&& end) {
  if (const auto* card = std::get_if<CardId>(&end)) return *card;
  if (auto* region = std::get_if<RegionEnd>(&end)) return std::move(*region);
  in.fail("a thread that ends at a thread");
  return {};
}

EventBody thread_drawn(CborReader& in, Fields& f) {
  need(in, f, {BodyKey::subject, BodyKey::from, BodyKey::to});
  ThreadEnd from = thread_end(in, std::move(f.from));
  return ThreadDrawn{{f.subject}, std::move(from), thread_end(in, std::move(f.to)), {f.phase_visit}};
}

EventBody nourishment_left(CborReader& in, Fields& f) {
  need(in, f, {BodyKey::subject, BodyKey::saying, BodyKey::beside, BodyKey::nourish});
  return NourishmentLeft{{f.subject}, std::move(f.beside), f.nourish, std::move(f.saying), {f.phase_visit}};
}

EventBody placed(CborReader& in, EventKind kind, Fields& f) {
  need(in, f, {BodyKey::subject, BodyKey::place});
  switch (kind) {
    case EventKind::card_made:
      need(in, f, {BodyKey::saying});
      return CardMade{{f.subject}, std::move(f.saying), std::move(f.place), {f.phase_visit}, f.flag};
    case EventKind::card_moved: return CardMoved{{f.subject}, std::move(f.place)};
    case EventKind::marker_set: return MarkerSet{{f.subject}, std::move(f.place), {f.phase_visit}};
    default: return MarkerMoved{{f.subject}, std::move(f.place)};
  }
}

EventBody about_subject(CborReader& in, EventKind kind, Fields& f) {
  need(in, f, {BodyKey::subject});
  switch (kind) {
    case EventKind::card_taken_back: return CardTakenBack{{f.subject}};
    case EventKind::card_let_go: return CardLetGo{{f.subject}, std::move(f.text)};
    case EventKind::card_veiled: return CardVeiled{{f.subject}, f.flag};
    case EventKind::card_lit: return CardLit{{f.subject}, std::move(f.text)};
    case EventKind::card_marked: return CardMarked{{f.subject}};
    case EventKind::marker_taken_back: return MarkerTakenBack{{f.subject}};
    case EventKind::thread_worded: return ThreadWorded{{f.subject}, std::move(f.text)};
    case EventKind::thread_taken_back: return ThreadTakenBack{{f.subject}};
    case EventKind::gathering_made:
      need(in, f, {BodyKey::cards});
      return GatheringMade{{f.subject}, std::move(f.cards), {f.phase_visit}};
    case EventKind::gathering_named: return GatheringNamed{{f.subject}, std::move(f.text)};
    case EventKind::gathering_taken_back: return GatheringTakenBack{{f.subject}};
    case EventKind::card_let_go_taken_back: return CardLetGoTakenBack{{f.subject}};
    case EventKind::card_light_taken_back: return CardLightTakenBack{{f.subject}};
    case EventKind::card_mark_taken_back: return CardMarkTakenBack{{f.subject}};
    default: return NourishmentTakenBack{{f.subject}};
  }
}

EventBody read_body(CborReader& in, EventKind kind) {
  Fields f = read_fields(in);
  switch (kind) {
    case EventKind::activity_opened:
      return ActivityOpened{std::move(f.text), std::move(f.canvas), std::move(f.activity_text), std::move(f.canvas_text)};
    case EventKind::activity_closed: return ActivityClosed{};
    case EventKind::phase_entered:
      if (!f.steady.known()) f.steady = {};  // a number alone means nothing
      return PhaseEntered{std::move(f.text), f.steady};
    case EventKind::card_made:
    case EventKind::card_moved:
    case EventKind::marker_set:
    case EventKind::marker_moved: return placed(in, kind, f);
    case EventKind::thread_drawn: return thread_drawn(in, f);
    case EventKind::nourishment_left: return nourishment_left(in, f);
    default: return about_subject(in, kind, f);
  }
}

Timestamp timestamp(CborReader& in) {
  list_of(in, 3);
  Timestamp at;
  at.wall_ms = in.number();
  const std::uint64_t logical = in.unsigned_number();
  if (logical > std::numeric_limits<std::uint32_t>::max()) in.fail("a logical time beyond 32 bits");
  at.logical = static_cast<std::uint32_t>(logical);
  at.station = {id_bytes(in)};
  return at;
}

// What every event has, whatever its kind.
struct Envelope {
  std::uint32_t has = 0;
  std::uint64_t kind = 0;
  EventId id;
  Timestamp at;
  std::span<const std::uint8_t> body;
};

Envelope envelope(CborReader& in) {
  Envelope e;
  for (std::size_t pairs = in.map(); pairs > 0 && !in.failed(); --pairs) {
    const std::uint64_t key = in.unsigned_number();
    if (in.failed()) break;
    switch (key) {
      case static_cast<std::uint64_t>(EventKey::kind): e.kind = in.unsigned_number(); break;
      case static_cast<std::uint64_t>(EventKey::id): e.id = {id_bytes(in)}; break;
      case static_cast<std::uint64_t>(EventKey::at): e.at = timestamp(in); break;
      case static_cast<std::uint64_t>(EventKey::body): e.body = in.skip(); break;
      default: in.skip(); continue;
    }
    e.has |= 1U << key;
  }
  if (!in.failed() && !in.at_end()) in.fail("there is more after its end");
  if (!in.failed() && e.has != 0b1111U) in.fail("its kind, id, time or body is not there");
  return e;
}

tl::expected<Event, const char*> decoded(std::span<const std::uint8_t> bytes) {
  CborReader in(bytes);
  const Envelope e = envelope(in);
  if (in.failed()) return tl::unexpected(in.wrong());
  if (e.kind == 0) return tl::unexpected<const char*>("a kind of 0");
  if (e.kind > last_known_kind) return tl::unexpected(from_newer_reason);
  CborReader body_in(e.body);
  Event event{e.id, e.at, read_body(body_in, static_cast<EventKind>(e.kind))};
  if (body_in.failed()) return tl::unexpected(body_in.wrong());
  return event;
}

}  // namespace

tl::expected<Event, std::string> decode(std::span<const std::uint8_t> bytes) {
  return decoded(bytes).map_error([](const char* reason) { return std::string(reason); });
}

bool is_from_newer(std::span<const std::uint8_t> bytes) {
  const auto event = decoded(bytes);
  return !event && event.error() == from_newer_reason;
}

}  // namespace greenline::journal
