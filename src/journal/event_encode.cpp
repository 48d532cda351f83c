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
void write_end(CborWriter& out, const RegionEnd& end) {
  out.array(2);
  key(out, EndSort::region);
  out.text(end.region);
}

// Writes the fields of one body in the order of their keys, and counts them.
class BodyWriter {
 public:
  explicit BodyWriter(CborWriter& out) : out_(out), opened_(out.open_map()) {}
  ~BodyWriter() { out_.close_map(opened_, pairs_); }
  BodyWriter(const BodyWriter&) = delete;
  BodyWriter& operator=(const BodyWriter&) = delete;

  template <class Tag>
  BodyWriter& subject(const Id<Tag>& id) {
    begin(BodyKey::subject);
    out_.byte_string(id.bytes);
    return *this;
  }
  BodyWriter& phase_visit(const EventId& id) {
    if (id.empty()) return *this;
    begin(BodyKey::phase_visit);
    out_.byte_string(id.bytes);
    return *this;
  }
  BodyWriter& place(const Place& place) {
    begin(BodyKey::place);
    out_.array(3);
    out_.text(place.region);
    out_.float32(place.at.x);
    out_.float32(place.at.y);
    return *this;
  }
  BodyWriter& saying(const Saying& saying) {
    begin(BodyKey::saying);
    const std::size_t map = out_.open_map();
    std::size_t pairs = 0;
    if (!saying.words.empty()) {
      key(out_, SayingKey::words);
      out_.text(saying.words);
      ++pairs;
    }
    if (!saying.language.empty()) {
      key(out_, SayingKey::language);
      out_.text(saying.language);
      ++pairs;
    }
    if (!saying.ink.empty()) {
      key(out_, SayingKey::ink);
      ink(out_, saying.ink);
      ++pairs;
    }
    out_.close_map(map, pairs);
    return *this;
  }
  BodyWriter& flag(bool value) {
    if (!value) return *this;
    begin(BodyKey::flag);
    out_.boolean(true);
    return *this;
  }
  BodyWriter& text(const std::string& value) { return text(BodyKey::text, value); }
  BodyWriter& canvas(const std::string& value) { return text(BodyKey::canvas, value); }
  template <class End>
  BodyWriter& end(BodyKey k, const End& end) {
    begin(k);
    std::visit([&](const auto& e) { write_end(out_, e); }, end);
    return *this;
  }
  BodyWriter& cards(const std::vector<CardId>& cards) {
    static_assert(sizeof(CardId) == 16);
    begin(BodyKey::cards);
    out_.byte_string({reinterpret_cast<const std::uint8_t*>(cards.data()), cards.size() * sizeof(CardId)});
    return *this;
  }
  BodyWriter& pack(const std::string& activity, const std::string& canvas) {
    return text(BodyKey::activity_text, activity).text(BodyKey::canvas_text, canvas);
  }
  BodyWriter& steady(const SteadyInstant& when) {
    if (!when.known()) return *this;
    begin(BodyKey::start);
    out_.byte_string(when.start);
    begin(BodyKey::since_start);
    out_.number(when.ms);
    return *this;
  }
  BodyWriter& nourish(NourishKind kind) {
    begin(BodyKey::nourish);
    key(out_, kind);
    return *this;
  }

 private:
  void begin(BodyKey k) {
    key(out_, k);
    ++pairs_;
  }
  BodyWriter& text(BodyKey k, const std::string& value) {
    if (value.empty()) return *this;
    begin(k);
    out_.text(value);
    return *this;
  }

  CborWriter& out_;
  std::size_t opened_;
  std::size_t pairs_ = 0;
};

// One function a kind: its number, and its fields.
using Out = BodyWriter;
EventKind kind(const ActivityOpened&) { return EventKind::activity_opened; }
EventKind kind(const ActivityClosed&) { return EventKind::activity_closed; }
EventKind kind(const PhaseEntered&) { return EventKind::phase_entered; }
EventKind kind(const CardMade&) { return EventKind::card_made; }
EventKind kind(const CardMoved&) { return EventKind::card_moved; }
EventKind kind(const CardTakenBack&) { return EventKind::card_taken_back; }
EventKind kind(const CardLetGo&) { return EventKind::card_let_go; }
EventKind kind(const CardVeiled&) { return EventKind::card_veiled; }
EventKind kind(const CardLit&) { return EventKind::card_lit; }
EventKind kind(const CardMarked&) { return EventKind::card_marked; }
EventKind kind(const MarkerSet&) { return EventKind::marker_set; }
EventKind kind(const MarkerMoved&) { return EventKind::marker_moved; }
EventKind kind(const MarkerTakenBack&) { return EventKind::marker_taken_back; }
EventKind kind(const ThreadDrawn&) { return EventKind::thread_drawn; }
EventKind kind(const ThreadWorded&) { return EventKind::thread_worded; }
EventKind kind(const ThreadTakenBack&) { return EventKind::thread_taken_back; }
EventKind kind(const GatheringMade&) { return EventKind::gathering_made; }
EventKind kind(const GatheringNamed&) { return EventKind::gathering_named; }
EventKind kind(const GatheringTakenBack&) { return EventKind::gathering_taken_back; }
EventKind kind(const NourishmentLeft&) { return EventKind::nourishment_left; }
EventKind kind(const NourishmentTakenBack&) { return EventKind::nourishment_taken_back; }
EventKind kind(const CardLetGoTakenBack&) { return EventKind::card_let_go_taken_back; }
EventKind kind(const CardLightTakenBack&) { return EventKind::card_light_taken_back; }
EventKind kind(const CardMarkTakenBack&) { return EventKind::card_mark_taken_back; }

void fields(Out& out, const ActivityOpened& e) { out.text(e.activity).canvas(e.canvas).pack(e.activity_text, e.canvas_text); }
void fields(Out&, const ActivityClosed&) {}
void fields(Out& out, const PhaseEntered& e) { out.text(e.phase).steady(e.when); }
void fields(Out& out, const CardMade& e) {
  out.subject(e.card).phase_visit(e.phase_visit).place(e.place).saying(e.saying).flag(e.veiled);
}
void fields(Out& out, const CardMoved& e) { out.subject(e.card).place(e.place); }
void fields(Out& out, const CardTakenBack& e) { out.subject(e.card); }
void fields(Out& out, const CardLetGo& e) { out.subject(e.card).text(e.thanks); }
void fields(Out& out, const CardVeiled& e) { out.subject(e.card).flag(e.veiled); }
void fields(Out& out, const CardLit& e) { out.subject(e.card).text(e.why); }
void fields(Out& out, const CardMarked& e) { out.subject(e.card); }
void fields(Out& out, const MarkerSet& e) { out.subject(e.marker).phase_visit(e.phase_visit).place(e.place); }
void fields(Out& out, const MarkerMoved& e) { out.subject(e.marker).place(e.place); }
void fields(Out& out, const MarkerTakenBack& e) { out.subject(e.marker); }
void fields(Out& out, const ThreadDrawn& e) {
  out.subject(e.thread).phase_visit(e.phase_visit).end(BodyKey::from, e.from).end(BodyKey::to, e.to);
}
void fields(Out& out, const ThreadWorded& e) { out.subject(e.thread).text(e.word); }
void fields(Out& out, const ThreadTakenBack& e) { out.subject(e.thread); }
void fields(Out& out, const GatheringMade& e) { out.subject(e.gathering).phase_visit(e.phase_visit).cards(e.cards); }
void fields(Out& out, const GatheringNamed& e) { out.subject(e.gathering).text(e.name); }
void fields(Out& out, const GatheringTakenBack& e) { out.subject(e.gathering); }
void fields(Out& out, const NourishmentLeft& e) {
  out.subject(e.nourishment).phase_visit(e.phase_visit).saying(e.saying).end(BodyKey::beside, e.beside).nourish(e.kind);
}
void fields(Out& out, const NourishmentTakenBack& e) { out.subject(e.nourishment); }
void fields(Out& out, const CardLetGoTakenBack& e) { out.subject(e.card); }
void fields(Out& out, const CardLightTakenBack& e) { out.subject(e.card); }
void fields(Out& out, const CardMarkTakenBack& e) { out.subject(e.card); }

}  // namespace

std::vector<std::uint8_t> encode(const Event& event) {
  CborWriter out;
  const std::size_t map = out.open_map();
  key(out, EventKey::kind);
  std::visit([&](const auto& body) { key(out, kind(body)); }, event.body);
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
        Out body_out(out);
        fields(body_out, body);
      },
      event.body);
  out.close_map(map, 4);
  return out.take();
}

}  // namespace greenline::journal
