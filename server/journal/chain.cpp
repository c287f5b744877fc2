#include "journal/chain.hpp"

#include <algorithm>
#include <array>

#include "wire/events.hpp"

namespace atelier::journal {

using nlohmann::json;

namespace {

// "why" is the reason that someone gives with a vote; "until" to "bringing" are of commitments, a
// sentence is how somebody leaves, a note what was told of a commitment.
constexpr std::array<const char*, 10> sealed_keys{"text",     "name", "credential",  "why",
                                                  "until",    "with", "looking_for", "bringing",
                                                  "sentence", "note"};
constexpr std::size_t salt_bytes = 16;

std::string fresh_salt() {
    std::array<unsigned char, salt_bytes> bytes{};
    base::fill_random(bytes);
    return {bytes.begin(), bytes.end()};
}

std::string_view view(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::vector<Sealed> seal(json& payload) {
    std::vector<Sealed> out;
    for (const char* key : sealed_keys) {
        const auto found = payload.find(key);
        if (found == payload.end() || !found->is_string()) continue;
        Sealed sealed{key, fresh_salt(), found->get<std::string>()};
        *found = json{{"digest", sealed_digest(sealed.salt, sealed.value)}};
        out.push_back(std::move(sealed));
    }
    return out;
}

void unseal(json& payload, const std::vector<Sealed>& sealed) {
    for (const char* key : sealed_keys) {
        const auto found = payload.find(key);
        if (found == payload.end() || !found->is_object()) continue;
        const auto kept = std::ranges::find(sealed, key, &Sealed::key);
        *found = kept == sealed.end() ? std::string{} : kept->value;
    }
}

/// The first sealed value that is not the one the payload was chained with; empty if none.
std::string sealed_fault(const Row& row) {
    if (row.sealed.empty()) return {};
    const json payload = json::parse(row.payload, nullptr, false);
    for (const Sealed& sealed : row.sealed) {
        const auto found = payload.is_object() ? payload.find(sealed.key) : payload.end();
        const json expected{{"digest", sealed_digest(sealed.salt, sealed.value)}};
        if (found == payload.end() || *found != expected)
            return "its " + sealed.key + " was changed";
    }
    return {};
}

}  // namespace

std::string sealed_digest(std::string_view salt, std::string_view value) {
    return base::sha256_hex(std::string(salt) + std::string(value));
}

Digest row_digest(const Row& row) {
    std::string text;
    text.reserve(160 + row.payload.size());
    text.append(row.workshop.text) += '\n';
    text.append(std::to_string(row.seq)) += '\n';
    text.append(std::to_string(row.at)) += '\n';
    for (const auto* field : {&row.actor_role, &row.actor, &row.command, &row.kind})
        text.append(*field) += '\n';
    return base::sha256(text.append(row.payload));
}

Digest chain_digest(const Digest& previous, const Digest& row) {
    return base::sha256(std::string(view(previous)).append(view(row)));
}

Row make_row(const WorkshopId& workshop, const Recorded& recorded, const Digest& previous) {
    json payload = wire::encode(recorded.event);
    Row row{workshop,
            recorded.seq,
            recorded.at,
            std::string(wire::text(recorded.actor.role)),
            recorded.actor.participant.text,
            recorded.command ? recorded.command->text() : std::string{},
            std::string(wire::kind(recorded.event)),
            {},
            seal(payload)};
    row.payload = payload.dump();
    row.row = row_digest(row);
    row.digest = chain_digest(previous, row.row);
    return row;
}

base::Result<Recorded, std::string> open_row(const Row& row) {
    json payload = json::parse(row.payload, nullptr, false);
    if (!payload.is_object()) return std::string("its payload is not JSON");
    unseal(payload, row.sealed);
    const auto role = wire::parse<domain::Role>(row.actor_role);
    if (!role) return "unknown role " + row.actor_role;
    std::optional<base::Uuid> command;
    if (!row.command.empty() && !(command = base::Uuid::parse(row.command)))
        return std::string("its command is not a UUID");
    auto event = wire::decode_event(row.kind, payload);
    if (!event) return event.error();
    return Recorded{row.seq,
                    row.at,
                    {*role, domain::ParticipantId{row.actor}},
                    command,
                    std::move(event).value()};
}

std::string fault_of(const Batch& batch) {
    Seq expected = batch.first;
    for (const Recorded& recorded : batch.events) {
        if (recorded.seq != expected) return "its events do not count up from its first seq";
        const auto* created = std::get_if<domain::WorkshopCreated>(&recorded.event);
        if ((created != nullptr) != (expected == 1))
            return "a workshop begins with workshop.created, once";
        if (created && created->workshop != batch.workshop) return "it creates another workshop";
        ++expected;
    }
    return {};
}

std::string fault_of(const Row& row, const Head& previous) {
    if (row.seq != previous.seq + 1)
        return std::to_string(row.seq - previous.seq - 1) + " before it missing";
    if (row_digest(row) != row.row) return "its content was changed";
    if (chain_digest(previous.digest, row.row) != row.digest)
        return "it does not follow from the events before it";
    return sealed_fault(row);
}

}  // namespace atelier::journal
