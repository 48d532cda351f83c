// What people own already, a list of questions in Markdown or a table (CSV), as an activity: a phase for each question.
#pragma once
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "content/strings.h"

namespace greenline::content {

struct ListedPrompt {
  std::string title;   // may be empty: its first words will do
  std::string prompt;  // never empty
  int minutes = 0;     // 0: nobody said
  std::string mode;    // "pair"; empty: nobody said
};
struct PromptList {
  std::string title;  // may be empty
  std::vector<ListedPrompt> prompts;
};

// Markdown: the first heading is the title; every further heading begins a phase of that name whose question is the text under
// it; without such headings each item of a list, or each line, is a question. CSV (commas, semicolons or tabs): a question a
// row, in the column that a first row calls prompt or question, else in the first; title, minutes and mode where there are
// such columns. "(8 min)" at a question's end is its minutes. The error is a sentence.
[[nodiscard]] tl::expected<PromptList, std::string> read_prompt_list(std::string_view text, bool is_table);

// An activity's file, sound and ready to be changed: on the open field, everybody may write and join in each phase.
[[nodiscard]] std::string activity_from(const PromptList&, const std::string& id, const std::string& language, const Strings&);

}  // namespace greenline::content
