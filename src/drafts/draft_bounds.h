// The bounds of one line of a file of drafts, held before anything is made of it.
#pragma once
#include <algorithm>
#include <string>

#include "drafts/draft_json.h"

namespace greenline::drafts {

// Looks through one line without keeping anything of it, so that nothing is made of a line that is beyond all bounds.
class DraftBounds final : public nlohmann::json_sax<DraftJson> {
 public:
  bool null() override { return one_more(); }
  bool boolean(bool) override { return one_more(); }
  bool number_integer(std::int64_t) override { return one_more(); }
  bool number_unsigned(std::uint64_t) override { return one_more(); }
  bool number_float(float, const std::string&) override { return one_more(); }
  bool string(std::string&) override { return one_more(); }
  bool binary(DraftJson::binary_t&) override { return one_more(); }
  bool start_object(std::size_t) override { return deeper(); }
  bool start_array(std::size_t) override { return deeper(); }
  bool key(std::string&) override { return ++keys_ <= max_keys || refuse("one key more", "at most 64 keys"); }
  bool end_object() override { return --depth_ >= 0; }
  bool end_array() override { return --depth_ >= 0; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    constexpr int number_overflow = 406;  // nlohmann/json's list of exceptions
    column = std::max<std::size_t>(position, 1);
    return error.id == number_overflow ? refuse("a number that is too large", "a number of single precision")
                                       : refuse("something that is not JSON", "JSON in UTF-8");
  }

  std::size_t column = 1;  // of what is wrong
  std::string found, expected;

 private:
  static constexpr int max_depth = 16, max_keys = 64;
  static constexpr std::size_t max_values = model::max_strokes * (model::max_stroke_points * numbers_per_ink_point + 1) + 1000;
  bool refuse(const char* found_here, const char* expected_here) {
    found = found_here;
    expected = expected_here;
    return false;
  }
  bool one_more() { return ++values_ <= max_values || refuse("too many values", "a draft within the limits of its ink"); }
  bool deeper() { return one_more() && (++depth_ <= max_depth || refuse("nesting that is too deep", "at most 16 levels")); }
  std::size_t values_ = 0;
  int depth_ = 0, keys_ = 0;
};

}  // namespace greenline::drafts
