// Threads are drawn, given a word, taken back.
#include "model/kinds/thread.h"

#include <algorithm>

#include "model/kinds/asking.h"

namespace greenline::model {
namespace {

bool end_is_there(const Asking& asking, const ThreadEnd& end) {
  return std::visit([&](const auto& held) { return asking.there(held); }, end);
}

bool joined(const Convening& now, const ThreadEnd& a, const ThreadEnd& b) {
  return std::any_of(now.threads.begin(), now.threads.end(), [&](const auto& entry) {
    const ThreadEnds& ends = entry.second.ends.value;
    const bool same = (ends.from == a && ends.to == b) || (ends.from == b && ends.to == a);
    return same && present(now, entry.second);
  });
}

}  // namespace

Answer<ThreadDrawn> decide(const DrawThread& request, const Asking& asking) {
  if (!end_is_there(asking, request.from) || !end_is_there(asking, request.to)) return tl::unexpected(Refusal::not_there);
  if (request.from == request.to) return tl::unexpected(Refusal::same_ends);
  if (joined(asking.now, request.from, request.to)) return tl::unexpected(Refusal::already_joined);
  return ThreadDrawn{{asking.stamp.fresh}, request.from, request.to, asking.phase_visit()};
}
void apply(const ThreadDrawn& event, const Applying& on) {
  Thread& thread = record(on.to.threads, event.thread);
  thread.made = true;
  thread.ends.write({event.from, event.to, event.phase_visit}, on.at, on.by);
}

Answer<ThreadWorded> decide(const WordThread& request, const Asking& asking) {
  if (!asking.there(request.thread)) return tl::unexpected(Refusal::not_there);
  const Phrase word = phrase_of(request.word, request.language);
  if (const auto no = flaw_of(word)) return tl::unexpected(*no);
  if (find_record(asking.now.threads, request.thread)->word.value == word) return tl::unexpected(Refusal::already_so);
  return ThreadWorded{request.thread, word.words, word.language};
}
void apply(const ThreadWorded& event, const Applying& on) {
  record(on.to.threads, event.thread).word.write({event.word, event.language}, on.at, on.by);
}

Answer<ThreadTakenBack> decide(const TakeBackThread& request, const Asking& asking) {
  const bool here = asking.there(request.thread);
  const EventId made_in = here ? asking.now.threads.at(request.thread).ends.value.phase_visit : EventId{};
  if (const auto no = asking.barred_to_take_back(here, made_in)) return tl::unexpected(*no);
  return ThreadTakenBack{request.thread};
}
void apply(const ThreadTakenBack& event, const Applying& on) { record(on.to.threads, event.thread).taken_back = true; }

}  // namespace greenline::model
