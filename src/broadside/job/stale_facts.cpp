#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/base/timestamp.hpp"
#include "broadside/job/sources.hpp"
#include "broadside/load/syntax/places.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/options/job_value.hpp"
#include "broadside/resolve/lookup.hpp"

namespace broadside {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::size_t kQuotedBytes = 160;

class Inspection {
public:
    Inspection(const model::Dataset& dataset, const StaleRequest& request)
        : dataset_(dataset), today_(today(request)), limit_(*stale_limit(request)) {}

    Diagnostics run() && {
        for (const auto& [id, cell] : dataset_.cells) look_at(*cell.provenance, cell.place);
        for (const model::Section& section : dataset_.sections) {
            for (const model::Row& row : section.rows) look_at(row);
        }
        std::stable_sort(found_.begin(), found_.end(),
                         [](const auto& a, const auto& b) { return a.place < b.place; });
        load::locate(found_);
        return std::move(found_);
    }

private:
    static bool is_fact(const Provenance& provenance) {
        return !provenance.source.empty() || !provenance.checked.empty();
    }

    void look_at(const model::Row& row) {
        look_at(*row.provenance, row.place);
        if (is_fact(*row.band_provenance))
            look_at(completed(*row.band_provenance, *row.provenance), row.band.place);
        for (const model::Cell& cell : *row.cells) {
            if (is_fact(*cell.provenance))
                look_at(*resolve::provenance_of(dataset_, row, cell), cell.place);
        }
    }

    void look_at(const Provenance& fact, SourcePlace place) {
        if (!is_fact(fact)) return;
        if (fact.checked.empty()) return report("never-checked", "never checked", fact, place);
        const auto days = load::parse_days(fact.checked);
        if (!days) return;
        if (sys_days(days->first) > sys_days(today_))
            return report(
                "checked-in-future",
                fmt::format("checked {}, and today is {}", fact.checked, iso_8601(today_)), fact,
                place);
        if (sys_days(days->last) < sys_days(limit_))
            report("stale-fact",
                   fmt::format("last checked {}, before {}", fact.checked, iso_8601(limit_)), fact,
                   place);
    }

    void report(std::string code, std::string message, const Provenance& fact, SourcePlace place) {
        message +=
            fact.source.empty() ? "; no source" : "; source: " + excerpt(fact.source, kQuotedBytes);
        found_.push_back(warning(std::move(code), one_line(std::move(message))).at(place));
    }

    const model::Dataset& dataset_;
    const year_month_day today_;
    const year_month_day limit_;
    Diagnostics found_;
};

}  // namespace

Diagnostics stale_facts(const model::Dataset& dataset, const StaleRequest& request) {
    return Inspection(dataset, request).run();
}

}  // namespace broadside
