#pragma once

#include <cstdint>

namespace broadside {

/// What of a table stands on one page, where a page holds it. Groups: rows that merged cells join,
/// and rows under a row. Sections: these, and whole sections.
enum class KeepTogether : std::uint8_t { Nothing, Groups, Sections };

}  // namespace broadside
