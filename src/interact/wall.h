// One wall: what its people see and touch. Takes touches and keys, asks the session, keeps scene and seats in step with it.
// Knows no window and no GL, so that a test, a picture and a benchmark use the very same wall as the room does.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/palette.h"
#include "content/strings.h"
#include "drafts/draft_disk.h"
#include "input/gestures.h"
#include "input/palms.h"
#include "interact/key_map.h"
#include "interact/notices.h"
#include "interact/ripples.h"
#include "interact/room_keys.h"
#include "render/renderer.h"
#include "scene/framing.h"
#include "scene/scene.h"
#include "scene/viewpoint.h"
#include "station/session.h"
#include "text/text.h"
#include "ui/seats.h"
#include "view/spoken.h"
#include "view/view.h"
#include "view/wall_setting.h"

namespace greenline::interact {

using model::PixelPoint;

class Wall {
 public:
  // All but the palette must outlive the wall.
  Wall(station::Session&, text::Engine&, const content::Strings&, const ui::Keyboards&, const content::Palette&,
       const view::WallSetting&);

  Wall(const Wall&) = delete;
  Wall& operator=(const Wall&) = delete;

  void resize(const view::WallSetting&);
  void touch(const input::TouchFrame&);
  void type(char32_t);
  void press(ui::Seats::Key, bool selecting = false);
  // Which key does what for its hosts, and who takes presses instead while keys are tried.
  [[nodiscard]] RoomKeys& room_keys() { return room_keys_; }
  // In which order the host's keys read cards aloud.
  void read_in_mixed_order(bool mixed) { reads_mixed_ = mixed; }
  // What any host of this station pressed, on whatever: the one place where presses become steps (room_keys.h).
  // Pressed at a console that has not the chair it is nothing.
  void host(const HostPress&);
  // The same gate for what only a console has a key for, by that key's name: whether this press is another step.
  [[nodiscard]] bool is_another_step(std::string_view key, double time_s) { return steps_.counts(key, time_s); }
  // Whether the host was asked if the activity may end, and going on once more would end it.
  [[nodiscard]] bool asks_to_close() const { return closing_asked_s_ > 0; }
  // Asks the session; the answer shows on the wall, a refusal beside `at`. The event when it was yes.
  std::optional<model::Event> request(const model::Request&, PixelPoint at, const model::Actor& by = model::at_seat(0));
  // Says what is wrong with what people are writing, low on the wall; nothing: all is well again. What the session has to say
  // of its file stands there by itself.
  void warn_of_drafts(const std::optional<drafts::DraftTrouble>&);

  // What whoever prepares this wall must see, beside the canvas; nothing: all is well again.
  void pin(const std::string& sentences) { notices_.pin(sentences); }
  // Stands there for a minute.
  void mention(const std::string& sentence) {
    mention_ = sentence;
    mention_left_s_ = mention_lasts_s;
  }

  // Time that went by with nothing moving, before the touches of this frame: clocks go on, springs do not.
  void skip_time(float seconds);
  // Eases everything on by `seconds`, after touches: acknowledgements, springs, seats. True while another frame is wanted.
  bool advance(float seconds);
  // The longest to sleep before something is due though nobody touches anything.
  [[nodiscard]] double idle_s() const;
  // Everything at rest at once, for pictures.
  void settle_now();

  [[nodiscard]] scene::Scene& scene() { return scene_; }
  [[nodiscard]] ui::Seats& seats() { return seats_; }
  [[nodiscard]] text::Engine& engine() { return engine_; }
  // Whether one of the wall's own keys stands there.
  [[nodiscard]] bool has_control(PixelPoint at) const { return control_at(at).has_value(); }
  // So high is what others have laid into the lower right corner, pixels; the wall's own keys stand above it.
  void leave_corner(float height_px) { corner_taken_px_ = height_px; }
  [[nodiscard]] const view::WallSetting& setting() const { return setting_; }
  [[nodiscard]] render::Atmosphere atmosphere() const;
  [[nodiscard]] std::vector<render::Overlay> overlays() const;
  // What people had begun when the program ended: each at the edge where they sat. What it was meant for may be gone by now;
  // then it becomes a card on open ground, rather than being lost.
  void bring_back(const std::vector<ui::Draft>&);
  [[nodiscard]] bool writing() const { return !hands_rest() && !seats_.empty(); }  // keys belong to a seat now
  // Dark, by the host's wish. Nothing that people do reaches anything then: neither touches nor keys, in seats or beside them.
  [[nodiscard]] bool at_rest() const { return view_.at_rest(); }
  // The wall rests, or the host has paused touch: it reaches nothing either.
  [[nodiscard]] bool hands_rest() const { return at_rest() || view_.paused(); }
  void breathe(double breath_s) { view_.breathe(breath_s); }
  // The texts' atlases as the renderer's textures: what seats write into their draw lists.
  void set_glyph_textures(ui::GlyphTextures textures) { glyph_textures_ = textures; }

  struct Times {  // CPU seconds of this thread since the last `take_times`; of `apply_s`, seconds
    double input_s = 0, apply_s = 0, layout_s = 0;
  };
  [[nodiscard]] Times take_times();

 private:
  // Whether hands may do this now.
  [[nodiscard]] tl::expected<void, model::Refusal> check(const model::Request& request) const {
    return session_.check(request, model::at_seat(0));
  }
  void pay_attention(float seconds);
  void follow();  // shows what happened, whoever did it
  void tell_opened(const std::string& region);
  void refuse(model::Refusal, PixelPoint at);
  // What people read when they may not. `region`: where they meant it, which may have words of its own.
  [[nodiscard]] std::string sentence_of(model::Refusal, const std::string& region) const;
  void stand_by_notices(float seconds);
  void hear_remarks();

  void on(const input::Touched&);
  void on(const input::Tapped&);
  void on(const input::Carried&);
  void on(const input::Dropped&);
  void on(const input::Looping&);
  void on(const input::Looped&);
  void on(const input::Released&);
  void on(const input::SeatTouch&);
  void on(const input::Loosened&);
  void on(const input::Together&);
  void on(const input::Pinched&);
  void on(const input::PinchEnded&);
  void on(const ui::Wants&);
  void on(const ui::WantsThread&);
  void on(const ui::WantsNourish&);
  void on(const ui::WantsLine&);
  void on(const ui::WantsSecondHand&);
  void on(const ui::WantsCard&);
  void on(const ui::WantsElsewhere&);
  void on(const ui::Left&);

  void mean(const std::vector<input::Gesture>&);
  // A card in hand: carried by this contact from now on. False when it may not be moved; `said`: the reason has been.
  bool grab(input::ContactId, const model::CardId&, PixelPoint at, bool say_why);
  void put_down(const model::CardId&, PixelPoint middle, PixelPoint velocity);
  void tap_ground(PixelPoint at);
  void tap_card(const model::CardId&, PixelPoint at);
  void tap_marker(const model::MarkerId&, PixelPoint at);
  void tap_thread(const model::ThreadId&, PixelPoint at);
  void join(const model::CardId& from, PixelPoint to);
  [[nodiscard]] std::string name_of(const content::Region&) const;
  // "X rests on Y", in the words of its cards.
  [[nodiscard]] std::string sentence_of(const model::Thread&) const;
  void compose_word(const model::ThreadId&, PixelPoint at);
  void compose_name(const model::GatheringId&, PixelPoint at);
  int open_seat(const ui::Purpose&, PixelPoint at, const std::optional<model::PixelRect>& its_card);
  [[nodiscard]] ui::ComposeCard composer_for(const model::Place&, PixelPoint beside) const;
  [[nodiscard]] std::shared_ptr<const ui::CanvasMap> map_of_wall() const;
  [[nodiscard]] ui::ComposeWord word_for(const model::Thread&, PixelPoint beside) const;
  [[nodiscard]] ui::ComposeName name_for(const model::Gathering&, PixelPoint beside) const;
  [[nodiscard]] ui::ComposeNourishment nourishment_beside_card(const model::Card&, PixelPoint beside) const;
  [[nodiscard]] ui::Purpose purpose_of(const ui::Draft&, PixelPoint beside) const;
  // `seat`: where it is read already, 0 when nowhere yet.
  [[nodiscard]] ui::ReadCard reading(const model::CardId&, PixelPoint at, int seat = 0) const;
  [[nodiscard]] std::vector<ui::ThreadAt> threads_at(const model::CardId&) const;
  [[nodiscard]] std::vector<model::PixelRect> neighbours_of(const model::CardId&) const;
  [[nodiscard]] std::vector<ui::LeftBeside> left_beside(const model::CardId&, bool veiled) const;
  [[nodiscard]] std::vector<model::PixelRect> shores() const;
  void keep_words_free();
  // The canvas gives way to seats: cards lean aside; where there is no ground for that, all of it draws back.
  void make_room();
  // First lines of cards that seats hide; a name counts as many.
  [[nodiscard]] int unseen() const;
  // How the wall gives way to seats, the one first that moves less.
  enum class GivesWay : std::uint8_t {
    cards_lean,  // cards alone
    regions_go,  // regions that have too little ground draw in or go elsewhere
    draws_back   // all of it, into the ground that seats leave
  };
  void give_way(GivesWay, const model::PixelRect& ground, std::span<const model::PixelRect> seats);
  [[nodiscard]] GivesWay shows_most(const model::PixelRect& ground, std::span<const model::PixelRect> seats);
  [[nodiscard]] std::vector<std::string> regions_at_hand();
  // After seats came, went or were written in since the last two: true while another frame is wanted for that.
  [[nodiscard]] bool answer_to_seats();
  // What people are writing stands on the wall already, faint.
  void show_begun();
  bool speak(float seconds);                                                // true when the wall shows something else
  [[nodiscard]] std::vector<model::PixelRect> prompts() const;              // as they are seen where nothing gives way
  [[nodiscard]] std::optional<model::PixelRect> name_at(PixelPoint) const;  // of the region there, for who touched it
  [[nodiscard]] Notices::Room notice_room(std::span<const model::PixelRect> seats,
                                          std::span<const model::PixelRect> words) const;
  [[nodiscard]] std::vector<model::PixelRect> words_of_ground() const;  // names, help, the prompt, as they are seen

  // wall_rest.cpp: the one gate, and the host's keys
  void let_go_of_all();
  void step(const HostPress&);
  void go_on(int direction, const HostPress&);
  void ask_to_close();
  void close_activity(const HostPress&);

  // wall_veils.cpp: two people lift a veil; who made a card reads it where they made it
  void ask_for_light(const model::CardId&, int seat);
  // A tap on a card that somebody asks to see: true when that was its meaning.
  bool second_hand(const model::CardId&, PixelPoint at);
  void lift_veil(const model::CardId&, PixelPoint at);
  [[nodiscard]] bool waits_for_second_hand(const model::CardId&, int seat) const;
  void pass_veils(float seconds);
  void refresh_readers();
  [[nodiscard]] render::Chip sign_on(const model::CardId&) const;

  // wall_languages.cpp: what people are about to write in
  void expect_languages(const ui::Keyboards&);
  void meet_a_language();

  // wall_view.cpp: zooming, and the wall's own controls
  [[nodiscard]] bool move_view(float seconds);  // true while it moves, or its words are about to be sharpened
  void pass_unwatched(float seconds);
  // A tap on a region's name brings it near, a second one, or one on ground that is not its, takes it back. True when that was
  // its meaning.
  bool look_at_region(PixelPoint at);
  void show_whole();
  void follow_pulled();
  void keep_in_hand();
  enum class Tool : std::uint8_t { whole, down, up, take_back, stand_here };
  struct Control {
    Tool tool = Tool::whole;
    model::MarkerId marker = {};  // that it is about
    friend bool operator==(const Control&, const Control&) = default;
  };
  using Controls = std::vector<std::pair<Control, render::Chip>>;
  [[nodiscard]] Controls controls() const;
  [[nodiscard]] render::Chip chip(std::string_view key, PixelPoint right_bottom) const;
  [[nodiscard]] PixelPoint free_corner(const render::Chip&, PixelPoint corner, float margin) const;
  [[nodiscard]] std::optional<Control> control_at(PixelPoint) const;
  void use(const Control&);

  // wall_offers.cpp: what a touched marker offers
  void add_offers(Controls&) const;
  void take_offer(const Control&);
  // The sentence with {0} filled in.
  [[nodiscard]] std::string say_of_file(const std::string& key, const std::filesystem::path& file) const;
  [[nodiscard]] std::string say(std::string_view key) const { return std::string(strings_(key, setting_.language)); }

  station::Session& session_;
  text::Engine& engine_;
  const content::Strings& strings_;
  view::View view_;
  view::Speaking speaking_;
  const view::WallSetting& setting_ = view_.setting();
  scene::Scene& scene_ = view_.scene();
  ui::Seats seats_;
  input::Palms palms_;
  input::Gestures gestures_;
  Notices notices_;
  Ripples ripples_;
  scene::Viewpoint viewpoint_;
  scene::Framing framing_;
  std::vector<model::PixelRect> weighed_;  // the seats beside which it was found how the wall gives way best
  GivesWay gives_way_ = GivesWay::cards_lean;
  int unseen_ = 0;           // that way
  float view_rested_s_ = 0;  // since the camera last moved
  double untouched_s_ = 0;   // since anything was touched
  // Languages whose fonts were not yet read, each with letters of its keyboard.
  std::vector<std::pair<std::string, std::string>> strange_languages_;
  bool shown_once_ = false;
  std::map<input::ContactId, Control> control_of_;  // fingers that are on the wall's own controls
  std::string warning_, drafts_warning_, mention_;
  static constexpr float mention_lasts_s = 60;
  float mention_left_s_ = 0;
  std::size_t remarks_heard_ = 0;     // of the session's
  std::size_t lost_said_before_ = 0;  // of the session's lost events, those that were said when it was opened

  struct Grip {         // a card or marker being carried
    PixelPoint grip;    // finger minus centre
    bool idle = false;  // it may not be carried, or another hand has it
    std::optional<model::CardId> card = {};
    std::optional<PixelPoint> carried_to = {};  // where the finger was last
  };
  std::map<input::ContactId, Grip> grips_;
  std::map<input::ContactId, model::CardId> pulled_;  // threads being drawn, by the finger that draws
  std::optional<model::CardId> armed_;                // "thread" was tapped: the next card tapped is joined to this one
  struct Asked {                                      // a card that somebody asks to see in the light
    int seat = 0;                                     // theirs: as long as it stands, they ask
    double for_s = 0;                                 // since when
  };
  std::map<model::CardId, Asked> asked_;
  std::map<int, std::string> opened_in_;  // regions that seats were opened in
  std::map<int, model::CardId> made_at_;  // seats that show a veiled card to whoever made it there
  bool readers_stale_ = false;
  std::uint64_t begun_version_ = 0;  // of the drafts that are shown
  bool begun_stale_ = true;
  struct Offer {  // beside a marker that was touched
    double left_s = 0;
    bool may_take_back = false, may_stand_here = false;
  };
  std::map<model::MarkerId, Offer> offers_;
  std::set<input::ContactId> down_;  // contacts on the glass
  OneStepAPress steps_;
  RoomKeys room_keys_;
  bool reads_mixed_ = false;
  float corner_taken_px_ = 0;
  double closing_asked_s_ = 0;  // left for the second press that closes the activity
  double attended_s_ = 0;       // since a finger was last near
  ui::GlyphTextures glyph_textures_;
  std::vector<input::Gesture> gestures_now_;
  std::vector<ui::Outcome> outcomes_now_;
  Times times_;
};

}  // namespace greenline::interact
