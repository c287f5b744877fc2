#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "domain/limits.hpp"
#include "report/imports/exported_workshop.hpp"
#include "report/imports/stand_ins.hpp"
#include "wire/fields.hpp"

/// Reading an export, part by part; its parts are in three files. For them alone.
namespace atelier::report::imports::exported {

using namespace domain;
using wire::Fields;

/// Calls see(key) for each member of an object.
template <class See>
void each_member(const Fields& in, See see) {
    if (!in.json().is_object()) return;
    for (const auto& member : in.json().items()) see(member.key());
}

class Reading {
  public:
    explicit Reading(const nlohmann::json& file) : in_(file, wrong_) {}

    Read<Workshop> run();

  private:
    template <class See>
    void for_each(std::string_view key, std::size_t most, See see) {
        const auto& list = in_.raw(key);
        if (list.is_array() && list.size() > most) return in_.wrong(key);
        // A list of nothing: Fields::list only gathers what a decoder returns.
        (void)in_.list(key, [&](const Fields& in) {
            if (wrong_.empty()) see(in);
            return 0;
        });
    }
    /// What people wrote: no more than anyone may write, and nothing in it that nobody may.
    std::string words(const Fields& in, std::string_view key) {
        std::string text = in.text(key);
        if (text.size() > domain::limits::idea_bytes_max || base::has_forbidden_controls(text))
            in.wrong(key);
        return text;
    }
    /// Nothing is left of what was erased; a file that says otherwise is not one of ours.
    static bool erased(const Fields& in, const std::string& text) {
        const bool out = in.maybe_flag("erased").value_or(false);
        if (out && !text.empty()) in.wrong("erased");
        return out;
    }
    template <class Id>
    Id fresh_id(const Fields& in, std::set<std::string>& known) {
        Id id = in.id<Id>("id");
        if (id.text.size() > domain::limits::id_bytes_max || !known.insert(id.text).second)
            in.wrong("id");
        return id;
    }
    PhaseId known_phase(const Fields& in) {
        PhaseId id = in.id<PhaseId>("phase");
        if (!out_.phase(id)) in.wrong("phase");
        return id;
    }
    IdeaId known_idea(const Fields& in) {
        IdeaId id = in.id<IdeaId>("idea");
        if (!out_.idea(id)) in.wrong("idea");
        return id;
    }

    void plan();

    void people();

    void idea(const Fields& in);
    void groups();

    void support(const Fields& in, const IdeaId& idea);

    void placements(const Fields& in);
    void crowd(const Fields& at, Board& board, const IdeaId& idea);
    static std::optional<LeverId> lever_in(const Fields& in, const Board& board);
    static std::optional<ScaleId> scale_in(const Fields& in, const Board& board);

    void comment(const Fields& in);
    void question(const Fields& in);
    void commitment(const Fields& in);

    // Votes

    struct Row {
        PhaseId phase;
        StandIns::Label label;
        Ballot ballot;
        std::vector<IdeaId> cards;
    };
    Row ballot_row(const Fields& in);
    static std::optional<Choice> choice_of(Method method, const VoteValue& value);
    void ballots();
    void reason(const Fields& in);
    [[nodiscard]] const std::vector<ParticipantId>& sorted_voters(const PhaseId& phase);

    void arrivals();
    void left(const Fields& in, const PhaseId& phase);

    std::string wrong_;
    Fields in_;
    Workshop out_;
    std::optional<StandIns> stand_ins_;
    StandIns::Totals totals_;
    std::set<std::string> idea_ids_, comment_ids_, question_ids_, commitment_ids_;
    std::map<PhaseId, std::vector<ParticipantId>> voters_;
};

}  // namespace atelier::report::imports::exported
