// Keeps the shelf: looks after packs on a thread of its own, so that no frame ever waits for a stick, and a pack that means
// harm holds up nobody but itself.
//
// It looks when it is asked to, when a file of a pack is saved, and when a stick comes or goes. What is wished is done in
// order, one thing at a time.
#pragma once
#include <functional>
#include <memory>
#include <optional>

#include "shelf/listing.h"
#include "shelf/look.h"

namespace greenline::shelf {

class Keeper {
 public:
  static constexpr std::size_t most_wishes = 32;  // that wait; a further one is refused

  // `changed` is called on its thread when there is another listing. `in_use`, too, and may be empty: nothing is.
  // The store is swept and looked after at once; activities that are built in are read only when somebody asks for them.
  Keeper(Places, InUse in_use, std::function<void()> changed);
  ~Keeper();  // ends what it is at between two files; `changed` is not called any more
  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;

  // As it is known now; never null. From any thread.
  [[nodiscard]] std::shared_ptr<const Listing> listing() const;

  void look_at_all();  // and at what is built in from now on
  // False when too much is wished already.
  bool bring(const std::filesystem::path& pack, Which = Which::ask);
  bool remove(const std::string& id, const content::Version&);
  void tidy();             // a convening was closed: what was kept for it may go
  void forget_question();  // it is not answered

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::shelf
