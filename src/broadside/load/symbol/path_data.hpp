#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "broadside/base/path.hpp"

namespace broadside::load {

struct PathDataError {
    std::size_t offset = 0;  // in the path data
    std::string message;
};

/// The `d` attribute of SVG 1.1, section 8.3: all commands, as absolute moves, lines and cubics. At
/// most limits::kMaxSymbolSegments segments.
std::variant<Path, PathDataError> parse_path_data(std::string_view text);

}  // namespace broadside::load
