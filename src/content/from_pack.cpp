// One activity out of a pack, and what there is to say about all of it.
#include "content/problem.h"
#include "content/reader.h"
#include "content/slips.h"
#include "content/whole_pack.h"

namespace greenline::content {

tl::expected<FromPack, Diagnostics> load_from_pack(const std::filesystem::path& path, const std::string& activity,
                                                   const PackSurroundings& around) {
  auto source = open_pack(path);
  if (!source) return tl::unexpected(one_a_cause(std::move(source.error())));
  auto pack = load_whole_pack(*source, around, nullptr);
  if (!pack) return tl::unexpected(one_a_cause(std::move(pack.error())));
  std::vector<std::string> known;
  for (Pack& one : pack->activities) {
    if (activity.empty() || one.activity.id == activity) return FromPack{std::move(one), std::move(pack->phrases)};
    known.push_back(one.activity.id);
  }
  return tl::unexpected(Diagnostics{whole_file(source->name, {.problem = Problem::unknown_activity,
                                                              .found = "no activity " + as_found(activity),
                                                              .expected = one_of_text(known),
                                                              .nearest = nearest_spelling(activity, known)})});
}

Diagnostics check_pack(const std::filesystem::path& path, const PackSurroundings& around) {
  const auto source = open_pack(path);
  if (!source) return one_a_cause(source.error());
  Diagnostics remarks;
  auto pack = load_whole_pack(*source, around, &remarks);
  return one_a_cause(pack ? std::move(remarks) : std::move(pack.error()));
}

}  // namespace greenline::content
