#pragma once

#include <cstdint>
#include <string_view>

namespace broadside::conformance {

/// What an operator of content does, as far as rules depend on it.
enum class Does : std::uint8_t {
    Save,
    Restore,
    SetState,     // anywhere but inside a path
    UseResource,  // the same, in a form only
    BeginPath,
    AddToPath,
    PaintPath,
    CutByPath,  // W and then n, in a form only
    PaintObject,
    BeginText,
    EndText,
    SetFont,
    SetText,  // inside a text object only
    ShowText,
    BeginMark,
    EndMark,
};

struct Operator {
    std::string_view word;
    /// A sign for each operand: n a number, c a colour's part, 0 to 1, / a name, s a string, a an
    /// array, d a dictionary.
    std::string_view operands;
    Does does;
};

/// Null: content that is kept here has no such operator.
const Operator* find_operator(std::string_view word);

}  // namespace broadside::conformance
