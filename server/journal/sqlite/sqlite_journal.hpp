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

    Outcome<DraftRow> draft(const WorkshopId& workshop) override;
    Outcome<DraftSaved> save_draft(const WorkshopId& workshop, std::uint64_t over,
                                   std::string_view body, base::Millis at) override;
    Outcome<Version> publish(const WorkshopId& workshop, const Frozen& frozen,
                             std::string_view page_name) override;
    Outcome<std::vector<Version>> versions(const WorkshopId& workshop) override;
    Outcome<std::optional<Frozen>> version(const WorkshopId& workshop, int number) override;
    Outcome<base::Done> redraw(const WorkshopId& workshop, int number, std::string_view html,
                               std::string_view markdown) override;
    Outcome<base::Done> show_page(const WorkshopId& workshop, bool published) override;
    Outcome<std::optional<Page>> page_of(const WorkshopId& workshop) override;
    Outcome<std::optional<Page>> find_page(std::string_view key) override;
    Outcome<base::Done> save_series(const Series& series) override;
    Outcome<base::Done> erase_series(const SeriesId& series) override;
    Outcome<std::vector<Series>> all_series() override;
    Outcome<std::optional<Series>> find_series(const SeriesId& series) override;
    Outcome<std::optional<Series>> series_of(const WorkshopId& workshop) override;
    Outcome<base::Done> publish_series(const SeriesId& series, bool published,
                                       std::string_view page_name) override;
    Outcome<std::vector<Hit>> search(const Search& asked) override;
    Outcome<base::Done> keep_days(const WorkshopId& workshop, std::optional<int> days) override;
    Outcome<Traces> traces() override;

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
    Traces traces_{.overwritten = true, .log_emptied = true, .compacted = true};
    std::string cause_;  ///< why it is not well
};

}  // namespace atelier::journal
