// Events to bytes.
#include <bit>
#include <cstring>

#include "journal/cbor.h"
#include "journal/event_codec.h"
#include "journal/event_format.h"

namespace greenline::journal {
namespace {

using namespace model;

template <class Key>
void key(CborWriter& out, Key k) {
  out.unsigned_number(static_cast<std::uint64_t>(k));
}

void ink(CborWriter& out, const std::vector<Stroke>& strokes) {
  static_assert(std::endian::native == std::endian::little, "strokes are copied as they lie in memory");
  static_assert(sizeof(InkPoint) == floats_per_ink_point * sizeof(float));
  out.array(strokes.size());
  for (const Stroke& stroke : strokes) {
    out.tag(tag_float32_little_endian);
    out.byte_string({reinterpret_cast<const std::uint8_t*>(stroke.data()), stroke.size() * sizeof(InkPoint)});
  }
}

void write_end(CborWriter& out, EndSort sort, const std::array<std::uint8_t, 16>& id) {
  out.array(2);
  key(out, sort);
  out.byte_string(id);
}
void write_end(CborWriter& out, const CardId& id) { write_end(out, EndSort::card, id.bytes); }
void write_end(CborWriter& out, const ThreadId& id) { write_end(out, EndSort::thread, id.bytes); }
void write_end(CborWriter& out, const GatheringId& id) { write_end(out, EndSort::gathering, id.bytes); }
void write_end(CborWriter&, std::monostate) {}  // a body leaves it out
void write_end(CborWriter& out, const RegionEnd& end) {
  out.array(2);
  key(out, EndSort::region);
  out.text(end.region);
}

// Writes the fields of one body, and counts them. What need not be there and is empty or false is left out.
class BodyWriter {
 public:
  explicit BodyWriter(CborWriter& out) : out_(out), opened_(out.open_map()) {}
  ~BodyWriter() { out_.close_map(opened_, pairs_); }
  BodyWriter(const BodyWriter&) = delete;
  BodyWriter& operator=(const BodyWriter&) = delete;

  template <class T>
  void operator()(Key k, const T& value) {
    if (!must_be_there(k) && value == T{}) return;
    begin(k);
    write(value);
  }
  void operator()(Key k, const SteadyInstant& when) {
    if (!when.known()) return;
    begin(k);
    out_.byte_string(when.start);
    begin(Key::since_start);
    out_.number(when.ms);
  }

 private:
  void begin(Key k) {
    key(out_, k);
    ++pairs_;
  }
  template <class Tag>
  void write(const Id<Tag>& id) {
    out_.byte_string(id.bytes);
  }
  void write(const std::string& text) { out_.text(text); }
  void write(bool flag) { out_.boolean(flag); }
  void write(std::uint32_t number) { out_.unsigned_number(number); }
  void write(NourishKind kind) { key(out_, kind); }
  void write(const ThreadEnd& end) {
    std::visit([&](const auto& held) { write_end(out_, held); }, end);
  }
  void write(const NourishTarget& beside) {
    std::visit([&](const auto& held) { write_end(out_, held); }, beside);
  }
  void write(const Shown& shown) {
    std::visit([&](const auto& held) { write_end(out_, held); }, shown);
  }
  void write(const Place& place) {
    out_.array(3);
    out_.text(place.region);
    out_.float32(place.at.x);
    out_.float32(place.at.y);
  }
  void write(const std::vector<CardId>& cards) {
    static_assert(sizeof(CardId) == 16);
    out_.byte_string({reinterpret_cast<const std::uint8_t*>(cards.data()), cards.size() * sizeof(CardId)});
  }
  void write(const Saying& saying) {
    const std::size_t map = out_.open_map();
    std::size_t pairs = 0;
    const auto text = [&](SayingKey k, const std::string& words) {
      if (words.empty()) return;
      key(out_, k);
      out_.text(words);
      ++pairs;
    };
    text(SayingKey::words, saying.words);
    text(SayingKey::language, saying.language);
    if (!saying.ink.empty()) {
      key(out_, SayingKey::ink);
      ink(out_, saying.ink);
      ++pairs;
    }
    out_.close_map(map, pairs);
  }

  CborWriter& out_;
  std::size_t opened_;
  std::size_t pairs_ = 0;
};

void write_actor(CborWriter& out, const Actor& by, const StationId& stamped_at) {
  const bool elsewhere = by.station != stamped_at;
  key(out, EventKey::by);
  out.array(elsewhere ? 3 : 2);
  key(out, by.role);
  out.unsigned_number(by.seat);
  if (elsewhere) out.byte_string(by.station.bytes);
}

}  // namespace

std::vector<std::uint8_t> encode(const Event& event) {
  CborWriter out;
  const std::size_t map = out.open_map();
  key(out, EventKey::kind);
  std::visit([&](const auto& body) { out.unsigned_number(body.number); }, event.body);
  key(out, EventKey::id);
  out.byte_string(event.id.bytes);
  key(out, EventKey::at);
  out.array(3);
  out.number(event.at.wall_ms);
  out.unsigned_number(event.at.logical);
  out.byte_string(event.at.station.bytes);
  key(out, EventKey::body);
  std::visit(
      [&](const auto& body) {
        BodyWriter write(out);
        for_each_field(body, write);
      },
      event.body);
  const bool known = event.by.role != Role::unknown;
  if (known) write_actor(out, event.by, event.at.station);
  const bool from_chair = known && event.by.epoch > 0;
  if (from_chair) {
    key(out, EventKey::epoch);
    out.unsigned_number(event.by.epoch);
  }
  out.close_map(map, 4U + (known ? 1U : 0U) + (from_chair ? 1U : 0U));
  return out.take();
}

}  // namespace greenline::journal
