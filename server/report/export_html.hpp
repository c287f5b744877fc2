#pragma once

#include <string>
#include <string_view>

#include "report/summary.hpp"

/// The summary as one HTML page that needs nothing else: no script, no other file, one style sheet
/// within it. The same bytes are the `html` export and the page that the server shows. Every text of
/// people is escaped and otherwise as typed (rule R9). Pure and thread-safe.
namespace atelier::report {

[[nodiscard]] std::string export_html(const Summary& summary);

/// SHA-256 of the page's only <style>, in base64, for a policy such as
/// `default-src 'none'; style-src 'sha256-...'`. The page has no style attribute.
[[nodiscard]] std::string summary_style_sha256_base64();

}  // namespace atelier::report
