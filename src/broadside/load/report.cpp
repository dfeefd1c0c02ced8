#include "broadside/load/report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/text_position.hpp"

namespace broadside::load {

void Report::error(const Place& place, Problem problem) {
    ++count_;
    if (count_ > limits::kMaxDiagnostics) return;
    const TextPosition position = position_of(text_, place.offset);
    Diagnostic diagnostic;
    diagnostic.code = std::move(problem.code);
    diagnostic.file = file_;
    diagnostic.line = position.line;
    diagnostic.column = position.column;
    diagnostic.pointer = place.pointer;
    diagnostic.message = std::move(problem.message);
    diagnostic.hints = std::move(problem.hints);
    entries_.push_back({place.offset, std::move(diagnostic)});
}

std::vector<Diagnostic> Report::errors() && {
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry& a, const Entry& b) { return a.offset < b.offset; });
    std::vector<Diagnostic> diagnostics;
    for (Entry& entry : entries_) diagnostics.push_back(std::move(entry.diagnostic));
    if (count_ > entries_.size()) {
        Diagnostic more;
        more.severity = Severity::Note;
        more.code = "more-problems";
        more.file = file_;
        more.message = fmt::format("{} more problems are not shown", count_ - entries_.size());
        diagnostics.push_back(std::move(more));
    }
    return diagnostics;
}

}  // namespace broadside::load
