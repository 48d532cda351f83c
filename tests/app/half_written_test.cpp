// What is half written goes where the cards of its region go.
#include "app/half_written.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greenline::app {
namespace {

using testing::ElementsAre;
using testing::Pair;

ui::Draft half_a_card(const std::string& region) {
  ui::Draft draft;
  draft.becomes = ui::DraftCard{{region, {0.25F, -0.5F}}};
  draft.words = "We were the sch";
  return draft;
}
ui::Draft half_a_gift(const model::NourishTarget& beside) {
  ui::Draft draft;
  draft.becomes = ui::DraftNourishment{beside, model::NourishKind::offer};
  return draft;
}

TEST(HalfWritten, IsCountedByRegionAndNotWhereItBelongsToACard) {
  const std::vector<ui::Draft> drafts{half_a_card("identity"), half_a_card(""), half_a_card("identity"),
                                      half_a_gift(model::RegionEnd{"process"}), half_a_gift(model::CardId{})};
  const station::Begun begun = begun_in(drafts);
  EXPECT_THAT(begun.cards, ElementsAre(Pair("", 1), Pair("identity", 2)));
  EXPECT_THAT(begun.beside, ElementsAre(Pair("process", 1)));
}

TEST(HalfWritten, GoesAlongAndKeepsItsWordsAndItsPlaceInTheRegion) {
  station::Move move;
  move.goes.resize(2);
  move.goes[0].from = "identity";
  move.goes[0].to = "held";
  move.goes[1].to = "waiting-ground";  // from the open ground
  std::vector<ui::Draft> drafts{half_a_card("identity"), half_a_card(""), half_a_card("process"),
                                half_a_gift(model::RegionEnd{"identity"})};
  go_along(drafts, move);
  EXPECT_EQ(drafts, (std::vector<ui::Draft>{half_a_card("held"), half_a_card("waiting-ground"), half_a_card("process"),
                                            half_a_gift(model::RegionEnd{"identity"})}));
}

}  // namespace
}  // namespace greenline::app
