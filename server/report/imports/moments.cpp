#include "report/imports/moments.hpp"

#include <charconv>
#include <chrono>
#include <cmath>

namespace atelier::report::imports {
namespace {

constexpr base::Millis day_ms = 86'400'000;

class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::optional<int> number(std::size_t digits_max) {
        std::size_t n = 0;
        while (n < text_.size() && n < digits_max && text_[n] >= '0' && text_[n] <= '9') ++n;
        if (n == 0) return std::nullopt;
        int value = 0;
        std::from_chars(text_.data(), text_.data() + n, value);
        text_.remove_prefix(n);
        return value;
    }
    bool skip(std::string_view any_of) {
        if (text_.empty() || any_of.find(text_.front()) == std::string_view::npos) return false;
        text_.remove_prefix(1);
        return true;
    }
    void skip_all(std::string_view any_of) {
        while (skip(any_of)) {}
    }
    [[nodiscard]] std::string_view rest() const noexcept { return text_; }

  private:
    std::string_view text_;
};

struct Day {
    int first, second, third;
};

std::optional<base::Millis> days_of(const Day& d) {
    int year = d.first, month = d.second, day = d.third;
    if (d.first <= 31) {  // 14/12/2020 or 12/14/2020
        year = d.third;
        const bool day_first = d.first > 12, month_first = d.second > 12;
        if (day_first == month_first && d.first != d.second) return std::nullopt;
        day = month_first ? d.second : d.first;
        month = month_first ? d.first : d.second;
    }
    using namespace std::chrono;
    const year_month_day date{std::chrono::year{year},
                              std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    if (year < 1970 || year > 2200 || !date.ok()) return std::nullopt;
    return sys_days{date}.time_since_epoch().count() * day_ms;
}

std::optional<base::Millis> zone_of(Scanner& in) {
    in.skip_all(" ");
    const std::string_view rest = in.rest();
    if (rest.empty() || rest == "Z" || rest == "UTC" || rest == "GMT") return base::Millis{0};
    const bool west = rest.front() == '-';
    if (!in.skip("+-")) return std::nullopt;
    const auto hours = in.number(2);
    in.skip(":");
    const auto minutes = in.number(2).value_or(0);
    if (!hours || *hours > 14 || minutes > 59 || !in.rest().empty()) return std::nullopt;
    return (west ? 1 : -1) * (*hours * 60 + minutes) * base::Millis{60'000};
}

/// "09:31:05.250", or nothing: midnight.
std::optional<base::Millis> clock_of(Scanner& in) {
    in.skip_all("T ,");
    const auto hours = in.number(2);
    if (!hours) return in.rest().empty() ? std::optional<base::Millis>(0) : std::nullopt;
    if (!in.skip(":h")) return std::nullopt;
    const auto minutes = in.number(2);
    int seconds = 0, millis = 0;
    if (in.skip(":")) seconds = in.number(2).value_or(60);
    if (in.skip(".")) {
        const auto before = in.rest().size();
        millis = in.number(9).value_or(0);
        for (auto digits = before - in.rest().size(); digits < 3; ++digits) millis *= 10;
        for (auto digits = before - in.rest().size(); digits > 3; --digits) millis /= 10;
    }
    if (!minutes || *hours > 23 || *minutes > 59 || seconds > 59) return std::nullopt;
    const auto zone = zone_of(in);
    if (!zone) return std::nullopt;
    return ((*hours * 60 + *minutes) * 60 + seconds) * base::Millis{1000} + millis + *zone;
}

/// Days since 1899-12-30, as spreadsheets store dates; or milliseconds since 1970.
std::optional<base::Millis> from_number(std::string_view cell) {
    double value = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec != std::errc{} || read.ptr != cell.data() + cell.size()) return std::nullopt;
    constexpr double epoch_serial = 25'569, last_serial = 109'575;  // 1970 and 2200
    if (value >= epoch_serial && value <= last_serial)
        return std::llround((value - epoch_serial) * static_cast<double>(day_ms) / 1000.0) * 1000;
    constexpr double first_ms = 1e11, last_ms = 7.3e12;
    if (value >= first_ms && value <= last_ms) return std::llround(value);
    return std::nullopt;
}

}  // namespace

std::optional<base::Millis> read_moment(std::string_view cell) {
    while (cell.starts_with(' ')) cell.remove_prefix(1);
    while (cell.ends_with(' ')) cell.remove_suffix(1);
    if (cell.size() > 40) return std::nullopt;
    if (const auto number = from_number(cell)) return number;
    Scanner in(cell);
    const auto first = in.number(4);
    if (!first || !in.skip("-/.")) return std::nullopt;
    const auto second = in.number(2);
    if (!second || !in.skip("-/.")) return std::nullopt;
    const auto third = in.number(4);
    if (!third) return std::nullopt;
    const auto days = days_of({*first, *second, *third});
    const auto clock = clock_of(in);
    if (!days || !clock) return std::nullopt;
    const base::Millis at = *days + *clock;
    return at >= 0 ? std::optional(at) : std::nullopt;
}

}  // namespace atelier::report::imports
