#include "base/text.hpp"
#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

// Rule U2: a name is optional; given, it is one short line without control characters.
std::optional<Refusal> check_name(const std::optional<std::string>& name) {
    if (!name || name->empty()) return std::nullopt;
    if (!base::valid_utf8(*name)) return Refusal{Code::invalid_utf8};
    if (!one_line(*name)) return Refusal{Code::control_characters};
    if (name->size() > limits::name_bytes_max ||
        base::grapheme_count(*name) > limits::name_graphemes_max)
        return Refusal{Code::name_too_long,
                       {{"max", static_cast<std::int64_t>(limits::name_graphemes_max)}}};
    return std::nullopt;
}

/// A name in which there is nothing to read is a name that was not given, not a mistake.
std::optional<std::string> readable(const std::optional<std::string>& name) {
    return name && base::blank(*name) ? std::string() : name;
}

}  // namespace

// Rule U1: an affiliation is one of the workshop's list. Rule U3: who comes back is the same
// person; what they give anew replaces what they gave.
Events join(const Asked& asked, const Join& command) {
    const Workshop& workshop = asked.workshop;
    if (auto bad = check_name(command.name)) return *bad;
    if (command.affiliation && !workshop.affiliation(*command.affiliation))
        return Refusal{Code::unknown_affiliation};
    // Rule E5: an anonymised workshop can still be read; nobody has a name in it.
    const auto name = workshop.anonymised ? std::optional<std::string>() : readable(command.name);
    if (workshop.participant(command.participant))
        return std::vector<Event>{
            ParticipantUpdated{command.participant, name, command.affiliation, command.credential}};
    // Rule U4: a workshop has room for so many people.
    if (workshop.participants.size() >= limits::participants_per_workshop_max)
        return Refusal{Code::too_many_people};
    return std::vector<Event>{ParticipantJoined{command.participant, name.value_or(""),
                                                command.affiliation, command.credential}};
}

}  // namespace atelier::domain::rules
