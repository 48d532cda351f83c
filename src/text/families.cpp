// Families by face and language: the one table of them.
#include "text/families.h"

#include <algorithm>
#include <array>

#include "text/font_map.h"

namespace greenline::text {
namespace {

struct Fallback {
  std::string_view tag;  // BCP 47, matched up to a subtag's end; the longest match wins
  const char* words;     // families after Andika
  const char* names;     // families after Gentium Book Plus
  bool right_to_left = false;
};

constexpr const char* kWords = "Andika";
constexpr const char* kNames = "Gentium Book Plus";
constexpr const char* kNaskh = "Noto Naskh Arabic";
constexpr const char* kNastaliq = "Noto Nastaliq Urdu";
constexpr const char* kDevanagari = "Noto Sans Devanagari";
constexpr const char* kDevanagariNames = "Noto Serif Devanagari,Noto Sans Devanagari";
constexpr const char* kEthiopic = "Noto Sans Ethiopic";
constexpr const char* kEthiopicNames = "Noto Serif Ethiopic,Noto Sans Ethiopic";
constexpr const char* kSyllabics = "Noto Sans Canadian Aboriginal";

constexpr std::array kFallbacks = {
    Fallback{"am", kEthiopic, kEthiopicNames},
    Fallback{"ar", kNaskh, kNaskh, true},
    Fallback{"bn", "Noto Sans Bengali", "Noto Serif Bengali,Noto Sans Bengali"},
    Fallback{"ckb", kNaskh, kNaskh, true},
    Fallback{"cr", kSyllabics, kSyllabics},
    Fallback{"crx", kSyllabics, kSyllabics},
    Fallback{"fa", kNaskh, kNaskh, true},
    Fallback{"gu", "Noto Sans Gujarati", "Noto Serif Gujarati,Noto Sans Gujarati"},
    Fallback{"he", "Noto Sans Hebrew", "Noto Serif Hebrew,Noto Sans Hebrew", true},
    Fallback{"hi", kDevanagari, kDevanagariNames},
    Fallback{"hy", "Noto Sans Armenian", "Noto Serif Armenian,Noto Sans Armenian"},
    Fallback{"iu", kSyllabics, kSyllabics},
    Fallback{"ja", "Noto Sans CJK JP", "Noto Serif CJK JP,Noto Sans CJK JP"},
    Fallback{"ka", "Noto Sans Georgian", "Noto Serif Georgian,Noto Sans Georgian"},
    Fallback{"km", "Noto Sans Khmer", "Noto Serif Khmer,Noto Sans Khmer"},
    Fallback{"kn", "Noto Sans Kannada", "Noto Serif Kannada,Noto Sans Kannada"},
    Fallback{"ko", "Noto Sans CJK KR", "Noto Serif CJK KR,Noto Sans CJK KR"},
    Fallback{"lo", "Noto Sans Lao", "Noto Serif Lao,Noto Sans Lao"},
    Fallback{"ml", "Noto Sans Malayalam", "Noto Serif Malayalam,Noto Sans Malayalam"},
    Fallback{"mr", kDevanagari, kDevanagariNames},
    Fallback{"my", "Noto Sans Myanmar", "Noto Serif Myanmar,Noto Sans Myanmar"},
    Fallback{"ne", kDevanagari, kDevanagariNames},
    Fallback{"oj", kSyllabics, kSyllabics},
    Fallback{"or", "Noto Sans Oriya", "Noto Sans Oriya"},
    Fallback{"pa", "Noto Sans Gurmukhi", "Noto Serif Gurmukhi,Noto Sans Gurmukhi"},
    Fallback{"pa-Arab", kNastaliq, kNastaliq, true},
    Fallback{"pnb", kNastaliq, kNastaliq, true},
    Fallback{"ps", kNaskh, kNaskh, true},
    Fallback{"si", "Noto Sans Sinhala", "Noto Serif Sinhala,Noto Sans Sinhala"},
    Fallback{"ta", "Noto Sans Tamil", "Noto Serif Tamil,Noto Sans Tamil"},
    Fallback{"te", "Noto Sans Telugu", "Noto Serif Telugu,Noto Sans Telugu"},
    Fallback{"th", "Noto Sans Thai", "Noto Serif Thai,Noto Sans Thai"},
    Fallback{"ti", kEthiopic, kEthiopicNames},
    Fallback{"ur", kNastaliq, kNastaliq, true},
    Fallback{"yi", "Noto Sans Hebrew", "Noto Serif Hebrew,Noto Sans Hebrew", true},
    Fallback{"zh", "Noto Sans CJK SC", "Noto Serif CJK SC,Noto Sans CJK SC"},
    Fallback{"zh-HK", "Noto Sans CJK HK,Noto Sans CJK TC", "Noto Serif CJK HK,Noto Serif CJK TC,Noto Sans CJK TC"},
    Fallback{"zh-Hant", "Noto Sans CJK TC", "Noto Serif CJK TC,Noto Sans CJK TC"},
    Fallback{"zh-TW", "Noto Sans CJK TC", "Noto Serif CJK TC,Noto Sans CJK TC"},
};

// After the language's own: what people may write whatever the card's language says. Without it, fontconfig's order gives
// Arabic a poster face and Chinese Japanese forms. Signs are Symbola's before others', so that they look alike;
// so are pictures where there are none in colours.
constexpr const char* kWordsTail = "Noto Sans,Noto Naskh Arabic,Noto Sans CJK SC,Symbola,Noto Sans Symbols2";
constexpr const char* kNamesTail = "Noto Serif,Noto Naskh Arabic,Noto Serif CJK SC,Symbola,Noto Sans Symbols2";

// The Debian package that brings the families whose names begin so; the first match holds.
struct Package {
  std::string_view begins, name;
};
constexpr std::array kPackages = {
    Package{"Andika", "fonts-sil-andika"},
    Package{"Gentium", "fonts-sil-gentiumplus"},
    Package{"Noto Sans CJK", "fonts-noto-cjk"},
    Package{"Noto Serif CJK", "fonts-noto-cjk"},
    Package{"Noto Color", "fonts-noto-color-emoji"},
    Package{"Noto", "fonts-noto-core"},
    Package{"Symbola", "fonts-symbola"},
};

const Fallback* fallback(std::string_view language) {
  const Fallback* best = nullptr;
  for (const Fallback& row : kFallbacks) {
    const bool matches =
        language.starts_with(row.tag) && (language.size() == row.tag.size() || language[row.tag.size()] == '-');
    if (matches && (best == nullptr || row.tag.size() > best->tag.size())) best = &row;
  }
  return best;
}

std::string_view package_of(std::string_view family) {
  for (const Package& package : kPackages)
    if (family.starts_with(package.begins)) return package.name;
  return {};
}

void add_families(std::string_view list, std::vector<Family>& to) {
  while (!list.empty()) {
    const std::string_view name = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), name.size() + 1));
    const auto same = [&](const Family& family) { return family.name == name; };
    if (std::none_of(to.begin(), to.end(), same)) to.push_back({name, package_of(name)});
  }
}

}  // namespace

std::string family_list(Face face, std::string_view language) {
  const bool sans = face == Face::words || face == Face::words_bold;
  std::string list = std::string(sans ? kWords : kNames) + ",";
  if (const Fallback* own = fallback(language)) list.append(sans ? own->words : own->names).append(",");
  return list.append(sans ? kWordsTail : kNamesTail).append(sans ? ",DejaVu Sans,sans-serif" : ",DejaVu Serif,serif");
}

bool written_right_to_left(std::string_view language) {
  const Fallback* own = fallback(language);
  return own != nullptr && own->right_to_left;
}

std::vector<Family> families_for(std::string_view language) {
  std::vector<Family> families;
  add_families(kWords, families);
  add_families(kNames, families);
  if (const Fallback* own = fallback(language)) {
    add_families(own->words, families);
    add_families(own->names, families);
  }
  return families;
}

std::vector<Family> families_for_any() {
  std::vector<Family> families;
  add_families(picture_family, families);
  add_families(kWordsTail, families);
  add_families(kNamesTail, families);
  return families;
}

std::vector<MissingFamily> missing_families(std::span<const std::string> languages) {
  std::vector<MissingFamily> missing;
  const ConfigPtr config(FcInitLoadConfigAndFonts());
  const auto look = [&](const Family& family, const std::string& language) {
    const auto same = [&](const MissingFamily& one) { return one.family.name == family.name; };
    auto known = std::find_if(missing.begin(), missing.end(), same);
    if (known == missing.end()) {
      if (config && has_family(*config, family.name)) return;
      known = missing.insert(missing.end(), {family, {}});
    }
    if (!language.empty()) known->languages.push_back(language);
  };
  for (const std::string& language : languages)
    for (const Family& family : families_for(language)) look(family, language);
  for (const Family& family : families_for_any()) look(family, "");
  return missing;
}

}  // namespace greenline::text
