#include "app/import_words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace atelier::app {
namespace {

struct Words {
    std::string_view code, text;
};

constexpr std::array<Words, 11> refusals{{
    {"import_bad_mapping", "there is no such column"},
    {"import_damaged", "the file is damaged or cut off"},
    {"import_empty", "there is no idea in the file"},
    {"import_encrypted", "the file is protected by a password"},
    {"import_no_comments", "these are votes without the comments that they are on"},
    {"import_no_text", "no column is named as the text"},
    {"import_too_large", "the file is larger than what can be imported"},
    {"import_too_new", "the export comes from a newer version"},
    {"import_unknown", "the file is none that can be imported"},
    {"import_untrue", "the export does not agree with itself"},
    {"import_unreadable", "the file cannot be read"},
}};

constexpr std::array<Words, 27> warnings{{
    {"attachment_left_out", "attachments are not imported"},
    {"bullet_left_out", "bullets in front are left out"},
    {"characters_broken", "broken characters are shown as \uFFFD"},
    {"comment_twice", "comments with the same number are left out"},
    {"controls_removed", "invisible control characters are taken out"},
    {"copy_differs", "the copy tells something otherwise than the file"},
    {"duplicate", "ideas that are there already are left out"},
    {"duplicate_kept", "ideas with the same words are kept apart"},
    {"encoding_guessed", "the file is not in UTF-8 and is read as Windows-1252"},
    {"html_to_text", "formatting is left out, the text stays"},
    {"lever_too_long", "sections with very long names: their ideas go to the tray"},
    {"moderated_out", "comments that were moderated out are hidden"},
    {"name_left_out", "names of authors are not imported"},
    {"older_export", "the export is of an older form and says less"},
    {"other_files", "only one table of the archive is read"},
    {"quote_not_closed", "a quotation mark is not closed: lines are read as they are"},
    {"row_empty", "rows without a text are left out"},
    {"row_too_long", "rows have more cells than the header"},
    {"row_unreadable", "rows that cannot be read are left out"},
    {"text_column_guessed", "no header names the text: the column with most to read is taken"},
    {"text_too_long", "texts of more than 2,000 characters are left out"},
    {"time_unreadable", "times that cannot be read: the ideas get the time of the import"},
    {"too_many_ideas", "ideas past the 5,000th are left out"},
    {"too_many_levers", "sections past the 16th: their ideas go to the tray"},
    {"vote_unreadable", "votes that cannot be read are left out"},
    {"vote_withheld", "votes that were not revealed are not in the file"},
    {"vote_without_comment", "votes on comments that are not there are left out"},
}};

template <class All>
std::string_view text_of(const All& all, std::string_view code) {
    const auto found = std::ranges::find(all, code, &Words::code);
    return found == all.end() ? code : found->text;
}

}  // namespace

std::string words_of(const report::imports::Refused& refused) {
    const auto text = text_of(refusals, refused.code);
    return refused.detail.empty() ? std::string(text)
                                  : fmt::format("{} ({})", text, refused.detail);
}

std::string words_of(const report::imports::Warning& warning) {
    std::string out = fmt::format("{}: {}", text_of(warnings, warning.code), warning.count);
    if (!warning.detail.empty()) out += fmt::format(" ({})", warning.detail);
    if (warning.rows.empty()) return out;
    out += "; row";
    for (const std::size_t row : warning.rows) out += fmt::format(" {}", row);
    return warning.rows.size() < warning.count ? out + " …" : out;
}

}  // namespace atelier::app
