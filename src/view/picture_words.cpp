#include "view/picture_words.h"

#include <algorithm>
#include <array>

namespace greenline::view {
namespace {

// What Unicode 16 and 17 brought: the distribution's font ends with 15.
struct Named {
  char32_t picture;
  const char* key;
};
constexpr std::array names{
    Named{0x1F6D8, "picture.landslide"},      Named{0x1FA89, "picture.harp"},           Named{0x1FA8A, "picture.trombone"},
    Named{0x1FA8E, "picture.treasure_chest"}, Named{0x1FA8F, "picture.shovel"},         Named{0x1FABE, "picture.bare_tree"},
    Named{0x1FAC6, "picture.fingerprint"},    Named{0x1FAC8, "picture.hairy_creature"}, Named{0x1FACD, "picture.orca"},
    Named{0x1FADC, "picture.root_vegetable"}, Named{0x1FADF, "picture.splash"},         Named{0x1FAE9, "picture.tired_eyes"},
    Named{0x1FAEA, "picture.distorted_face"}, Named{0x1FAEF, "picture.scuffle"},
};

}  // namespace

std::string words_of_picture(char32_t picture, std::string_view language, const content::Strings& strings) {
  const auto found = std::ranges::find(names, picture, &Named::picture);
  const std::string_view key = found == names.end() ? "picture.unknown" : found->key;
  return "(" + std::string(strings(key, language)) + ")";
}

}  // namespace greenline::view
