// What one window shows of a convening: its scene, kept in step with what happens, for the screen and the languages it has.
//
// Several views of one convening follow it each at its own pace. A view asks for nothing and changes nothing; whoever has hands
// does (interact/wall.h).
#pragma once
#include <set>
#include <string>
#include <vector>

#include "content/strings.h"
#include "scene/scene.h"
#include "station/session.h"
#include "text/text.h"
#include "view/wall_setting.h"

namespace greenline::view {

class View {
 public:
  // All must outlive it. `resize` comes before all else.
  View(station::Session&, text::Engine&, const content::Strings&);
  ~View();
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  // Another screen or other languages: everything stands at rest there at once, seen through this camera.
  void resize(const WallSetting&, const model::Camera& = {});
  // With its languages chosen.
  [[nodiscard]] const WallSetting& setting() const { return setting_; }

  // Takes in what happened since the last call.
  struct Followed {
    bool any = false;                      // a frame is wanted
    bool happened = false;                 // something beside becoming durable
    bool rested = false;                   // the host darkened the wall, or woke it
    std::vector<std::string> opened = {};  // regions that were shut
  };
  Followed follow();
  // Lets what happened pass unseen: everything stays as it is. False when it can stay so no longer, because the convening is
  // another one now. Then, or when it may go on: `look_anew`.
  [[nodiscard]] bool let_pass();
  void look_anew();
  // Eases everything on. True while another frame is wanted.
  bool advance(float seconds);
  // The longest to sleep before the light is another though nothing happens.
  [[nodiscard]] double idle_s() const;

  // Dark, by the host's wish: it goes down and up slowly.
  [[nodiscard]] bool at_rest() const { return session_.convening().resting.value; }
  [[nodiscard]] bool paused() const { return session_.convening().paused.value; }
  void breathe(double breath_s) { breath_s_ = breath_s; }
  struct Light {
    float dusk = -1;      // what is left of the phase's time, 1 to 0; < 0: it has none
    float dark = 0;       // 1: at rest
    double breath_s = 0;  // time of the membranes' drift
  };
  [[nodiscard]] Light light() const;

  [[nodiscard]] scene::Scene& scene() { return scene_; }

 private:
  void stage(bool jump);

  station::Session& session_;
  const content::Strings& strings_;
  WallSetting setting_;
  scene::Scene scene_;
  station::Feed::Cursor cursor_;
  std::set<std::string> shut_;  // regions, as they are shown
  bool begun_ = false;
  float dark_ = 0;
  double breath_s_ = 0;
};

}  // namespace greenline::view
