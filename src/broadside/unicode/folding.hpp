#pragma once

#include <string>
#include <string_view>

/// Texts made alike, to be compared.
namespace broadside::unicode {

/// Without case, and with compatible characters for each other (NFKC).
std::string folded(std::string_view utf8);

/// Unicode's Normalization Form C; what is no UTF-8, as it is.
std::u32string composed(std::string_view utf8);

/// The same for all spellings of a file's name that some systems take for one: without capitals,
/// and in Normalization Form C.
std::string file_name_key(std::string_view utf8);

/// The letters and digits of ASCII in a text, in small letters and without their accents; hyphens
/// for what stands between. Empty where other letters are in it.
std::string ascii_slug(std::string_view utf8);

}  // namespace broadside::unicode
