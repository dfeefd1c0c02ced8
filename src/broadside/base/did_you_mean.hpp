#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "broadside/base/diagnostic.hpp"

namespace broadside {

/// The candidate that `word` was most likely meant to be, or nothing when none is near: at most one
/// edit in three characters, counting a swap of neighbours as one edit. Of equally near ones the
/// first.
std::optional<std::string> nearest(std::string_view word,
                                   std::span<const std::string_view> candidates);
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates);

/// `did you mean "…"?` as a hint; none for nothing.
Hints did_you_mean(const std::optional<std::string>& near);

/// The candidates by how near they are to `word`, equally near ones in the order they come in.
std::vector<std::string> by_nearness(std::string_view word, std::vector<std::string> candidates);

/// Guesses for many words among the same candidates, of which there may be as many. Past
/// limits::kMaxDiagnostics it says nothing: each takes a look at every candidate, and nobody reads
/// as many hints.
class Guesses {
public:
    explicit Guesses(std::vector<std::string> candidates) : candidates_(std::move(candidates)) {}

    std::optional<std::string> next(std::string_view word);

private:
    std::vector<std::string> candidates_;
    std::size_t count_ = 0;
};

}  // namespace broadside
