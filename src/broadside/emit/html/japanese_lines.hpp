#pragma once

/// Where browsers end Japanese lines: they are told to keep letters together, and where not.
namespace broadside::emit {

/// Between two letters or digits, as on pages: neither inside a word, with the hiragana that end
/// it, nor between a number and its counter.
bool may_end_japanese_line(char32_t before, char32_t after);

}  // namespace broadside::emit
