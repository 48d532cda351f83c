// What Cairo leaves out of a tagged PDF: the language of the document and of each part, and what pictures show.
#pragma once
#include <string>
#include <vector>

namespace greenline::paper {

// Of one part of the document, in the order in which the parts were begun; the whole document is the first.
struct Part {
  std::string language;  // BCP 47
  std::string told;      // what a picture shows; empty: it is not one
};

// The same PDF with that in it, by libqpdf; as it was where that cannot be.
[[nodiscard]] std::string completed(std::string pdf, const std::vector<Part>& parts);

}  // namespace greenline::paper
