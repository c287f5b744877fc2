#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atelier::report {

/// Writes tables as RFC 4180 has them: CRLF between records, quotes where needed. Any cell that a
/// spreadsheet would take for a formula is neutralised (rule R10). One thread at a time.
class CsvWriter {
  public:
    explicit CsvWriter(char separator) : separator_(separator) {}

    void row(const std::vector<std::string>& cells);
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

  private:
    char separator_;
    std::string text_;
};

/// Rule R10: a text that begins with = + @ tab or CR, or with - and then a digit or a formula, gets
/// an apostrophe in front; blanks before it do not help it through. "- un diagnostic" is left alone.
[[nodiscard]] std::string formula_safe(std::string_view text);

}  // namespace atelier::report
