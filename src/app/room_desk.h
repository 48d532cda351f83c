// A screen's window while the room is checked without a convening: on the host's the list and its keys, on each other one who
// it is, and whether a touch on its glass comes here.
#pragma once
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "app/drawn_over.h"
#include "app/further_window.h"
#include "app/room_check.h"
#include "ui/console_screen.h"
#include "view/view.h"

namespace greenline::app {

class RoomDesk final : public FurtherWindow {
 public:
  // Leaves its own GL context current. All must outlive it. `is_hosts`: the list stands there. The error is a sentence.
  [[nodiscard]] static tl::expected<std::unique_ptr<RoomDesk>, std::string> open(platform::WindowSystem&,
                                                                                 const platform::WindowOptions&,
                                                                                 const Resources&, RoomCheck&, Fitted,
                                                                                 bool is_hosts);
  ~RoomDesk() override;

  void hear(double now_s) override;
  Frame draw(double now_s) override;
  [[nodiscard]] bool is_done() const { return done_; }  // the host said so

 private:
  RoomDesk(platform::WindowSystem&, Opened, const Resources&, RoomCheck&, Fitted, platform::Role, bool is_hosts);
  void resize();
  void look_again();
  void hear_keys(double now_s);
  void act(const std::string& key, double now_s);
  [[nodiscard]] ui::ConsolePage page() const;

  const Resources& resources_;
  RoomCheck& check_;
  platform::Role role_;
  bool is_hosts_, touched_ = false, done_ = false;
  // Of a wall that nothing of is seen: what is drawn over has to be over something.
  station::Session session_;
  view::View view_;
  ui::HostContext host_;
  ui::ConsoleScreen screen_;
  DrawnOver over_;
  ui::Setting setting_;
  ui::ConsolePage page_;
  std::uint64_t screens_seen_ = 0;
};

}  // namespace greenline::app
