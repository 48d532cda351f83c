#include "e2e/touch_traces.h"

#include <algorithm>
#include <map>

namespace greenline::desk {
namespace {

using input::Contact;
using input::ContactState;

// One contact's losses. X rounds positions to its own fractions of a pixel on the way.
std::string loss(const Trace& injected, const Trace& heard) {
  std::string said;
  if (injected.path.size() != heard.path.size()) {
    said += " heard at " + std::to_string(heard.path.size()) + " of " + std::to_string(injected.path.size()) + " places;";
  } else {
    for (std::size_t i = 0; i < heard.path.size() && said.empty(); ++i) {
      const float off = length(heard.path[i] - injected.path[i]);
      if (!(off < 0.6F)) said += " off by " + std::to_string(off) + " pixels at its place " + std::to_string(i) + ";";
    }
  }
  if (injected.ends != heard.ends) {
    said += " ended " + std::to_string(heard.ends) + " times, not " + std::to_string(injected.ends) + ";";
  }
  return said;
}

}  // namespace

int Traces::down() const {
  return static_cast<int>(std::ranges::count_if(contacts, [](const Trace& trace) { return trace.ends == 0; }));
}

Traces traces_of(const std::vector<Contact>& reports) {
  Traces traces;
  std::map<input::ContactId, std::size_t> down;
  for (const Contact& contact : reports) {
    if (contact.state == ContactState::began) {
      down[contact.id] = traces.contacts.size();
      traces.contacts.push_back({.path = {contact.at}, .ends = 0});
      continue;
    }
    const auto known = down.find(contact.id);
    if (known == down.end()) {
      ++traces.strays;
      continue;
    }
    Trace& trace = traces.contacts[known->second];
    if (contact.state == ContactState::moved) {
      trace.path.push_back(contact.at);
    } else {
      ++trace.ends;
      trace.cancelled = contact.state == ContactState::cancelled;
      down.erase(known);
    }
  }
  return traces;
}

std::vector<Contact> contacts_of(const std::vector<input::TouchFrame>& frames) {
  std::vector<Contact> contacts;
  for (const input::TouchFrame& frame : frames) contacts.insert(contacts.end(), frame.contacts.begin(), frame.contacts.end());
  return contacts;
}

std::string what_was_lost(const std::vector<Contact>& injected, const std::vector<Contact>& heard) {
  const Traces sent = traces_of(injected), got = traces_of(heard);
  std::string said;
  if (sent.contacts.size() != got.contacts.size()) {
    said = std::to_string(got.contacts.size()) + " of " + std::to_string(sent.contacts.size()) + " contacts began.\n";
  }
  if (got.strays != 0) said += std::to_string(got.strays) + " reports of contacts that were not down.\n";
  for (std::size_t i = 0; i < std::min(sent.contacts.size(), got.contacts.size()); ++i) {
    const std::string lost = loss(sent.contacts[i], got.contacts[i]);
    if (!lost.empty()) said += "Contact " + std::to_string(i) + ":" + lost + "\n";
  }
  return said;
}

}  // namespace greenline::desk
