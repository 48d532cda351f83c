// A convening goes on with another activity, or with a newer one of the same name: first where everything would go, then the
// going.
//
// Nothing is erased and nothing told anew: what was made keeps its identity, its words, its order and its place in its region.
// A region that the other canvas has too keeps its cards. One that it has not stands on at the side, under its own name
// (content/waiting.h), with whatever lies in it, until people carry that to where it belongs.
#pragma once
#include <map>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "content/load.h"
#include "model/convening.h"

namespace greenline::station {

// What stands in one region, and where it goes.
struct Goes {
  enum class How : std::uint8_t {
    stays,    // the canvas has its region
    renamed,  // and calls it otherwise
    sent,     // to another, by whoever asked for that
    waits,    // in a place of its own
  };
  How how = How::stays;
  std::string from, to;                   // ids of regions; empty: the open ground. What waits mostly keeps its id
  content::LocalText from_name, to_name;  // empty for the open ground
  std::size_t cards = 0, markers = 0;
  std::size_t begun = 0;         // what is half written there
  std::size_t beside = 0;        // ends of threads, and what was left or is half written beside the region itself
  content::LocalText beside_at;  // who has them then, where that is another region of the same id: they cannot be carried
};

// What people have begun and not placed, by region's id: none of it is the convening's yet.
struct Begun {
  std::map<std::string, std::size_t> cards;
  std::map<std::string, std::size_t> beside;  // the region itself
};

struct Move {
  content::Pack pack;       // to go on with, its waiting places among its regions
  std::vector<Goes> goes;   // in the order of the regions, the open ground last; only where anything is
  std::string phase_gone;   // the present phase's id, where a newer version of the activity has it no longer; else empty
  std::string enter_phase;  // to be entered; empty: the present one goes on
};

// By region's id: the region of the other canvas that its cards go to, "ground" for the open ground, "wait" for a place of
// their own, whatever would be done without.
using Sent = std::map<std::string, std::string>;
inline constexpr const char* to_the_ground = "ground";
inline constexpr const char* to_wait = "wait";

// `help`: what stands under the name of a waiting place; `ground`: what the place for cards of the open ground is called, which
// wait too when the canvas is another. The error: why that activity cannot be gone on with.
struct WaitingWords {
  content::LocalText help, ground;
};
[[nodiscard]] tl::expected<Move, content::Diagnostics> plan_move(const model::Convening&, const content::Pack& now,
                                                                 const content::Pack& to, const Sent&, const WaitingWords&,
                                                                 const Begun& = {});

}  // namespace greenline::station
