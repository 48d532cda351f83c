#include "content/position_index.h"

#include <gtest/gtest.h>

namespace greenline::content {
namespace {

TextPosition position_of_value(const PositionIndex& index, NodeId node) { return index.position(index.node(node).value_at); }

TEST(PositionIndex, KnowsLineAndColumnOfAValueDeepInside) {
  const PositionIndex index("{\n  \"phases\": [\n    {\"id\": \"a\"},\n    {\"id\": \"b\"}\n  ]\n}");
  ASSERT_TRUE(index.problems().empty());
  const NodeId id = index.member(index.item(index.member(index.root(), "phases"), 1), "id");
  EXPECT_EQ(index.pointer(id), "/phases/1/id");
  EXPECT_EQ(position_of_value(index, id), (TextPosition{4, 12}));
}

TEST(PositionIndex, CountsColumnsInCharactersAsEditorsDo) {
  const std::string text = "{\"é\": 1, \"b\": 2}";
  const PositionIndex index(text);
  EXPECT_EQ(position_of_value(index, index.member(index.root(), "b")), (TextPosition{1, 15}));
}

TEST(PositionIndex, CountsALineAfterCarriageReturnAndLineFeedOnce) {
  const PositionIndex index("{\r\n\"a\": 1}");
  EXPECT_EQ(position_of_value(index, index.member(index.root(), "a")), (TextPosition{2, 6}));
}

TEST(PositionIndex, EscapesKeysInPointersAsRfc6901Says) {
  const PositionIndex index(R"({"a/b": {"c~d": [true]}})");
  const NodeId inner = index.member(index.member(index.root(), "a/b"), "c~d");
  EXPECT_EQ(index.pointer(index.item(inner, 0)), "/a~1b/c~0d/0");
}

TEST(PositionIndex, FindsAKeyWrittenWithEscapes) {
  const PositionIndex index(R"({"\u0061\ud83c\udf31": 1})");
  ASSERT_TRUE(index.problems().empty());
  EXPECT_NE(index.member(index.root(), "a🌱"), no_node);
}

TEST(PositionIndex, FindsNothingWhereNothingIs) {
  const PositionIndex index("[1]");
  EXPECT_EQ(index.item(index.root(), 1), no_node);
  EXPECT_EQ(index.member(index.root(), "0"), no_node);
  EXPECT_EQ(index.member(no_node, "a"), no_node);
  EXPECT_EQ(index.pointer(no_node), "");
}

TEST(PositionIndex, ReportsEveryDuplicateKeyAndReadsOn) {
  const PositionIndex index(R"({"a": 1, "a": 2, "b": {"c": 1, "c": 1}})");
  ASSERT_EQ(index.problems().size(), 2U);
  EXPECT_EQ(index.pointer(index.problems()[0].node), "/a");
  EXPECT_EQ(index.problems()[0].at, 9U);
  EXPECT_EQ(index.pointer(index.problems()[1].node), "/b/c");
}

TEST(PositionIndex, RefusesMoreValuesThanItsBound) {
  std::string text = "[0";
  for (std::size_t count = 1; count < max_values; ++count) text += ",0";
  text += "]";
  const PositionIndex index(text);
  ASSERT_EQ(index.problems().size(), 1U);
  EXPECT_EQ(index.problems()[0].expected, "at most " + std::to_string(max_values) + " values in a file");
}

TEST(PositionIndex, RefusesAKeyOverItsBound) {
  const PositionIndex index("{\"" + std::string(max_key_bytes + 1, 'k') + "\": 1}");
  ASSERT_EQ(index.problems().size(), 1U);
  EXPECT_EQ(index.problems()[0].at, 1U);
}

TEST(PositionIndex, FindsTheMembersOfALargeObjectAndTheFirstOfTwoAlike) {
  std::string text = "{";
  for (int i = 999; i >= 0; --i) text += "\"k" + std::to_string(i) + "\": " + std::to_string(i) + ", ";
  text += "\"k7\": 0}";
  const PositionIndex index(text);
  for (const int i : {0, 7, 500, 999}) {
    const NodeId found = index.member(index.root(), "k" + std::to_string(i));
    ASSERT_NE(found, no_node) << i;
    EXPECT_EQ(index.node(found).place, static_cast<std::uint32_t>(999 - i));
  }
  EXPECT_EQ(index.member(index.root(), "k1000"), no_node);
}

}  // namespace
}  // namespace greenline::content
