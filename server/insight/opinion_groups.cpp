#include "insight/opinion_groups.hpp"

#include <Eigen/QR>
#include <Eigen/SparseCore>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.hpp"
#include "insight/k_means.hpp"

namespace atelier::insight {
namespace {

using Votes = Eigen::SparseMatrix<double>;

/// Each idea's number of votes and their mean.
struct Columns {
    std::vector<std::size_t> votes;
    std::vector<double> means;
    std::vector<bool> used;
    std::size_t used_count = 0;
};

Columns columns_of(const std::vector<VoterOpinions>& voters, std::size_t ideas) {
    constexpr std::size_t voters_per_vote_max = 20;
    Columns out{std::vector<std::size_t>(ideas), std::vector<double>(ideas),
                std::vector<bool>(ideas), 0};
    for (const auto& voter : voters) {
        for (const Opinion& one : voter) {
            ATELIER_CHECK(one.idea < ideas);
            ++out.votes[one.idea];
            out.means[one.idea] += one.value;
        }
    }
    for (std::size_t i = 0; i < ideas; ++i) {
        if (out.votes[i] == 0 || out.votes[i] * voters_per_vote_max < voters.size()) continue;
        out.means[i] /= static_cast<double>(out.votes[i]);
        out.used[i] = true;
        ++out.used_count;
    }
    return out;
}

/// A missing vote counts as the mean of its idea, which is zero once it is centred: nothing is kept
/// of it.
Votes centred(const std::vector<const VoterOpinions*>& voters, const Columns& columns) {
    std::vector<Eigen::Triplet<double>> cells;
    for (std::size_t v = 0; v < voters.size(); ++v)
        for (const Opinion& one : *voters[v])
            if (columns.used[one.idea])
                cells.emplace_back(static_cast<int>(v), static_cast<int>(one.idea),
                                   one.value - columns.means[one.idea]);
    Votes out(static_cast<Eigen::Index>(voters.size()),
              static_cast<Eigen::Index>(columns.means.size()));
    out.setFromTriplets(cells.begin(), cells.end());
    return out;
}

/// The first two right singular vectors, by orthogonal iteration from a fixed beginning. Source: G.
/// Golub, C. Van Loan, Matrix Computations, section 8.2.
Eigen::MatrixXd components(const Votes& votes) {
    constexpr int rounds_max = 500;
    constexpr double still = 1e-10;
    Eigen::MatrixXd out(votes.cols(), 2);
    for (Eigen::Index i = 0; i < out.rows(); ++i) {
        out(i, 0) = 1 + std::sin(static_cast<double>(i));
        out(i, 1) = std::cos(static_cast<double>(2 * i + 1));
    }
    for (int round = 0; round < rounds_max; ++round) {
        const Eigen::MatrixXd image = votes.transpose() * (votes * out);
        const Eigen::HouseholderQR<Eigen::MatrixXd> qr(image);
        Eigen::MatrixXd next = qr.householderQ() * Eigen::MatrixXd::Identity(out.rows(), 2);
        for (Eigen::Index c = 0; c < 2; ++c)
            if (next.col(c).dot(out.col(c)) < 0) next.col(c) = -next.col(c);
        const double moved = (next - out).norm();
        out = std::move(next);
        if (moved < still) break;
    }
    return out;
}

std::vector<Point> projected(const Votes& votes, const std::vector<std::size_t>& counts,
                             std::size_t ideas) {
    const Eigen::MatrixXd places = votes * components(votes);
    std::vector<Point> out;
    for (std::size_t v = 0; v < counts.size(); ++v) {
        const double stretch = std::sqrt(static_cast<double>(ideas) /
                                         static_cast<double>(std::max<std::size_t>(counts[v], 1)));
        const auto row = static_cast<Eigen::Index>(v);
        out.push_back({places(row, 0) * stretch, places(row, 1) * stretch});
    }
    return out;
}

std::vector<std::size_t> sizes(const std::vector<std::size_t>& heap_of, std::size_t heaps) {
    std::vector<std::size_t> out(heaps);
    for (const std::size_t heap : heap_of) ++out[heap];
    return out;
}

struct Best {
    std::vector<std::size_t> heap_of;
    std::size_t heaps = 0;
    double silhouette = 0;
};

/// Rule IN26.
Best best_heaps(const std::vector<Point>& points, std::uint64_t seed, std::size_t people_min) {
    Best best;
    for (std::size_t k = 2; k <= opinion_groups_max; ++k) {
        Best found{k_means(points, k, seed + k), k, 0};
        if (std::ranges::min(sizes(found.heap_of, k)) < people_min) continue;
        found.silhouette = silhouette(points, found.heap_of, k);
        if (best.heaps == 0 || found.silhouette > best.silhouette) best = std::move(found);
    }
    return best;
}

/// The largest group is the first one; of equal ones, that of the earlier voter.
std::vector<std::size_t> by_size(const Best& best) {
    const auto people = sizes(best.heap_of, best.heaps);
    std::vector<std::size_t> order(best.heaps);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto first = [&](std::size_t heap) { return std::ranges::find(best.heap_of, heap); };
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        return people[a] != people[b] ? people[a] > people[b] : first(a) < first(b);
    });
    std::vector<std::size_t> place(best.heaps);
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    return place;
}

}  // namespace

std::optional<OpinionGroups> opinion_groups(const std::vector<VoterOpinions>& voters,
                                            std::size_t ideas, std::uint64_t seed,
                                            std::size_t people_min) {
    if (voters.size() < opinion_voters_min || ideas < opinion_ideas_min) return std::nullopt;
    const Columns columns = columns_of(voters, ideas);
    if (columns.used_count < opinion_ideas_min) return std::nullopt;
    const std::size_t opinions_min = std::min(opinions_of_voter_min, columns.used_count);
    std::vector<const VoterOpinions*> placed;
    std::vector<std::size_t> counts, positions;
    for (std::size_t v = 0; v < voters.size(); ++v) {
        const auto used = [&](const Opinion& one) { return columns.used[one.idea]; };
        const auto count = static_cast<std::size_t>(std::ranges::count_if(voters[v], used));
        if (count < opinions_min) continue;
        placed.push_back(&voters[v]);
        counts.push_back(count);
        positions.push_back(v);
    }
    if (placed.size() < opinion_voters_min) return std::nullopt;
    const auto points = projected(centred(placed, columns), counts, columns.used_count);
    const Best best = best_heaps(points, seed, people_min);
    if (best.heaps == 0) return std::nullopt;
    OpinionGroups out{std::vector<std::optional<std::size_t>>(voters.size()),
                      {},
                      columns.used_count,
                      best.silhouette};
    const auto place = by_size(best);
    out.people.resize(best.heaps);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const std::size_t group = place[best.heap_of[i]];
        out.group_of[positions[i]] = group;
        ++out.people[group];
    }
    return out;
}

}  // namespace atelier::insight
