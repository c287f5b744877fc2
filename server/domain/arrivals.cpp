#include "base/text.hpp"
#include "domain/rules.hpp"

/// How people come and how they leave.
namespace atelier::domain::rules {

// H1: in an open welcome phase that asks for it; the last choice counts.
Events choose_weather(const Asked& asked, const ChooseWeather& command) {
    const auto open = open_of<WelcomeSettings>(asked.workshop, "welcome");
    if (!open) return open.error();
    if (!open.value().settings->weather) return Refusal{Code::not_allowed};
    return std::vector<Event>{
        WeatherChosen{open.value().phase->id, asked.actor.participant, command.weather}};
}

// H2: an affiliation is chosen, changed or taken back until the workshop is closed.
Events choose_affiliation(const Asked& asked, const ChooseAffiliation& command) {
    if (command.affiliation && !asked.workshop.affiliation(*command.affiliation))
        return Refusal{Code::unknown_affiliation};
    return std::vector<Event>{AffiliationChosen{asked.actor.participant, command.affiliation}};
}

// Z1: in an open close phase, what it asks for; what is said again replaces all that was said. Z2: a
// sentence is at most so long, one in which nothing can be read is none, and none is quoted.
Events say_closing(const Asked& asked, const SayClosing& command) {
    const auto open = open_of<CloseSettings>(asked.workshop, "close");
    if (!open) return open.error();
    const auto [phase, settings] = open.value();
    Closing closing = command.closing;
    if (closing.roti && (*closing.roti < 1 || *closing.roti > 5)) return bad_argument("roti");
    if (base::valid_utf8(closing.sentence) && base::blank(closing.sentence))
        closing.sentence.clear();
    if (closing.roti && !settings->roti) return Refusal{Code::not_allowed};
    if (!closing.sentence.empty()) {
        if (!settings->sentence) return Refusal{Code::not_allowed};
        if (auto bad = check_text(closing.sentence, limits::sentence_graphemes_max,
                                  limits::idea_bytes_max))
            return *bad;
    }
    closing.quote = closing.quote && !closing.sentence.empty();
    return std::vector<Event>{ClosingSaid{phase->id, asked.actor.participant, std::move(closing)}};
}

}  // namespace atelier::domain::rules
