#include <rapidcheck/catch.h>

#include <algorithm>
#include <fstream>
#include <iostream>

#include "domain/support/idea_texts.hpp"
#include "insight/similarity.hpp"

using namespace atelier::insight;
using namespace atelier::tests;
using atelier::domain::IdeaId;

namespace {

SimilarIdeas index_of(const std::vector<Sample>& ideas) {
    SimilarIdeas index(Language::french);
    for (const auto& idea : ideas) index.put({idea.id}, idea.text);
    return index;
}

std::string told(const std::vector<Similar>& found) {
    std::string out;
    for (const auto& [id, score] : found) out += id.text + " ";
    return out;
}

struct Measured {
    double right = 0, wrong = 0, missed = 0;
    [[nodiscard]] double precision() const { return right / (right + wrong); }
    [[nodiscard]] double recall() const { return right / (right + missed); }
};
std::ostream& operator<<(std::ostream& out, const Measured& m) {
    return out << "precision " << m.precision() << ", recall " << m.recall() << " (" << m.right
               << " right, " << m.wrong << " wrong, " << m.missed << " missed)";
}

/// Pairs at or above the score against those that were written to say the same.
Measured measure(const std::vector<Sample>& ideas, double from_score) {
    std::map<std::string, std::string> root;
    for (const auto& idea : ideas) root[idea.id] = idea.root;
    Measured out;
    for (const auto& one : ideas)
        for (const auto& other : ideas)
            if (one.id < other.id && one.root == other.root) out.missed += 1;
    for (const auto& pair : index_of(ideas).pairs(from_score)) {
        const bool same = root[pair.one.text] == root[pair.other.text];
        (same ? out.right : out.wrong) += 1;
        out.missed -= same ? 1 : 0;
    }
    return out;
}

/// The pairs of support/similar_pairs.tsv, each compared among the texts of its language.
Measured measure_written_pairs(double from_score) {
    std::ifstream file(ATELIER_SOURCE_DIR "/tests/domain/support/similar_pairs.tsv");
    SimilarIdeas french(Language::french);
    SimilarIdeas english(Language::english);
    std::vector<bool> same;
    for (std::string verdict, one, other; std::getline(file, verdict, '\t') &&
                                          std::getline(file, one, '\t') &&
                                          std::getline(file, other);) {
        auto& index = language_of(one, Language::french) == Language::french ? french : english;
        index.put({std::to_string(same.size()) + "a"}, one);
        index.put({std::to_string(same.size()) + "b"}, other);
        same.push_back(verdict == "same");
    }
    Measured out;
    for (std::size_t i = 0; i < same.size(); ++i) {
        const IdeaId one{std::to_string(i) + "a"};
        bool found = false;
        for (const auto* index : {&french, &english})
            for (const auto& [id, score] : index->similar_to(one, 99, from_score))
                found = found || id.text == std::to_string(i) + "b";
        if (found) (same[i] ? out.right : out.wrong) += 1;
        if (!found && same[i]) out.missed += 1;
    }
    return out;
}

/// Ideas of 8 to 24 words that occur in the samples.
}  // namespace

TEST_CASE("[IN20] near duplicates are found: precision and recall") {
    const auto ideas = samples();
    REQUIRE(ideas.size() == 79);
    const Measured paired = measure(ideas, paired_from_score);
    const Measured offered = measure(ideas, offered_from_score);
    const Measured written_paired = measure_written_pairs(paired_from_score);
    const Measured written_offered = measure_written_pairs(offered_from_score);
    std::cout << "ideas, as pairs to group: " << paired << "\nideas, as offers: " << offered
              << "\nlook-alikes, as pairs to group: " << written_paired
              << "\nlook-alikes, as offers: " << written_offered << "\n";
    CHECK(paired.precision() >= 0.75);
    CHECK(paired.recall() >= 0.75);
    CHECK(offered.precision() >= 0.95);
    CHECK(offered.recall() >= 0.45);
    CHECK(written_paired.recall() >= 0.95);
    CHECK(written_offered.precision() >= 0.75);
    CHECK(written_offered.recall() >= 0.90);
}

TEST_CASE("[IN20] false friends are never proposed as the same") {
    const auto index = index_of(samples());
    const auto lamps = told(index.similar_to({"i047"}, 99, paired_from_score));
    CHECK(lamps.find("i049") != std::string::npos);
    CHECK(lamps.find("i048") == std::string::npos);
    CHECK(told(index.similar_to({"i048"}, 99, paired_from_score)).empty());
    CHECK(told(index.similar("Éteindre l'éclairage public la nuit", 3, offered_from_score))
              .starts_with("i047"));
    SimilarIdeas english(Language::english);
    english.put({"off"}, "Switch street lamps off");
    CHECK(english.similar("Light the streets better", 3, paired_from_score).empty());
    CHECK(english.similar("Switch the street lamps on", 3, paired_from_score).size() == 1);
}

TEST_CASE("[IN20] the same words in any order and spelling are the same idea") {
    const auto index = index_of(samples());
    const auto found = index.similar("ilot fraicheur creer devant eglise bancs ombrage FONTAINE !!",
                                     3, offered_from_score);
    REQUIRE(found.size() == 2);
    CHECK(found.front().score == Approx(1));
    CHECK(index.similar("👍", 3, 0).empty());
    CHECK(index.similar("", 3, 0).empty());
}

TEST_CASE("[IN21] an index that was kept in step answers like one that was built anew") {
    rc::prop("put, changed and removed in any order", [] {
        const auto ideas = samples();
        SimilarIdeas kept(Language::french);
        std::map<std::string, std::string> now;
        for (int step = 0; step < 60; ++step) {
            const auto& idea = ideas[*rc::gen::inRange<std::size_t>(0, ideas.size())];
            const std::string id = "id" + std::to_string(*rc::gen::inRange(0, 15));
            if (*rc::gen::inRange(0, 3) == 0) {
                kept.remove({id});
                now.erase(id);
            } else {
                kept.put({id}, idea.text);
                now[id] = idea.text;
            }
        }
        SimilarIdeas fresh(Language::french);
        for (const auto& [id, text] : now) fresh.put({id}, text);
        RC_ASSERT(kept.size() == now.size());
        for (const auto& [id, text] : now) {
            std::map<std::string, double> scores;
            for (const auto& match : kept.similar_to({id}, 99, 0)) {
                RC_ASSERT(match.id.text != id);
                scores[match.id.text] = match.score;
            }
            const auto other = fresh.similar_to({id}, 99, 0);
            RC_ASSERT(other.size() == scores.size());
            for (const auto& match : other)
                RC_ASSERT(std::abs(scores.at(match.id.text) - match.score) < 1e-9);
        }
    });
}

TEST_CASE("[IN21] every pair is what either of its ideas finds, once and best first") {
    const auto ideas = samples();
    const auto index = index_of(ideas);
    const auto pairs = index.pairs(0.15);
    std::size_t found = 0;
    for (const auto& idea : ideas) found += index.similar_to({idea.id}, 99, 0.15).size();
    CHECK(found == 2 * pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        CHECK(pairs[i].one < pairs[i].other);
        CHECK((i == 0 || pairs[i].score <= pairs[i - 1].score));
        const auto of_one = index.similar_to(pairs[i].one, 99, 0.15);
        const auto same = std::ranges::find(of_one, pairs[i].other, &Similar::id);
        REQUIRE(same != of_one.end());
        CHECK(same->score == Approx(pairs[i].score));
    }
}

TEST_CASE("[IN21] what is not there has nothing like it") {
    SimilarIdeas index(Language::french);
    CHECK(index.similar("Des haies", 3, 0).empty());
    CHECK(index.similar_to({"none"}, 3, 0).empty());
    CHECK(index.pairs(0).empty());
    index.remove({"none"});
    index.put({"one"}, "Des haies");
    CHECK(index.similar("Planter des haies", 3, 0.1).size() == 1);
    index.remove({"one"});
    CHECK(index.similar("Planter des haies", 3, 0.1).empty());
    CHECK(index.size() == 0);
}

TEST_CASE("[IN22] what is offered among 5,000 ideas is the best of them all") {
    const auto texts = many_texts(5'000);
    SimilarIdeas index(Language::french);
    for (std::size_t i = 0; i < texts.size(); ++i) index.put({std::to_string(i)}, texts[i]);
    std::size_t offered = 0;
    for (const auto& idea : samples()) {
        const auto few = index.similar(idea.text, 3, paired_from_score);
        const auto all = index.similar(idea.text, texts.size(), 0);
        for (std::size_t i = 0; i < few.size(); ++i) {
            CHECK(few[i].score == Approx(all[i].score));
            CHECK(few[i].score >= paired_from_score);
        }
        if (few.size() < 3 && few.size() < all.size())
            CHECK(all[few.size()].score < paired_from_score);
        offered += few.size();
    }
    CHECK(offered > 0);
}
