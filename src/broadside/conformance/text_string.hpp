#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::conformance {

/// UTF-8 of big-endian UTF-16; none where half a pair stands alone.
std::optional<std::string> utf8_of(std::string_view utf16);

/// UTF-8 of a text string (PDF 1.7, 7.9.2.2): UTF-16BE behind its mark, else PDFDocEncoding where
/// it is Latin-1. None for what is neither.
std::optional<std::string> text_of(std::string_view string);

/// What has no meaning in a text: controls (the line feed apart), marks of byte order, private use,
/// what Unicode keeps free of characters.
std::optional<char32_t> unwanted_character(std::string_view utf8);

/// ISO 8601 as XMP has it, of a date of PDF in UTC (PDF 1.7, 7.9.4): "D:19700101000000Z". Empty:
/// it is none.
std::string iso_date(std::string_view date);

}  // namespace broadside::conformance
