// How long it takes to index 5,000 ideas, and then to find three look-alikes of one.
// Prints, in ms: all indexed, the median and the slowest of the questions.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "domain/support/idea_texts.hpp"
#include "insight/similarity.hpp"

namespace {

using namespace atelier;
using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

}  // namespace

int main() {
    const auto texts = tests::many_texts(5'000);
    insight::SimilarIdeas index(insight::Language::french);
    const auto begun = Clock::now();
    for (std::size_t i = 0; i < texts.size(); ++i) index.put({std::to_string(i)}, texts[i]);
    const double indexed_ms = ms_since(begun);
    std::vector<double> each_ms;
    std::size_t found = 0;
    for (const auto& idea : tests::samples()) {
        const auto asked = Clock::now();
        found += index.similar(idea.text, 3, insight::paired_from_score).size();
        each_ms.push_back(ms_since(asked));
    }
    std::ranges::sort(each_ms);
    std::printf("%.1f %.3f %.3f %zu\n", indexed_ms, each_ms[each_ms.size() / 2], each_ms.back(),
                found);
}
