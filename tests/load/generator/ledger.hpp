#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/histogram.hpp"
#include "generator/schedule.hpp"

namespace load {

/// What was said and who heard it: one bit for each message and connection, so that missing,
/// doubled and foreign copies are counted and not guessed.
class Ledger {
  public:
    Ledger(Groups groups, std::size_t messages, std::size_t text_bytes);

    void begins(Schedule schedule) { schedule_ = schedule; }
    [[nodiscard]] const Schedule& schedule() const noexcept { return schedule_; }
    [[nodiscard]] const Groups& groups() const noexcept { return groups_; }

    /// What message number `message` says; plain ASCII that needs no escaping.
    [[nodiscard]] const std::string& text(std::size_t message) const { return texts_[message]; }
    /// Which message this is; counts it as garbled (and gives `none`) when it is not word for word.
    [[nodiscard]] std::size_t read(std::string_view text);
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// A connection heard a message. `mark` stands for its content (idea id and text): the sum of
    /// the marks of what a connection heard is its fold.
    void heard(std::size_t link, std::size_t message, std::uint64_t mark, Nanos at,
               bool again_is_fine);
    void acknowledged(Nanos due, Nanos at) { acks_.record((at - due) / 1000); }

    [[nodiscard]] std::uint64_t copies() const noexcept { return latency_.total(); }
    [[nodiscard]] std::uint64_t expected() const noexcept { return expected_; }
    [[nodiscard]] std::uint64_t doubled() const noexcept { return doubled_; }
    [[nodiscard]] std::uint64_t foreign() const noexcept { return foreign_; }
    [[nodiscard]] std::uint64_t garbled() const noexcept { return garbled_; }
    [[nodiscard]] const Histogram& latency() const noexcept { return latency_; }
    [[nodiscard]] const Histogram& acks() const noexcept { return acks_; }
    [[nodiscard]] std::uint64_t fold(std::size_t link) const { return folds_[link]; }

    /// What became of the messages from one number to before another: how long each took to its
    /// last reader, and how many did not reach everyone.
    struct Part {
        Histogram last;
        std::size_t incomplete = 0;
    };
    [[nodiscard]] Part part(std::size_t from, std::size_t to) const;

  private:
    struct Spread {
        std::size_t readers = 0;
        Nanos last = 0;
    };
    Groups groups_;
    Schedule schedule_;
    std::vector<std::string> texts_;
    std::vector<std::uint64_t> bits_;
    std::size_t words_per_link_;
    std::vector<std::uint64_t> folds_;
    std::uint64_t expected_ = 0;
    std::uint64_t doubled_ = 0;
    std::uint64_t foreign_ = 0;
    std::uint64_t garbled_ = 0;
    std::vector<Spread> spread_;  ///< of each message
    Histogram latency_;
    Histogram acks_;
};

/// FNV-1a, good enough to tell texts apart.
[[nodiscard]] std::uint64_t mark_of(std::string_view text) noexcept;

}  // namespace load
