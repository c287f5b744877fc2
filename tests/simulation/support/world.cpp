#include "simulation/support/world.hpp"

#include <fmt/core.h>

#include "simulation/support/beginning.hpp"
#include "simulation/support/wishes.hpp"

namespace atelier::simulation {

using domain::Role;
using room::ConnectionId;

namespace {

constexpr int steps_max = 260;

base::Uuid fresh_uuid(Chance& chance) {
    base::Uuid out;
    for (std::uint8_t& byte : out.bytes) byte = static_cast<std::uint8_t>(chance.below(256));
    out.bytes[6] = static_cast<std::uint8_t>((out.bytes[6] & 0x0fU) | 0x40U);
    out.bytes[8] = static_cast<std::uint8_t>((out.bytes[8] & 0x3fU) | 0x80U);
    return out;
}

}  // namespace

std::string CountingIds::fresh() { return fmt::format("i{:05}", ++last_); }

World::World(std::uint64_t seed, std::ostream* trace) : World(Chance(seed), trace) {}

World::World(Chance chance, std::ostream* trace)
    : disk(beginning(chance)),
      host(disk, ids, 3 + chance.below(20), 1 + chance.below(60)),
      chance_(chance),
      trace_(trace),
      slowness_(static_cast<unsigned>(chance_.below(70))) {
    clients = people(chance_);
}

void World::say(const std::string& what) {
    if (trace_) *trace_ << now << ' ' << what << '\n';
}

void World::live() {
    for (int i = 0; i < steps_max; ++i) step();
    heal();
}

void World::step() {
    now += static_cast<base::Millis>(chance_.below(60));
    if (!host.up() && chance_.percent(15)) {
        say("start");
        host.start();
    }
    static constexpr std::array<Step, 6> steps{{{30, &World::client_acts},
                                                {40, &World::line_moves},
                                                {8, &World::post_moves},
                                                {12, &World::disk_moves},
                                                {9, &World::room_moves},
                                                {1, &World::misfortune}}};
    std::size_t at = chance_.below(100);
    for (const Step& one : steps) {
        if (at < one.weight) return (this->*one.act)();
        at -= one.weight;
    }
}

// What clients do

Client& World::owner(ConnectionId line) {
    for (Client& client : clients)
        if (client.line == line) return client;
    throw std::logic_error("nobody's line");
}

void World::client_acts() {
    const std::size_t client = chance_.below(clients.size());
    if (!clients[client].line) {
        if (host.up() && chance_.percent(40)) connect(client);
        return;
    }
    if (chance_.percent(5)) return cut(client);
    if (chance_.percent(4)) return repeat(client);
    if (const auto id = clients[client].due(now)) return send(client, *id);
    const bool storm = chance_.percent(1) && chance_.percent(20);
    for (int i = 0; i < (storm ? 70 : 1); ++i) make_wish(client);
}

void World::connect(std::size_t client) {
    Client& who = clients[client];
    who.connected(host.connect(who.actor, who.transport));
    host.lines.at(*who.line).up.push_back(who.hello());
    say(fmt::format("client {} connects as line {}: {}", client, *who.line, who.hello()));
}

/// Some of what was on its way to the client arrives; what was on its way to the server may arrive
/// later, when the client has long come back by another line.
void World::cut(std::size_t client) {
    Client& who = clients[client];
    const ConnectionId id = *who.line;
    Line& line = host.lines.at(id);
    for (auto left = chance_.below(line.down.size() + 1); left > 0 && !line.down.empty(); --left)
        down(id);
    say(fmt::format("line {} of client {} is cut", id, client));
    line.cut = true;
    line.down.clear();
    who.lost();
    if (chance_.percent(40)) host.disconnect(id);
}

void World::make_wish(std::size_t client) {
    Client& who = clients[client];
    if (!who.mirror) return;
    const std::string mark = fmt::format("T{:06}", ++marks_);
    json frame = wish(*who.mirror, who.actor.role, mark, chance_);
    const std::string id = fresh_uuid(chance_).text();
    frame["type"] = "command";
    frame["id"] = id;
    Entry& entry = who.ledger[id];
    entry.text = frame.dump();
    if (entry.text.find(mark) != std::string::npos) entry.mark = mark;
    send(client, id);
}

void World::send(std::size_t client, const std::string& id) {
    Client& who = clients[client];
    Entry& entry = who.ledger.at(id);
    entry.waiting = true;
    entry.by_post = who.transport != wire::Transport::websocket || !who.line || chance_.percent(5);
    say(fmt::format("client {} {} {}", client, entry.by_post ? "posts" : "sends", entry.text));
    if (entry.by_post) {
        host.requests.push_back({client, id, entry.text, {}});
    } else {
        host.lines.at(*who.line).up.push_back(entry.text);
    }
}

/// What has its answer may be sent again all the same, and gets the same answer. A refusal is
/// remembered only as long as the room that gave it.
void World::repeat(std::size_t client) {
    Client& who = clients[client];
    if (who.ledger.empty()) return;
    const auto& [id, entry] = chance_.pick(who.ledger);
    if (entry.answer && (*entry.answer)["type"] == "ack")
        host.lines.at(*who.line).up.push_back(entry.text);
}

// What travels

void World::up(ConnectionId line) { host.message(line, now); }

void World::down(ConnectionId line) {
    const Parcel parcel = host.take(line, now);
    if (trace_) say(fmt::format("  line {} <- {}", line, parcel->dump()));
    owner(line).take(*parcel, now);
}

void World::line_moves() {
    if (host.lines.empty()) return;
    const ConnectionId id = chance_.pick(host.lines).first;
    for (std::size_t left = 1 + chance_.below(4); left > 0; --left) {
        Line& line = host.lines.at(id);
        if (line.cut && (line.up.empty() || chance_.percent(20))) return host.disconnect(id);
        if (!line.up.empty() && chance_.percent(60)) {
            up(id);
        } else if (!line.cut && !line.down.empty() && !chance_.percent(slowness_)) {
            down(id);
        }
    }
}

void World::request_arrives(std::size_t index) {
    const Post post = host.requests[index];
    host.requests.erase(host.requests.begin() + static_cast<std::ptrdiff_t>(index));
    host.post(post, clients[post.client].actor, now);
}

void World::answer_arrives(std::size_t index) {
    const Post post = host.answers[index];
    host.answers.erase(host.answers.begin() + static_cast<std::ptrdiff_t>(index));
    if (trace_) say(fmt::format("  post {} <- {}", post.id, post.answer.dump()));
    if (!post.text.empty()) return clients[post.client].answered(post.answer, now);
    for (Rename& rename : renames)
        if (rename.name == post.id) rename.done |= post.answer["type"] == "ack";
}

void World::post_moves() {
    if (host.up() && !host.requests.empty()) {
        const std::size_t index = chance_.below(host.requests.size());
        if (chance_.percent(8))
            clients[host.requests[index].client].post_lost(host.requests[index].id);
        request_arrives(index);
    }
    if (host.answers.empty()) return;
    const std::size_t index = chance_.below(host.answers.size());
    if (chance_.percent(85)) return answer_arrives(index);
    if (!host.answers[index].text.empty())
        clients[host.answers[index].client].post_lost(host.answers[index].id);
    host.answers.erase(host.answers.begin() + static_cast<std::ptrdiff_t>(index));
}

// What happens to the server

void World::disk_moves() {
    if (!host.up() || !disk.busy()) return;
    const std::size_t luck = chance_.below(100);
    if (disk.broken() ? !disk.written() : luck < 6) {
        const bool kept = chance_.percent(50);
        say(kept ? "an append fails, and is there" : "an append fails");
        host.append_failed(kept, now);
    } else if (luck < 20) {
        say("an append is on disk");
        disk.write();
    } else {
        say("an append is done");
        host.appended(now);
    }
}

void World::room_moves() {
    if (!host.up()) return;
    const std::size_t luck = chance_.below(100);
    if (luck < 55) {
        if (host.resting() || luck < 3) host.wake(now);
    } else if (luck < 80) {
        host.tick();
    } else if (luck < 88) {
        rename();
    } else if (luck < 93) {
        host.save_snapshot();
    } else if (disk.broken()) {
        say("the disk is mended");
        host.disk_mends(now);
    } else if (host.draining() && host.idle()) {
        say("stopped");
        crash(/*kept=*/true);
    }
}

void World::misfortune() {
    if (!host.up()) return;
    const std::size_t luck = chance_.below(3);
    if (luck == 0) {
        const bool kept = chance_.percent(50);
        say(kept ? "crash, what was being written is there" : "crash");
        crash(kept);
    } else if (luck == 1) {
        say("drain");
        host.drain();
    } else if (!disk.broken()) {
        say("the disk breaks");
        host.disk_breaks();
    }
}

void World::rename() {
    std::vector<domain::ParticipantId> known;
    for (const Client& client : clients)
        if (!client.actor.participant.empty()) known.push_back(client.actor.participant);
    const domain::ParticipantId person = chance_.pick(known);
    renames.push_back({fmt::format("N{:05}", ++names_), false});
    const std::string& name = renames.back().name;
    say(person.text + " is called " + name);
    host.perform(name, {Role::participant, person}, domain::Join{person, name, {}, {}}, now);
}

void World::crash(bool kept) {
    for (std::size_t i = 0; i < clients.size(); ++i)
        if (clients[i].line) cut(i);
    for (const Post& post : host.requests) clients[post.client].post_lost(post.id);
    for (Client& client : clients)
        for (auto& [id, entry] : client.ledger) entry.waiting = false;
    host.answers.clear();
    disk.abandon(kept);
    host.crash();
}

// The end: everything works again, and all that is open comes to its end

bool World::quiet() const {
    for (const auto& [id, line] : host.lines)
        if (!line.up.empty() || !line.down.empty() || line.cut) return false;
    for (const Client& client : clients)
        if (!client.line || !client.settled()) return false;
    return host.requests.empty() && host.answers.empty() && host.idle();
}

void World::heal() {
    say("everything works again");
    int quiet_rounds = 0;
    for (int round = 0; round < 300 && quiet_rounds < 4; ++round) {
        now += 300;
        if (!host.up()) host.start();
        if (disk.busy()) disk.broken() ? host.append_failed(false, now) : host.appended(now);
        if (disk.broken()) host.disk_mends(now);
        if (host.draining() && host.idle()) crash(/*kept=*/true), host.start();
        if (host.resting()) host.wake(now);
        host.tick();
        for (std::size_t i = 0; i < clients.size(); ++i) {
            if (!clients[i].line) connect(i);
            while (const auto id = clients[i].due(now)) send(i, *id);
        }
        while (!host.requests.empty()) request_arrives(0);
        while (!host.answers.empty()) answer_arrives(0);
        for (auto at = host.lines.begin(); at != host.lines.end();) {
            const auto [id, line] = *at++;
            while (!host.lines.at(id).up.empty()) up(id);
            if (line.cut) {
                host.disconnect(id);
            } else {
                while (!host.lines.at(id).down.empty()) down(id);
            }
        }
        if (host.idle())  // nothing is on its way any more: what has no answer by now was lost
            for (Client& client : clients)
                for (auto& [id, entry] : client.ledger) entry.waiting = false;
        quiet_rounds = quiet() ? quiet_rounds + 1 : 0;
    }
    if (quiet_rounds < 4) disk.truth().faults.emplace_back("it never becomes quiet");
}

}  // namespace atelier::simulation
