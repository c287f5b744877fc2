#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "journal/journal.hpp"

/// What is kept beside the journals: drafts of summaries and their frozen versions, public pages,
/// series, the search over what was published, and how long each workshop is kept. None of it is a
/// fold of a journal, but for the search; all that is of a workshop goes with it (rule J10).
///
/// Rules, held by every implementation (tests/contract):
/// J16  An event that erases takes what earlier events sealed with them in the same commit, and the
///      frozen versions are to be drawn again: what was erased is in no answer of the store from
///      then on, and traces() tells whether it is out of its files, too.
/// J17  A draft is saved only over the revision that its writer read; else nothing is changed and
///      the writer is told what is there.
/// J18  Versions count 1, 2, 3… in a workshop and never change, but by J16. A page keeps its name
///      for good, and is found by the key at its end.
/// J19  A workshop is in at most one series, at one place; it leaves with its erasure.
/// J20  The search finds what everyone may read of questions, ideas and commitments, by the
///      beginnings of all the words asked for, whatever their case and accents; what is hidden,
///      taken back or erased is not found from that commit on.
namespace atelier::journal {

using SeriesId = base::Id<struct SeriesTag>;

/// Nobody has written one: revision 0 without a body.
struct DraftRow {
    std::uint64_t revision = 0;
    base::Millis at = 0;
    std::string body;  ///< JSON
};
struct DraftSaved {
    bool saved = false;
    DraftRow now;  ///< what is there after it
};

/// A summary as it was published.
struct Version {
    int number = 0;  ///< 0: none
    base::Millis at = 0;
    Seq seq = 0;          ///< the event up to which it tells
    std::string digest;   ///< of that event, in hex
    bool redone = false;  ///< drawn again since, because a text was erased
};
struct Frozen {
    Version version;
    std::string draft;  ///< as it was then, JSON
    std::string html;   ///< empty: has to be drawn again (rule J16)
    std::string markdown;
};

/// An address for everyone, of a workshop's summary or of a series.
struct Page {
    std::string name;  ///< "resilience-territoriale-k7rm2xq9"
    bool published = false;
    std::optional<WorkshopId> workshop;
    std::optional<SeriesId> series;
};

struct Series {
    SeriesId id;
    std::string title, question, description;
    std::string language = "fr";
    base::Millis created_at = 0;
    std::vector<WorkshopId> workshops = {};  ///< in their order
    std::optional<Page> page = {};           ///< told, not saved: see publish_series
};

struct Search {
    std::string words;
    std::optional<SeriesId> series = {};  ///< absent: of the whole server
    std::size_t limit = 50;
};
struct Hit {
    WorkshopId workshop;
    std::string kind;  ///< idea, question, commitment
    std::string item;
    std::string text;
};

/// Whether what was erased is out of the store's files, too.
struct Traces {
    bool overwritten = false;  ///< freed space is overwritten as it is freed
    bool log_emptied = false;  ///< the write-ahead log holds nothing of it
    bool compacted = false;    ///< the file was written anew, without gaps
};

/// Threading, blocking and failures as for Journal. "Not found" is an empty optional; what is asked
/// of a workshop that is not there is no_such_workshop where it would be written.
class Shelf {
  public:
    virtual ~Shelf() = default;

    virtual Outcome<DraftRow> draft(const WorkshopId& workshop) = 0;
    virtual Outcome<DraftSaved> save_draft(const WorkshopId& workshop, std::uint64_t over,
                                           std::string_view body, base::Millis at) = 0;

    /// Freezes the next version and shows it at the workshop's page, which gets this name if it has
    /// none. The number in `frozen` is not looked at.
    virtual Outcome<Version> publish(const WorkshopId& workshop, const Frozen& frozen,
                                     std::string_view page_name) = 0;
    virtual Outcome<std::vector<Version>> versions(const WorkshopId& workshop) = 0;
    /// Number 0: the newest.
    virtual Outcome<std::optional<Frozen>> version(const WorkshopId& workshop, int number) = 0;
    /// What was drawn again of a version that had to be (rule J16); else nothing is changed.
    virtual Outcome<base::Done> redraw(const WorkshopId& workshop, int number,
                                       std::string_view html, std::string_view markdown) = 0;
    /// Takes the page from everyone's sight, or shows it again; nothing if there is none.
    virtual Outcome<base::Done> show_page(const WorkshopId& workshop, bool published) = 0;
    virtual Outcome<std::optional<Page>> page_of(const WorkshopId& workshop) = 0;
    virtual Outcome<std::optional<Page>> find_page(std::string_view key) = 0;

    /// Makes it, or writes over it; its workshops leave the series they were in.
    virtual Outcome<base::Done> save_series(const Series& series) = 0;
    virtual Outcome<base::Done> erase_series(const SeriesId& series) = 0;
    virtual Outcome<std::vector<Series>> all_series() = 0;
    virtual Outcome<std::optional<Series>> find_series(const SeriesId& series) = 0;
    virtual Outcome<std::optional<Series>> series_of(const WorkshopId& workshop) = 0;
    virtual Outcome<base::Done> publish_series(const SeriesId& series, bool published,
                                               std::string_view page_name) = 0;

    virtual Outcome<std::vector<Hit>> search(const Search& asked) = 0;

    /// For how many days after its creation a workshop is kept; absent: as the server does.
    virtual Outcome<base::Done> keep_days(const WorkshopId& workshop, std::optional<int> days) = 0;
    virtual Outcome<Traces> traces() = 0;
};

/// "resilience-territoriale-k7rm2xq9" -> "k7rm2xq9"; all of it if there is no dash.
[[nodiscard]] inline std::string_view key_of(std::string_view page_name) noexcept {
    const auto dash = page_name.rfind('-');
    return dash == std::string_view::npos ? page_name : page_name.substr(dash + 1);
}

}  // namespace atelier::journal
