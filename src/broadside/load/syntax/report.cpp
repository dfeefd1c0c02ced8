#include "broadside/load/syntax/report.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/syntax/text_position.hpp"

namespace broadside::load {

namespace {

bool is_before(const Place& one, const Place& other) { return one.offset < other.offset; }

}  // namespace

bool Report::is_full() const { return entries_.size() >= limits::kMaxDiagnostics; }

void Report::error(const Place& place, Problem problem) {
    ++count_;
    std::string shared =
        fmt::format("{}\n{}\n{}", problem.code, problem.message, fmt::join(problem.hints, "\n"));
    auto known = known_.find(shared);
    if (known == known_.end() && is_full()) {
        ++not_kept_;
        return;
    }
    if (known == known_.end()) {
        known = known_.emplace(std::move(shared), entries_.size()).first;
        entries_.push_back({std::move(problem), {}, 0});
    }
    Entry& entry = entries_[known->second];
    ++entry.count;
    const auto next = std::upper_bound(entry.places.begin(), entry.places.end(), place, is_before);
    entry.places.insert(next, place);
    if (entry.places.size() > 1 + kMostPlaces) entry.places.pop_back();
}

std::vector<Diagnostic> Report::errors() && {
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return is_before(a.places.front(), b.places.front());
    });
    const LineIndex lines(entries_.empty() ? "" : text_);
    std::vector<Diagnostic> diagnostics;
    for (auto& [problem, places, count] : entries_) {
        Diagnostic& diagnostic = diagnostics.emplace_back(
            broadside::error(std::move(problem.code), std::move(problem.message),
                             std::move(problem.hints))
                .at({file_, places.front().pointer, lines.position_of(places.front().offset)}));
        diagnostic.count = count;
        for (std::size_t i = 1; i < places.size(); ++i)
            diagnostic.more.push_back(lines.position_of(places[i].offset));
    }
    if (not_kept_ > 0)
        diagnostics.push_back(
            note("more-problems", fmt::format("{} more problems are not shown", not_kept_))
                .at({file_}));
    return diagnostics;
}

}  // namespace broadside::load
