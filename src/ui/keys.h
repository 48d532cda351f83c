// The on-screen keyboard under any number of fingers. Letters act when they are touched, each contact for itself, so that
// fast typists who overlap presses lose none. Nothing is ever capitalised unasked: shift gives one letter, shift touched twice
// in a row all until it is touched again.
//
// Holding a key shows its alternates above it: slide to one and lift, or lift and touch one. They replace the letter that the
// touch wrote.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "input/touch_frame.h"
#include "ui/draw.h"
#include "ui/keyboard.h"
#include "ui/measures.h"

namespace greenline::ui {

struct KeyAction {
  enum class Does : std::uint8_t { write, rewrite, erase, enter, next_language };
  Does does = Does::write;
  std::string text;
  int writing = 0;  // of `write`: which one this is. Of `rewrite`: which one is replaced
};

struct KeyLabels {
  std::string next_language;  // what the language key says: the language one gets. Empty: no such key
  std::string space;          // empty: a sign that needs no language
  std::string numbers, letters;
};

class Keys {
 public:
  // `layout` must live as long as the keys use it.
  void lay_out(const PixelRect& box, const Measures&, const KeyboardLayout& layout, KeyLabels);

  // Whether the contact is the keyboard's.
  bool touch(const input::Contact&, double now_s, std::vector<KeyAction>& out);
  // Holding and repeating. True while something waits for time to pass.
  bool pass(double now_s, std::vector<KeyAction>& out);
  // The key that writes this now, or "space", "erase", "enter", "shift".
  [[nodiscard]] std::optional<PixelRect> rect_of(std::string_view what) const;
  void let_go();  // forgets every contact: the keyboard goes out of sight
  void draw(Painter&, const Measures&, const std::string& accent_role) const;
  // The strip of alternates lies over whatever is there; drawn after everything else.
  void draw_strip(Painter&, const Measures&) const;

 private:
  enum class Kind : std::uint8_t { letter, space, erase, enter, shift, page, language };
  struct Key {
    Kind kind = Kind::letter;
    std::string text;  // what it writes
    PixelRect rect;    // with half of the gaps around it: there is no dead ground
    float size = 1;    // of its label, key ems
  };
  struct Press {
    Key key;
    double began_s = 0;
    double repeat_s = 0;  // when the delete key acts again
    int writing = 0;
    bool wrote_beside_shift = false;  // a letter came while shift was held
    bool offered = false;             // its alternates were shown
  };
  struct Strip {  // alternates on show
    std::vector<std::string> texts;
    PixelRect rect;
    input::ContactId contact = -1;  // that holds it, or -1 once it lifted
    int writing = 0;
    int chosen = -1;
    [[nodiscard]] bool shown() const { return !texts.empty(); }
  };

  enum class Shift : std::uint8_t { off, once, locked };

  void place_row(const std::vector<std::string>& texts, float y, float row_height, bool last);
  void place_space_row(float y, float row_height, const KeyboardLayout&, bool has_language);
  void rebuild();
  bool begin(const input::Contact&, double now_s, std::vector<KeyAction>& out);
  void act(Press&, std::vector<KeyAction>& out);
  void touch_shift(double now_s);
  void open_strip(input::ContactId, const Press&);
  [[nodiscard]] int strip_index(PixelPoint) const;
  [[nodiscard]] const Key* key_at(PixelPoint) const;
  [[nodiscard]] bool held(Kind) const;
  [[nodiscard]] float label_size(const std::string& text) const;  // key ems; about 10 µs
  void draw_key(Painter&, const Measures&, const Key&, bool pressed, const std::string& accent_role) const;

  PixelRect box_;
  Measures measures_;
  const KeyboardLayout* layout_ = nullptr;
  KeyLabels labels_;
  std::vector<Key> keys_;
  std::map<input::ContactId, Press> presses_;
  Strip strip_;
  Shift shift_ = Shift::off;
  double shift_touched_s_ = -1;
  bool symbols_ = false;
  int writings_ = 0;
};

}  // namespace greenline::ui
