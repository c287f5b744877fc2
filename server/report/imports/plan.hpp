#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "domain/votes.hpp"
#include "domain/workshop.hpp"
#include "report/imports/columns.hpp"
#include "report/imports/limits.hpp"
#include "report/imports/refused.hpp"

/// What would be made of a file: found by reading alone, nothing is written. Pure; time comes in.
///
/// Rules (tests carry their ids; IM1 and IM2 are the domain's):
///   IM3  texts are read as UTF-8 with or without its mark, as UTF-16 of either order, and else, with
///        a warning, as Windows-1252
///   IM4  columns are known by their headers in four languages, never by their place; a person may
///        say which is which
///   IM5  HTML becomes the text that it shows: line breaks, entities, nothing of scripts
///   IM6  archives and workbooks are bounded in entries, bytes, ratio, depth, rows and cells; what
///        is damaged, encrypted or foreign is refused in one sentence
///   IM7  nothing is altered or left out without a warning that says what and in which rows
///   IM8  one idea a line is an import, too; the bullets in front are left out
///   IM9  of Polis' votes each voter's last one on each comment is a ballot; what was moderated out
///        is hidden
///   IM10 an export that is imported gives the same summary and, but for what names the copy, the
///        same export
namespace atelier::report::imports {

enum class Format { padlet, ideas, polis, atelier };
[[nodiscard]] std::string_view word_of(Format format) noexcept;

/// A file as somebody chose it; borrows its bytes.
struct Upload {
    std::string name;
    std::string_view bytes;
};

/// What a person says about it.
struct Wishes {
    Wanted columns = {};
    std::string title = {};  ///< empty: from the file's name, or as the file says
    std::string language = "fr";
};

/// Something that will be done, or not, and the first rows it is about.
struct Warning {
    std::string code;
    std::size_t count = 0;
    std::vector<std::size_t> rows = {};
    std::string detail = {};
};

class Warnings {
  public:
    void add(std::string_view code, std::size_t row = 0, std::string detail = {});
    [[nodiscard]] const std::vector<Warning>& all() const noexcept { return all_; }

  private:
    std::vector<Warning> all_;  ///< one for each code, in order of appearance
};

enum class AuthorKind { none, anonymous, named };

struct PlannedIdea {
    std::size_t row = 0;
    std::string text;
    std::string lever = {};  ///< the name of its section; empty: none
    std::optional<base::Millis> at = {};
    AuthorKind author_kind = AuthorKind::none;
    // Of Polis:
    std::string id = {}, author = {};
    bool hidden = false, reviewed = true;
};

struct PlannedVote {
    std::string voter;
    std::size_t idea = 0;  ///< index
    domain::Judgement value = domain::Judgement::pass;
    base::Millis at = 0;
};

struct ImportPlan {
    Format format = Format::ideas;
    std::string file;      ///< SHA-256 of what was read, in hex
    std::string encoding;  ///< empty: not a text file
    std::string title, language;
    std::vector<std::string> header;  ///< empty: no columns
    Mapping mapping = {};
    std::size_t rows = 0;
    std::vector<PlannedIdea> ideas;
    std::vector<std::string> levers;  ///< in order of appearance
    std::vector<PlannedVote> votes;   ///< the last of each voter on each comment
    std::size_t votes_cast = 0;       ///< changed ones included
    Warnings warnings;
    /// Of our own export: the workshop as it was, its people without names.
    std::optional<domain::Workshop> workshop = {};
    std::string fingerprint = {};
};

/// The one door. Refused: import_unknown, import_damaged, import_too_large, import_encrypted,
/// import_empty, import_bad_mapping, import_no_text, import_untrue.
///
///     auto plan = read_import(files, {});
///     if (!plan) explain(plan.error());
[[nodiscard]] Read<ImportPlan> read_import(std::span<const Upload> files, const Wishes& wishes);

}  // namespace atelier::report::imports
