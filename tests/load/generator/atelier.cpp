#include "generator/atelier.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <set>
#include <utility>

namespace load {
namespace {

using nlohmann::json;

constexpr std::size_t known_max = 256;

std::string hex(std::uint64_t value, int digits) {
    std::string out(static_cast<std::size_t>(digits) + 1, '\0');
    std::snprintf(out.data(), out.size(), "%0*llx", digits, static_cast<unsigned long long>(value));
    out.pop_back();
    return out;
}

std::string text_of(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

Atelier::Atelier(AtelierOptions options, Ledger& ledger)
    : options_(std::move(options)),
      ledger_(ledger),
      people_(ledger.groups().all()),
      ideas_(ledger.groups().groups),
      known_(known_max),
      run_(hex(std::random_device{}(), 8)) {}

std::string Atelier::join_body(std::size_t link) const {
    return json{{"code", options_.codes[ledger_.groups().of_link(link)]}}.dump();
}

bool Atelier::joined(std::size_t link, int status, std::string_view body) {
    const json answer = json::parse(body, nullptr, false);
    if (status != 200 || !answer.is_object()) {
        ++join_refusals_[std::to_string(status) + " " +
                         (answer.is_object() ? text_of(answer, "code") : "")];
        return false;
    }
    people_[link].workshop = text_of(answer, "workshop");
    people_[link].token = text_of(answer, "token");
    return true;
}

std::string Atelier::path(std::size_t link) const {
    return "/api/v1/workshops/" + people_[link].workshop + "/live?as=participant";
}

std::string Atelier::headers(std::size_t link) const {
    return "Authorization: Bearer " + people_[link].token +
           "\r\nSec-WebSocket-Protocol: atelier.v1\r\n";
}

void Atelier::opened(std::size_t link, Line& line) {
    people_[link].welcomed = false;
    line.send(link, R"({"type":"hello"})");
}

const Atelier::Known* Atelier::find(std::string_view payload) const {
    for (std::size_t back = 1; back <= known_max; ++back) {
        const Known& known = known_[(next_ + known_max - back) % known_max];
        if (known.bytes.empty()) return nullptr;
        if (known.bytes == payload) return &known;
    }
    return nullptr;
}

void Atelier::keep(Known known) {
    known_[next_] = std::move(known);
    next_ = (next_ + 1) % known_max;
}

void Atelier::frame(std::size_t link, std::string_view payload, Nanos at, Line& line) {
    if (const Known* known = find(payload)) return follow(link, *known, at);
    const json read = json::parse(payload, nullptr, false);
    const std::string type = read.is_object() ? text_of(read, "type") : "";
    if (type == "delta") {
        read_delta(link, payload, read, at);
    } else if (type == "ack") {
        ++answered_;
        ledger_.acknowledged(ledger_.schedule().due(message_of(read.at("id"))), at);
    } else if (type == "refused") {
        refused(read, at, line);
    } else if (type == "welcome") {
        welcome(link, read, at, line);
    } else {
        ++refusals_["frame " + (type.empty() ? "unreadable" : type)];
    }
}

void Atelier::advance(std::size_t link, std::uint64_t seq) {
    if (seq < people_[link].seq) ++backwards_;
    people_[link].seq = std::max(seq, people_[link].seq);
}

void Atelier::follow(std::size_t link, const Known& known, Nanos at) {
    advance(link, known.seq);
    for (const auto& [message, mark] : known.ideas) ledger_.heard(link, message, mark, at, false);
}

void Atelier::read_delta(std::size_t link, std::string_view payload, const json& read, Nanos at) {
    if (read.value("own", false)) return;
    Known known{std::string(payload), read.at("seq").get<std::uint64_t>(), {}};
    const auto events = read.find("events");
    if (options_.work == Work::posts && events != read.end()) {
        for (const auto& event : *events) {
            if (text_of(event, "event") != "idea.posted") continue;
            const auto found = idea(event.at("idea"));
            if (found.first != Ledger::none) known.ideas.push_back(found);
        }
    }
    follow(link, known, at);
    keep(std::move(known));
}

std::pair<std::size_t, std::uint64_t> Atelier::idea(const json& read) {
    const std::string text = text_of(read, "text");
    return {ledger_.read(text), mark_of(text_of(read, "id") + text)};
}

void Atelier::welcome(std::size_t link, const json& read, Nanos at, Line& line) {
    advance(link, read.at("seq").get<std::uint64_t>());
    const auto& ideas = read.at("state").at("ideas");
    auto& listed = ideas_[ledger_.groups().of_link(link)];
    if (options_.work == Work::votes && listed.empty())
        for (const auto& one : ideas) listed.push_back(text_of(one, "id"));
    if (people_[link].welcomed) {
        ++resyncs_;
        if (options_.work == Work::posts) {
            for (const auto& one : ideas) {
                const auto [message, mark] = idea(one);
                if (message != Ledger::none) ledger_.heard(link, message, mark, at, true);
            }
        }
    }
    people_[link].welcomed = true;
    line.live(link);
}

void Atelier::refused(const json& read, Nanos at, Line& line) {
    const std::string code = text_of(read, "code");
    ++refusals_[code];
    const std::size_t message = message_of(read.at("id"));
    const auto data = read.find("data");
    if (message != Ledger::none && data != read.end() && data->contains("retry_after_ms")) {
        ++sent_again_;
        line.again(message, at + data->at("retry_after_ms").get<std::int64_t>() * millisecond);
        return;
    }
    ++answered_;
    if (options_.work == Work::posts)
        lost_copies_ += ledger_.groups().size(ledger_.groups().of_message(message));
}

std::string Atelier::command(std::size_t link, std::size_t message) {
    json out{{"type", "command"}, {"id", command_id(message)}};
    if (options_.work == Work::posts) {
        out["do"] = "idea.post";
        out["args"] = {{"text", ledger_.text(message)}};
        return out.dump();
    }
    // Each person goes through the ideas: a dot on each in turn, then off each in turn.
    const auto& ideas = ideas_[ledger_.groups().of_link(link)];
    const std::size_t turn = message / ledger_.groups().connections;
    const std::size_t count =
        std::max<std::size_t>(1, std::min(ideas.size(), options_.ideas_voted));
    out["do"] = "vote.cast";
    out["args"] = {{"idea", ideas.empty() ? "" : ideas[turn % count]},
                   {"value", turn / count % 2 == 0 ? 1 : 0}};
    return out.dump();
}

// The last twelve digits of a command's id are the number of its message.
std::string Atelier::command_id(std::size_t message) const {
    return run_ + "-0000-4000-8000-" + hex(message, 12);
}

std::size_t Atelier::message_of(const json& id) const {
    if (!id.is_string()) return Ledger::none;
    const auto text = id.get<std::string>();
    return text.size() == 36 ? std::strtoull(text.c_str() + 24, nullptr, 16) : Ledger::none;
}

bool Atelier::complete() const {
    if (answered_ < ledger_.schedule().count) return false;
    return options_.work == Work::votes || ledger_.copies() + lost_copies_ >= ledger_.expected();
}

void Atelier::report(nlohmann::ordered_json& out) const {
    const auto& groups = ledger_.groups();
    std::size_t unequal = 0;
    for (std::size_t link = 0; link < people_.size(); ++link) {
        const std::size_t first = groups.of_link(link);
        if (people_[link].seq != people_[first].seq || ledger_.fold(link) != ledger_.fold(first))
            ++unequal;
    }
    out["answered"] = answered_;
    out["unequal"] = unequal;
    out["backwards"] = backwards_;
    out["resyncs"] = resyncs_;
    out["sent_again"] = sent_again_;
    out["refusals"] = refusals_;
    out["join_refusals"] = join_refusals_;
}

}  // namespace load
