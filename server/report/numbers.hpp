#pragma once

#include <string>

#include "base/clock.hpp"
#include "report/words.hpp"

/// Numbers and times as people write them in a language, and as machines do. Pure; times are UTC.
namespace atelier::report {

/// "1 234" in French, "1,234" in English.
[[nodiscard]] std::string number(const Words& words, std::size_t n);
/// A whole percentage, rounded half up; an en dash where there is nothing to divide by.
[[nodiscard]] std::string percent(const Words& words, std::size_t part, std::size_t whole);
/// Three decimals, rounded half up: "0.417" or "0,417"; empty where there is nothing to divide by.
[[nodiscard]] std::string ratio(char decimal, std::size_t part, std::size_t whole);

/// A share of 0 to 1 as a whole percentage, rounded half up.
[[nodiscard]] std::string percent(const Words& words, double share);
/// With so many decimals: "3,0".
[[nodiscard]] std::string decimal(const Words& words, double value, int places);

/// "14 h 05"
[[nodiscard]] std::string clock_time(const Words& words, base::Millis at);
/// "lundi 23 novembre 2026"
[[nodiscard]] std::string long_date(const Words& words, base::Millis at);
/// "lundi 23 novembre 2026 à 14 h 05 (UTC)"
[[nodiscard]] std::string long_time(const Words& words, base::Millis at);
/// "2026-11-23"
[[nodiscard]] std::string iso_date(base::Millis at);
/// "2026-11-23T14:05:09Z"
[[nodiscard]] std::string iso_time(base::Millis at);

}  // namespace atelier::report
