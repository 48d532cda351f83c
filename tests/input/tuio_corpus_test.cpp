// The files that fuzzing of TUIO starts from are what trackers send.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "input/tuio_packet.h"
#include "places.h"

namespace greenline::test {
namespace {

using Talk = std::vector<std::string>;

std::map<std::string, Talk> talks() {
  return {
      {"points", {frame(1, {7}, {point(7, 0.5F, 0.5F)}, "a"), frame(2, {7, 8}, {point(8, 0, 1)}, "a"), frame(3, {}, {}, "a")}},
      {"patches", {frame(1, {7}, {patch(7, 0.5F, 0.5F, 0.1F, 0.05F)}, "", patches), frame(2, {}, {}, "", patches)}},
      {"both", {frame(1, {7}, {point(7, 0, 0)}), frame(1, {7}, {patch(7, 0, 0, 0.1F, 0.1F)}, "", patches)}},
      {"one-by-one", {named("a"), alive({7}), point(7, 0.5F, 0.5F), ending(1), alive({}), ending(-1)}},
      {"started-anew", {frame(500, {7}, {point(7, 0.5F, 0.5F)}), frame(1, {7}, {point(7, 0.25F, 0.5F)})}},
      {"nested", {osc_bundle({frame(1, {7}, {point(7, 0.5F, 0.5F)}), osc_bundle({})})}},
  };
}

// As fuzz_tuio.cpp reads it, each packet a tenth of a second after the one before.
std::string bytes_of(const Talk& talk) {
  std::string bytes;
  for (const std::string& packet : talk) {
    bytes += '\1';
    bytes += static_cast<char>(packet.size() >> 8);
    bytes += static_cast<char>(packet.size() & 0xFF);
    bytes += packet;
  }
  return bytes;
}

TEST(TuioCorpus, HoldsWhatTrackersSend) {
  const std::filesystem::path corpus = source_folder() / "tests/fuzz_tuio/corpus";
  for (const auto& [name, talk] : talks()) {
    if (std::getenv("GREENLINE_WRITE_CORPUS") != nullptr) std::ofstream(corpus / name, std::ios::binary) << bytes_of(talk);
    std::ifstream file(corpus / name, std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), bytes_of(talk)) << name;
    Table table;
    for (const std::string& packet : talk) table.hears(packet);
    EXPECT_EQ(table.decoder.refused(), 0U) << name;
  }
}

}  // namespace
}  // namespace greenline::test
