// Drafts made in a few words, and their text.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "drafts/draft_file.h"
#include "journal/builders.h"
#include "journal/folder.h"
#include "ui/draft.h"

namespace greenline::drafts {

using Drafts = std::vector<ui::Draft>;

inline ui::Draft a_draft(std::string words) {
  return {ui::DraftCard{{"identity", {0.25F, -0.5F}}}, std::move(words), "en", {}, 0.5F, 0.8F};
}

inline ui::Draft a_nourishment() {
  ui::Draft draft = a_draft("why?");
  draft.becomes = ui::DraftNourishment{journal::id_number<model::CardId>(7), model::NourishKind::offer};
  return draft;
}

// One of every kind, nourishments beside each thing they may be beside, with every field away from its default.
inline std::vector<ui::Draft> one_draft_of_every_kind() {
  using journal::id_number;
  const std::vector<model::Stroke> ink{{{0.1F, 0.2F, 0.01F}, {1.0F / 3, 1e-40F, 3e38F}}, {}, {{-0.5F, 1.6F, 0.03F}}};
  const auto nourishment = [&](model::NourishTarget beside, model::NourishKind kind) {
    return ui::Draft{ui::DraftNourishment{std::move(beside), kind}, "and then?", "fr", ink, 0, 1};
  };
  return {{ui::DraftCard{{"people", {-0.75F, 0.125F}}}, "We were the sch\n\t\"ool\" \\ \x01\x7F", "en", ink, 0.25F, 0.75F},
          nourishment(id_number<model::CardId>(11), model::NourishKind::question),
          nourishment(id_number<model::ThreadId>(12), model::NourishKind::offer),
          nourishment(model::RegionEnd{"line"}, model::NourishKind::story),
          nourishment(id_number<model::CardId>(13), model::NourishKind::thanks),
          {ui::DraftWord{id_number<model::ThreadId>(14)}, "ᐊᓂᔑᓈᐯ · 水 · hən̓q̓əmin̓əm̓ · e\u0301", "hur", {}, 0.1F, 0.9F},
          {ui::DraftName{id_number<model::GatheringId>(15)}, std::string("kin\0ship", 8), "", {}, 1, 0}};
}

inline std::string text_of(const std::vector<ui::Draft>& drafts) { return encode_drafts(drafts, "x.drafts").text; }

// What is wrong, a line each.
inline std::string told(const std::vector<content::Diagnostic>& wrong) {
  std::string all;
  for (const content::Diagnostic& diagnostic : wrong) all += to_text(diagnostic) + "\n";
  return all;
}
inline std::string wrong_in(std::string_view text) { return told(decode_drafts(text, "x.drafts").wrong); }

// What a whole file holds; none where it is not whole or not there.
inline Drafts drafts_in(const std::filesystem::path& file) {
  const DraftsRead read = decode_drafts(journal::bytes_of(file), "x.drafts");
  return read.wrong.empty() ? read.drafts : Drafts{};
}

}  // namespace greenline::drafts
