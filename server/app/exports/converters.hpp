#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <string_view>

#include "app/exports/child.hpp"
#include "report/tables.hpp"

/// What the report cannot finish by itself. Blocks: for threads that may wait.
namespace atelier::app::exports {

enum class Trouble {
    not_installed,  ///< no program that could do it is on this machine
    failed          ///< it ended badly, or past its limits
};

/// A PDF/UA of a page: by WeasyPrint, or by Chromium where that is what is there. Chromium comes
/// first for long pages, which it lays out in a tenth of the time; both write tags and the language.
[[nodiscard]] base::Result<std::string, Trouble> pdf_of(std::string_view page,
                                                        const std::atomic<bool>& stop);

/// At twice its size, by rsvg-convert.
[[nodiscard]] base::Result<std::string, Trouble> png_of(std::string_view svg,
                                                        const std::atomic<bool>& stop);

/// By libxlsxwriter, in a folder of its own.
[[nodiscard]] base::Result<std::string, Trouble> xlsx_of(const report::Tables& tables);

}  // namespace atelier::app::exports
