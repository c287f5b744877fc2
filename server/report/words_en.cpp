#include "report/words_languages.hpp"

namespace atelier::report {
namespace {

constexpr Words english{
    .language = "en",
    .summary = "Summary",
    .file_suffix = "summary",
    .skip = "Skip to the content",
    .contents = "Contents",
    .question = "The question",
    .notation = {.decimal = '.',
                 .thousands = ",",
                 .percent = "%",
                 .day = "{} {}\u00A0{} {}",
                 .minute = "{} at {}:{} (UTC)",
                 .clock = "{}:{}",
                 .first_of_month = "1",
                 .weekdays = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
                              "Saturday"},
                 .months = {"January", "February", "March", "April", "May", "June", "July",
                            "August", "September", "October", "November", "December"}},
    .figures = {.title = "In figures",
                .joined = {"person joined the workshop", "people joined the workshop"},
                .took_part = {"person took part", "people took part"},
                .posted = {"idea posted", "ideas posted"},
                .published = {"idea published", "ideas published"},
                .pending = {"idea awaiting review", "ideas awaiting review"},
                .withdrawn = {"idea withdrawn", "ideas withdrawn"},
                .hidden = {"idea hidden", "ideas hidden"},
                .name = "Figure",
                .value = "Count",
                .hidden_title = "Hidden ideas, by reason",
                .reason = "Reason",
                .reasons = {"Off topic", "Duplicate", "Names a person", "Insulting",
                            "Advertising or politics", "Technical help"},
                .affiliations_title = "Affiliations",
                .affiliation = "Affiliation",
                .people = "People",
                .others = "Other, or not stated",
                .no_affiliation = "No affiliation has enough people to be shown."},
    .boards = {.title = "The ideas, lever by lever",
               .without_levers = "The ideas",
               .of_board = "Board “{}”",
               .tray = "Unsorted",
               .no_idea = "No idea was published.",
               .none_here = "No idea on this lever.",
               .votes_mark = "Dots",
               .ideas = {"idea", "ideas"},
               .dots = {"dot", "dots"},
               .matrix_title = "Levers and scales",
               .matrix_caption = "Number of ideas by scale and by lever",
               .scale = "Scale",
               .no_scale = "No scale",
               .total = "Total",
               .nested_total = "Roll-up",
               .nested_note = "The roll-up adds the ideas of the scales within that of the row.",
               .full = "Every lever has at least one idea at every scale.",
               .empty_cells = {"{} empty cell of {}: nobody has proposed an idea there yet.",
                               "{} empty cells of {}: nobody has proposed an idea there yet."}},
    .votes = {.title = "The votes",
              .none = "No vote took place.",
              .none_cast = "Nobody placed a dot.",
              .ballots = {"ballot", "ballots"},
              .people = {"person", "people"},
              .dots = {"dot placed", "dots placed"},
              .more = {"more idea received dots; it is listed with its lever.",
                       "more ideas received dots; they are listed with their lever."},
              .without_dots = {"idea received no dot.", "ideas received no dot."},
              .turnout = "{} for {} (response rate: {}), {}.",
              .rule = "{} per person, at most {} on one idea.",
              .caption = "The leading ideas",
              .rank = "Rank",
              .idea = "Idea",
              .dots_head = "Dots",
              .running = "This vote is still open: its results may change.",
              .withheld = {"The vote “{}” is not revealed: {} received, of which nothing is shown "
                           "here.",
                           "The vote “{}” is not revealed: {} received, of which nothing is shown "
                           "here."}},
    .results = {.round = "{} – round {}",
                .turnout = "{} for {} (response rate: {}).",
                .rules = {"One card at a time: useful, not useful, or passed. Ideas are ranked by "
                          "the lower bound of the share that finds them useful, among those who "
                          "judged.",
                          "Majority judgment: an idea’s grade is the best that more than half "
                          "give it at least.",
                          "Impact and effort from 1 to 5: medians, with the middle half of the "
                          "answers.",
                          "Consent: one objection is enough for a proposal to be worked on "
                          "again."},
                .none = "Nobody voted.",
                .head = "Result",
                .useful = "Useful for {}",
                .useful_figures = "useful: {} · not useful: {} · passed: {} · between {} and {}",
                .grades = {"Reject", "Poor", "Fair", "Good", "Very good", "Excellent"},
                .of_grade = "{}: {}",
                .quadrants = {"Quick win", "Large project", "Small gain", "Not worth it",
                              "Undecided"},
                .scores = "Impact {} ({} to {}), effort {} ({} to {})",
                .outcomes = {"No answer", "Consent", "Consent, with reservations",
                             "Objections to resolve"},
                .agree = {"agrees", "agree"},
                .reservation = {"reservation", "reservations"},
                .objection = {"objection", "objections"},
                .more = {"more idea was voted on.", "more ideas were voted on."},
                .without_choice = {"idea received no answer.", "ideas received no answer."}},
    .method =
        {.title = "How these figures are computed",
         .quoted = "Only published ideas are quoted, as they were written. Hidden ideas are "
                   "counted by reason and never quoted. No name appears in this document.",
         .took_part = "Those who took part posted at least one idea or voted at least once.",
         .rate = "The response rate is the number of ballots over the number of people who joined "
                 "the workshop.",
         .ballots = "Each person has one ballot per vote; only their last choice counts. Equal "
                    "results share a rank.",
         .ordered_by = "On each lever, ideas follow the number of dots of the vote “{}”; equal "
                       "ones, the order in which they were posted.",
         .ordered = "On each lever, ideas follow the order in which they were posted.",
         .scale = "An idea counts at the scale where it was sorted or, until it is, at the one "
                  "given when "
                  "it was posted.",
         .affiliations = "An affiliation is shown only from {} people up, and only if no smaller "
                         "group can be deduced from it by subtraction.",
         .journal = "Everything can be computed again from the workshop’s journal. The fingerprint "
                    "below names the exact state that this summary was drawn from.",
         .event = "Event",
         .digest = "Fingerprint",
         .made_at = "Summary made on"},
    .verify = {.malformed = "This file is not a workshop’s export: {} is missing or not as it "
                            "should be.",
               .idea_twice = "Idea {} is there twice.",
               .unknown_place = "Idea {} lies on board {} at a place that is not there.",
               .not_revealed = "A ballot belongs to {}, which is not a revealed vote.",
               .ballot_twice = "Vote {}: ballot {} is there twice.",
               .unknown_idea = "Vote {}, ballot {}: idea {} is not in the file.",
               .dots_out_of_range = "Vote {}, ballot {}, idea {}: {} is out of bounds.",
               .tally = "Vote {}, idea {}: {} (dots) and {} (people) told, {} and {} by the "
                        "ballots.",
               .counts = "Vote {}, idea {}: {} told, {} by the ballots.",
               .hidden = "Ideas hidden for the reason {}: {} told, {} in the file.",
               .too_many_people = "{}: {} told, but {} joined the workshop.",
               .posted = "People who posted an idea",
               .voted = "People who voted"},
};

}  // namespace

const Words& english_words() noexcept { return english; }

}  // namespace atelier::report
