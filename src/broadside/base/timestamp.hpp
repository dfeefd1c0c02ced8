#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace broadside {

/// `2026-01-31T12:00:00Z`, from seconds since 1970. Nothing for years that four digits cannot
/// write.
std::optional<std::string> iso_8601(std::int64_t seconds);

/// `2026-01-31`
std::string iso_8601(std::chrono::year_month_day day);

}  // namespace broadside
