#include "broadside/base/timestamp.hpp"

#include <fmt/format.h>

#include "broadside/base/limits.hpp"

namespace broadside {

namespace {

constexpr std::int64_t kFirstSecond = -62167219200;  // 0000-01-01T00:00:00Z

}  // namespace

std::optional<std::string> iso_8601(std::int64_t seconds) {
    if (seconds < kFirstSecond || seconds > limits::kLastSecond) return std::nullopt;
    const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_8601(std::chrono::year_month_day(day)),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string iso_8601(std::chrono::year_month_day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace broadside
