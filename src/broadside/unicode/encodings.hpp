#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Texts in other encodings than UTF-8.
namespace broadside::unicode {

struct DecodedText {
    std::string utf8;
    std::string encoding;   // "UTF-8", "UTF-16LE" …
    bool is_guess = false;  // neither a mark nor the bytes themselves say so
};

/// By its byte order mark, which is left out, or as UTF-8 if it is that, else as windows-1252,
/// which has a character for every byte.
DecodedText decode_text(std::string_view bytes);

/// From an encoding that iconv knows; nothing where it does not, or where the bytes are none of it.
std::optional<DecodedText> decode_text(std::string_view bytes, const std::string& encoding);

}  // namespace broadside::unicode
