#pragma once

#include "broadside/load/syntax/keys.hpp"

/// The keys of layout files, as layouts/README.md describes them.
namespace broadside::load {

inline constexpr Key kLayoutKeyList[] = {{"$schema"},
                                         {"format", kRequired},
                                         {"name", kRequired},
                                         {"page"},
                                         {"fonts"},
                                         {"palette"},
                                         {"styles"},
                                         {"spacing"},
                                         {"symbols"},
                                         {"rules"},
                                         {"note_marks"},
                                         {"blocks", kRequired},
                                         {"fit"}};
inline constexpr Key kPageKeyList[] = {{"size"}, {"orientation"}, {"margin"}};
inline constexpr Key kSizeKeyList[] = {{"width", kRequired}, {"height", kRequired}};
inline constexpr Key kMarginKeyList[] = {{"top"}, {"right"}, {"bottom"}, {"left"}};
inline constexpr Key kFontsKeyList[] = {{"body"}, {"heading"}};
inline constexpr Key kPaletteKeyList[] = {{"ink"},     {"muted"}, {"paper"}, {"rule"}, {"link"},
                                          {"section"}, {"good"},  {"fair"},  {"bad"},  {"neutral"}};
inline constexpr Key kSectionPaletteKeyList[] = {{"fill"}, {"ink"}, {"detail"}};
inline constexpr Key kToneKeyList[] = {{"ink"}, {"tint"}};
inline constexpr Key kStylesKeyList[] = {
    {"title"},     {"subtitle"}, {"publisher"},      {"section"}, {"section_detail"},
    {"header"},    {"name"},     {"detail"},         {"cell"},    {"verdict"},
    {"note_mark"}, {"note"},     {"legend_heading"}, {"legend"},  {"link_label"},
    {"link"},      {"imprint"},  {"page_number"},    {"text"}};
inline constexpr Key kStyleKeyList[] = {{"size"},        {"weight"}, {"slant"},
                                        {"line_height"}, {"colour"}, {"font"}};
inline constexpr Key kSpacingKeyList[] = {{"cell_x"}, {"cell_y"}, {"blocks"}};
inline constexpr Key kSymbolsKeyList[] = {{"cell"}, {"legend"}, {"qr"}};
inline constexpr Key kRulesKeyList[] = {{"row"}, {"column"}, {"strong"}, {"title"}, {"band_bar"}};
inline constexpr Key kRuleKeyList[] = {{"width"}, {"colour"}};
inline constexpr Key kPlainBlockKeyList[] = {{"kind", kRequired}};
inline constexpr Key kTableBlockKeyList[] = {
    {"kind", kRequired}, {"sections"}, {"select"}, {"kinds"}, {"columns"}};
inline constexpr Key kTableKindsKeyList[] = {{"name"}, {"text"}, {"symbol"}, {"plain"}};
inline constexpr Key kTableColumnKeyList[] = {{"width"}, {"align"}};
inline constexpr Key kNotesBlockKeyList[] = {{"kind", kRequired}, {"columns"}};
inline constexpr Key kLinksBlockKeyList[] = {{"kind", kRequired}, {"qr"}};
inline constexpr Key kTextBlockKeyList[] = {{"kind", kRequired}, {"text"}, {"ref"}};
inline constexpr Key kRowBlockKeyList[] = {{"kind", kRequired}, {"blocks", kRequired}, {"widths"}};
inline constexpr Key kFitKeyList[] = {{"pages"}, {"min_font"}, {"max_font"}, {"order"}, {"lock"}};

inline constexpr ObjectKeys kLayoutKeys{"", kLayoutKeyList};
inline constexpr ObjectKeys kPageKeys{"page", kPageKeyList};
inline constexpr ObjectKeys kSizeKeys{"size", kSizeKeyList};
inline constexpr ObjectKeys kMarginKeys{"margin", kMarginKeyList};
inline constexpr ObjectKeys kFontsKeys{"fonts", kFontsKeyList};
inline constexpr ObjectKeys kPaletteKeys{"palette", kPaletteKeyList};
inline constexpr ObjectKeys kSectionPaletteKeys{"section_palette", kSectionPaletteKeyList};
inline constexpr ObjectKeys kToneKeys{"tone", kToneKeyList};
inline constexpr ObjectKeys kStylesKeys{"styles", kStylesKeyList};
inline constexpr ObjectKeys kStyleKeys{"style", kStyleKeyList};
inline constexpr ObjectKeys kSpacingKeys{"spacing", kSpacingKeyList};
inline constexpr ObjectKeys kSymbolsKeys{"symbols", kSymbolsKeyList};
inline constexpr ObjectKeys kRulesKeys{"rules", kRulesKeyList};
inline constexpr ObjectKeys kRuleKeys{"rule", kRuleKeyList};
inline constexpr ObjectKeys kPlainBlockKeys{"plain_block", kPlainBlockKeyList};
inline constexpr ObjectKeys kTableBlockKeys{"table_block", kTableBlockKeyList};
inline constexpr ObjectKeys kTableKindsKeys{"table_kinds", kTableKindsKeyList};
inline constexpr ObjectKeys kTableColumnKeys{"table_column", kTableColumnKeyList};
inline constexpr ObjectKeys kNotesBlockKeys{"notes_block", kNotesBlockKeyList};
inline constexpr ObjectKeys kLinksBlockKeys{"links_block", kLinksBlockKeyList};
inline constexpr ObjectKeys kTextBlockKeys{"text_block", kTextBlockKeyList};
inline constexpr ObjectKeys kRowBlockKeys{"row_block", kRowBlockKeyList};
inline constexpr ObjectKeys kFitKeys{"fit", kFitKeyList};

inline constexpr ObjectKeys kLayoutObjects[] = {
    kLayoutKeys,     kPageKeys,           kSizeKeys,        kMarginKeys,     kFontsKeys,
    kPaletteKeys,    kSectionPaletteKeys, kToneKeys,        kStylesKeys,     kStyleKeys,
    kSpacingKeys,    kSymbolsKeys,        kRulesKeys,       kRuleKeys,       kPlainBlockKeys,
    kTableBlockKeys, kTableKindsKeys,     kTableColumnKeys, kNotesBlockKeys, kLinksBlockKeys,
    kTextBlockKeys,  kRowBlockKeys,       kFitKeys};

}  // namespace broadside::load
