#include "broadside/load/syntax/report.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/syntax/pointers.hpp"
#include "broadside/load/syntax/text_position.hpp"
#include "broadside/load/syntax/utf8.hpp"

namespace broadside::load {

std::string_view text_of(const SourceFile& file) { return without_byte_order_mark(file.bytes); }

bool Report::is_full() const { return entries_.size() >= limits::kMaxDiagnostics; }

void Report::error(SourcePlace place, Problem problem) { add({std::move(problem)}, place.offset); }

void Report::error_in_text(std::size_t offset, Problem problem) {
    add({std::move(problem), false}, static_cast<std::uint32_t>(offset));
}

void Report::add(Entry entry, std::uint32_t offset) {
    ++count_;
    const Problem& problem = entry.problem;
    std::string shared = fmt::format("{}\n{}\n{}\n{}", problem.code, problem.message,
                                     fmt::join(problem.hints, "\n"), problem.first_use.offset);
    auto known = known_.find(shared);
    if (known == known_.end() && is_full()) {
        ++not_kept_;
        return;
    }
    if (known == known_.end()) {
        known = known_.emplace(std::move(shared), entries_.size()).first;
        entries_.push_back(std::move(entry));
    }
    Entry& kept = entries_[known->second];
    ++kept.count;
    kept.offsets.insert(std::upper_bound(kept.offsets.begin(), kept.offsets.end(), offset), offset);
    if (kept.offsets.size() > 1 + kMostPlaces) kept.offsets.pop_back();
}

std::vector<Diagnostic> Report::errors() && {
    if (entries_.empty()) return {};
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return a.offsets.front() < b.offsets.front();
    });
    std::vector<std::uint32_t> pointed;
    for (const Entry& entry : entries_) {
        if (entry.has_pointer) pointed.push_back(entry.offsets.front());
        if (entry.problem.first_use) pointed.push_back(entry.problem.first_use.offset);
    }
    const Pointers pointers(text_, std::move(pointed));
    const LineIndex lines(text_);
    std::vector<Diagnostic> diagnostics;
    for (auto& [problem, has_pointer, offsets, count] : entries_) {
        if (problem.first_use)
            problem.hints.push_back("first used at " + pointers.at(problem.first_use.offset));
        Diagnostic& diagnostic = diagnostics.emplace_back(broadside::error(
            std::move(problem.code), std::move(problem.message), std::move(problem.hints)));
        diagnostic = std::move(diagnostic)
                         .at({file_.name, has_pointer ? pointers.at(offsets.front()) : "",
                              lines.position_of(offsets.front())});
        diagnostic.count = count;
        for (std::size_t i = 1; i < offsets.size(); ++i)
            diagnostic.more.push_back(lines.position_of(offsets[i]));
    }
    if (not_kept_ > 0)
        diagnostics.push_back(
            note("more-problems", fmt::format("{} more problems are not shown", not_kept_))
                .at({file_.name}));
    return diagnostics;
}

}  // namespace broadside::load
