#include <algorithm>

#include "base/secret.hpp"
#include "base/text.hpp"
#include "report/imports/archive.hpp"
#include "report/imports/cleaning.hpp"
#include "report/imports/decoded_text.hpp"
#include "report/imports/readers.hpp"
#include "report/imports/workbook.hpp"

namespace atelier::report::imports {
namespace {

/// A text file that has been decoded, or a workbook's sheet.
struct Piece {
    std::string name;
    DecodedText text;
    Table table = {};  ///< not empty: columns were found
    char separator = '\0';
};

/// "Idées du 12 mars.csv" -> "Idées du 12 mars".
std::string stem_of(std::string name) {
    if (const auto slash = name.find_last_of("/\\"); slash != std::string::npos)
        name.erase(0, slash + 1);
    if (const auto dot = name.rfind('.'); dot != std::string::npos && dot > 0) name.erase(dot);
    return name;
}

bool ends_with_any(std::string name, std::initializer_list<std::string_view> ends) {
    std::ranges::transform(name, name.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : static_cast<char>(c);
    });
    return std::ranges::any_of(ends, [&](auto end) { return name.ends_with(end); });
}

bool has_known_columns(const std::vector<std::string>& header) {
    return std::ranges::any_of(map_columns(header),
                               [](const auto& column) { return column.has_value(); });
}

/// Whether commas are punctuation rather than columns: a header would have been known.
bool is_prose(const DecodedText& text, char separator, const Table& table) {
    if (separator != ',') return false;
    if (has_known_columns(table.front().cells)) return false;
    std::size_t commas = 0, spaced = 0;
    for (std::size_t i = 0; i + 1 < text.text.size(); ++i)
        if (text.text[i] == ',') {
            ++commas;
            spaced += text.text[i + 1] == ' ' ? 1 : 0;
        }
    return spaced * 2 > commas;
}

bool is_json(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

Read<Piece> piece_of(std::string name, std::string_view bytes) {
    auto text = decode_text(bytes);
    if (!text) return text.error();
    Piece out{std::move(name), std::move(text).value()};
    if (is_json(out.text.text)) return out;
    out.separator = find_separator(out.text.text);
    if (out.separator == '\0') return out;
    auto table = read_csv(out.text.text, out.separator);
    // Cut off within quotes: of a table, that is damage; a list may well have a stray quote.
    if (!table && has_known_columns(first_row(out.text.text, out.separator))) return table.error();
    if (!table) return out;
    if (!is_prose(out.text, out.separator, table.value())) out.table = std::move(table).value();
    return out;
}

class Reading {
  public:
    explicit Reading(const Wishes& wishes) : wishes_(wishes) {}

    std::optional<Refused> add(const Upload& upload) {
        if (upload.bytes.empty()) return Refused{"import_empty", upload.name};
        if (upload.bytes.size() > limits::file_bytes_max) return too_large("file");
        if (!is_archive(upload.bytes)) return add_text(upload.name, upload.bytes);
        auto archive = Archive::open(upload.bytes);
        if (!archive) return archive.error();
        return add_archive(upload.name, archive.value());
    }

    Read<ImportPlan> plan() {
        if (pieces_.empty()) return unknown("no table");
        auto polis = [&](auto is) {
            return std::ranges::find_if(pieces_, [&](const Piece& piece) {
                return !piece.table.empty() && is(piece.table.front().cells);
            });
        };
        const auto comments = polis(is_polis_comments), votes = polis(is_polis_votes);
        if (comments != pieces_.end()) {
            const Table none;
            auto plan = read_polis(comments->table, votes == pieces_.end() ? none : votes->table);
            return told(std::move(plan), *comments);
        }
        if (votes != pieces_.end()) return Refused{"import_no_comments", votes->name};
        // Of several tables, the first that has a header we know.
        const auto known = std::ranges::find_if(pieces_, [](const Piece& piece) {
            if (piece.table.empty()) return false;
            const Mapping found = map_columns(piece.table.front().cells);
            return found.at(index_of(Column::text)) || found.at(index_of(Column::title));
        });
        Piece& piece = known == pieces_.end() ? pieces_.front() : *known;
        auto plan = read(piece);
        if (plan && pieces_.size() > 1) plan.value().warnings.add("other_files", 0, piece.name);
        return told(std::move(plan), piece);
    }

  private:
    std::optional<Refused> add_text(const std::string& name, std::string_view bytes) {
        auto piece = piece_of(name, bytes);
        if (!piece) return piece.error();
        pieces_.push_back(std::move(piece).value());
        return std::nullopt;
    }
    std::optional<Refused> add_archive(const std::string& name, Archive& archive) {
        if (is_workbook(archive)) {
            auto table = read_workbook(archive);
            if (!table) return table.error();
            pieces_.push_back({name, {}, std::move(table).value()});
            return std::nullopt;
        }
        bool any = false;
        for (const std::string& entry : archive.names()) {
            if (!ends_with_any(entry, {".csv", ".tsv", ".txt", ".json"}) ||
                ends_with_any(entry, {"participants-votes.csv", "summary.csv"}))
                continue;
            auto bytes = archive.read(entry);
            if (!bytes) return bytes.error();
            if (auto refused = add_text(entry, bytes.value())) return refused;
            any = true;
        }
        if (!any) return unknown("zip");
        return std::nullopt;
    }

    [[nodiscard]] Read<ImportPlan> read(Piece& piece) const {
        if (is_json(piece.text.text)) return read_export(piece.text.text);
        if (!piece.table.empty()) return read_wall(std::move(piece.table), wishes_);
        return read_lines(piece.text.text, wishes_);
    }

    [[nodiscard]] Read<ImportPlan> told(Read<ImportPlan> read, const Piece& piece) const {
        if (!read) return read;
        ImportPlan& plan = read.value();
        if (!piece.text.text.empty()) plan.encoding = word_of(piece.text.encoding);
        if (piece.text.guessed) plan.warnings.add("encoding_guessed", 0, plan.encoding);
        for (std::size_t i = 0; i < piece.text.broken; ++i) plan.warnings.add("characters_broken");
        if (plan.title.empty()) plan.title = stem_of(piece.name);
        if (!wishes_.title.empty()) plan.title = wishes_.title;
        if (plan.language.empty()) plan.language = wishes_.language;
        return read;
    }

    const Wishes& wishes_;
    std::vector<Piece> pieces_;
};

}  // namespace

Read<ImportPlan> read_import(std::span<const Upload> files, const Wishes& wishes) {
    if (files.empty()) return Refused{"import_empty"};
    if (files.size() > limits::files_max) return too_large("files");
    Reading reading(wishes);
    std::string read;
    for (const Upload& file : files) {
        if (auto refused = reading.add(file)) return *refused;
        read += file.bytes;
    }
    auto plan = reading.plan();
    if (!plan) return plan;
    plan.value().file = base::sha256_hex(read);
    return plan;
}

}  // namespace atelier::report::imports
