#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/sheets/archive.hpp"
#include "broadside/sheets/number_format.hpp"

/// What the sheets of an XLSX have in common.
namespace broadside::sheets {

struct Relation {
    std::string type;
    std::string target;  // a path in the archive, or an address
};

using Relations = std::map<std::string, Relation>;  // by id

/// Those of a part; none where it has none.
Relations read_relations(const Archive& archive, const std::string& part, Diagnostics& diagnostics);

struct Workbook {
    struct Entry {
        std::string name;
        std::string path;
        bool is_hidden = false;
    };
    struct Style {
        NumberFormat format;
        bool is_bold = false;
        bool is_struck = false;
        std::size_t indent = 0;
        std::string symbol_font = {};  // empty: its letters are such
    };
    struct Text {
        std::string text;
        bool is_bold = false;  // all of it
        std::uint8_t indent = 0;
        std::string struck = {};   // words of it that are struck out, which it is without
        std::size_t unstyled = 0;  // its first bytes, which have the font of their cell
    };
    std::vector<Entry> sheets;
    std::vector<Style> styles;
    std::vector<Text> strings;
    DateSystem dates = DateSystem::Since1900;
    bool has_furigana = false;
};

std::optional<Workbook> read_workbook(const Archive& archive, Diagnostics& diagnostics);

/// A text in which `_x000D_` stands for the character of that number in UTF-16 (ISO/IEC 29500-1,
/// 22.9.2.19).
std::string unescaped(std::string_view text);

std::optional<std::size_t> whole_number(std::string_view text);
bool is_true(std::string_view text);

/// Of cells, from 0.
struct CellRange {
    std::size_t row = 0, column = 0, rows = 1, columns = 1;
};

/// "B3".
std::optional<CellRange> parse_reference(std::string_view text);

/// "B3" or "B3:D5".
std::optional<CellRange> parse_range(std::string_view text);

}  // namespace broadside::sheets
