// Pictures (emoji) have their own colours wherever people's words are drawn.
#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class PicturesOnAWall : public WallTest {
 protected:
  // Pixels as red as the maple leaf's flag, of which a wall at dusk has none.
  [[nodiscard]] int red_in(const model::PixelRect& rect) const {
    std::vector<std::uint8_t> rgba;
    offscreen->renderer().read_pixels(rgba);
    const model::PixelRect on_screen =
        clipped(rect, {0, 0, offscreen->wall().setting().width, offscreen->wall().setting().height});
    int red = 0;
    for (auto y = static_cast<std::size_t>(on_screen.y0); y < static_cast<std::size_t>(on_screen.y1); ++y)
      for (auto x = static_cast<std::size_t>(on_screen.x0); x < static_cast<std::size_t>(on_screen.x1); ++x) {
        const auto at = (y * static_cast<std::size_t>(offscreen->renderer().width()) + x) * 4;
        red += rgba[at] > 170 && rgba[at + 1] < 90 && rgba[at + 2] < 90 ? 1 : 0;
      }
    return red;
  }
};

TEST_F(PicturesOnAWall, AFlagOnACardIsInItsColours) {
  open("both-sides-of-the-line", "name");
  const model::CardId plain = a_card("identity", "CA CA", -0.4F, -0.4F);
  EXPECT_EQ(red_in(*offscreen->wall().scene().rect_of(plain)), 0);
  const model::CardId pictured = a_card("identity", "🇨🇦 🇨🇦", 0.4F, -0.4F);
  EXPECT_GT(red_in(*offscreen->wall().scene().rect_of(pictured)), 60);
}

TEST_F(PicturesOnAWall, SoIsOneThatSomebodyTypesAtASeat) {
  open("both-sides-of-the-line", "name");
  hand->tap(in("identity", 0.3F, -0.4F));
  ASSERT_NE(hand->seat(), 0);
  const model::PixelRect seat = *offscreen->wall().seats().rect_of(hand->seat());
  hand->drawn_frames(5);
  const int before = red_in(seat);
  for (const char32_t letter : {U'\U0001F1E8', U'\U0001F1E6'}) offscreen->wall().type(letter);
  hand->drawn_frames(5);
  EXPECT_GT(red_in(seat), before + 60);
}

// The words for it come from assets/strings, in the language that the card says.
TEST_F(PicturesOnAWall, OneThatNoFontHasIsToldInTheLanguageOfTheCard) {
  open("both-sides-of-the-line", "name");
  const auto laid = [&](const std::string& words, const std::string& language) {
    return offscreen->engine().layout(words, {.language = language})->width;
  };
  EXPECT_FLOAT_EQ(laid("\U0001FAC6", "en"), laid("(fingerprint)", "en"));
  EXPECT_FLOAT_EQ(laid("\U0001FAC6", "fr"), laid("(empreinte)", "fr"));
  EXPECT_FLOAT_EQ(laid("\U0001FAFE", "es"), laid("(una imagen)", "es")) << "one that nobody has named yet";
}

}  // namespace
}  // namespace greenline::interact
