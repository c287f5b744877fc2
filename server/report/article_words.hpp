#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "report/words.hpp"

/// The sentences of the article that a summary is read as, in the workshop's language; `{}` stands
/// for a value, filled in by with(), in the order in which they stand. A Plural here is a pair of
/// whole sentences. Constant and thread-safe; typography as in words.hpp.
namespace atelier::report {

struct HeadWords {
    std::string_view of_day;               ///< {} date
    std::string_view organised, partners;  ///< {} names
    std::string_view series;               ///< {} number, {} title
    std::string_view and_, comma;          ///< between the last two of a list, and the others
    std::string_view said;                 ///< who the facilitators' words are by
    std::string_view quoted;               ///< {} what somebody wrote
};

struct TurnoutWords {
    std::string_view nobody;
    Plural all_took_part, joined;  ///< {} people; joined: {} people, {} who took part
    Plural posted;                 ///< {} ideas, {} what became of them
    std::string_view no_idea;
    Plural published, pending, withdrawn, hidden;
    Plural grouped;  ///< {} grouped, {} that remain
    std::string_view votes_caption, vote, ballots, rate, ideas;
    Plural hidden_why;                                                   ///< {} hidden
    std::string_view by_affiliation, took_part, their_ideas, kept_back;  ///< {} least
    std::string_view by_scale, scale_people;                             ///< {} vote
};

struct LeverWords {
    Plural on_lever;                       ///< {} ideas
    std::string_view at_scale, at_scales;  ///< {} scale; {} list of scales with counts
    std::string_view scale_count;          ///< {} scale, {} ideas
    std::string_view others, in_other_words, reworded, sorted, across;
    std::string_view share;       ///< {} share, {} {} interval, {} n
    std::string_view interval;    ///< of a share that was said before: {} {} interval, {} n
    std::string_view dots_share;  ///< {} dots, {} people, {} n, {} share, {} {} interval
    Plural crowd, crowd_ties;
    std::string_view contested, contested_at;
    std::string_view affiliation_title, affiliation_note, affiliation_full;
    Plural affiliation_empty;  ///< {} empty, {} all
    std::string_view heat;     ///< alternative: of what a matrix shows
};

struct AgreementWords {
    std::string_view title, none, basis,
        group;                                ///< basis: {} vote, {} groups; group: {} name, {} n
    std::string_view not_told_one, not_told;  ///< {} ideas
    std::string_view unites, unites_how, unites_none;
    std::string_view divides, divides_how, divides_none;
    std::string_view minority, minority_how, minority_none, minority_of;  ///< of: {} group
    std::string_view share;  ///< {} group, {} agree, {} saw
    std::string_view score;  ///< {} agreement
    std::string_view relative;
    std::string_view opinions, opinions_how;  ///< {} vote, {} how many, {} sizes
    std::array<std::string_view, 3> clear;    ///< hardly, recognisable, clear-cut; {} silhouette
    Plural left_out;
    std::string_view group_title;    ///< {} number, {} people
    std::string_view for_, against;  ///< {} group's share, {} the others'
    std::string_view no_telling, unites_opinions, unites_none_opinions;
    std::string_view table, idea, agreement;
};

struct VoiceWords {
    std::string_view words_title, words_how, word, texts;
    std::string_view questions_title, no_question;
    Plural questions, to_answer, supporters;
    std::string_view all_answered, answer, aloud, unanswered;
    std::string_view commitments_title, no_commitment;
    Plural commitments, collective;
    std::string_view by, with_, looking_for, bringing, together;
    std::string_view closing_title, nobody_spoke;
    Plural words_said, kept;
    Plural roti;  ///< {} people, {} mean
    std::string_view roti_caption, score, people;
    std::array<std::string_view, 5> roti_names;
    std::string_view weather_title, weather_caption, sky;
    Plural weather;  ///< {} people, {} the counts
    std::array<Plural, 4> skies;
    std::array<std::string_view, 4> sky_names;
};

struct ParticipationWords {
    std::string_view title;
    Plural both, posted_only, voted_only, neither;
    std::string_view per_author;  ///< {} median, {} most
    std::string_view exposure;    ///< {} vote, {} median, {} least, {} most, {} gini
    std::string_view timeline, when, ideas, votes, peak;  ///< peak: {} time, {} ideas
    std::string_view only_posts;
};

struct StoryWords {
    std::string_view title, computed;
    std::array<std::string_view, 4> steps;
    // observation
    Plural came;                ///< {} ideas
    std::string_view question;  ///< {} the question
    std::string_view most_on;   ///< {} lever, {} ideas, {} share
    std::string_view best;      ///< {} idea, {} finding
    Plural unites;              ///< {} ideas, {1} the first
    // tension
    Plural divides, minority;     ///< {} ideas, {1} the first; {} ideas, {1} group, {2} the first
    Plural empty;                 ///< {} empty, {} all
    std::string_view nothing_at;  ///< {} scales
    Plural contested, unanswered;
    // action
    Plural promised, together;     ///< together: of several
    std::string_view alone;        ///< the only one, and collective
    Plural first_promise;          ///< {} commitments, {1} text
    std::string_view first_ideas;  ///< {} ideas
    // horizon
    std::string_view next, roti, action;  ///< {} theme; {} mean, {} n; {} call
    Plural looking;                       ///< {} commitments that look for somebody
};

struct EndWords {
    std::string_view action_title, next, licence, check_title, check, check_file;
    std::string_view groups_note, share_note, interval_note, opinions_note, score_note, draft_note,
        crowd_note, words_note;
};

struct ArticleWords {
    HeadWords head;
    TurnoutWords turnout;
    LeverWords lever;
    AgreementWords agreement;
    VoiceWords voice;
    ParticipationWords participation;
    StoryWords story;
    EndWords end;
};

/// French for anything that is not "en".
[[nodiscard]] const ArticleWords& article_words(std::string_view language) noexcept;

/// "a, b et c"
[[nodiscard]] std::string listed(const ArticleWords& words, const std::vector<std::string>& items);
/// A whole sentence for n, filled in with the number and what follows, in order; {1} stands for the
/// value behind the number where a sentence says "one" in a word. Not for 0: that is another sentence.
[[nodiscard]] std::string said(const Words& words, const Plural& sentence, std::size_t n,
                               std::initializer_list<std::string_view> more = {});

}  // namespace atelier::report
