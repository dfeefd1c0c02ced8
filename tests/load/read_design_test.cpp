#include "broadside/load/layout_parts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/base/colour.hpp"
#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using model::StyleRole;
using testing::ElementsAre;
using testing::HasSubstr;

model::Layout layout_from(const std::string& more) { return loaded_layout(layout_with(more)); }

TEST(ReadDesign, DressesDefaultsInTheNewPalette) {
    const model::Layout layout =
        layout_from(R"(, "palette": {"ink": "#000", "rule": "#111", "section": {"ink": "#222"}})");
    EXPECT_EQ(layout.styles.at(StyleRole::Cell).colour, (Colour{0, 0, 0}));
    EXPECT_EQ(layout.styles.at(StyleRole::Section).colour, (Colour{0x22, 0x22, 0x22}));
    EXPECT_EQ(layout.row_rule.colour, (Colour{0x11, 0x11, 0x11}));
    EXPECT_EQ(layout.strong_rule.colour, (Colour{0, 0, 0}));
}

TEST(ReadDesign, OverridesWhatAStyleNames) {
    const model::Layout layout =
        layout_from(R"(, "fonts": {"heading": "Serif"}, "styles": {"cell": {"size": "9pt",
        "weight": "bold", "slant": "italic", "line_height": 1.5, "colour": "bad", "font": "heading"}})");
    const TextStyle& cell = layout.styles.at(StyleRole::Cell);
    EXPECT_EQ(cell, (TextStyle{"Serif", 700, FontSlant::Italic, Pt(9), 1.5,
                               layout.palette[PaletteColour::Bad]}));
    EXPECT_EQ(*layout.styles.at(StyleRole::Title).family, "Serif");
    EXPECT_EQ(*layout.styles.at(StyleRole::Note).family, "Noto Sans");
}

TEST(ReadDesign, ReadsTones) {
    const model::Layout layout = layout_from(R"(, "palette": {"good": {"tint": "#abc"}})");
    EXPECT_EQ(layout.palette[PaletteColour::GoodTint], (Colour{0xaa, 0xbb, 0xcc}));
    EXPECT_EQ(layout.palette[PaletteColour::Good], (Colour{0x1b, 0x6b, 0x3a}));
}

TEST(ReadDesign, TakesDarkColoursByTheSameNames) {
    const model::Layout layout = layout_from(R"(, "palette": {"dark": {"paper": "#101418",
        "section": {"fill": "#234"}, "good": {"tint": "#021"}, "link": "#000"}, "link": "#000"},
        "styles": {"cell": {"colour": "good"}})");
    const model::Palette& palette = layout.palette;
    EXPECT_EQ(in_the_dark(palette[PaletteColour::Paper]), (Colour{0x10, 0x14, 0x18}));
    EXPECT_EQ(in_the_dark(palette[PaletteColour::SectionFill]), (Colour{0x22, 0x33, 0x44}));
    EXPECT_EQ(in_the_dark(palette[PaletteColour::GoodTint]), (Colour{0, 0x22, 0x11}));
    EXPECT_EQ(in_the_dark(palette[PaletteColour::Link]), (Colour{0, 0, 0}))
        << "black in the dark, too";
    EXPECT_EQ(in_the_dark(layout.styles.at(StyleRole::Link).colour), (Colour{0, 0, 0}));
}

TEST(ReadDesign, MakesTheDarkColoursThatAreLeftOut) {
    const model::Layout made = layout_from(R"(, "palette": {"ink": "#204060"})");
    const model::Layout given =
        layout_from(R"(, "palette": {"ink": "#204060", "dark": {"paper": "#000"}})");
    EXPECT_EQ(in_the_dark(given.palette[PaletteColour::Ink]),
              in_the_dark(made.palette[PaletteColour::Ink]));
    EXPECT_NE(in_the_dark(given.palette[PaletteColour::Paper]),
              in_the_dark(made.palette[PaletteColour::Paper]));
}

TEST(ReadDesign, NamesWhatIsWrongInTheDark) {
    EXPECT_THAT(layout_problems(layout_with(
                    R"(, "palette": {"dark": {"ink": "white", "papr": "#000", "dark": {}}})")),
                ElementsAre(HasSubstr("/palette/dark/ink: expected a colour, got \"white\""),
                            HasSubstr("/palette/dark/papr: unknown key \"papr\""),
                            HasSubstr("/palette/dark/dark: unknown key \"dark\"")));
}

TEST(ReadDesign, ReadsLengths) {
    const model::Layout layout =
        layout_from(R"(, "spacing": {"cell_x": "1pt", "cell_y": "2pt", "blocks": "3pt"},
        "symbols": {"cell": "4pt", "legend": "5pt", "qr": "6pt"}, "note_marks": "superscript",
        "rules": {"row": {"width": "0pt"}, "title": {"width": "7pt", "colour": "link"}, "band_bar": "8pt"})");
    EXPECT_THAT((std::vector<Pt>{layout.padding_x, layout.padding_y, layout.block_gap,
                                 layout.symbol_size, layout.legend_symbol_size, layout.qr_size,
                                 layout.title_rule.width, layout.band_bar}),
                ElementsAre(Pt(1), Pt(2), Pt(3), Pt(4), Pt(5), Pt(6), Pt(7), Pt(8)));
    EXPECT_EQ(layout.title_rule.colour, layout.palette[PaletteColour::Link]);
    EXPECT_EQ(layout.row_rule.width, Pt(0));
    EXPECT_EQ(layout.note_marks, model::NoteMarkForm::Superscript);
}

TEST(ReadDesign, NamesWhatIsWrong) {
    EXPECT_THAT(
        layout_problems(layout_with(
            R"(, "styles": {"titel": {}, "cell": {"size": 8, "colour": "inc", "line_height": 9}})")),
        ElementsAre(
            HasSubstr("/styles/titel: unknown key \"titel\""),
            HasSubstr("/styles/cell/size: expected a length such as \"12mm\", got 8"),
            HasSubstr(
                "/styles/cell/colour: expected \"#rrggbb\" or a name of the palette, got \"inc\""),
            HasSubstr("/styles/cell/line_height: expected a number from 0.5 to 5, got 9")));
}

}  // namespace
}  // namespace broadside::load
