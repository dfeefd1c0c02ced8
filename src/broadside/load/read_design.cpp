#include "broadside/load/layout_parts.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "broadside/base/limits.hpp"
#include "broadside/load/default_layout.hpp"
#include "broadside/load/fields.hpp"

namespace broadside::load {

namespace {

using model::Layout;
using model::Palette;
using model::Tone;

constexpr ObjectType kFonts{"fonts", "Families of the font manifest.",
                            std::array{optional<&FontFamilies::body, kNonemptyString>(
                                           "body", "Family of running text.", R"("Noto Sans")"),
                                       optional<&FontFamilies::heading, kNonemptyString>(
                                           "heading", "Family of headings.", R"("Noto Sans")")}};

template <PaletteColour name>
constexpr Field<Palette> colour_field(std::string_view word, std::string_view help) {
    return {{word, Presence::Optional, kColour.schema, help},
            [](const Node& node, Report& report, Palette& palette) {
                palette[name] = read_colour(node, report);
            }};
}

constexpr ObjectType kSectionPalette{
    "section_palette", "Section bars.",
    std::array{colour_field<PaletteColour::SectionFill>("fill", "The bar."),
               colour_field<PaletteColour::SectionInk>("ink", "Its text."),
               colour_field<PaletteColour::SectionDetail>("detail", "Its small print.")}};

template <Tone tone>
constexpr ObjectType kToneColours{
    "tone", "Colours of what is meant so.",
    std::array{colour_field<ink_of(tone)>("ink", "Symbols and words."),
               colour_field<tint_of(tone)>("tint", "Bands.")}};

template <Tone tone>
constexpr Field<Palette> tone_field(std::string_view name) {
    return {{name, Presence::Optional, {.definition = kToneColours<tone>.name}},
            [](const Node& node, Report& report, Palette& palette) {
                read_fields<kToneColours<tone>>(node, report, palette);
            }};
}

constexpr auto kColours =
    std::array{colour_field<PaletteColour::Ink>("ink", "Text."),
               colour_field<PaletteColour::Muted>("muted", "Examples and small print."),
               colour_field<PaletteColour::Paper>("paper", "Page background."),
               colour_field<PaletteColour::Rule>("rule", "Hairlines."),
               colour_field<PaletteColour::Link>("link", "Links."),
               Field<Palette>{{"section", Presence::Optional, {.definition = "section_palette"}},
                              [](const Node& node, Report& report, Palette& palette) {
                                  read_fields<kSectionPalette>(node, report, palette);
                              }},
               colour_field<PaletteColour::Stripe>("stripe", "Every other row of striped tables."),
               colour_field<PaletteColour::Emphasis>("emphasis", "A column that stands out."),
               tone_field<Tone::Good>("good"),
               tone_field<Tone::Fair>("fair"),
               tone_field<Tone::Bad>("bad"),
               tone_field<Tone::Neutral>("neutral"),
               tone_field<Tone::Accent1>("accent-1"),
               tone_field<Tone::Accent2>("accent-2"),
               tone_field<Tone::Accent3>("accent-3"),
               tone_field<Tone::Accent4>("accent-4"),
               tone_field<Tone::Accent5>("accent-5"),
               tone_field<Tone::Accent6>("accent-6")};

constexpr ObjectType kDarkPalette{
    "dark_palette", "Colours on dark pages, of HTML and of SVG with a theme.", kColours};

constexpr ObjectType kPalette{"palette", "", [] {
                                  std::array<Field<Palette>, kColours.size() + 1> fields;
                                  std::copy(kColours.begin(), kColours.end(), fields.begin());
                                  fields.back().key = {"dark",
                                                       Presence::Optional,
                                                       {.definition = kDarkPalette.name},
                                                       "The same on dark pages; what is left out "
                                                       "is made from these colours."};
                                  return fields;
                              }()};

/// Colours must have their names.
void read_dark(const Node& node, Report& report, Palette& palette) {
    Palette dark = palette;
    read_fields<kDarkPalette>(node, report, dark);
    set_dark_colours(palette, dark);
    palette.dark_place = node.place();
}

/// `#…` or a name of the palette.
Colour read_any_colour(const Node& node, Report& report, const model::Palette& palette) {
    if (!node.is(JsonType::String) || node.text().substr(0, 1) == "#")
        return read_colour(node, report);
    const auto colour = find_palette_colour(palette, node.text());
    if (!colour) {
        report_mismatch(node, report,
                        {"bad-colour", "\"#rrggbb\" or a name of the palette",
                         word_hints(node.text(), kColourNames, "names")});
    }
    return colour.value_or(Colour{});
}

double read_line_height(const Node& node, Report& report) {
    return read_factor(node, report,
                       {limits::kLeastLineHeight, limits::kMostLineHeight, "bad-line-height",
                        "a line height is a multiple of the type size"});
}

constexpr ValueType<double> kLineHeight{
    read_line_height, {.members = R"("type": "number", "minimum": 0.5, "maximum": 5)"}};
static_assert(limits::kLeastLineHeight == 0.5 && limits::kMostLineHeight == 5);

constexpr std::string_view kFamilyNames[] = {"body", "heading"};

constexpr ObjectType kStyle{
    "style", "",
    std::array{
        optional<&TextStyle::size, kSize>("size", "Type size."),
        optional<&TextStyle::weight, kOneOf<kWeights>>("weight", "Weight of the face."),
        optional<&TextStyle::slant, kOneOf<kSlants>>("slant", "Slant of the face."),
        optional<&TextStyle::line_height, kLineHeight>(
            "line_height", "Distance of baselines, as a multiple of the size."),
        Field<TextStyle>{
            {"colour", Presence::Optional, {.definition = "any_colour"}, "Colour of the text."}},
        Field<TextStyle>{{"font",
                          Presence::Optional,
                          {.words = kFamilyNames},
                          "Family, by its name in \"fonts\"."}}}};

/// What the values of a style may name.
struct StyleNames {
    const Palette& palette;
    const FontFamilies& fonts;
};

void read_style(const Node& node, Report& report, const StyleNames& names, TextStyle& style) {
    const ObjectReader object = read_fields<kStyle>(node, report, style);
    if (const auto colour = object.find("colour"))
        style.colour = read_any_colour(*colour, report, names.palette);
    const Word<std::string> families[] = {{kFamilyNames[0], names.fonts.body},
                                          {kFamilyNames[1], names.fonts.heading}};
    if (const auto font = object.find("font")) style.family = read_word(*font, report, families);
}

constexpr auto kStyleFields = [] {
    std::array<Field<Layout>, kDefaultStyles.size()> fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
        fields[i].key = {kDefaultStyles[i].word, Presence::Optional, {.definition = kStyle.name}};
    return fields;
}();

constexpr ObjectType kStyles{"styles", "Text styles by part.", kStyleFields};

constexpr ObjectType kRule{
    "rule", "",
    std::array{
        optional<&RuleStyle::width, kSpace>("width", "0pt: none."),
        Field<RuleStyle>{
            {"colour", Presence::Optional, {.definition = "any_colour"}, "Colour of the line."}}}};

template <auto member>
constexpr Field<Layout> rule_field(std::string_view name, std::string_view help) {
    return {{name, Presence::Optional, {.definition = kRule.name}, help},
            [](const Node& node, Report& report, Layout& layout) {
                RuleStyle& rule = layout.*member;
                const ObjectReader object = read_fields<kRule>(node, report, rule);
                if (const auto colour = object.find("colour"))
                    rule.colour = read_any_colour(*colour, report, layout.palette);
            }};
}

constexpr ObjectType kRules{
    "rules", "",
    std::array{
        rule_field<&Layout::row_rule>("row", "Between rows."),
        rule_field<&Layout::column_rule>(
            "column", "At the sides of merged columns, and before links beside another block."),
        rule_field<&Layout::guide_rule>("guide",
                                        "Behind columns that are counted by, and between groups of "
                                        "rows in a transposed table."),
        rule_field<&Layout::strong_rule>("strong", "Under the header and at the table's foot."),
        rule_field<&Layout::title_rule>("title", "Under the title."),
        optional<&Layout::band_bar, kSpace>("band_bar", "Width of the bar beside a band.")}};

constexpr ObjectType kSpacing{
    "spacing", "",
    std::array{optional<&Layout::padding_x, kSpace>("cell_x", "Padding at the sides of a cell."),
               optional<&Layout::padding_y, kSpace>("cell_y", "Padding above and below."),
               optional<&Layout::fill_gap, kSpace>(
                   "fill",
                   "Above and below the fill of a cell; default: 1.25pt where bars of a schedule "
                   "lie each in one row, else none."),
               optional<&Layout::block_gap, kSpace>("blocks", "Gap between blocks."),
               optional<&Layout::least_block_gap, kSpace>(
                   "blocks_least",
                   "What \"fit\" leaves of that gap where it takes white space; default: four "
                   "fifths of it.")}};

constexpr ObjectType kSymbols{
    "symbols", "",
    std::array{
        optional<&Layout::symbol_size, kSize>("cell", "Height of symbols in cells."),
        optional<&Layout::legend_symbol_size, kSize>("legend", "Height of symbols in the legend."),
        optional<&Layout::picture_size, kSize>(
            "picture", "Height of pictures in the table; default: as of symbols in cells."),
        optional<&Layout::qr_size, kSize>("qr", "Size of QR codes."),
        optional<&Layout::bar_length, kSize>(
            "bar", "Length of full bars; default: five times the height of their figures.")}};

}  // namespace

void read_design(const ObjectReader& layout_object, Report& report, model::Layout& layout) {
    FontFamilies fonts;
    layout.palette = default_palette();
    if (const auto node = layout_object.find("fonts")) read_fields<kFonts>(*node, report, fonts);
    if (const auto node = layout_object.find("palette")) {
        const ObjectReader palette = read_fields<kPalette>(*node, report, layout.palette);
        name_colours(layout.palette);
        if (const auto dark = palette.find("dark")) read_dark(*dark, report, layout.palette);
    }
    layout.styles = default_styles(layout.palette, fonts);
    layout.row_rule.colour = layout.column_rule.colour = layout.palette[PaletteColour::Rule];
    layout.guide_rule.colour = layout.palette[PaletteColour::Muted];
    layout.strong_rule.colour = layout.title_rule.colour = layout.palette[PaletteColour::Ink];
    if (const auto styles = layout_object.find("styles")) {
        const ObjectReader object(*styles, kObjectOf<kStyles>, report);
        for (const DefaultStyle& part : kDefaultStyles) {
            if (const auto style = object.find(part.word))
                read_style(*style, report, {layout.palette, fonts}, layout.styles[part.role]);
        }
    }
    if (const auto rules = layout_object.find("rules")) read_fields<kRules>(*rules, report, layout);
    if (const auto spacing = layout_object.find("spacing"))
        read_fields<kSpacing>(*spacing, report, layout);
    if (const auto symbols = layout_object.find("symbols"))
        read_fields<kSymbols>(*symbols, report, layout);
}

std::vector<ObjectKeys> design_objects() {
    return {kObjectOf<kFonts>,
            kObjectOf<kPalette>,
            kObjectOf<kDarkPalette>,
            kObjectOf<kSectionPalette>,
            kObjectOf<kToneColours<Tone::Good>>,
            kObjectOf<kStyles>,
            kObjectOf<kStyle>,
            kObjectOf<kSpacing>,
            kObjectOf<kSymbols>,
            kObjectOf<kRules>,
            kObjectOf<kRule>};
}

}  // namespace broadside::load
