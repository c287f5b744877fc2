#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "generator/dialect.hpp"

namespace load {

/// What the participants do: post ideas that everyone gets, or vote, which only the voter and the
/// journal hear of.
enum class Work { posts, votes };

struct AtelierOptions {
    std::vector<std::string> codes;  ///< one workshop a group
    Work work = Work::posts;
    std::size_t ideas_voted = 5;  ///< votes go to so many ideas in turn
};

/// Joins over HTTP, greets, sends commands, and follows frames as a client must: the seq never goes
/// back, nothing comes twice, and what a refusal says to send again is sent again.
class Atelier : public Dialect {
  public:
    Atelier(AtelierOptions options, Ledger& ledger);

    std::string join_body(std::size_t link) const override;
    bool joined(std::size_t link, int status, std::string_view body) override;
    std::string path(std::size_t link) const override;
    std::string headers(std::size_t link) const override;
    void opened(std::size_t link, Line& line) override;
    void frame(std::size_t link, std::string_view payload, Nanos at, Line& line) override;
    std::string command(std::size_t link, std::size_t message) override;
    bool complete() const override;
    std::size_t answered() const override { return answered_; }
    void report(nlohmann::ordered_json& out) const override;

  private:
    struct Person {
        std::string workshop;
        std::string token;
        std::uint64_t seq = 0;
        bool welcomed = false;
    };
    /// A frame that was read once; the others of its audience get the same bytes.
    struct Known {
        std::string bytes;
        std::uint64_t seq = 0;
        std::vector<std::pair<std::size_t, std::uint64_t>> ideas;  ///< message and mark
    };

    const Known* find(std::string_view payload) const;
    void keep(Known known);
    void follow(std::size_t link, const Known& known, Nanos at);
    void read_delta(std::size_t link, std::string_view payload, const nlohmann::json& json,
                    Nanos at);
    void welcome(std::size_t link, const nlohmann::json& json, Nanos at, Line& line);
    void refused(const nlohmann::json& json, Nanos at, Line& line);
    void advance(std::size_t link, std::uint64_t seq);
    std::pair<std::size_t, std::uint64_t> idea(const nlohmann::json& json);
    std::string command_id(std::size_t message) const;
    std::size_t message_of(const nlohmann::json& id) const;

    AtelierOptions options_;
    Ledger& ledger_;
    std::vector<Person> people_;
    std::vector<std::vector<std::string>> ideas_;  ///< of each group, as first welcomed
    std::vector<Known> known_;                     ///< a ring, the newest before `next_`
    std::size_t next_ = 0;
    std::string run_;  ///< first part of this run's command ids
    std::size_t answered_ = 0;
    std::size_t lost_copies_ = 0;  ///< of messages refused for good
    std::size_t resyncs_ = 0;
    std::size_t backwards_ = 0;
    std::size_t sent_again_ = 0;
    std::map<std::string, std::size_t> refusals_;
    std::map<std::string, std::size_t> join_refusals_;
};

}  // namespace load
