#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "report/summary.hpp"

/// A summary as an article: its parts in order, each a list of blocks of plain text, so that the
/// page, the Markdown and every other written format say the same in the same order and differ only
/// in how they draw it. Nothing in it is escaped. Pure and thread-safe.
///
///     for (const Part& part : article(summary).parts)
///         for (const Block& block : part.blocks) std::visit(draw, block);
namespace atelier::report {

struct Heading {
    int level = 3;  ///< 3 to 5; a part's own title is of level 2
    std::string text;
    std::string count = {};                ///< "12 idées", behind it
    const domain::Lever* lever = nullptr;  ///< whose mark and colour go with it; borrowed
};

struct Paragraph {
    enum class Tone { plain, note, nothing };
    std::string text;
    Tone tone = Tone::plain;
};

/// By the facilitators, in paragraphs.
struct Said {
    std::string text;
};

/// Exact words of people, one below the other.
struct Quotes {
    std::vector<std::string> texts;
};

/// Something people wrote, and what is known of it.
struct Entry {
    std::string text;  ///< exact words
    std::string rank = {};
    std::string head = {};                   ///< in a word or two: "Bien"
    std::vector<std::string> notes = {};     ///< ours, short
    std::vector<std::string> variants = {};  ///< exact words of what it stands for
};
struct Entries {
    std::vector<Entry> entries;
    bool compact = false;                  ///< they are there, but not to be lingered on
    const domain::Lever* lever = nullptr;  ///< whose colour they carry; borrowed
};

/// The first column heads its row. Cells may be people's words (names of levers, of affiliations).
struct Table {
    enum class Kind { counts, matrix };
    std::string caption;
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows;
    Kind kind = Kind::counts;
    /// Of a matrix: how deep each cell is tinted, 0 to 4; nothing for a cell that is no finding.
    std::vector<std::vector<std::optional<int>>> heat = {};
    std::vector<const domain::Lever*> levers = {};  ///< of a matrix: marks over the columns
};

/// Large numbers with their labels.
struct Tiles {
    std::vector<std::pair<std::string, std::string>> tiles;  ///< number, label
};

/// Where a picture goes; which one, and of which item of the summary (a board, a vote).
struct Slot {
    enum class What {
        board,
        lever_scale,
        scale_affiliation,
        vote,
        impact_effort,
        agreement,
        roti,
        timeline,
        weather
    };
    What what;
    std::size_t item = 0;
};

/// Sentences of ours, one below the other.
struct Items {
    std::vector<std::string> texts;
};

/// Where to read on; one without a title shows its address.
struct Links {
    std::vector<Link> links;
};

/// A command to type.
struct Code {
    std::string text;
};

using Block =
    std::variant<Heading, Paragraph, Said, Quotes, Entries, Table, Tiles, Slot, Items, Links, Code>;

struct Part {
    std::string anchor;  ///< the section's name; unique
    std::string title;
    std::vector<Block> blocks;
};

struct Article {
    std::string kind;                  ///< "Synthèse de l’atelier du lundi 23 novembre 2026"
    std::string series = {};           ///< "Rendez-vous n° 3 du cycle « … »"; empty for none
    std::vector<std::string> credits;  ///< organisers, partners
    std::vector<Part> parts;
};

/// Borrows the summary.
[[nodiscard]] Article article(const Summary& summary);

}  // namespace atelier::report
