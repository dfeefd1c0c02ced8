#pragma once

namespace broadside::text {

inline constexpr char32_t kSoftHyphen = 0xAD;
inline constexpr char32_t kZeroWidthSpace = 0x200B;
inline constexpr char32_t kWordJoiner = 0x2060;
inline constexpr char32_t kReplacement = 0xFFFD;

/// The line feed and its Unicode kin, which end a line whatever its width.
constexpr bool is_line_end(char32_t code) {
    return code == '\n' || code == 0x2028 || code == 0x2029;
}

/// Unicode's Default_Ignorable_Code_Point: characters that act on their neighbours and have no
/// shape.
constexpr bool is_ignorable(char32_t code) {
    return code == kSoftHyphen || code == 0x34F || code == 0x61C || code == 0x115F ||
           code == 0x1160 || code == 0x17B4 || code == 0x17B5 ||
           (code >= 0x180B && code <= 0x180F) || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) ||
           (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF ||
           (code >= 0xE0000 && code <= 0xE0FFF);
}

/// Drawn by nothing and left out of the text of a run.
constexpr bool is_hidden(char32_t code) { return is_line_end(code) || is_ignorable(code); }

/// No-break spaces: they hold their neighbours together and keep their width at a line's end.
constexpr bool is_glue(char32_t code) { return code == 0xA0 || code == 0x2007 || code == 0x202F; }

/// General category Zs without the glue: these hang at a line's end.
constexpr bool is_breaking_space(char32_t code) {
    return code == ' ' || code == 0x1680 || (code >= 0x2000 && code <= 0x200A && code != 0x2007) ||
           code == 0x205F || code == 0x3000;
}

constexpr bool is_space(char32_t code) { return is_breaking_space(code) || is_glue(code); }

}  // namespace broadside::text
