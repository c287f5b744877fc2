#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "report/imports/limits.hpp"
#include "report/imports/table.hpp"

namespace atelier::report::imports {
namespace {

/// One pass over the text; knows the line it is in, for people look rows up by their line.
class CsvReader {
  public:
    CsvReader(std::string_view text, char separator, std::size_t rows_wanted)
        : text_(text), separator_(separator), wanted_(rows_wanted) {}

    Read<Table> run() {
        while (at_ < text_.size() && table_.size() < wanted_) {
            Row row{line_, {}};
            if (auto bad = read_row(row)) return *bad;
            table_.push_back(std::move(row));
        }
        return std::move(table_);
    }
    /// What could be read, where run() was refused.
    [[nodiscard]] const Table& so_far() const noexcept { return table_; }

  private:
    std::optional<Refused> read_row(Row& row) {
        for (;;) {
            std::string cell;
            if (auto bad = read_cell(cell)) return bad;
            bytes_ += cell.size();
            row.cells.push_back(std::move(cell));
            if (row.cells.size() > limits::columns_max)
                return too_large("columns, row " + std::to_string(row.number));
            if (++cells_ > limits::cells_max || bytes_ > limits::table_bytes_max ||
                table_.size() >= limits::rows_max)
                return too_large("rows");
            if (at_ >= text_.size() || text_[at_] != separator_ || separator_ == '\0') break;
            ++at_;
        }
        end_line();
        return std::nullopt;
    }

    std::optional<Refused> read_cell(std::string& cell) {
        if (at_ < text_.size() && text_[at_] == '"')
            if (auto bad = read_quoted(cell)) return bad;
        while (at_ < text_.size() && !ends_cell(text_[at_])) cell.push_back(text_[at_++]);
        return std::nullopt;
    }
    std::optional<Refused> read_quoted(std::string& cell) {
        const std::size_t opened = line_;
        for (++at_; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '"') {
                if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
                    ++at_;
                    return std::nullopt;
                }
                ++at_;
            }
            if (c == '\r') {  // any line break in a text is one line feed
                if (at_ + 1 < text_.size() && text_[at_ + 1] == '\n') continue;
                cell.push_back('\n');
                ++line_;
                continue;
            }
            if (c == '\n') ++line_;
            cell.push_back(c);
        }
        return damaged("row " + std::to_string(opened));
    }

    [[nodiscard]] bool ends_cell(char c) const {
        return c == '\n' || c == '\r' || (c == separator_ && separator_ != '\0');
    }
    void end_line() {
        if (at_ >= text_.size()) return;
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
        ++at_;
        ++line_;
    }

    std::string_view text_;
    char separator_;
    std::size_t wanted_;
    std::size_t at_ = 0, line_ = 1, cells_ = 0, bytes_ = 0;
    Table table_;
};

/// How many columns most of the first rows have, if more than one and nearly all of them agree.
std::size_t even_columns(std::string_view text, char separator) {
    constexpr std::size_t looked_at = 60;
    CsvReader reader(text, separator, looked_at);
    const auto read = reader.run();
    std::map<std::size_t, std::size_t> rows_by_columns;
    std::size_t rows = 0;
    for (const Row& row : read ? read.value() : reader.so_far()) {
        if (row.cells.size() == 1 && row.cells.front().empty()) continue;
        ++rows_by_columns[row.cells.size()];
        ++rows;
    }
    for (const auto& [columns, count] : rows_by_columns)
        if (columns > 1 && count * 10 >= rows * 8) return columns;
    return 0;
}

}  // namespace

Read<Table> read_csv(std::string_view text, char separator) {
    return CsvReader(text, separator, limits::rows_max + 1).run();
}

std::vector<std::string> first_row(std::string_view text, char separator) {
    auto read = CsvReader(text, separator, 1).run();
    if (!read || read.value().empty()) return {};
    return std::move(read.value().front().cells);
}

char find_separator(std::string_view text) {
    // No more of the text is looked at than a few rows can hold.
    std::string_view head = text.substr(0, 1024 * 1024);
    char best = '\0';
    std::size_t columns = 1;
    for (const char separator : std::array{',', ';', '\t'})
        if (const std::size_t found = even_columns(head, separator); found > columns) {
            best = separator;
            columns = found;
        }
    return best;
}

}  // namespace atelier::report::imports
