// Tables as an XLSX file.
#include <xlsxwriter.h>

#include "app/exports/converters.hpp"

namespace atelier::app::exports {
namespace {

/// What the format can hold in one cell.
constexpr std::size_t cell_bytes_max = 32'000;

/// Cut between characters, never within one.
std::string fitting(const std::string& text) {
    if (text.size() <= cell_bytes_max) return text;
    std::size_t end = cell_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

struct CellWriter {
    lxw_worksheet* sheet;
    lxw_row_t row;
    lxw_col_t column;
    lxw_format* text;

    void operator()(const std::string& value) const {
        // Always a string cell, whatever it begins with (rule TB1).
        if (!value.empty())
            worksheet_write_string(sheet, row, column, fitting(value).c_str(), text);
    }
    void operator()(std::int64_t n) const {
        worksheet_write_number(sheet, row, column, static_cast<double>(n), nullptr);
    }
    void operator()(double value) const {
        worksheet_write_number(sheet, row, column, value, nullptr);
    }
};

void write_sheet(lxw_workbook* book, const report::Sheet& sheet, lxw_format* head,
                 lxw_format* text) {
    lxw_worksheet* out = workbook_add_worksheet(book, sheet.name.c_str());
    if (!out) return;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(out, column, column, sheet.columns[i].width, nullptr);
        worksheet_write_string(out, 0, column, fitting(sheet.columns[i].head).c_str(), head);
    }
    lxw_row_t row = 1;
    for (const auto& cells : sheet.rows) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            std::visit(CellWriter{out, row, static_cast<lxw_col_t>(i), text}, cells[i]);
        ++row;
    }
    worksheet_freeze_panes(out, 1, 0);
    worksheet_repeat_rows(out, 0, 0);
}

}  // namespace

base::Result<std::string, Trouble> xlsx_of(const report::Tables& tables) {
    const Scratch scratch;
    if (scratch.path().empty()) return Trouble::failed;
    std::string folder = scratch.path().string();
    lxw_workbook_options options{};
    options.tmpdir = folder.data();
    lxw_workbook* book = workbook_new_opt((folder + "/tables.xlsx").c_str(), &options);
    if (!book) return Trouble::failed;
    std::string title = tables.title;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = 315'532'800;  // the same file for the same tables
    workbook_set_properties(book, &properties);
    workbook_set_custom_property_string(book, "Language",
                                        tables.language == "en" ? "en-GB" : "fr-FR");
    lxw_format* head = workbook_add_format(book);
    format_set_bold(head);
    format_set_text_wrap(head);
    format_set_bg_color(head, 0xE1EFEC);
    format_set_align(head, LXW_ALIGN_VERTICAL_BOTTOM);
    lxw_format* text = workbook_add_format(book);
    format_set_text_wrap(text);
    format_set_align(text, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(text, "@");
    for (const report::Sheet& sheet : tables.sheets) write_sheet(book, sheet, head, text);
    if (workbook_close(book) != LXW_NO_ERROR) return Trouble::failed;
    std::string bytes = scratch.read("tables.xlsx");
    if (bytes.empty()) return Trouble::failed;
    return bytes;
}

}  // namespace atelier::app::exports
