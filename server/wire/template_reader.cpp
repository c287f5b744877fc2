#include <algorithm>

#include "domain/limits.hpp"
#include "wire/parts.hpp"
#include "wire/template_fields.hpp"
#include "wire/templates.hpp"

namespace atelier::wire {
namespace {

namespace limits = domain::limits;
using namespace template_fields;

constexpr std::size_t boards_max = 10;

/// Reads one template in one language; Fields keeps the path of the first mistake.
class Reader {
  public:
    explicit Reader(std::string_view language) : language_(language) {}

    domain::Blueprint read(const Fields& in) {
        domain::Blueprint plan;
        plan.language = language_;
        plan.title = words(in, "title", language_, limits::title_graphemes_max, Lines::one);
        plan.question = maybe_words(in, "question", language_, limits::prompt_graphemes_max);
        plan.charter = template_fields::charter(in, language_);
        plan.affiliations = in.list("affiliations", [&](const Fields& item) {
            return domain::Affiliation{id<domain::AffiliationId>(item), label(item)};
        });
        check_list(in, "affiliations", plan.affiliations, limits::affiliations_max);
        plan.boards = in.list("boards", [&](const Fields& item) { return board(item); });
        check_list(in, "boards", plan.boards, boards_max);
        plan.phases = phases(in, plan.boards);
        return plan;
    }

  private:
    std::string label(const Fields& in) const {
        return words(in, "name", language_, limits::label_graphemes_max, Lines::one);
    }

    domain::Board board(const Fields& in) const {
        domain::Board out;
        out.id = id<domain::BoardId>(in);
        out.levers = in.list("levers", [&](const Fields& item) { return lever(item); });
        if (out.levers.empty()) in.wrong("levers");
        check_list(in, "levers", out.levers, limits::levers_per_board_max);
        out.scales = in.list("scales", [&](const Fields& item) {
            auto parent = item.maybe_id<domain::ScaleId>("parent");
            return domain::Scale{id<domain::ScaleId>(item), label(item), std::move(parent)};
        });
        check_list(in, "scales", out.scales, limits::scales_per_board_max);
        if (!nested_well(out)) in.wrong("scales");
        return out;
    }
    domain::Lever lever(const Fields& in) const {
        domain::Lever out{id<domain::LeverId>(in), label(in), in.text("symbol"), in.text("colour"),
                          maybe_words(in, "help", language_, limits::prompt_graphemes_max)};
        if (!known_lever_symbol(out.symbol)) in.wrong("symbol");
        if (!known_lever_colour(out.colour)) in.wrong("colour");
        return out;
    }
    // Rule T3: climbing from any scale ends within as many steps as there are scales.
    static bool nested_well(const domain::Board& board) {
        return std::ranges::all_of(board.scales, [&](const domain::Scale& start) {
            const domain::Scale* at = &start;
            for (std::size_t steps = 0; at->parent; ++steps) {
                at = board.scale(*at->parent);
                if (!at || steps == board.scales.size()) return false;
            }
            return true;
        });
    }

    std::vector<domain::Phase> phases(const Fields& in,
                                      const std::vector<domain::Board>& boards) const {
        std::size_t place = 0;
        auto out =
            in.list("phases", [&](const Fields& item) { return phase(item, ++place, boards); });
        if (out.empty()) in.wrong("phases");
        check_list(in, "phases", out, limits::phases_per_workshop_max);
        return out;
    }
    domain::Phase phase(const Fields& in, std::size_t place,
                        const std::vector<domain::Board>& boards) const {
        domain::Phase out;
        out.id = in.has("id") ? id<domain::PhaseId>(in)
                              : domain::PhaseId{"phase-" + std::to_string(place)};
        out.title = words(in, "title", language_, limits::title_graphemes_max, Lines::one);
        out.prompt = maybe_words(in, "prompt", language_, limits::prompt_graphemes_max);
        out.minutes = in.integer<int>("minutes");
        within(in, "minutes", out.minutes, limits::phase_minutes_max);
        out.settings = settings(in.word<PhaseKind>("kind"), in.maybe_object("settings"), boards);
        return out;
    }

    // Types and closed lists are the decoder's, as for any phase; the bounds are looked at here.
    static domain::PhaseSettings settings(PhaseKind kind, const Fields& in,
                                          const std::vector<domain::Board>& boards) {
        if (kind == PhaseKind::sort) return sort(in, boards);
        domain::PhaseSettings out = decode_settings(kind, in);
        if (const auto* collect = std::get_if<domain::CollectSettings>(&out)) {
            within(in, "max_per_person", collect->max_per_person, limits::ideas_per_person_max);
            within(in, "max_chars", collect->max_graphemes, limits::idea_graphemes_max);
        } else if (auto* dots = std::get_if<domain::DotsSettings>(&out)) {
            if (!in.has("max_per_idea"))
                dots->max_per_idea = std::min(dots->max_per_idea, dots->budget);
            within(in, "budget", dots->budget, limits::dots_budget_max);
            within(in, "max_per_idea", dots->max_per_idea, dots->budget);
        }
        return out;
    }
    // Rule T5.
    static domain::SortSettings sort(const Fields& in, const std::vector<domain::Board>& boards) {
        domain::SortSettings out;
        out.mode = in.maybe_word<domain::SortMode>("mode").value_or(out.mode);
        if (!boards.empty()) out.board = boards.front().id;
        out.board = in.maybe_id<domain::BoardId>("board").value_or(out.board);
        if (std::ranges::find(boards, out.board, &domain::Board::id) == boards.end())
            in.wrong("board");
        return out;
    }

    std::string language_;
};

domain::Refusal refuse(std::string field) {
    return {domain::Code::bad_arguments, {{"field", std::move(field)}}};
}

}  // namespace

domain::Decided<domain::Blueprint> blueprint_from_json(const nlohmann::json& json,
                                                       std::string_view language) {
    if (language != "fr" && language != "en") return refuse("language");
    if (!json.is_object()) return refuse("template");
    std::string mistake;
    domain::Blueprint plan = Reader(language).read(Fields(json, mistake, "template"));
    if (!mistake.empty()) return refuse(std::move(mistake));
    return plan;
}

}  // namespace atelier::wire
