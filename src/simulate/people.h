// Simulated people, act by act, each act a request like those of hands.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "simulate/simulation.h"

namespace greenline::simulate {

class People {
 public:
  // All must outlive it. They do the same for the same seed, as long as nobody else does anything.
  People(station::Session&, const Tongues&, const Simulation&);

  // What they will do in this phase, which the session is in: each phase's acts once, however often they come to it.
  void come_to(const content::Phase&);
  // Does the next of it; false when there is nothing left.
  bool act();
  [[nodiscard]] std::size_t left() const { return acts_.size() - done_; }

 private:
  std::optional<model::Event> request(const model::Request&);
  void share_out();
  void find_what_was_carried();
  void make_card();
  void connect();
  void gather();
  void nourish();
  void set_marker();
  [[nodiscard]] const Tongue& somebodys_tongue();
  [[nodiscard]] std::string phrase(std::string_view kind, const Tongue&);
  [[nodiscard]] model::Saying words(std::string_view kind);
  [[nodiscard]] model::Phrase line(std::string_view kind);
  [[nodiscard]] const std::string& a_region();
  [[nodiscard]] model::Place somewhere_in(const std::string& region);
  [[nodiscard]] model::LocalPoint round_the_others(const content::PlacedRegion&, const content::Layout&);
  [[nodiscard]] std::optional<model::Place> on_a_reflection(const std::string& region);
  [[nodiscard]] model::Saying drawing();
  [[nodiscard]] double uniform(double from, double to) { return std::uniform_real_distribution<double>(from, to)(random_); }
  template <class T>
  const T& any_of(const std::vector<T>& of) {
    return of[std::uniform_int_distribution<std::size_t>(0, of.size() - 1)(random_)];
  }

  station::Session& session_;
  const Tongues& tongues_;
  Simulation plan_;
  std::mt19937_64 random_;
  std::vector<std::string> regions_;
  std::vector<double> likings_;                               // how readily people go to each of them
  std::vector<double> likings_now_;                           // in this phase
  std::map<std::string, int, std::less<>> cards_in_;          // how many are made, by phase
  std::set<std::string, std::less<>> came_to_;                // phases
  std::vector<std::pair<model::CardId, std::string>> cards_;  // with their regions, in the order made
  std::vector<model::ThreadId> threads_;
  std::map<const std::vector<std::string>*, std::size_t> said_;  // how far each list of phrases is used up
  std::vector<void (People::*)()> acts_;                         // of this phase
  std::size_t done_ = 0;                                         // of them
  std::size_t answered_ = 0;  // cards, in the order made, whose reflections have been looked at
};

}  // namespace greenline::simulate
