#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "broadside/job.hpp"

namespace broadside {

/// The days that an ISO 8601 date may mean, which may be reduced to its month or year.
struct Days {
    std::chrono::year_month_day first, last;
};

/// `date` is one by `load::is_date`.
Days days_of(std::string_view date);

/// The day that a request was made on.
std::chrono::year_month_day today(const StaleRequest& request);

/// The day before which facts need another look. Nothing where the limit is neither an age, as
/// `12months`, nor a date.
std::optional<std::chrono::year_month_day> stale_limit(const StaleRequest& request);

}  // namespace broadside
