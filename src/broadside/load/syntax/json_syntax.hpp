#pragma once

#include <cstddef>
#include <string_view>

#include "broadside/load/syntax/report.hpp"

/// Where the tokens of a JSON text lie, and what is wrong with a text that the parser refuses. The
/// parser reports neither positions of good tokens nor readable errors; both are found by walking
/// the text.
namespace broadside::load {

/// What was read last, and so what may come next.
enum class JsonState { Start, ObjectOpen, ArrayOpen, Key, ObjectValue, ArrayValue, End };

/// Offset of the first byte at or after `offset` that is neither space nor comment. An unclosed
/// comment is not skipped.
std::size_t skip_space(std::string_view text, std::size_t offset);

/// Offset of the next value, key or bracket, over space, comments, commas and colons.
std::size_t next_token(std::string_view text, std::size_t offset);

/// Offset after the well-formed token at `offset`.
std::size_t token_end(std::string_view text, std::size_t offset);

struct SyntaxProblem {
    std::size_t offset = 0;
    Problem problem;
};

/// Says why the text cannot go on after `offset`, where everything before is read and `state` is
/// reached.
SyntaxProblem explain_syntax_error(std::string_view text, std::size_t offset, JsonState state);

}  // namespace broadside::load
