#include "report/article_words_languages.hpp"

namespace atelier::report {
namespace {

constexpr ArticleWords english{
    .head = {.of_day = "Summary of the workshop of {}",
             .organised = "A workshop organised by {}.",
             .partners = "Partners: {}.",
             .series = "Number {} of the series “{}”",
             .and_ = " and ",
             .comma = ", ",
             .said = "The facilitators",
             .quoted = "“{}”"},
    .turnout =
        {.nobody = "Nobody has joined the workshop yet.",
         .all_took_part = {"One person joined the workshop and took part.",
                           "{} people joined the workshop, and all of them took part by posting an "
                           "idea or voting."},
         .joined = {"One person joined the workshop, without taking part yet.",
                    "{} people joined the workshop; {} took part by posting an idea or voting."},
         .posted = {"One idea was posted.", "{} ideas were posted: {}."},
         .no_idea = "No idea was posted.",
         .published = {"one is published", "{} are published"},
         .pending = {"one awaits review", "{} await review"},
         .withdrawn = {"one was taken back by its author", "{} were taken back by their authors"},
         .hidden = {"one was hidden by the moderators", "{} were hidden by the moderators"},
         .grouped = {"One of them said the same as another and was grouped with it; {1} remain, to "
                     "be read below in their exact words.",
                     "{} said the same as another and were grouped with it; {} remain, to be read "
                     "below in their exact words."},
         .votes_caption = "The votes and their turnout",
         .vote = "Vote",
         .ballots = "Ballots",
         .rate = "Response rate",
         .ideas = "Ideas voted on",
         .hidden_why =
             {"The register of moderation holds one hidden idea.",
              "The register of moderation holds {} hidden ideas. None is deleted; none is "
              "quoted here."},
         .by_affiliation = "Participation by affiliation",
         .took_part = "Took part",
         .their_ideas = "Ideas published",
         .kept_back = "A dash stands for a number below {}, or one from which such a number could "
                      "be deduced.",
         .by_scale = "Participation by scale: the people who answered",
         .scale_people = "People who answered on it"},
    .lever =
        {.on_lever = {"One idea pulls this lever", "{} ideas pull this lever"},
         .at_scale = "{}, at the scale “{}”.",
         .at_scales = "{}, mostly at these scales: {}.",
         .scale_count = "{} ({})",
         .others = "Also proposed:",
         .in_other_words = "In other words: {}",
         .reworded = "reworded by a moderator",
         .sorted = "sorted here by {} of {}",
         .across = "agreement across affiliations: {}",
         .share = "{} in favour, between {} and {} (n\u00A0=\u00A0{})",
         .interval = "between {} and {} (n\u00A0=\u00A0{})",
         .dots_share = "{} from {} of {}, or {} (between {} and {})",
         .crowd = {"One person sorted the ideas: {}, with a mean agreement of {}.",
                   "{} people sorted the ideas, each for themselves: {}, with a mean agreement "
                   "of {}."},
         .crowd_ties = {"For one idea two places tie: it stays unsorted.",
                        "For {} ideas places tie: they stay unsorted."},
         .contested = "The ideas whose place is disputed",
         .contested_at = "{} agreement among {}: {}",
         .affiliation_title = "Scales and affiliations",
         .affiliation_note = "Every published idea counts here, grouped ones included, under "
                             "the affiliation of the person who wrote it.",
         .affiliation_full = "Every affiliation proposed at least one idea at every scale.",
         .affiliation_empty = {"{} empty cell of {}: this affiliation proposed nothing there.",
                               "{} empty cells of {}: these affiliations proposed nothing "
                               "there."},
         .heat = "The darker a cell, the more ideas it holds."},
    .agreement =
        {.title = "What unites, what divides",
         .none =
             "The affiliations’ answers cannot be compared: that takes a revealed vote which at "
             "least two affiliations of five people or more have answered.",
         .basis = "In the vote “{}”, the answers of {} can be set side by side.",
         .group = "“{}” ({})",
         .not_told_one = "One idea is left out, for want of enough answers from each.",
         .not_told = "{} ideas are left out, for want of enough answers from each.",
         .unites = "What unites",
         .unites_how = "Each of these affiliations is in favour.",
         .unites_none = "No idea is clearly favoured by all of these affiliations.",
         .divides = "What divides",
         .divides_how = "Some are in favour, others are not, and the gap is wider than chance "
                        "usually makes it.",
         .divides_none = "No idea clearly sets two of these affiliations against each other.",
         .minority = "Minority ideas",
         .minority_how = "A single affiliation carries them.",
         .minority_none = "No idea is carried by a single affiliation.",
         .minority_of = "Carried by “{}”",
         .share = "{}: {} of {}",
         .score = "agreement: {}",
         .relative =
             "In a vote with dots, being in favour is relative to the other ideas: it means "
             "the affiliation’s first quarter.",
         .opinions = "Groups of opinion",
         .opinions_how = "In the vote “{}”, ballots that are alike form {} groups, of {} people.",
         .clear = {"They hardly differ (silhouette: {}): opinions are rather a continuum.",
                   "They can be recognised without being clear-cut (silhouette: {}).",
                   "They are clear-cut (silhouette: {})."},
         .left_out = {"{} person voted on too little to be placed.",
                      "{} people voted on too little to be placed."},
         .group_title = "Group {}: {}",
         .for_ = "For it: {} of the group, {} of the others",
         .against = "Against it: {} of the group, {} of the others",
         .no_telling = "No idea clearly sets this group apart.",
         .unites_opinions = "Each of these groups is in favour.",
         .unites_none_opinions = "No idea is clearly approved by all of these groups.",
         .table = "Agreement across affiliations, idea by idea",
         .idea = "Idea",
         .agreement = "Agreement"},
    .voice = {.words_title = "Words that come back",
              .words_how = "These words are found in most ideas: {}.",
              .word = "{} ({})",
              .texts = "Ideas",
              .questions_title = "Questions and their answers",
              .no_question = "No question was published.",
              .questions = {"One question was asked.", "{} questions were asked."},
              .to_answer = {"It is still to be answered.", "{} are still to be answered."},
              .supporters = {"{} more person wanted the answer",
                             "{} more people wanted the answer"},
              .all_answered = "All of them were answered.",
              .answer = "Answer: {}",
              .aloud = "Answered aloud",
              .unanswered = "To be answered",
              .commitments_title = "Commitments",
              .no_commitment = "No commitment was published.",
              .commitments = {"One commitment was made.", "{} commitments were made."},
              .collective = {"One is collective.", "{} are collective."},
              .by = "by: {}",
              .with_ = "with: {}",
              .looking_for = "looks for: {}",
              .bringing = "brings: {}",
              .together = "collective commitment",
              .closing_title = "Closing words",
              .nobody_spoke = "Nobody left a sentence to be quoted.",
              .words_said = {"One person agreed to be quoted.", "{} people agreed to be quoted."},
              .kept = {"One more sentence is for the facilitators alone.",
                       "{} more sentences are for the facilitators alone."},
              .roti = {"One person said what the time was worth: {1} of 5.",
                       "{} people said what the time was worth: {} of 5 on average."},
              .roti_caption = "Was the time well spent?",
              .score = "Score",
              .people = "People",
              .roti_names = {"1: time lost", "2: of little use", "3: fair", "4: useful",
                             "5: excellent"},
              .weather_title = "The weather on arrival",
              .weather_caption = "The weather on arrival",
              .sky = "Weather",
              .weather = {"One person said how they arrived: {1}.",
                          "{} people said how they arrived: {}."},
              .skies = {{{"one in full sun", "{} in full sun"},
                         {"one in bright spells", "{} in bright spells"},
                         {"one under clouds", "{} under clouds"},
                         {"one in a storm", "{} in a storm"}}},
              .sky_names = {"Sunny", "Bright spells", "Cloudy", "Stormy"}},
    .participation =
        {.title = "Participation",
         .both = {"One person posted at least one idea and voted",
                  "{} people posted at least one idea and voted"},
         .posted_only = {"one posted without voting", "{} posted without voting"},
         .voted_only = {"one voted without posting", "{} voted without posting"},
         .neither = {"one followed without writing or voting",
                     "{} followed without writing or voting"},
         .per_author = "Those who wrote posted {} each as a median ({} at most).",
         .exposure =
             "In the vote “{}”, each idea was shown to {} people as a median, from {} to {}; "
             "the Gini coefficient is {} (0: all as often).",
         .timeline = "Over time, in slices of five minutes",
         .when = "From (UTC)",
         .ideas = "Ideas",
         .votes = "Choices",
         .peak = "Most ideas came in from {} (UTC): {} in five minutes.",
         .only_posts = "The moment of each vote is not told here."},
    .story =
        {.title = "The story of the workshop",
         .computed = "By the figures: {}",
         .steps = {"What was seen", "What pulls apart", "What is done", "Where it leads"},
         .came = {"One idea came in", "{} ideas came in"},
         .question = "{} in answer to the question “{}”.",
         .most_on = "The lever “{}” gathers most of them ({}, or {}).",
         .best = "The one that the last vote puts first says: “{}” ({}).",
         .unites = {"All the affiliations compared meet on one idea: “{1}”.",
                    "All the affiliations compared meet on {} ideas, this one first: “{1}”."},
         .divides = {"One idea sets the affiliations apart: “{1}”.",
                     "{} ideas set the affiliations apart, this one most of all: “{1}”."},
         .minority = {"“{1}” carries this idea almost alone: “{2}”.",
                      "{} ideas are each carried by almost one affiliation alone, such as that "
                      "of “{1}”: “{2}”."},
         .empty = {"One meeting of a lever and a scale, of {1}, was left without an idea.",
                   "{} meetings of a lever and a scale, of {}, were left without an idea."},
         .nothing_at = "Nothing was proposed at these scales: {}.",
         .contested = {"The place of one idea is disputed.", "The place of {} ideas is disputed."},
         .unanswered = {"One question is still to be answered.",
                        "{} questions are still to be answered."},
         .promised = {"One commitment was made.", "{} commitments were made."},
         .together = {"One is collective.", "{} are collective."},
         .alone = "It is collective.",
         .first_promise = {"Here it is: “{1}”.", "The first: “{1}”."},
         .first_ideas = "The ideas at the head of the last vote say where to begin: {}.",
         .next = "The next theme is announced: “{}”.",
         .roti = "The time spent was given {} of 5 by {}.",
         .action = "The invitation: “{}”.",
         .looking = {"One commitment still looks for support.",
                     "{} commitments still look for support."}},
    .end =
        {.action_title = "What now",
         .next = "The next theme: {}",
         .licence = "This summary is published under the Licence Ouverte 2.0 (Etalab): it may be "
                    "reused and adapted, provided that its source and date are given.",
         .check_title = "Check this summary",
         .check = "Each event of the workshop is chained to the one before by a digest. Who keeps "
                  "the server checks the chain, the counts and this summary with the command",
         .check_file = "Who has only the JSON export checks that it agrees with itself with",
         .groups_note = "Affiliations are compared only from {} people each, idea by idea. Their "
                        "agreement is the geometric mean of (in "
                        "favour\u00A0+\u00A01)\u00A0/\u00A0(answers\u00A0+\u00A02): it "
                        "is high only if each of them approves. It is read beside the ranking "
                        "and weighs nothing in it.",
         .share_note = "In favour is who placed at least one dot, judged the idea useful, gave it "
                       "the grade “Good” or better, an impact of 4 or 5, or consented, with "
                       "reservations or without.",
         .interval_note = "The interval after a share is Wilson’s at 95%: it says what n is worth, "
                          "not what those who stayed away think.",
         .opinions_note = "Groups of opinion are found in the votes by principal components and "
                          "k-means, from 100 voters and 20 ideas up; their number is that of the "
                          "best silhouette. They are ways of voting, not kinds of people.",
         .score_note = "On each lever the ideas of the last vote that ranked them come first; "
                       "equal ones in the order in which they were posted.",
         .draft_note = "The passages under the facilitators’ name are theirs; all the rest is "
                       "computed.",
         .crowd_note = "Where each person sorts for themselves, an idea rests where most people "
                       "put it; the agreement is their share.",
         .words_note = "Forms of one word count together, once an idea, without stop words."},
};

}  // namespace

const ArticleWords& english_article() noexcept { return english; }

}  // namespace atelier::report
