#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/load/syntax/json_tree.hpp"

/// Changes to the text of a JSON file that leave the rest of it as it is, comments too.
namespace broadside::load {

/// A string with its quotes. What nobody can see in an editor (no-break spaces, joiners, marks of
/// direction) is written as `\u00a0`.
std::string json_string(std::string_view text);

/// Offset after a value of well-formed JSON.
std::size_t value_end(std::string_view json, const JsonValue& value);

/// Bytes of a text and what comes in their place.
struct Splice {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string replacement;
};

/// Splices do not overlap. Their order does not matter, but where several add text at one place.
std::string spliced(std::string_view text, std::vector<Splice> splices);

}  // namespace broadside::load
