#pragma once

#include "journal/journal.hpp"
#include "journal/shelf.hpp"

/// What the server must find without loading a workshop: which there are, who may enter.
/// Secrets never come here, only their SHA-256 in hexadecimal.
namespace atelier::journal {

struct WorkshopRow {
    WorkshopId id;
    std::string code;
    std::string title;
    std::string language;
    bool closed = false;
    base::Millis created_at = 0;
    std::size_t participants = 0;
    std::size_t ideas = 0;              ///< all that were not withdrawn
    std::optional<int> keep_days = {};  ///< absent: as long as the server keeps workshops
    bool anonymised = false;
};

/// A capability link. Workshop is absent for the organiser's, who owns the server.
struct Link {
    std::string digest;
    std::optional<WorkshopId> workshop;
    domain::Role role = domain::Role::reader;
    base::Millis created_at = 0;
    std::optional<base::Millis> expires_at = {};
    std::optional<base::Millis> revoked_at = {};
};

/// What a link was exchanged for.
struct Session {
    std::string digest;
    std::string link;  ///< digest of the link it was made from
    std::optional<WorkshopId> workshop;
    domain::Role role = domain::Role::reader;
    base::Millis created_at = 0;
    base::Millis expires_at = 0;
};

/// By which a person goes on on another device: for one use, and not for long.
struct Handover {
    std::string digest;
    WorkshopId workshop;
    domain::ParticipantId participant;
    base::Millis created_at = 0;
    base::Millis expires_at = 0;
    std::optional<base::Millis> used_at = {};
    std::optional<base::Millis> revoked_at = {};  ///< another one took its place
};

/// Who the holder of a token is. The caller compares expires_at with its clock.
struct Credential {
    domain::Actor actor;
    std::optional<WorkshopId> workshop;
    base::Millis created_at = 0;
    std::optional<base::Millis> expires_at;  ///< participants': absent, as long as the workshop
};

/// How long it is told of a handover that it is over.
inline constexpr base::Millis handover_remembered_ms = base::Millis{24} * 3600 * 1000;

/// Threading, blocking and failures as for Journal. "Not found" is an empty optional, not a
/// failure.
class Registry {
  public:
    virtual ~Registry() = default;

    /// Names this numbering of events: made once with the file, the same ever after.
    virtual Outcome<std::string> epoch() = 0;

    /// In order of creation.
    virtual Outcome<std::vector<WorkshopRow>> workshops() = 0;
    virtual Outcome<std::optional<WorkshopRow>> find_workshop(const WorkshopId& workshop) = 0;
    /// The code in its one form, "ABCD-EFGH".
    virtual Outcome<std::optional<WorkshopId>> find_code(std::string_view code) = 0;

    virtual Outcome<base::Done> add_link(const Link& link) = 0;
    /// Revoked and expired ones too: their holders are told why.
    virtual Outcome<std::optional<Link>> find_link(std::string_view digest) = 0;
    /// How many links of a role are neither revoked nor, at that time, expired.
    virtual Outcome<std::size_t> count_links(const std::optional<WorkshopId>& workshop,
                                             domain::Role role, base::Millis now) = 0;
    /// Revokes all of a role, and ends the sessions made from them.
    virtual Outcome<base::Done> revoke_links(const std::optional<WorkshopId>& workshop,
                                             domain::Role role, base::Millis at) = 0;

    virtual Outcome<base::Done> add_session(const Session& session) = 0;
    /// A session's or a participant's. The latter come from participant.joined and
    /// participant.updated; a person may hold several.
    virtual Outcome<std::optional<Credential>> find_credential(std::string_view digest) = 0;
    /// Takes the place of those of the same person that were not used.
    virtual Outcome<base::Done> add_handover(const Handover& handover) = 0;
    /// Used, revoked and expired ones too, for a day: their holders are told why.
    virtual Outcome<std::optional<Handover>> find_handover(std::string_view digest) = 0;
    /// Whether it was still to be had: of two who use it at once, one is told no.
    virtual Outcome<bool> use_handover(std::string_view digest, base::Millis at) = 0;
    /// Forgets sessions that expired before, and handovers that did a day ago.
    virtual Outcome<base::Done> drop_expired(base::Millis now) = 0;
};

/// One object that is all of them, over the same file.
class Store : public Journal, public Registry, public Shelf {};

}  // namespace atelier::journal
