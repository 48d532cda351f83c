#include "harvest/page.h"

#include <algorithm>
#include <cstdio>

#include "content/base64.h"
#include "harvest/markup.h"
#include "text/families.h"

namespace greenline::harvest {
namespace {

constexpr std::string_view style = R"(
:root{color-scheme:light dark;--ground:#fbf8f1;--ink:#1d2528;--quiet:#4d585c;--card:#fffdf8;--edge:#c9bfa8;--line:#2f7d4f}
@media (prefers-color-scheme:dark){:root{--ground:#16202a;--ink:#f2ede0;--quiet:#b9c2c6;--card:#22303b;--edge:#4a5a66;--line:#7ed29a}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 Andika,"Noto Sans",system-ui,sans-serif}
header,nav,main,footer{max-width:46rem;margin:0 auto;padding:0 1.1rem}
h1,h2,h3{font-family:"Gentium Book Plus",Georgia,serif;line-height:1.2;margin:1.6em 0 .5em}
h1{font-size:2.1rem;margin-top:1.2em}h2{font-size:1.5rem;border-bottom:2px solid var(--line);padding-bottom:.2em}h3{font-size:1.15rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:1rem 0}dt{color:var(--quiet)}dd{margin:0}
@media (max-width:30rem){dl{grid-template-columns:1fr}dd{margin:0 0 .5rem}}
ul{list-style:none;margin:0;padding:0}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}
a:focus-visible{outline:3px solid var(--line);outline-offset:3px}
.skip{position:absolute;inset-inline-start:-99rem}.skip:focus{inset-inline-start:1rem;top:.5rem;background:var(--card);padding:.6rem 1rem}
.card{background:var(--card);border:1px solid var(--edge);border-radius:.7rem;padding:.6rem .9rem;margin:.55rem 0;overflow-wrap:anywhere}
.card p{margin:0;white-space:pre-line}.card:target{outline:3px solid var(--line)}
.beside{margin:.4rem 0 .1rem;padding-inline-start:.9rem;border-inline-start:3px solid var(--line);color:var(--quiet)}
.beside li{margin:.2rem 0}
.help,.quiet{color:var(--quiet)}.help{margin-top:-.2em}
svg{display:block;width:min(16rem,100%);height:auto}svg path{fill:none;stroke:var(--ink);stroke-linecap:round;stroke-linejoin:round}
figure{margin:1.2rem 0}figure img{width:100%;height:auto;border-radius:.5rem;display:block}figcaption{color:var(--quiet);font-size:.95rem}
footer{margin-top:3rem;padding-bottom:3rem;color:var(--quiet);font-size:.95rem}
@media print{body{background:#fff;color:#000;font-size:11pt}nav,.skip{display:none}.card{break-inside:avoid;background:none}h2,h3{break-after:avoid}}
)";

std::string fixed(float value) {
  char text[32];
  (void)std::snprintf(text, sizeof text, "%.3f", static_cast<double>(value));
  return text;
}

class Page {
 public:
  Page(const Harvest& harvest, std::string_view wall_jpeg) : harvest_(harvest), wall_jpeg_(wall_jpeg) {}

  std::string made() {
    html_ = "<!DOCTYPE html>\n<html" + in_language(harvest_.language()) +
            ">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
            escaped(harvest_.title()) + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n";
    html_ += "<a class=\"skip\" href=\"#words\">" + said("harvest.skip") + "</a>\n<header>\n<h1>" + escaped(harvest_.title()) +
             "</h1>\n<dl>\n";
    for (const Harvest::Answer& line : harvest_.first_lines())
      html_ += "<dt>" + escaped(line.question) + "</dt><dd" + (line.given ? "" : " class=\"quiet\"") + ">" +
               escaped(line.answer) + "</dd>\n";
    html_ += "</dl>\n</header>\n";
    contents();
    html_ += "<main id=\"words\" tabindex=\"-1\">\n";
    wall();
    for (std::size_t i = 0; i < circles().size(); ++i) add(circles()[i], i);
    threads();
    html_ += "</main>\n<footer>\n<p>" + said("harvest.stays") + "</p>\n";
    for (const std::string& credit : harvest_.pack().activity.credits) html_ += "<p lang=\"en\">" + escaped(credit) + "</p>\n";
    return html_ + "</footer>\n</body>\n</html>\n";
  }

 private:
  [[nodiscard]] const std::vector<Circle>& circles() const { return harvest_.reading().circles; }
  [[nodiscard]] std::string said(std::string_view key) const { return escaped(harvest_.say(key)); }
  // The attributes that tell a reading voice and a browser how words go.
  [[nodiscard]] static std::string in_language(std::string_view language) {
    if (language.empty()) return " lang=\"\" dir=\"auto\"";
    return " lang=\"" + escaped(language) + "\" dir=\"" + (text::written_right_to_left(language) ? "rtl" : "ltr") + "\"";
  }
  [[nodiscard]] static bool is_shown(const Circle& circle) { return circle.region != nullptr || !circle.empty(); }

  void contents() {
    html_ += "<nav aria-label=\"" + said("harvest.circles") + "\">\n<ul>\n";
    for (std::size_t i = 0; i < circles().size(); ++i)
      if (is_shown(circles()[i]))
        html_ +=
            "<li><a href=\"#circle-" + std::to_string(i + 1) + "\">" + escaped(harvest_.name_of(circles()[i])) + "</a></li>\n";
    if (!harvest_.reading().threads.empty()) html_ += "<li><a href=\"#threads\">" + said("harvest.threads") + "</a></li>\n";
    html_ += "</ul>\n</nav>\n";
  }

  void wall() {
    if (wall_jpeg_.empty()) return;
    html_ += "<figure><img alt=\"" + said("harvest.wall") + "\" src=\"data:image/jpeg;base64," + content::base64(wall_jpeg_) +
             "\"><figcaption>" + said("harvest.wall") + "</figcaption></figure>\n";
  }

  void add(const Circle& circle, std::size_t number) {
    if (!is_shown(circle)) return;
    const std::string id = "circle-" + std::to_string(number + 1);
    html_ += "<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" + escaped(harvest_.name_of(circle)) + "</h2>\n";
    if (const std::string_view help = harvest_.help_of(circle); !help.empty())
      html_ += "<p class=\"help\">" + escaped(help) + "</p>\n";
    if (circle.empty()) html_ += "<p class=\"quiet\">" + said("harvest.nothing") + "</p>\n";
    for (const Group& group : circle.groups) {
      if (group.gathering != nullptr && !group.gathering->name.value.words.empty()) {
        const model::Phrase& name = group.gathering->name.value;
        html_ += "<h3" + in_language(name.language) + ">" + escaped(name.words) + "</h3>\n";
      }
      add(group.cards);
    }
    if (!circle.at_rest.empty()) {
      html_ += "<h3>" + said("harvest.at_rest") + "</h3>\n";
      add(circle.at_rest);
    }
    if (circle.region != nullptr) add_beside(model::RegionEnd{circle.region->id});
    html_ += "</section>\n";
  }

  void add(const CardList& cards) {
    html_ += "<ul>\n";
    for (const model::Card* card : cards) add(*card);
    html_ += "</ul>\n";
  }

  void add(const model::Card& card) {
    html_ += "<li class=\"card\" id=\"card-" + number_of(card.id) + "\">";
    const model::Saying& saying = card.saying.value;
    if (!saying.words.empty()) html_ += "<p" + in_language(saying.language) + ">" + escaped(saying.words) + "</p>";
    if (!saying.ink.empty()) drawing(saying, harvest_.name_of_region(card.place.value.region));
    const auto line = [&](std::string_view key, const model::Phrase& phrase) {
      if (!phrase.words.empty())
        html_ += "<p class=\"beside\"" + in_language(phrase.language) + ">" + escaped(harvest_.say(key, phrase.words)) + "</p>";
    };
    if (card.lit_up.value) line("harvest.because", card.lit.value);
    if (card.let_go.value) line("harvest.with_thanks", card.thanks.value);
    add_beside(card.id);
    html_ += "</li>\n";
  }

  // Ink as it was drawn: the pad is 1.9 times as wide as high.
  void drawing(const model::Saying& saying, std::string_view region) {
    const std::string told = harvest_.say("harvest.drawing_in", region);
    html_ += "<svg viewBox=\"0 0 1.9 1\" role=\"img\" aria-label=\"" + escaped(told) + "\">";
    for (const model::Stroke& stroke : saying.ink) {
      if (stroke.empty()) continue;
      float width = 0;
      std::string way;
      for (const model::InkPoint& point : stroke) {
        way += (way.empty() ? "M" : "L") + fixed(point.x * 1.9F) + " " + fixed(point.y);
        width = std::max(width, point.width * 1.9F);
      }
      if (stroke.size() == 1) way += "h.001";
      html_ += "<path stroke-width=\"" + fixed(width) + "\" d=\"" + way + "\"/>";
    }
    html_ += "</svg>";
  }

  void add_beside(const model::NourishTarget& what) {
    const auto& all = harvest_.beside(what);
    if (all.empty()) return;
    html_ += "<ul class=\"beside\">";
    for (const model::Nourishment* one : all) {
      const model::Saying& saying = one->body.value.saying;
      html_ += "<li>" + escaped(harvest_.kind_of(one->body.value.kind)) + ": ";
      if (!saying.words.empty()) html_ += "<span" + in_language(saying.language) + ">" + escaped(saying.words) + "</span>";
      if (!saying.ink.empty()) drawing(saying, {});
      html_ += "</li>";
    }
    html_ += "</ul>";
  }

  [[nodiscard]] std::string end_of(const model::ThreadEnd& end) const {
    const Said told = harvest_.told(end);
    std::string words = "<span" + in_language(told.language) + ">" + escaped(told.words) + "</span>";
    const auto* card = std::get_if<model::CardId>(&end);
    if (card == nullptr) return words;
    return "<a href=\"#card-" + number_of(*card) + "\">" + words + "</a>";
  }

  void threads() {
    if (harvest_.reading().threads.empty()) return;
    html_ += "<section aria-labelledby=\"threads\">\n<h2 id=\"threads\">" + said("harvest.threads") + "</h2>\n<ul>\n";
    for (const model::Thread* thread : harvest_.reading().threads) {
      const model::Phrase& word = thread->word.value;
      html_ += "<li class=\"card\"><p>‹" + end_of(thread->ends.value.from) + "› — ";
      if (!word.words.empty()) html_ += "<em" + in_language(word.language) + ">" + escaped(word.words) + "</em> ";
      html_ += "→ ‹" + end_of(thread->ends.value.to) + "›</p>";
      add_beside(thread->id);
      html_ += "</li>\n";
    }
    html_ += "</ul>\n</section>\n";
  }

  const Harvest& harvest_;
  std::string_view wall_jpeg_;
  std::string html_;
};

}  // namespace

std::string page(const Harvest& harvest, std::string_view wall_jpeg) { return Page(harvest, wall_jpeg).made(); }

}  // namespace greenline::harvest
