#pragma once

#include <map>
#include <memory>

#include "journal/chain.hpp"
#include "journal/registry.hpp"

namespace atelier::journal {

/// A Store without a disk, for tests and simulated worlds: same rows, same chain, same answers.
/// What it holds outlives reopen() but not the object. Has no relational tables to go astray.
class MemoryJournal final : public Store {
  public:
    explicit MemoryJournal(std::string epoch = "memory");

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

    Outcome<std::string> epoch() override { return epoch_; }
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

    /// A disk that fails: every write and reopen() is `unavailable` until it is mended. With
    /// `keeps_last`, the append that meets the failure is kept all the same, as a commit whose sync
    /// failed may be.
    void break_disk(bool keeps_last = false);
    void mend_disk() { broken_ = false; }

  private:
    struct Book {
        std::vector<Row> rows;
        std::map<std::string, Credential, std::less<>> credentials;
        std::string snapshot;
        Seq snapshot_seq = 0;
        DraftRow draft;
        std::vector<Frozen> versions;
        std::optional<Page> page;
        std::optional<int> keep_days;
    };

    void take_back(const WorkshopId& workshop, Book& book, const domain::Event& event);

    Outcome<Book*> book(const WorkshopId& workshop, const char* operation);
    Outcome<base::Done> fence(std::span<const Batch> batches);
    void store(const Batch& batch);
    std::optional<Problem> unwritable(const char* operation);

    std::string epoch_;
    std::map<WorkshopId, Book> books_;
    std::map<std::string, WorkshopId, std::less<>> codes_;
    std::map<std::string, Link, std::less<>> links_;
    std::map<std::string, Session, std::less<>> sessions_;
    std::map<std::string, Handover, std::less<>> handovers_;
    std::map<SeriesId, Series> series_;  ///< with their pages
    bool well_ = true;
    bool broken_ = false;
    bool keeps_last_ = false;
};

}  // namespace atelier::journal
