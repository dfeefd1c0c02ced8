#pragma once

#include <cstddef>
#include <map>
#include <string>

/// Fonts with the glyphs .notdef, A, B and space, 500, 600, 700 and 250 wide, as parts that tests
/// alter.
namespace broadside::conformance_test {

std::string big_endian(std::size_t number, std::size_t width);

/// By tag.
using FontTables = std::map<std::string, std::string>;

/// Of TrueType: A is a triangle, and B is made of A.
FontTables tiny_tables();

/// The font of these tables, with their checksums.
std::string font_of(const FontTables& tables);

/// Of a CFF font with CIDs, in charstrings of Type 2: A says its width, B calls subroutines.
struct CffParts {
    std::string header{"\1\0\4\1", 4};
    std::string font_matrix = {};  // an entry of the Top DICT
    std::string selection{"\0\0\0\0\0", 5};
    std::string a = "\x8B\xEF\xEF\x15\xBD\x8B\x05\x0E";      // 0, 100 100 rmoveto, 50 0 rlineto
    std::string b = "\xEF\x8B\x8B\x15\x20\x0A\x20\x1D\x0E";  // 100, 0 0 rmoveto, -107 twice
    std::string space = "\x0E";
    std::string own = "\xF7\x8E\x14\xF8\xEC\x15";  // defaultWidthX 250, nominalWidthX 600
    std::string subroutine = "\xBD\x8B\x05\x0B";
    std::string global_subroutine = "\x8B\xBD\x05\x0B";
};

std::string cff_of(const CffParts& parts);

}  // namespace broadside::conformance_test
