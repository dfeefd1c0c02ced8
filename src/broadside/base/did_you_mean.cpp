#include "broadside/base/did_you_mean.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"

namespace broadside {

namespace {

// Words longer than this are texts that stand in the wrong place; comparing them helps nobody.
constexpr std::size_t kMaxWord = 64;

/// Damerau-Levenshtein distance, restricted: no substring is edited twice. Anything above `limit`
/// once it is known to be.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    std::array<std::array<std::size_t, kMaxWord + 1>, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& last = rows[(i - 1) % 3];
        const auto& before_last = rows[(i + 1) % 3];
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        // A swap reaches over one row, but costs one edit more than that row's least.
        if (least > limit) return least;
    }
    return rows[a.size() % 3][b.size()];
}

/// A bit for every character that occurs, as far as there are bits.
std::uint64_t characters_of(std::string_view word) {
    std::uint64_t bits = 0;
    for (const char c : word) bits |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64u);
    return bits;
}

class Nearest {
public:
    explicit Nearest(std::string_view word) : word_(word), characters_(characters_of(word)) {}

    void look_at(std::string_view candidate) {
        if (candidate.size() > kMaxWord) return;
        const std::size_t longer = std::max(word_.size(), candidate.size());
        const std::size_t shorter = std::min(word_.size(), candidate.size());
        // A one-letter id is one edit away from every other: no likeness at all.
        std::size_t limit = std::min(std::max<std::size_t>(1, longer / 3), longer - 1);
        if (best_) limit = std::min(limit, best_distance_ - 1);
        // An edit changes the length by one, and takes away one character and brings another.
        const int different = std::popcount(characters_ ^ characters_of(candidate));
        if (longer - shorter > limit || static_cast<std::size_t>(different) > 2 * limit) return;
        const std::size_t distance = edit_distance(word_, candidate, limit);
        if (distance > limit) return;
        best_ = candidate;
        best_distance_ = distance;
    }

    bool is_found() const { return best_ && best_distance_ == 0; }

    std::optional<std::string> take() && {
        return best_ ? std::optional<std::string>(*best_) : std::nullopt;
    }

private:
    std::string_view word_;
    std::uint64_t characters_;
    std::optional<std::string_view> best_;
    std::size_t best_distance_ = 0;
};

template <typename Words>
std::optional<std::string> nearest_of(std::string_view word, const Words& candidates) {
    if (word.empty() || word.size() > kMaxWord) return std::nullopt;
    Nearest nearest(word);
    for (const auto& candidate : candidates) {
        nearest.look_at(candidate);
        if (nearest.is_found()) break;
    }
    return std::move(nearest).take();
}

}  // namespace

std::optional<std::string> nearest(std::string_view word,
                                   std::span<const std::string_view> candidates) {
    return nearest_of(word, candidates);
}

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
    return nearest_of(word, candidates);
}

std::optional<std::string> Guesses::next(std::string_view word) {
    return ++count_ > limits::kMaxDiagnostics ? std::nullopt : nearest(word, candidates_);
}

Hints did_you_mean(const std::optional<std::string>& near) {
    return near ? Hints{fmt::format("did you mean \"{}\"?", *near)} : Hints();
}

std::vector<std::string> by_nearness(std::string_view word, std::vector<std::string> candidates) {
    std::vector<std::pair<std::size_t, std::string>> ranked;
    for (std::string& candidate : candidates) {
        const std::string_view start = std::string_view(candidate).substr(0, kMaxWord);
        const std::size_t distance = edit_distance(word.substr(0, kMaxWord), start, kMaxWord);
        ranked.emplace_back(distance, std::move(candidate));
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    candidates.clear();
    for (auto& entry : ranked) candidates.push_back(std::move(entry.second));
    return candidates;
}

}  // namespace broadside
