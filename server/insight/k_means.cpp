#include "insight/k_means.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.hpp"

namespace atelier::insight {
namespace {

/// SplitMix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014): a number from a seed, the same everywhere.
class Numbers {
  public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    /// From 0 up to, without, 1.
    double next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15ULL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
    }

  private:
    std::uint64_t state_;
};

double squared(const Point& a, const Point& b) noexcept {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

std::vector<Point> beginnings(const std::vector<Point>& points, std::size_t k, Numbers& numbers) {
    const auto any = static_cast<std::size_t>(numbers.next() * static_cast<double>(points.size()));
    std::vector<Point> centres{points[any]};
    std::vector<double> far(points.size(), std::numeric_limits<double>::max());
    while (centres.size() < k) {
        double sum = 0;
        for (std::size_t i = 0; i < points.size(); ++i)
            sum += far[i] = std::min(far[i], squared(points[i], centres.back()));
        double left = numbers.next() * sum;
        std::size_t chosen = 0;
        while (chosen + 1 < points.size() && (left -= far[chosen]) >= 0) ++chosen;
        centres.push_back(points[chosen]);
    }
    return centres;
}

struct Heaps {
    std::vector<std::size_t> of;
    double inertia = 0;
};

Heaps nearest(const std::vector<Point>& points, const std::vector<Point>& centres) {
    Heaps out;
    out.of.reserve(points.size());
    for (const Point& point : points) {
        std::size_t best = 0;
        for (std::size_t c = 1; c < centres.size(); ++c)
            if (squared(point, centres[c]) < squared(point, centres[best])) best = c;
        out.of.push_back(best);
        out.inertia += squared(point, centres[best]);
    }
    return out;
}

/// The middle of each heap; one that is empty stays where it was.
std::vector<Point> middles(const std::vector<Point>& points, const Heaps& heaps,
                           std::vector<Point> centres) {
    std::vector<Point> sums(centres.size());
    std::vector<std::size_t> counts(centres.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        Point& sum = sums[heaps.of[i]];
        sum.x += points[i].x;
        sum.y += points[i].y;
        ++counts[heaps.of[i]];
    }
    for (std::size_t c = 0; c < centres.size(); ++c) {
        const auto n = static_cast<double>(counts[c]);
        if (counts[c] > 0) centres[c] = {sums[c].x / n, sums[c].y / n};
    }
    return centres;
}

Heaps settle(const std::vector<Point>& points, std::vector<Point> centres) {
    constexpr int rounds_max = 100;
    Heaps heaps = nearest(points, centres);
    for (int round = 0; round < rounds_max; ++round) {
        centres = middles(points, heaps, std::move(centres));
        Heaps next = nearest(points, centres);
        const bool rests = next.of == heaps.of;
        heaps = std::move(next);
        if (rests) break;
    }
    return heaps;
}

}  // namespace

std::vector<std::size_t> k_means(const std::vector<Point>& points, std::size_t k,
                                 std::uint64_t seed) {
    constexpr int beginnings_tried = 10;
    ATELIER_CHECK(k > 0);
    if (points.empty()) return {};
    Numbers numbers(seed);
    Heaps best;
    for (int i = 0; i < beginnings_tried; ++i) {
        Heaps found = settle(points, beginnings(points, k, numbers));
        if (best.of.empty() || found.inertia < best.inertia) best = std::move(found);
    }
    return best.of;
}

double silhouette(const std::vector<Point>& points, const std::vector<std::size_t>& heap_of,
                  std::size_t heaps) {
    constexpr std::size_t points_max = 1'000;
    std::vector<std::size_t> taken;
    const std::size_t n = std::min(points.size(), points_max);
    for (std::size_t i = 0; i < n; ++i) taken.push_back(i * points.size() / n);
    std::vector<double> counts(heaps);
    for (const std::size_t i : taken) ++counts[heap_of[i]];
    double sum = 0;
    for (const std::size_t i : taken) {
        std::vector<double> distance(heaps);
        for (const std::size_t j : taken)
            distance[heap_of[j]] += std::sqrt(squared(points[i], points[j]));
        const std::size_t own = heap_of[i];
        if (counts[own] < 2) continue;  // alone in its heap: 0 by definition
        double next = std::numeric_limits<double>::max();
        for (std::size_t h = 0; h < heaps; ++h)
            if (h != own && counts[h] > 0) next = std::min(next, distance[h] / counts[h]);
        const double within = distance[own] / (counts[own] - 1);
        if (next < std::numeric_limits<double>::max() && std::max(within, next) > 0)
            sum += (next - within) / std::max(within, next);
    }
    return n == 0 ? 0 : sum / static_cast<double>(n);
}

}  // namespace atelier::insight
