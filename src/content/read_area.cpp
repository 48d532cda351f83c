// Reads the shape of a region, by what its kind says of its keys.
#include "content/read_area.h"
#include "content/problem.h"

#include "geometry/forms.h"

namespace greenline::content {
namespace {

using geometry::Field;
using geometry::FormKind;
using Numbers = std::vector<float>;

constexpr std::size_t most_points = 64;

// One number for a circle, two for an ellipse.
std::optional<Numbers> radii(const Value& value) {
  if (value.found() != "a list" && value.found() != "an empty list") {
    const auto radius = value.positive(farthest);
    if (!radius) return std::nullopt;
    return Numbers{*radius, *radius};
  }
  const auto both = value.list(2, 2, "the radius across and the radius upward");
  if (!both || both->size() != 2) return std::nullopt;
  const auto x = (*both)[0].positive(farthest), y = (*both)[1].positive(farthest);
  if (!x || !y) return std::nullopt;
  return Numbers{*x, *y};
}

std::optional<Numbers> points(const Value& value, const Field& field) {
  const auto list = value.list(2, most_points, std::string(field.expected));
  if (!list) return std::nullopt;
  Numbers numbers;
  bool whole = true;
  for (const Value& item : *list) {
    const auto at = read_point(item);
    whole = whole && at;
    if (at) numbers.insert(numbers.end(), {at->x, at->y});
  }
  return whole ? std::optional(std::move(numbers)) : std::nullopt;
}

std::optional<Numbers> one(std::optional<float> number) { return number ? std::optional(Numbers{*number}) : std::nullopt; }

std::optional<Numbers> read_field(const Value& value, const Field& field) {
  switch (field.kind) {
    case Field::Kind::point: {
      const auto at = read_point(value);
      return at ? std::optional(Numbers{at->x, at->y}) : std::nullopt;
    }
    case Field::Kind::points: return points(value, field);
    case Field::Kind::radii: return radii(value);
    case Field::Kind::length: return one(value.positive(farthest));
    case Field::Kind::degrees: return one(value.number(field.least, field.most));
  }
  return std::nullopt;
}

std::optional<geometry::Area> read_form(const Value& value, const FormKind& kind, const geometry::Box& layout) {
  auto object = value.object(kind.holds);
  if (!object) return std::nullopt;
  geometry::Given given(kind.fields.size());
  std::vector<std::optional<Value>> values;
  bool whole = true;
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    const Field& field = kind.fields[i];
    values.push_back(field.needed ? object->must_have(field.key, field.expected) : object->may_have(field.key));
    if (!field.needed) given[i] = {field.otherwise};
    const auto numbers = values[i] ? read_field(*values[i], field) : std::nullopt;
    keep(given[i], numbers);
    whole = whole && (numbers || !field.needed);
  }
  object->close();
  for (const geometry::Fault& fault : kind.faults(given)) {
    whole = false;
    const auto& at = values[fault.field];
    if (at || !kind.fields[fault.field].needed)
      (at ? *at : value).wrong(Problem::impossible_shape, std::string(fault.expected));
  }
  return whole ? std::optional(kind.make(given, layout)) : std::nullopt;
}

}  // namespace

std::optional<geometry::Point> read_point(const Value& value) {
  const auto xy = value.list(2, 2, "x and y, in canvas units");
  if (!xy || xy->size() != 2) return std::nullopt;
  const auto x = (*xy)[0].number(-farthest, farthest), y = (*xy)[1].number(-farthest, farthest);
  if (!x || !y) return std::nullopt;
  return geometry::Point{*x, *y};
}

std::optional<Shaped> read_area(Object& object, const geometry::Box& layout) {
  std::optional<Value> first;
  std::optional<geometry::Area> area;
  bool one_only = true;
  std::string_view first_key;
  for (const geometry::FormKindOf kind : geometry::form_kinds) {
    const auto value = object.may_have(kind().key);
    if (!value) continue;
    if (first) {
      value->wrong(Problem::two_shapes, "either " + in_quotes(first_key) + " or " + in_quotes(kind().key),
                   "Keep one of the two.");
      one_only = false;
      continue;
    }
    first = value;
    first_key = kind().key;
  }
  if (!first)
    object.value().reading().report(object.value().node(), {.problem = Problem::no_shape,
                                                            .found = "no shape",
                                                            .expected = "a shape, such as \"ellipse\" or \"ring\"",
                                                            .hint = "docs/packs.md has them all.",
                                                            .mend = "\"ellipse\": {\"centre\": [0, 0], \"radius\": 0.3},"});
  if (!first || !one_only) return std::nullopt;
  for (const geometry::FormKindOf kind : geometry::form_kinds)
    if (kind().key == first_key) area = read_form(*first, kind(), layout);
  return area ? std::optional(Shaped{*std::move(area), *first}) : std::nullopt;
}

}  // namespace greenline::content
