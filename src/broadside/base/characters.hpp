#pragma once

#include <cstddef>
#include <string_view>

/// What is true of characters in every text, whatever it is for.
namespace broadside {

struct CodePoint {
    char32_t code = 0;
    std::size_t size = 0;  // in bytes
};

/// The code point that starts at byte `at` of valid UTF-8.
CodePoint code_point_at(std::string_view utf8, std::size_t at);

/// Category Cc: C0, delete or C1.
bool is_control(char32_t c);

/// One of the 66 that Unicode keeps for programs' own use (chapter 23.7); XML refuses some.
bool is_noncharacter(char32_t c);

/// U+202D and U+202E: set letters in an order that is not theirs.
bool is_direction_override(char32_t c);

/// Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm, and their ends.
bool is_direction_control(char32_t c);

/// White_Space of the Unicode Character Database.
bool is_white_space(char32_t c);

/// Default_Ignorable_Code_Point: prints nothing by itself.
bool is_default_ignorable(char32_t c);

}  // namespace broadside
