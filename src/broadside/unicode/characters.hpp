#pragma once

#include <cstddef>
#include <string_view>

/// What is true of characters in every text, whatever it is for. Categories are those that GLib
/// knows.
namespace broadside::unicode {

inline constexpr std::string_view kNoBreakSpace = "\u00a0";

/// Unicode Bidirectional Algorithm, 2.4: what stands between one of the first two and the last has
/// that direction, and none for what is around it.
inline constexpr std::string_view kLeftToRightIsolate = "\u2066";
inline constexpr std::string_view kRightToLeftIsolate = "\u2067";
inline constexpr std::string_view kPopIsolate = "\u2069";
inline constexpr std::string_view kFigureSpace = "\u2007";  // as wide as a digit
inline constexpr std::string_view kNarrowNoBreakSpace = "\u202f";
inline constexpr std::string_view kMinusSign = "\u2212";
inline constexpr std::string_view kMiddleDot = "\u00b7";

inline constexpr char32_t kSoftHyphen = 0xAD;
inline constexpr char32_t kZeroWidthSpace = 0x200B;
inline constexpr char32_t kWordJoiner = 0x2060;

/// Category Cc: C0, delete or C1.
bool is_control(char32_t c);

/// One of the 66 that Unicode keeps for programs' own use (chapter 23.7); XML refuses some.
bool is_noncharacter(char32_t c);

/// Categories Ps and Pi.
bool is_opening_bracket(char32_t c);

/// Category Sc.
bool is_currency(char32_t c);

/// Category Co: what it means is known to one font alone.
bool is_private_use_character(char32_t c);

/// What a character is that no text for people may have: "control character"; empty: it may. An
/// override of direction sets letters in an order that is not theirs.
std::string_view unfit_kind(char32_t c);

/// Where a line may end behind it.
constexpr bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010; }

/// The beginnings of isolates, and their end.
constexpr bool is_isolate(char32_t c) { return c >= 0x2066 && c <= 0x2069; }

/// Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm, and their ends.
bool is_direction_control(char32_t c);

/// Default_Ignorable_Code_Point: prints nothing by itself, and acts on its neighbours.
bool is_default_ignorable(char32_t c);

/// The Unicode Standard, 23.2 and 23.3, and UAX #9: nobody sees it, and it may make a text read as
/// another. Marks, embeddings and isolates of direction, separators of lines and paragraphs,
/// invisible operators, the byte order mark, and annotations. No joiner, with which words of
/// Persian and Hindi are written.
bool is_invisible(char32_t c);

/// The line feed and its Unicode kin, which end a line whatever its width.
constexpr bool is_line_end(char32_t c) { return c == '\n' || c == 0x2028 || c == 0x2029; }

/// Drawn by nothing and left out of the text of a run.
bool is_hidden(char32_t c);

/// White_Space of the Unicode Character Database.
bool is_white_space(char32_t c);

/// White space, or the zero width space that parts words where spaces are not written.
bool parts_words(char32_t c);

/// Whether nobody sees anything of it: it is empty, or white space and what prints nothing.
bool says_nothing(std::string_view text);

/// Category Zs.
bool is_space(char32_t c);
bool is_space_or_line_end(char32_t c);

/// Without the ASCII white space around it.
std::string_view trimmed(std::string_view text);

/// No-break spaces: they hold their neighbours together and keep their width at a line's end.
constexpr bool is_glue(char32_t c) { return c == 0xA0 || c == 0x2007 || c == 0x202F; }

/// Spaces without the glue: these hang at a line's end.
bool is_breaking_space(char32_t c);

/// A letter of any script, a mark on one, or a number written with letters.
bool is_letter(char32_t c);

/// Of general category M: it belongs to the letter before it.
bool is_mark(char32_t c);

bool is_han_or_kana(char32_t c);

/// As wide as a Chinese character, and not a space: Han, kana, Hangul, and signs of full width.
bool is_square(char32_t c);

/// A letter of a script that sets no spaces between words: Han, kana, Bopomofo, Thai, Lao, Khmer,
/// Burmese.
bool is_letter_without_word_spaces(char32_t c);

/// A Japanese word is written in kanji or in katakana, and the hiragana after it are its ending.
bool is_inside_japanese_word(char32_t before, char32_t after);

/// The character above the line, as "²" or "ᵃ", of a digit, a small letter of ASCII, or a sign of
/// powers; empty: there is none.
std::string_view superscript_of(char plain);

/// What a character is above the line; 0: it is no such character.
char plain_of_superscript(char32_t c);

}  // namespace broadside::unicode
