#pragma once

#include <random>
#include <string>
#include <vector>

#include "journal/journal.hpp"
#include "tale.hpp"

namespace atelier::tests {

/// A big vote: people join, ideas are published, then dot after dot. Made directly, without asking
/// the rules, for speed; every event fits the ones before it.
class Crowd {
  public:
    Crowd(std::size_t people, std::size_t ideas) : people_(people), ideas_(ideas) {
        Tale tale(1);
        add(tale.events().front().event);
        for (std::size_t i = 0; i < people; ++i)
            add(domain::ParticipantJoined{person(i), "Prénom " + std::to_string(i),
                                          domain::AffiliationId{"city"},
                                          base::sha256_hex(person(i).text)});
        add(domain::PhaseOpened{{"p1"}, 1});
        for (std::size_t i = 0; i < ideas; ++i)
            add(domain::IdeaPosted{idea(i),
                                   {"p1"},
                                   person(i % people),
                                   "Une idée d'une longueur ordinaire, avec son numéro " +
                                       std::to_string(i) + ", pour voir",
                                   domain::ScaleId{"s2"},
                                   domain::IdeaStatus::published,
                                   true});
        add(domain::PhaseClosed{{"p1"}});
        add(domain::PhaseOpened{{"p3"}, 2});
    }
    void vote() {
        add(domain::VoteCast{{"p3"},
                             person(random_() % people_),
                             idea(random_() % ideas_),
                             domain::Dots{static_cast<int>(random_() % 3)}});
    }
    void vote_until(std::size_t events) {
        while (seq_ < events) vote();
    }
    [[nodiscard]] domain::Seq seq() const { return seq_; }
    /// What happened since the last call.
    journal::Batch batch() {
        journal::Batch out{{"w1"}, seq_ + 1 - waiting_.size(), std::move(waiting_)};
        waiting_.clear();
        return out;
    }

  private:
    static domain::ParticipantId person(std::size_t i) {
        return {base::sha256_hex("person " + std::to_string(i)).substr(0, 16)};
    }
    static domain::IdeaId idea(std::size_t i) {
        return {base::sha256_hex("idea " + std::to_string(i)).substr(0, 16)};
    }
    void add(domain::Event event) {
        base::Uuid command;
        for (auto& byte : command.bytes) byte = static_cast<std::uint8_t>(random_());
        domain::Actor actor{domain::Role::facilitator};
        if (const auto* vote = std::get_if<domain::VoteCast>(&event))
            actor = {domain::Role::participant, vote->participant};
        ++seq_;
        waiting_.push_back({seq_, static_cast<base::Millis>(1'700'000'000'000 + seq_), actor,
                            command, std::move(event)});
    }

    std::size_t people_, ideas_;
    std::mt19937 random_{5};
    domain::Seq seq_ = 0;
    std::vector<domain::Recorded> waiting_;
};

}  // namespace atelier::tests
