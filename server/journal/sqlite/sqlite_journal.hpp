#pragma once

#include <memory>
#include <unordered_map>

#include "journal/registry.hpp"

namespace atelier::journal {

namespace sqlite {
class Database;
}

/// A Store in one SQLite file (write-ahead log, a full sync for each commit). One thread at a time;
/// other processes may read the same file meanwhile, and a second writer is fenced off (rule J2).
///
///     auto journal = SqliteJournal::open({.path = "atelier.db"});
///     if (!journal) return report(journal.error());
class SqliteJournal final : public Store {
  public:
    struct Options {
        std::string path;
        std::string vfs = {};   ///< for tests: the file system to use, by SQLite's name of it
        bool full_sync = true;  ///< false only to show that something is then lost
    };
    /// Makes the file if there is none; brings an older one up to date; refuses a newer one.
    [[nodiscard]] static Outcome<std::unique_ptr<SqliteJournal>> open(Options options);
    /// Only open() can make the key.
    class Key {
        friend class SqliteJournal;
        Key() = default;
    };
    SqliteJournal(Key key, Options options, std::unique_ptr<sqlite::Database> database);
    ~SqliteJournal() override;

    Outcome<base::Done> append(std::span<const Batch> batches) override;
    Outcome<Loaded> load(const WorkshopId& workshop) override;
    Outcome<std::vector<Recorded>> read(const WorkshopId& workshop, Seq from,
                                        std::size_t limit) override;
    Outcome<Head> head(const WorkshopId& workshop) override;
    Outcome<base::Done> save_snapshot(const domain::Workshop& state, Seq seq) override;
    Outcome<Verified> verify(const WorkshopId& workshop) override;
    Outcome<base::Done> rebuild(const WorkshopId& workshop) override;
    Outcome<base::Done> erase(const WorkshopId& workshop) override;
    Outcome<base::Done> forget(const WorkshopId& workshop, std::span<const Seq> seqs) override;
    [[nodiscard]] bool well() const noexcept override { return well_; }
    Outcome<base::Done> reopen() override;

    Outcome<std::string> epoch() override;
    Outcome<std::vector<WorkshopRow>> workshops() override;
    Outcome<std::optional<WorkshopRow>> find_workshop(const WorkshopId& workshop) override;
    Outcome<std::optional<WorkshopId>> find_code(std::string_view code) override;
    Outcome<base::Done> add_link(const Link& link) override;
    Outcome<std::optional<Link>> find_link(std::string_view digest) override;
    Outcome<std::size_t> count_links(const std::optional<WorkshopId>& workshop, domain::Role role,
                                     base::Millis now) override;
    Outcome<base::Done> revoke_links(const std::optional<WorkshopId>& workshop, domain::Role role,
                                     base::Millis at) override;
    Outcome<base::Done> add_session(const Session& session) override;
    Outcome<std::optional<Credential>> find_credential(std::string_view digest) override;
    Outcome<base::Done> add_handover(const Handover& handover) override;
    Outcome<std::optional<Handover>> find_handover(std::string_view digest) override;
    Outcome<bool> use_handover(std::string_view digest, base::Millis at) override;
    /// Also wipes the traces that an erasing had to leave because someone was reading.
    Outcome<base::Done> drop_expired(base::Millis now) override;

  private:
    using Heads = std::unordered_map<WorkshopId, Head>;

    /// The two ways to the database; both end in a value, whatever is thrown (see guard.hpp).
    template <class Work>
    auto reading(const char* operation, Work work);
    template <class Work>
    auto writing(const char* operation, Work work);

    Head head_before(const Heads& heads, const Batch& batch);
    void append_one(Heads& heads, const Batch& batch);
    Outcome<base::Done> wipe();

    Options options_;
    std::unique_ptr<sqlite::Database> database_;
    Heads heads_;  ///< ends of the journals written lately; only a cache
    bool well_ = true;
    bool wipe_due_ = false;
    std::string cause_;  ///< why it is not well
};

}  // namespace atelier::journal
