#include "report/numbers.hpp"

#include <fmt/format.h>

#include <chrono>

namespace atelier::report {
namespace {

struct Calendar {
    std::chrono::year_month_day day;
    std::chrono::weekday weekday;
    std::chrono::hh_mm_ss<std::chrono::seconds> time;
};

Calendar calendar(base::Millis at) {
    using namespace std::chrono;
    const sys_time<milliseconds> moment{milliseconds{at}};
    const auto day = floor<days>(moment);
    return {year_month_day{day}, weekday{day}, hh_mm_ss{floor<seconds>(moment - day)}};
}

int year_of(const Calendar& when) { return static_cast<int>(when.day.year()); }
unsigned month_of(const Calendar& when) { return static_cast<unsigned>(when.day.month()); }
unsigned day_of(const Calendar& when) { return static_cast<unsigned>(when.day.day()); }

}  // namespace

std::string number(const Words& words, std::size_t n) {
    std::string digits = std::to_string(n);
    for (std::size_t left = digits.size(); left > 3; left -= 3)
        digits.insert(left - 3, words.notation.thousands);
    return digits;
}

std::string percent(const Words& words, std::size_t part, std::size_t whole) {
    if (whole == 0) return "–";
    return std::to_string((200 * part + whole) / (2 * whole)).append(words.notation.percent);
}

std::string percent(const Words& words, double share) {
    return std::to_string(static_cast<int>(share * 100 + .5)).append(words.notation.percent);
}

std::string decimal(const Words& words, double value, int places) {
    std::string out = fmt::format("{:.{}f}", value, places);
    if (const auto point = out.find('.'); point != std::string::npos)
        out[point] = words.notation.decimal;
    return out;
}

std::string clock_time(const Words& words, base::Millis at) {
    const auto time = calendar(at).time;
    return with(words.notation.clock, {std::to_string(time.hours().count()),
                                       fmt::format("{:02}", time.minutes().count())});
}

std::string ratio(char decimal, std::size_t part, std::size_t whole) {
    if (whole == 0) return {};
    const std::size_t thousandths = (2000 * part + whole) / (2 * whole);
    return fmt::format("{}{}{:03}", thousandths / 1000, decimal, thousandths % 1000);
}

std::string long_date(const Words& words, base::Millis at) {
    const Calendar when = calendar(at);
    const std::string_view first = words.notation.first_of_month;
    const std::string day = day_of(when) == 1 ? std::string(first) : std::to_string(day_of(when));
    return with(words.notation.day,
                {words.notation.weekdays[when.weekday.c_encoding()], day,
                 words.notation.months[month_of(when) - 1], std::to_string(year_of(when))});
}

std::string long_time(const Words& words, base::Millis at) {
    const auto time = calendar(at).time;
    return with(words.notation.minute, {long_date(words, at), std::to_string(time.hours().count()),
                                        fmt::format("{:02}", time.minutes().count())});
}

std::string iso_date(base::Millis at) {
    const Calendar when = calendar(at);
    return fmt::format("{:04}-{:02}-{:02}", year_of(when), month_of(when), day_of(when));
}

std::string iso_time(base::Millis at) {
    const auto time = calendar(at).time;
    return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_date(at), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

}  // namespace atelier::report
