#pragma once

#include <cstdint>

#include "broadside/base/word.hpp"

/// What a layout chooses by a word and `layout` carries out.
namespace broadside {

/// What `fit` may do to make content fill its pages: smaller symbols and less white space beside
/// them, hyphens in heads, less white space, free column widths, hyphens everywhere, smaller type.
enum class FitRung { Symbols, Heads, Padding, Widths, Hyphenate, FontSize };

inline constexpr Word<FitRung> kFitRungs[] = {
    {"symbols", FitRung::Symbols},     {"heads", FitRung::Heads},
    {"padding", FitRung::Padding},     {"widths", FitRung::Widths},
    {"hyphenate", FitRung::Hyphenate}, {"font-size", FitRung::FontSize}};

/// Which way the title of a column runs. Rotated: upwards, in one line. Slanted: upwards to the end
/// side, by 45°. Auto: upwards in a table that would be too wide for its place otherwise.
enum class HeadTurn { Upright, Auto, Rotated, Slanted };

inline constexpr Word<HeadTurn> kHeadTurns[] = {{"upright", HeadTurn::Upright},
                                                {"auto", HeadTurn::Auto},
                                                {"rotated", HeadTurn::Rotated},
                                                {"slanted", HeadTurn::Slanted}};

/// Where the symbol of a row's band stands: behind its name, or at the end of the column of names.
enum class BandSymbol : std::uint8_t { Name, End };

inline constexpr Word<BandSymbol> kBandSymbols[] = {{"name", BandSymbol::Name},
                                                    {"end", BandSymbol::End}};

/// What of a table stands on one page, where a page holds it. Groups: rows that merged cells join,
/// and rows under a row. Sections: these, and whole sections.
enum class KeepTogether : std::uint8_t { Nothing, Groups, Sections };

inline constexpr Word<KeepTogether> kKeeps[] = {{"none", KeepTogether::Nothing},
                                                {"groups", KeepTogether::Groups},
                                                {"sections", KeepTogether::Sections}};

/// What becomes of a table in a window that is too narrow for it: each of its rows is a card, or it
/// scrolls sideways.
enum class NarrowTable : std::uint8_t { Cards, Scroll };

inline constexpr Word<NarrowTable> kNarrowTables[] = {{"cards", NarrowTable::Cards},
                                                      {"scroll", NarrowTable::Scroll}};

/// Where the content of a cell stands in its height.
enum class VerticalAlignment : std::uint8_t { Top, Middle, Bottom };

inline constexpr Word<VerticalAlignment> kVerticalAlignments[] = {
    {"top", VerticalAlignment::Top},
    {"middle", VerticalAlignment::Middle},
    {"bottom", VerticalAlignment::Bottom}};

}  // namespace broadside
