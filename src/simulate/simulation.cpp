#include "simulate/simulation.h"

#include "simulate/people.h"

namespace greenline::simulate {

tl::expected<void, std::string> play(station::Session& session, const Tongues& tongues, const Simulation& plan) {
  const content::Activity& activity = session.pack().activity;
  if (!plan.until_phase.empty() && find_phase(activity, plan.until_phase) == nullptr)
    return tl::unexpected("The activity \"" + activity.id + "\" has no phase \"" + plan.until_phase + "\".");
  People people(session, tongues, plan);
  for (const content::Phase& phase : activity.phases) {
    (void)session.submit(model::EnterPhase{phase.id}, model::the_host);
    people.come_to(phase);
    while (people.act()) continue;
    if (phase.id == plan.until_phase) break;
  }
  return {};
}

}  // namespace greenline::simulate
