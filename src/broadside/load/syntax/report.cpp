#include "broadside/load/syntax/report.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/syntax/places.hpp"
#include "broadside/load/syntax/schema.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::load {

std::string_view text_of(const SourceFile& file) {
    return unicode::without_byte_order_mark(file.bytes);
}

bool Report::is_full() const { return entries_.size() >= limits::kMaxDiagnostics; }

const std::vector<std::string>& Report::places_of(std::string_view key) {
    const auto [known, is_new] = places_.try_emplace(std::string(key));
    if (is_new && format_) known->second = places_of_key(format_(), key);
    return known->second;
}

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

Diagnostics Report::errors() && {
    if (entries_.empty()) return {};
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return a.offsets.front() < b.offsets.front();
    });
    std::vector<SourcePlace> asked;
    for (const Entry& entry : entries_) {
        asked.push_back(entry.problem.first_use);
        for (const std::uint32_t offset : entry.offsets) asked.push_back(place_at(offset));
    }
    const std::vector<FilePlace> found = file_places(asked);
    auto next = found.begin();
    Diagnostics diagnostics;
    for (auto& [problem, has_pointer, offsets, count] : entries_) {
        if (problem.first_use) problem.hints.push_back("first used at " + next->pointer);
        FilePlace first = *++next;
        if (!has_pointer) first.pointer.clear();
        diagnostics.push_back(to_error(std::move(problem)).at(std::move(first)));
        diagnostics.back().count = count;
        for (std::size_t i = 1; i < offsets.size(); ++i)
            diagnostics.back().more.push_back((++next)->position);
        ++next;
    }
    if (not_kept_ > 0) diagnostics.push_back(more_problems(not_kept_, file_.name));
    return diagnostics;
}

std::optional<Problem> too_large(std::string_view text) {
    if (text.size() <= limits::kMaxInputBytes) return std::nullopt;
    return Problem{"too-large", fmt::format("expected a file of at most {} bytes, got {}",
                                            limits::kMaxInputBytes, text.size())};
}

bool check_readable(Report& report) {
    const std::string_view text = report.text();
    if (auto problem = too_large(text)) {
        report.error_in_text(0, *std::move(problem));
        return false;
    }
    if (const auto offset = find_invalid_utf8(text)) {
        report.error_in_text(
            *offset, {"invalid-utf8", utf8_problem(text[*offset]), {"save the file as UTF-8"}});
        return false;
    }
    if (const std::size_t offset = text.find('\0'); offset != std::string_view::npos) {
        report.error_in_text(offset, {"control-character", "expected text, got a null byte"});
        return false;
    }
    return true;
}

}  // namespace broadside::load
