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
    for (Entry& entry : entries_) {
        Diagnostic& diagnostic = diagnostics.emplace_back();
        diagnostic.code = std::move(entry.problem.code);
        diagnostic.file = file_;
        diagnostic.pointer = std::move(entry.places.front().pointer);
        diagnostic.message = std::move(entry.problem.message);
        diagnostic.hints = std::move(entry.problem.hints);
        diagnostic.count = entry.count;
        for (const Place& place : entry.places)
            diagnostic.more.push_back(lines.position_of(place.offset));
        diagnostic.line = diagnostic.more.front().line;
        diagnostic.column = diagnostic.more.front().column;
        diagnostic.more.erase(diagnostic.more.begin());
    }
    if (not_kept_ > 0) {
        Diagnostic more;
        more.severity = Severity::Note;
        more.code = "more-problems";
        more.file = file_;
        more.message = fmt::format("{} more problems are not shown", not_kept_);
        diagnostics.push_back(std::move(more));
    }
    return diagnostics;
}

}  // namespace broadside::load
