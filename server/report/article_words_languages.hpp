#pragma once

#include "report/article_words.hpp"

/// The catalogues, one file each; used by article_words.cpp alone.
namespace atelier::report {

[[nodiscard]] const ArticleWords& french_article() noexcept;
[[nodiscard]] const ArticleWords& english_article() noexcept;

}  // namespace atelier::report
