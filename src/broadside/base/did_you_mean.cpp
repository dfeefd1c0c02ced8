#include "broadside/base/did_you_mean.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace broadside {

namespace {

// Words longer than this are texts that stand in the wrong place; comparing them helps nobody.
constexpr std::size_t kMaxWord = 64;

/// Damerau-Levenshtein distance, restricted: no substring is edited twice.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before_last.swap(last);
        last.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
    }
    return row[b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
    if (word.empty() || word.size() > kMaxWord) return std::nullopt;
    std::optional<std::string> best;
    std::size_t best_distance = 0;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > kMaxWord) continue;
        const std::size_t limit =
            std::max<std::size_t>(1, std::max(word.size(), candidate.size()) / 3);
        const std::size_t distance = edit_distance(word, candidate);
        // A one-letter id is one edit away from every other: no likeness at all.
        if (distance > limit || distance >= std::max(word.size(), candidate.size())) continue;
        if (best && distance >= best_distance) continue;
        best = candidate;
        best_distance = distance;
    }
    return best;
}

std::vector<std::string> by_nearness(std::string_view word, std::vector<std::string> candidates) {
    std::vector<std::pair<std::size_t, std::string>> ranked;
    for (std::string& candidate : candidates) {
        const std::string_view start = std::string_view(candidate).substr(0, kMaxWord);
        const std::size_t distance = edit_distance(word.substr(0, kMaxWord), start);
        ranked.emplace_back(distance, std::move(candidate));
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    candidates.clear();
    for (auto& entry : ranked) candidates.push_back(std::move(entry.second));
    return candidates;
}

}  // namespace broadside
