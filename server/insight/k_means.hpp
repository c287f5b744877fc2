#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Points of a plane into k heaps. Pure; the seed stands for chance.
namespace atelier::insight {

struct Point {
    double x = 0, y = 0;
};

/// The heap of each point, 0 to k − 1; the best of ten beginnings chosen by k-means++. Some heap may
/// stay empty where there are fewer different points than k. Sources: S. Lloyd, Least squares
/// quantization in PCM (1982); D. Arthur, S. Vassilvitskii, k-means++, SODA 2007.
[[nodiscard]] std::vector<std::size_t> k_means(const std::vector<Point>& points, std::size_t k,
                                               std::uint64_t seed);

/// Mean silhouette: how much nearer each point is to its own heap than to the next one. Of more than
/// a thousand points, a thousand taken evenly. Source: P. Rousseeuw, Silhouettes: a graphical aid
/// to the interpretation and validation of cluster analysis, J. Comput. Appl. Math. 20 (1987).
[[nodiscard]] double silhouette(const std::vector<Point>& points,
                                const std::vector<std::size_t>& heap_of, std::size_t heaps);

}  // namespace atelier::insight
