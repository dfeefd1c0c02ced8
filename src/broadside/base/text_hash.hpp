#pragma once

#include <string>
#include <string_view>

namespace broadside {

/// Eight hexadecimal digits that stand for a source text: FNV-1a of 32 bits over its UTF-8. They
/// are kept in files for years, so the function is one that anybody can write in five lines of any
/// language; of two versions of a text that differ in one place it never makes the same digits when
/// that place is one byte, and otherwise once in four thousand million times.
std::string text_hash(std::string_view text);

}  // namespace broadside
