// What is said when something goes wrong that nobody foresaw, in whatever thread: what happened, and what to do. Then the
// program ends with exit code 1, not by a signal.
#pragma once
#include <exception>
#include <string>

namespace greenline::cli {

// Of memory, of files, of anything else. Nothing of it can do harm to a terminal.
[[nodiscard]] std::string last_words(const std::exception&);
// For what is thrown and is no exception.
[[nodiscard]] std::string last_words();

// Runs the program's own part and returns its exit code; what comes out of it as an exception is said, and 1 returned.
template <class Part>
int said_at_the_end(Part part);

// From here on, what a thread throws and nobody catches is said as well; the program ends at once then. What was acknowledged
// is on the disk already.
void say_last_words_of_threads();

namespace inside {
int say(const std::string& words) noexcept;
int say_without_memory() noexcept;
}  // namespace inside

template <class Part>
int said_at_the_end(Part part) {
  try {
    return part();
  } catch (const std::bad_alloc&) {
    return inside::say_without_memory();
  } catch (const std::exception& unforeseen) {
    return inside::say(last_words(unforeseen));
  } catch (...) {
    return inside::say(last_words());
  }
}

}  // namespace greenline::cli
