#include "report/imports/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "report/imports/decoded_text.hpp"
#include "report/imports/limits.hpp"
#include "report/imports/xml_walk.hpp"

namespace atelier::report::imports {
namespace {

/// Office escapes what XML cannot hold as _x000D_.
std::string unescaped(const std::string& text) {
    if (text.find("_x") == std::string::npos) return text;
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::uint32_t code = 0;
        const char* const at = text.data() + i + 2;
        const bool may =
            i + 6 < text.size() && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_';
        if (may && std::from_chars(at, at + 4, code, 16).ptr == at + 4) {
            if (code != '\r') append_utf8(out, code);
            i += 6;
        } else {
            out.push_back(text[i]);
        }
    }
    return out;
}

/// The relation that names the first sheet, then where each relation leads.
struct SheetNames : XmlVisitor {
    std::string first;
    void opens(std::string_view name, const Attributes& attributes) override {
        if (name == "sheet" && first.empty()) first = attributes("id");
    }
    void closes(std::string_view) override {}
    void says(std::string_view) override {}
};
struct Relations : XmlVisitor {
    std::string wanted, target;
    void opens(std::string_view name, const Attributes& attributes) override {
        if (name == "Relationship" && attributes("Id") == wanted) target = attributes("Target");
    }
    void closes(std::string_view) override {}
    void says(std::string_view) override {}
};

/// What is in <t>, the reading aids of phonetic runs left out.
struct Strings : XmlVisitor {
    std::vector<std::string> all;
    std::string text;
    bool in_text = false;
    int phonetic = 0;
    void opens(std::string_view name, const Attributes&) override {
        if (name == "si") text.clear();
        if (name == "rPh") ++phonetic;
        in_text = name == "t" && phonetic == 0;
    }
    void closes(std::string_view name) override {
        if (name == "si") all.push_back(unescaped(text));
        if (name == "rPh") --phonetic;
        in_text = false;
    }
    void says(std::string_view piece) override {
        if (in_text) text += piece;
    }
};

/// "BC12" is column 54, counted from 0.
std::optional<std::size_t> column_of(std::string_view place) {
    std::size_t column = 0, letters = 0;
    for (; letters < place.size() && place[letters] >= 'A' && place[letters] <= 'Z'; ++letters) {
        column = column * 26 + static_cast<std::size_t>(place[letters] - 'A') + 1;
        if (column > limits::columns_max) return column;
    }
    if (letters == 0) return std::nullopt;
    return column - 1;
}

struct Sheet : XmlVisitor {
    explicit Sheet(const std::vector<std::string>& shared) : strings(shared) {}

    const std::vector<std::string>& strings;
    Table table;
    std::size_t cells = 0, bytes = 0;
    std::string type, value;
    std::size_t column = 0, next_row = 1, phonetic = 0;
    bool reads = false, in_cell = false;

    void opens(std::string_view name, const Attributes& attributes) override {
        if (name == "row") open_row(attributes("r"));
        if (name == "c") open_cell(attributes("r"), attributes("t"));
        if (name == "rPh") ++phonetic;
        reads = in_cell && (name == "v" || (name == "t" && phonetic == 0));
    }
    void closes(std::string_view name) override {
        reads = false;
        if (name == "rPh" && phonetic > 0) --phonetic;
        if (name == "c" && in_cell) close_cell();
    }
    void says(std::string_view piece) override {
        if (reads) value += piece;
        if (value.size() > limits::table_bytes_max) too_large = "cells";
    }

  private:
    void open_row(std::string_view number) {
        std::size_t row = next_row;
        std::from_chars(number.data(), number.data() + number.size(), row);
        next_row = row + 1;
        if (table.size() >= limits::rows_max || row > 2 * limits::rows_max)
            too_large = "rows";
        else
            table.push_back({row, {}});
    }
    void open_cell(std::string_view place, std::string_view kind) {
        in_cell = !table.empty();
        type = kind;
        value.clear();
        if (!in_cell) return;
        column = column_of(place).value_or(table.back().cells.size());
        if (column >= limits::columns_max) too_large = "columns";
    }
    void close_cell() {
        in_cell = false;
        std::vector<std::string>& row = table.back().cells;
        cells += column + 1 > row.size() ? column + 1 - row.size() : 0;
        if (cells > limits::cells_max) {
            too_large = "cells";
            return;
        }
        if (row.size() <= column) row.resize(column + 1);
        row[column] = meant();
        bytes += row[column].size();
        if (bytes > limits::table_bytes_max) too_large = "cells";
    }
    [[nodiscard]] std::string meant() const {
        if (type != "s") return type == "inlineStr" || type == "str" ? unescaped(value) : value;
        std::size_t index = 0;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), index);
        return read.ec == std::errc{} && index < strings.size() ? strings[index] : std::string();
    }
};

/// Part names are within "xl/" unless they begin at the root.
std::string part_of(const std::string& target) {
    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

Read<std::string> first_sheet(Archive& archive) {
    auto book = archive.read("xl/workbook.xml");
    if (!book) return book.error();
    SheetNames names;
    if (auto done = walk_xml(book.value(), "workbook.xml", names); !done) return done.error();
    auto links = archive.read("xl/_rels/workbook.xml.rels");
    if (!links) return links.error();
    Relations relations;
    relations.wanted = names.first;
    if (auto done = walk_xml(links.value(), "workbook.xml.rels", relations); !done)
        return done.error();
    if (names.first.empty() || relations.target.empty()) return damaged("workbook.xml");
    return part_of(relations.target);
}

}  // namespace

bool is_workbook(const Archive& archive) noexcept {
    return archive.has("[Content_Types].xml") && archive.has("xl/workbook.xml");
}

Read<Table> read_workbook(Archive& archive) {
    const auto sheet_part = first_sheet(archive);
    if (!sheet_part) return sheet_part.error();
    Strings strings;
    if (archive.has("xl/sharedStrings.xml")) {
        const auto shared = archive.read("xl/sharedStrings.xml");
        if (!shared) return shared.error();
        if (auto done = walk_xml(shared.value(), "sharedStrings.xml", strings); !done)
            return done.error();
    }
    const auto xml = archive.read(sheet_part.value());
    if (!xml) return xml.error();
    Sheet sheet(strings.all);
    if (auto done = walk_xml(xml.value(), sheet_part.value(), sheet); !done) return done.error();
    return std::move(sheet.table);
}

}  // namespace atelier::report::imports
