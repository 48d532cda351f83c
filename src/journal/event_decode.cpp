// Bytes to events. Whatever the bytes, the answer is an event within the limits of model/values.h or a reason.
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>
#include <variant>

#include "journal/cbor.h"
#include "journal/event_codec.h"
#include "journal/event_format.h"

namespace greenline::journal {
namespace {

using namespace model;

constexpr const char* from_newer_reason = "it was written by a newer Greenline";

using IdBytes = std::array<std::uint8_t, 16>;

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

std::uint32_t number_of_32_bits(CborReader& in, const char* beyond) {
  const std::uint64_t number = in.unsigned_number();
  if (number > std::numeric_limits<std::uint32_t>::max()) in.fail(beyond);
  return static_cast<std::uint32_t>(number);
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

Shown any_end(CborReader& in) {
  list_of(in, 2);
  const std::uint64_t sort = in.unsigned_number();
  if (in.failed()) return {};
  switch (sort) {
    case static_cast<std::uint64_t>(EndSort::card): return CardId{id_bytes(in)};
    case static_cast<std::uint64_t>(EndSort::thread): return ThreadId{id_bytes(in)};
    case static_cast<std::uint64_t>(EndSort::region): return RegionEnd{std::string(in.text(max_name_bytes))};
    case static_cast<std::uint64_t>(EndSort::gathering): return GatheringId{id_bytes(in)};
    default: in.fail(from_newer_reason); return {};
  }
}

// One of those that `To` may be; the others are damage.
template <class To>
void read_end(CborReader& in, To& to, const char* otherwise) {
  Shown any = any_end(in);
  std::visit(
      [&](auto& held) {
        if constexpr (requires { to = std::move(held); })
          to = std::move(held);
        else if (!in.failed())
          in.fail(otherwise);
      },
      any);
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
  if (!in.failed() && kind > static_cast<std::uint64_t>(NourishKind::origin)) in.fail(from_newer_reason);
  return in.failed() ? NourishKind::question : static_cast<NourishKind>(kind);
}

// One limit for every line of text, the longest: what a screen allows may change, what was written is read.
constexpr std::size_t most_bytes(Key key) {
  return key == Key::activity_text || key == Key::canvas_text ? max_pack_text_bytes : max_words_bytes;
}

template <class Tag>
void read(CborReader& in, Key, Id<Tag>& id) {
  id.bytes = id_bytes(in);
}
void read(CborReader& in, Key key, std::string& text) { text = in.text(most_bytes(key)); }
void read(CborReader& in, Key, bool& flag) { flag = in.boolean(); }
void read(CborReader& in, Key, std::uint32_t& to) { to = number_of_32_bits(in, "a number beyond 32 bits"); }
void read(CborReader& in, Key, Place& to) { to = place(in); }
void read(CborReader& in, Key, Saying& to) { to = saying(in); }
void read(CborReader& in, Key, std::vector<CardId>& to) { to = cards(in); }
void read(CborReader& in, Key, NourishKind& to) { to = nourish(in); }
void read(CborReader& in, Key, NourishTarget& to) { read_end(in, to, "something left beside what nothing is left beside"); }
void read(CborReader& in, Key, ThreadEnd& to) { read_end(in, to, "a thread that ends neither at a card nor in a region"); }
void read(CborReader& in, Key, Shown& to) { to = any_end(in); }
void read(CborReader& in, Key key, SteadyInstant& to) {
  if (key == Key::start)
    to.start = id_bytes(in);
  else
    to.ms = in.number();
}

template <class T>
bool lies_under(Key listed, Key key, const T&) {
  return listed == key || (std::is_same_v<T, SteadyInstant> && key == Key::since_start);
}

// A key that this kind has not is skipped.
template <class Body>
EventBody read_body(CborReader& in) {
  Body body;
  for_each_field(body, [](Key, auto& member) { member = {}; });  // what is not there is empty or false
  std::uint64_t has = 0;
  for (std::size_t pairs = in.map(); pairs > 0 && !in.failed(); --pairs) {
    const std::uint64_t number = in.unsigned_number();
    if (in.failed()) break;
    bool known = false;
    for_each_field(body, [&](Key listed, auto& member) {
      if (known || number > static_cast<std::uint64_t>(last_key)) return;
      const Key key = static_cast<Key>(number);
      if (!lies_under(listed, key, member)) return;
      read(in, key, member);
      known = true;
      has |= std::uint64_t{1} << number;
    });
    if (!known) in.skip();
  }
  for_each_field(body, [&](Key listed, auto& member) {
    if (must_be_there(listed) && (has >> static_cast<unsigned>(listed) & 1U) == 0)
      in.fail("a field that its kind must have is not there");
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, SteadyInstant>) {
      if (!member.known()) member = {};  // a number alone means nothing
    }
  });
  return body;
}

using ReadBody = EventBody (*)(CborReader&);
// By a kind's number; null where no kind has it.
template <class... Bodies>
constexpr auto readers_of(const std::variant<Bodies...>*) {
  std::array<ReadBody, highest_kind_number + 1U> readers{};
  ((readers[Bodies::number] = &read_body<Bodies>), ...);
  return readers;
}
constexpr auto readers = readers_of(static_cast<const EventBody*>(nullptr));

Timestamp timestamp(CborReader& in) {
  list_of(in, 3);
  Timestamp at;
  at.wall_ms = in.number();
  at.logical = number_of_32_bits(in, "a logical time beyond 32 bits");
  at.station = {id_bytes(in)};
  return at;
}

// A role that only a newer Greenline knows is nobody that is known here. The station is filled in when the stamp is known.
struct ReadActor {
  Actor by;
  bool elsewhere = false;
};
ReadActor actor(CborReader& in) {
  ReadActor read;
  const std::size_t items = in.array(3);
  if (items < 2) in.fail("an actor without a role or a seat");
  const std::uint64_t role = in.unsigned_number();
  const std::uint32_t seat = number_of_32_bits(in, "a seat beyond 32 bits");
  read.elsewhere = items == 3;
  if (read.elsewhere) read.by.station = {id_bytes(in)};
  if (role > static_cast<std::uint64_t>(Role::seat)) return {};
  read.by.role = static_cast<Role>(role);
  read.by.seat = seat;
  return read;
}

// What every event has, whatever its kind.
struct Envelope {
  std::uint32_t has = 0;
  std::uint64_t kind = 0;
  EventId id;
  Timestamp at;
  std::span<const std::uint8_t> body;
  ReadActor actor;
  std::uint32_t epoch = 0;
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
      case static_cast<std::uint64_t>(EventKey::by): e.actor = actor(in); continue;
      case static_cast<std::uint64_t>(EventKey::epoch): e.epoch = number_of_32_bits(in, "an epoch beyond 32 bits"); continue;
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
  const ReadBody read_body = e.kind < readers.size() ? readers[e.kind] : nullptr;
  if (read_body == nullptr) return tl::unexpected(from_newer_reason);
  CborReader body_in(e.body);
  Event event{e.id, e.at, read_body(body_in), e.actor.by};
  if (event.by.role != Role::unknown && !e.actor.elsewhere) event.by.station = e.at.station;
  event.by.epoch = e.epoch;
  if (event.by.role == Role::unknown) event.by = {};
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
