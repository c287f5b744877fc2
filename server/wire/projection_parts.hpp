#pragma once

#include "wire/projection.hpp"

/// The pieces that whole states and deltas share; see projection.hpp.
namespace atelier::wire {

[[nodiscard]] IdeaView view_idea(const domain::Workshop& workshop, const domain::Idea& idea,
                                 const Viewer& viewer);
/// Whether a phase's ideas are their authors' alone until it is revealed (rule I8).
[[nodiscard]] bool keeps_private(const domain::Phase& phase) noexcept;
/// Where a card rests; nothing if nobody has put it anywhere.
[[nodiscard]] std::optional<PlacementView> view_placement(const domain::Workshop& workshop,
                                                          const domain::Board& board,
                                                          const domain::IdeaId& idea,
                                                          domain::Role role);
/// Whether an idea stands on walls and boards by itself, for the whole of a role.
[[nodiscard]] bool stands(const domain::Workshop& workshop, const domain::IdeaId& idea,
                          domain::Role role);
[[nodiscard]] OwnPlaceView view_own_place(const domain::Board& board, const domain::Place& place);
[[nodiscard]] domain::Board view_board(const domain::Board& board, domain::Role role);
[[nodiscard]] ScreenView view_screen(const domain::Workshop& workshop);
[[nodiscard]] bool may_see(const domain::Workshop& workshop, const domain::Comment& comment,
                           const Viewer& viewer);
[[nodiscard]] CommentView view_comment(const domain::Workshop& workshop,
                                       const domain::Comment& comment, const Viewer& viewer);
[[nodiscard]] RestrictedView view_restricted(const domain::Participant& person);
/// The cards that a change of a board may have moved.
[[nodiscard]] std::vector<domain::IdeaId> cards_moved_by(const domain::Board& board,
                                                         const domain::BoardChanged& event);
/// All counts of a phase that may be shown (rule D6), of the ideas that may be seen.
void add_tallies(TalliesView& out, const domain::Workshop& workshop, const domain::Phase& phase,
                 domain::Role role);

/// A choice as it was cast.
[[nodiscard]] domain::VoteValue value_of(const domain::Choice& choice);
/// The cards a person was handed, in that order.
[[nodiscard]] std::vector<std::string> view_hand(const domain::Workshop& workshop,
                                                 const domain::Phase& phase,
                                                 const domain::ParticipantId& person);
[[nodiscard]] bool may_see(const domain::Question& question, const Viewer& viewer) noexcept;
[[nodiscard]] bool may_see(const domain::Commitment& commitment, const Viewer& viewer) noexcept;
[[nodiscard]] QuestionView view_question(const domain::Workshop& workshop,
                                         const domain::Question& question, const Viewer& viewer);
[[nodiscard]] CommitmentView view_commitment(const domain::Workshop& workshop,
                                             const domain::Commitment& commitment,
                                             const Viewer& viewer);
/// What became of it, as an event; gone: all of it for facilitators and its author, else its id.
[[nodiscard]] EventView shown_voice(const char* event, const domain::Workshop& workshop,
                                    const domain::Question& question, const Viewer& viewer);
[[nodiscard]] EventView shown_voice(const char* event, const domain::Workshop& workshop,
                                    const domain::Commitment& commitment, const Viewer& viewer);
[[nodiscard]] EventView gone_voice(const char* event, const domain::Workshop& workshop,
                                   const domain::Question& question, const Viewer& viewer);
[[nodiscard]] EventView gone_voice(const char* event, const domain::Workshop& workshop,
                                   const domain::Commitment& commitment, const Viewer& viewer);
/// Rule Z3: what people say as they leave is for facilitators.
[[nodiscard]] SentenceView view_sentence(const domain::Workshop& workshop,
                                         const domain::PhaseId& phase,
                                         const domain::ParticipantId& author);
[[nodiscard]] std::vector<SentenceView> view_sentences(const domain::Workshop& workshop,
                                                       domain::Role role);
/// The questions that a person wants answered, too.
[[nodiscard]] std::vector<std::string> view_supports(const domain::Workshop& workshop,
                                                     const domain::ParticipantId& person);
/// The ideas that a person supports.
[[nodiscard]] std::vector<std::string> view_reactions(const domain::Workshop& workshop,
                                                      const domain::ParticipantId& person);
/// How many people, where nothing is voted on: the weather, who wants a question answered or supports
/// an idea, and, for facilitators and screens, how the time was worth it.
void add_voices(TalliesView& out, const domain::Workshop& workshop, const domain::Phase& phase,
                domain::Role role);
[[nodiscard]] domain::Tally people_of(const domain::Question& question);
[[nodiscard]] domain::Tally people_of(const domain::Workshop& workshop, const domain::Idea& idea);

/// Rule V13: the reasons given in a consent vote, to facilitators once it is revealed; in an order
/// that tells nothing of who gave them.
[[nodiscard]] std::vector<ReasonView> view_reasons(const domain::Workshop& workshop,
                                                   const domain::Phase& phase, domain::Role role);

}  // namespace atelier::wire
