#include "broadside/resolve/problems.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/base/phrases.hpp"

namespace broadside::resolve {

namespace {

// More ids than this in a hint hide the one that was meant.
constexpr std::size_t kMaxListed = 12;

}  // namespace

void Problems::error(std::string code, SourcePlace place, std::string message, Hints hints) {
    add(broadside::error(std::move(code), std::move(message), std::move(hints)), place);
}

void Problems::error(const Diagnostic& problem, SourcePlace place) {
    error(problem.code, place, problem.message, problem.hints);
}

void Problems::warning(std::string code, SourcePlace place, std::string message, Hints hints) {
    add(broadside::warning(std::move(code), std::move(message), std::move(hints)), place);
}

/// The same for every use of an id. No more are told than these, and each takes a look at every
/// candidate.
const Hints& Problems::hints_for(std::string_view kind, std::string_view list,
                                 const std::string& id, const Candidates& candidates) {
    static const Hints kNone;
    std::string key = fmt::format("{}/{}/{}", kind, list, id);
    if (const auto known = hints_.find(key); known != hints_.end()) return known->second;
    if (hints_.size() >= limits::kMaxDiagnostics) return kNone;
    Hints& hints = hints_[std::move(key)];
    const std::vector<std::string> ids = candidates();
    hints = did_you_mean(nearest(id, ids));
    if (hints.empty() && !ids.empty()) hints.push_back("known: " + shortlist(ids, kMaxListed));
    return hints;
}

void Problems::unknown(std::string_view kind, const model::Reference& reference,
                       const Candidates& candidates, std::string_view list) {
    std::string words(kind);
    std::replace(words.begin(), words.end(), '-', ' ');
    error(fmt::format("unknown-{}", kind), reference.place,
          fmt::format("expected the id of a {}, got \"{}\"", words, reference.id),
          hints_for(kind, list, reference.id, candidates));
}

void Problems::add(Diagnostic diagnostic, SourcePlace place) {
    diagnostic = std::move(diagnostic).at({file_}).at(place);
    if (!said_.emplace(diagnostic.place, diagnostic.message).second) return;
    found_.push_back(std::move(diagnostic));
}

}  // namespace broadside::resolve
