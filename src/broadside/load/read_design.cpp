#include "broadside/load/read_design.hpp"

#include <iterator>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/layout_keys.hpp"
#include "broadside/load/read_value.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/load/syntax/word_hints.hpp"

namespace broadside::load {

namespace {

using model::Tone;

constexpr Tone kAllTones[] = {Tone::Good, Tone::Fair, Tone::Bad, Tone::Neutral};

constexpr std::string_view kColourNames[] = {
    "ink",         "muted",          "paper", "rule", "link", "section-fill",
    "section-ink", "section-detail", "good",  "fair", "bad",  "neutral"};

FontFamilies read_fonts(const Node& node, Report& report) {
    FontFamilies fonts;
    const ObjectReader object(node, kFontsKeys, report);
    object.read("body", fonts.body, read_nonempty_string);
    object.read("heading", fonts.heading, read_nonempty_string);
    return fonts;
}

model::Palette read_palette(const Node& node, Report& report) {
    model::Palette palette = default_palette();
    const ObjectReader object(node, kPaletteKeys, report);
    object.read("ink", palette.ink, read_colour);
    object.read("muted", palette.muted, read_colour);
    object.read("paper", palette.paper, read_colour);
    object.read("rule", palette.rule, read_colour);
    object.read("link", palette.link, read_colour);
    if (const auto section = object.find("section")) {
        const ObjectReader colours(*section, kSectionPaletteKeys, report);
        colours.read("fill", palette.section_fill, read_colour);
        colours.read("ink", palette.section_ink, read_colour);
        colours.read("detail", palette.section_detail, read_colour);
    }
    for (const Tone tone : kAllTones) {
        const auto node_of_tone = object.find(to_string(tone));
        if (!node_of_tone) continue;
        const ObjectReader colours(*node_of_tone, kToneKeys, report);
        colours.read("ink", palette.tones[tone].ink, read_colour);
        colours.read("tint", palette.tones[tone].tint, read_colour);
    }
    return palette;
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

int read_weight(const Node& node, Report& report) {
    static constexpr Word<int> kWords[] = {{"regular", kRegularWeight}, {"bold", kBoldWeight}};
    return read_word(node, report, kWords);
}

FontSlant read_slant(const Node& node, Report& report) {
    static constexpr Word<FontSlant> kWords[] = {{"upright", FontSlant::Upright},
                                                 {"italic", FontSlant::Italic}};
    return read_word(node, report, kWords);
}

double read_line_height(const Node& node, Report& report) {
    const auto height = node.is(JsonType::Number) ? parse_number(node.text()) : std::nullopt;
    if (height && *height >= limits::kLeastLineHeight && *height <= limits::kMostLineHeight)
        return *height;
    report_mismatch(
        node, report,
        {"bad-line-height",
         fmt::format("a number from {} to {}", limits::kLeastLineHeight, limits::kMostLineHeight),
         {"a line height is a multiple of the type size"}});
    return 1;
}

/// What the values of a style may name.
struct StyleNames {
    const model::Palette& palette;
    const FontFamilies& fonts;
};

void read_style(const Node& node, Report& report, const StyleNames& names, TextStyle& style) {
    const auto read_family = [&](const Node& font, Report& font_report) {
        const Word<std::string> words[] = {{"body", names.fonts.body},
                                           {"heading", names.fonts.heading}};
        return read_word(font, font_report, words);
    };
    const auto read_style_colour = [&](const Node& colour, Report& colour_report) {
        return read_any_colour(colour, colour_report, names.palette);
    };
    const ObjectReader object(node, kStyleKeys, report);
    object.read("size", style.size, read_size);
    object.read("weight", style.weight, read_weight);
    object.read("slant", style.slant, read_slant);
    object.read("line_height", style.line_height, read_line_height);
    object.read("colour", style.colour, read_style_colour);
    object.read("font", style.family, read_family);
}

void read_rules(const Node& node, Report& report, model::Layout& layout) {
    const auto read_rule_colour = [&](const Node& colour, Report& colour_report) {
        return read_any_colour(colour, colour_report, layout.palette);
    };
    const ObjectReader rules(node, kRulesKeys, report);
    const std::pair<std::string_view, RuleStyle*> rows[] = {{"row", &layout.row_rule},
                                                            {"column", &layout.column_rule},
                                                            {"strong", &layout.strong_rule},
                                                            {"title", &layout.title_rule}};
    for (const auto& [key, rule] : rows) {
        const auto rule_node = rules.find(key);
        if (!rule_node) continue;
        const ObjectReader object(*rule_node, kRuleKeys, report);
        object.read("width", rule->width, read_space);
        object.read("colour", rule->colour, read_rule_colour);
    }
    rules.read("band_bar", layout.band_bar, read_space);
}

void read_spacing(const Node& node, Report& report, model::Layout& layout) {
    const ObjectReader object(node, kSpacingKeys, report);
    object.read("cell_x", layout.padding_x, read_space);
    object.read("cell_y", layout.padding_y, read_space);
    object.read("blocks", layout.block_gap, read_space);
}

void read_symbol_sizes(const Node& node, Report& report, model::Layout& layout) {
    const ObjectReader object(node, kSymbolsKeys, report);
    object.read("cell", layout.symbol_size, read_size);
    object.read("legend", layout.legend_symbol_size, read_size);
    object.read("qr", layout.qr_size, read_size);
}

model::NoteMarkForm read_note_marks(const Node& node, Report& report) {
    static constexpr Word<model::NoteMarkForm> kWords[] = {
        {"auto", model::NoteMarkForm::Auto},
        {"superscript", model::NoteMarkForm::Superscript},
        {"parenthesised", model::NoteMarkForm::Parenthesised}};
    return read_word(node, report, kWords);
}

}  // namespace

void read_design(const ObjectReader& layout_object, Report& report, model::Layout& layout) {
    FontFamilies fonts;
    layout_object.read("fonts", fonts, read_fonts);
    layout_object.read("palette", layout.palette, read_palette);
    layout.styles = default_styles(layout.palette, fonts);
    layout.row_rule.colour = layout.column_rule.colour = layout.palette.rule;
    layout.strong_rule.colour = layout.title_rule.colour = layout.palette.ink;
    if (const auto styles = layout_object.find("styles")) {
        const ObjectReader object(*styles, kStylesKeys, report);
        for (auto& [role, style] : layout.styles) {
            const auto style_node = object.find(to_string(role));
            if (style_node) read_style(*style_node, report, {layout.palette, fonts}, style);
        }
    }
    if (const auto rules = layout_object.find("rules")) read_rules(*rules, report, layout);
    if (const auto spacing = layout_object.find("spacing")) read_spacing(*spacing, report, layout);
    if (const auto symbols = layout_object.find("symbols"))
        read_symbol_sizes(*symbols, report, layout);
    layout_object.read("note_marks", layout.note_marks, read_note_marks);
}

}  // namespace broadside::load
