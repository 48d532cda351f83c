// A shape elsewhere, larger or smaller: every question is asked of the shape itself, where it would lie there.
#include <memory>
#include <utility>

#include "geometry/area.h"

namespace greenline::geometry {
namespace {

class Moved final : public Form {
 public:
  Moved(std::shared_ptr<const Form> form, Point from, Point to, float times)
      : form_(std::move(form)), from_(from), to_(to), times_(times) {}

  [[nodiscard]] float distance(Point p) const override { return form_->distance(back(p)) * times_; }
  [[nodiscard]] Box bounds() const override {
    const Box box = form_->bounds();
    return box_around(there(box.centre()), {box.half().width * times_, box.half().height * times_});
  }
  [[nodiscard]] std::vector<Edge> edges(int pieces) const override {
    std::vector<Edge> edges = form_->edges(pieces);
    for (Edge& edge : edges) {
      for (Point& p : edge.points) p = there(p);
      edge.curve =
          box_around(there(edge.curve.centre()), {edge.curve.half().width * times_, edge.curve.half().height * times_});
    }
    return edges;
  }
  // About the middle of its bounds, which stays where it is.
  [[nodiscard]] std::shared_ptr<const Form> scaled(float by) const override {
    auto larger = form_->scaled(by);
    const Point middle = larger->bounds().centre(), its = form_->bounds().centre();
    return std::make_shared<Moved>(std::move(larger), middle, there(its), times_);
  }
  [[nodiscard]] bool contains(Point p) const override { return form_->contains(back(p)); }
  [[nodiscard]] std::shared_ptr<const Form> filled() const override { return likewise(form_->filled()); }
  [[nodiscard]] std::shared_ptr<const Form> hole() const override { return likewise(form_->hole()); }
  [[nodiscard]] bool holds(Point centre, Half half) const override { return form_->holds(back(centre), back(half)); }
  [[nodiscard]] bool is_clear_of(Point centre, Half half) const override {
    return form_->is_clear_of(back(centre), back(half));
  }
  [[nodiscard]] Point drawn_in(Point centre, Half half) const override {
    return kept(centre, form_->drawn_in(back(centre), back(half)));
  }
  [[nodiscard]] Point driven_out(Point centre, Half half) const override {
    return kept(centre, form_->driven_out(back(centre), back(half)));
  }
  [[nodiscard]] Point edge_toward(Point p) const override { return there(form_->edge_toward(back(p))); }
  [[nodiscard]] Point heart() const override { return there(form_->heart()); }

 private:
  [[nodiscard]] Point there(Point p) const { return to_ + (p - from_) * times_; }
  [[nodiscard]] Point back(Point p) const { return from_ + (p - to_) * (1 / times_); }
  [[nodiscard]] Half back(Half half) const { return {half.width / times_, half.height / times_}; }
  // What is right comes back unchanged, not as floats leave it on the way there and back.
  [[nodiscard]] Point kept(Point asked, Point answer) const { return answer == back(asked) ? asked : there(answer); }
  [[nodiscard]] std::shared_ptr<const Form> likewise(std::shared_ptr<const Form> part) const {
    return part ? std::make_shared<Moved>(std::move(part), from_, to_, times_) : nullptr;
  }

  std::shared_ptr<const Form> form_;
  Point from_, to_;  // where the same point lies
  float times_;
};

}  // namespace

Area Area::moved(float times, Point middle) const {
  return Area(std::make_shared<Moved>(form_, bounds_.centre(), middle, times));
}

}  // namespace greenline::geometry
