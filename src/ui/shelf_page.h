// What the shelf shows: plain words, ready to be read. Whoever knows packs writes it; the screen knows none.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/small_picture.h"
#include "ui/canvas_map.h"
#include "ui/pose.h"

namespace greenline::ui {

// A thing that can be begun with, small; or one that is broken.
struct ShelfTile {
  std::string key;                           // the same as long as it is the same thing
  std::string title;                         // "Finding our place"
  std::string under;                         // where it is from: its pack, a stick
  std::string length;                        // "45 minutes"
  std::vector<std::string> languages;        // a line each: "French: all"
  std::string wrong;                         // why it is broken, in words with its number; empty: it is sound
  std::shared_ptr<const CanvasMap> picture;  // null: none
  std::shared_ptr<const content::SmallPicture> cover = nullptr;  // in its place, where it has one of its own
  std::string colour = "text";                                   // role of its edge
  friend bool operator==(const ShelfTile&, const ShelfTile&) = default;
};

struct ShelfButton {
  std::string key, label;
  bool accent = false;
  friend bool operator==(const ShelfButton&, const ShelfButton&) = default;
};

// One of them large, and what may be done with it; or a question.
struct ShelfSheet {
  std::string title;
  std::vector<std::string> lines;
  std::vector<std::string> wrong;  // what is the matter with it, one a line
  std::shared_ptr<const CanvasMap> picture;
  std::shared_ptr<const content::SmallPicture> cover = nullptr;
  std::vector<ShelfButton> buttons;
  friend bool operator==(const ShelfSheet&, const ShelfSheet&) = default;
};

struct ShelfPage {
  std::string heading, close, back, on;  // of the page; its button; the page before and after
  std::vector<ShelfTile> tiles;
  std::optional<ShelfSheet> sheet;
  std::string said;         // what came of the last wish, low on it; may be empty
  Side foot = Side::below;  // of the screen: whoever opened it reads it from there
  float reach_px = 1e9;     // above the screen's lower edge: as high as hands come
  friend bool operator==(const ShelfPage&, const ShelfPage&) = default;
};

}  // namespace greenline::ui
