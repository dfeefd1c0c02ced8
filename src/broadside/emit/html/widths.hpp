#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "broadside/base/units.hpp"
#include "broadside/doc/document.hpp"

/// How wide tables are in HTML, where nobody measures text: estimates, in multiples of `main`.
namespace broadside::emit {

/// The type that a text is set in, and what breaks its lines.
struct TextSetting {
    Pt main;
    std::string_view language = {};
    bool is_japanese = false;  // no line ends inside a word of kanji or katakana
};

/// How far heads lean over the end of the table.
double room_for_slant(const doc::Table& table, TextSetting set);

enum class Heads {
    Full,    // in full, turned only where they always are
    Narrow,  // short, and turned where they may be
};

/// What is read with ease: texts of a few words a line.
struct NeededWidth {
    double table = 0;
    double least = 0;      // with a word a line, and none broken
    double row_heads = 0;  // of that, the columns up to those that head rows
    double smallest = 1;   // type, but for marks of notes
};

NeededWidth needed_width(const doc::Table& table, TextSetting set, Heads heads);

/// A column of figures or symbols, no line of which breaks, gives way before names and texts
/// break: its head to two lines, and the width that the layout gives it to what it holds.
struct GivingColumn {
    double head;       // how wide its text is at most
    double window;     // below which table it gives way
    double least = 0;  // that stays, with padding, where others are as wide as it; 0: what it holds
};

/// What columns of symbols whose heads are turned have room for, so that all are as wide: the
/// widest symbol with its marks. 0: fewer than two are such.
double width_of_symbols(const doc::Table& table, TextSetting set);

/// Of columns that do not give way, nothing.
std::vector<std::optional<GivingColumn>> giving_columns(const doc::Table& table, TextSetting set);

}  // namespace broadside::emit
