#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/load/syntax/json_tree.hpp"

/// JSON as text: what a translation changes is replaced, and the rest of the file stays as its
/// author wrote it, comments and all.
namespace broadside::i18n {

/// A string with its quotes. What nobody can see in an editor (no-break spaces, joiners, marks of
/// direction) is written as `\u00a0`.
std::string json_string(std::string_view text);

/// Offset after a value of well-formed JSON.
std::size_t value_end(std::string_view json, const load::JsonValue& value);

bool has_comments(std::string_view json);

/// Bytes of a text and what comes in their place.
struct Splice {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string replacement;
};

/// Splices do not overlap; their order does not matter.
std::string spliced(std::string_view text, std::vector<Splice> splices);

}  // namespace broadside::i18n
