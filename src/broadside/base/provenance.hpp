#pragma once

#include <string>

namespace broadside {

/// Where a value comes from: shown by `check --stale` and `dump`, never printed on the page.
struct Provenance {
    std::string source;     // a URL or a sentence
    std::string certainty;  // certain, high, medium or low; empty: not said
    std::string checked;    // ISO 8601 date, possibly reduced: "2022-01"

    bool empty() const { return source.empty() && certainty.empty() && checked.empty(); }
    bool operator==(const Provenance&) const = default;
};

/// `own`, and what it does not say as `outer` says it.
inline Provenance completed(Provenance own, const Provenance& outer) {
    if (own.source.empty()) own.source = outer.source;
    if (own.certainty.empty()) own.certainty = outer.certainty;
    if (own.checked.empty()) own.checked = outer.checked;
    return own;
}

}  // namespace broadside
