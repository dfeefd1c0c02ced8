#include "broadside/resolve/legend.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/cells/fill.hpp"
#include "broadside/resolve/cells/gauge.hpp"
#include "broadside/resolve/column_looks.hpp"
#include "broadside/resolve/designs.hpp"
#include "broadside/resolve/lookup.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/numbers.hpp"

namespace broadside::resolve {

namespace {

using model::StyleRole;

/// What is behind a symbol, and the colour of the symbol on it.
struct Plate {
    Colour fill, ink;
};

/// What the tables print and a reader may ask about.
struct Printed {
    std::set<const model::Value*> values;         // as symbols
    std::map<const model::Value*, Colour> fills;  // of those without one, where cells are filled
    std::map<const model::Value*, Plate> plates;  // of those with one, or with a dash
    std::set<const model::Value*> unworded;       // that nothing but a fill tells
    std::set<const model::Value*> codes;
    std::set<int> bands;
    const model::Cell* sample = nullptr;
};

void note_cells(const Table& table, const TableSection& section, const model::Project& project,
                const Codes& codes, Printed& printed) {
    const model::Layout& layout = project.layout;
    for (const TableCell& cell : section.cells) {
        if (!cell.value) continue;
        const model::CellFill look = fill_behind(table, cell);
        const auto fill = fill_of(cell.value, look, layout);
        const bool has_symbol = !cell.value->symbol.id.empty();
        if (has_symbol) printed.values.insert(cell.value);
        const bool hides_words = design_of(table, cell).hides_words.value_or(false);
        const bool is_dash = !hides_words && unicode::is_dash(words_of(*cell.value).text);
        if (fill && !has_symbol) {
            printed.fills.emplace(cell.value, *fill);
            if (hides_words) printed.unworded.insert(cell.value);
        }
        if (fill && (has_symbol || is_dash))
            printed.plates.emplace(
                cell.value,
                Plate{*fill, look == model::CellFill::Solid ? colour_on_solid(*fill, layout)
                                                            : ink_of(layout, cell.value->tone)});
        if (codes.count(cell.value) > 0) printed.codes.insert(cell.value);
    }
    for (const int band : section.bands) {
        if (band != kNoBand) printed.bands.insert(band);
    }
}

Printed what_is_printed(const model::Project& project, const std::vector<Table>& tables) {
    Printed printed;
    const Codes codes = codes_of(project.dataset);
    for (const Table& table : tables) {
        for (const model::Column* column : table.columns) {
            if (!printed.sample && column->sample) printed.sample = &*column->sample;
        }
        for (const TableSection& section : table.sections)
            note_cells(table, section, project, codes, printed);
    }
    return printed;
}

/// What is named, in that order; names of nothing are told elsewhere.
std::vector<const model::Vocabulary*> vocabularies_of(const model::LegendBlock& block,
                                                      const model::Dataset& dataset) {
    std::vector<const model::Vocabulary*> vocabularies;
    if (block.values.empty()) {
        for (const model::Vocabulary& vocabulary : dataset.vocabularies)
            vocabularies.push_back(&vocabulary);
    }
    const ById<model::Vocabulary> known(dataset.vocabularies);
    for (const model::Reference& named : block.values) {
        if (const model::Vocabulary* vocabulary = known.find(named.id))
            vocabularies.push_back(vocabulary);
    }
    return vocabularies;
}

class LegendSetting {
public:
    /// `is_continued`: another legend explains the bands and the sample.
    LegendSetting(const model::Project& project, Printed printed, bool is_continued,
                  Problems& problems)
        : project_(project),
          layout_(project.layout),
          printed_(std::move(printed)),
          is_continued_(is_continued),
          problems_(problems) {}

    doc::LegendPacking run(const model::LegendBlock& block) && {
        for (const model::Vocabulary* vocabulary : vocabularies_of(block, project_.dataset))
            add_vocabulary(*vocabulary);
        if (is_continued_) return std::move(legend_);
        // Of several bands none is what all names are in.
        if (printed_.sample && printed_.bands.size() != 1) add_group({});
        for (const int band : printed_.bands) {
            add_band(project_.dataset.bands[static_cast<std::size_t>(band)]);
        }
        return std::move(legend_);
    }

private:
    void add_vocabulary(const model::Vocabulary& vocabulary) {
        doc::LegendGroup group;
        swatches_.clear();
        for (const model::Value& value : vocabulary.values) {
            const auto fill = printed_.fills.find(&value);
            const bool has_swatch = fill != printed_.fills.end();
            const bool has_symbol = printed_.values.count(&value) > 0;
            const bool has_code = printed_.codes.count(&value) > 0;
            const bool is_new =
                (has_swatch || has_symbol || has_code) &&
                explained_.emplace(has_symbol ? value.symbol.id : value.text.text, value.label.text)
                    .second;
            if (!is_new) continue;
            doc::LegendEntry entry;
            if (has_swatch) {
                // With the dash that cells have on it: it is seen as a sign is, and no code.
                entry.symbol = decoration(
                    on_plate(value, dash_drawing(), swatch_drawing(fill->second)), value.tone);
                if (!has_code) check_swatch(value, fill->second);
            } else if (has_symbol) {
                const DrawingRef& symbol = project_.symbols.at(value.symbol.id);
                entry.symbol = decoration(on_plate(value, symbol, symbol), value.tone);
            }
            entry.label = literal_paragraph(value.label, style_of(layout_, StyleRole::Legend));
            entry.label.meaning = Meaning{Role::ListBody};
            if (has_code) {
                TextStyle style =
                    in_tone(strong(style_of(layout_, StyleRole::Legend)), layout_, value.tone);
                // The patch beside it shows the colour.
                if (has_swatch)
                    style.colour =
                        readable_on(layout_.palette[PaletteColour::Paper], style.colour, layout_);
                entry.code = literal_paragraph(value.text, style);
            }
            group.entries.push_back(std::move(entry));
        }
        if (group.entries.empty()) return;
        check_in_grey(vocabulary);
        group.heading =
            literal_paragraph(vocabulary.label, style_of(layout_, StyleRole::LegendHeading));
        group.heading.meaning = Meaning{Role::Paragraph};
        legend_.groups.push_back(std::move(group));
    }

    /// As cells show it: `symbol` on its plate, else `alone`.
    DrawingRef on_plate(const model::Value& value, const DrawingRef& symbol,
                        const DrawingRef& alone) const {
        const auto plate = printed_.plates.find(&value);
        return plate == printed_.plates.end()
                   ? alone
                   : swatch_drawing(plate->second.fill, symbol, plate->second.ink);
    }

    /// Words in cells may tell two apart, but the legend does not.
    void check_swatch(const model::Value& value, const Colour& fill) {
        const auto [like, is_new] = swatches_.emplace(to_string(fill), &value);
        if (is_new || like->second == &value) return;
        problems_.warning("values-told-by-one-colour", value.place,
                          fmt::format("the legend has one patch for \"{}\" and \"{}\"",
                                      like->second->label.text, value.label.text),
                          {"give one of them another \"tone\", or both a \"symbol\""});
    }

    /// Values that are told by their fills alone, and by one grey in black and white.
    void check_in_grey(const model::Vocabulary& vocabulary) {
        // Below that, nobody knows of a grey which one it is.
        constexpr double kLeastContrast = 1.1;
        std::map<double, const model::Value*> greys;  // one of each
        for (const model::Value& value : vocabulary.values) {
            if (printed_.unworded.count(&value) > 0)
                greys.emplace(luminance(printed_.fills.at(&value)), &value);
        }
        std::vector<const model::Value*> alike;
        for (const auto& [luminance, value] : greys) {
            if (!alike.empty() && contrast(printed_.fills.at(alike.back()),
                                           printed_.fills.at(value)) >= kLeastContrast)
                report_one_grey(std::exchange(alike, {}));
            alike.push_back(value);
        }
        report_one_grey(std::move(alike));
    }

    void report_one_grey(std::vector<const model::Value*> alike) {
        if (alike.size() < 2) return;
        std::sort(alike.begin(), alike.end());  // as in the vocabulary
        std::vector<std::string> labels;
        for (const model::Value* value : alike)
            labels.push_back(fmt::format("\"{}\"", value->label.text));
        problems_.warning("values-told-by-colour", alike.front()->place,
                          fmt::format("colour alone tells {} apart: in black and white their fills "
                                      "are one grey",
                                      fmt::join(labels, ", ")),
                          {"choose \"tint\"s of unlike darkness in the layout's palette, give the "
                           "values a \"symbol\", or leave out \"value_words\""});
    }

    void add_band(const model::Band& band) {
        doc::LegendGroup group;
        group.band = band_style(layout_, band.tone);
        if (!band.symbol.id.empty()) {
            group.badge = decoration(project_.symbols.at(band.symbol.id), band.tone);
            group.badge->height = badge_height(layout_);
        }
        add_sample(group,
                   literal_paragraph(band.label, strong(style_of(layout_, StyleRole::Legend))));
        add_group(std::move(group));
    }

    /// A label stands beside it: no need to speak it twice.
    doc::Symbol decoration(DrawingRef drawing, model::Tone tone) const {
        return {std::move(drawing), layout_.legend_symbol_size, ink_of(layout_, tone), {}};
    }

    /// The first one explains the print; once is enough.
    void add_group(doc::LegendGroup group) {
        if (const model::Cell* sample = std::exchange(printed_.sample, nullptr)) {
            add_sample(group, names_paragraph(*sample, project_));
            add_sample(group, detail_paragraph(*sample, layout_));
        }
        legend_.groups.push_back(std::move(group));
    }

    static void add_sample(doc::LegendGroup& group, doc::Paragraph paragraph) {
        if (paragraph.empty()) return;
        paragraph.meaning = Meaning{Role::Paragraph};
        group.sample.push_back(std::move(paragraph));
    }

    const model::Project& project_;
    const model::Layout& layout_;
    Printed printed_;
    bool is_continued_;
    Problems& problems_;
    std::map<std::string, const model::Value*> swatches_;  // of a vocabulary, the first by colour
    std::set<std::pair<std::string, std::string>> explained_;  // symbol and label
    doc::LegendPacking legend_;
};

}  // namespace

doc::LegendPacking build_legend(const model::Project& project, const std::vector<Table>& tables,
                                const model::LegendBlock& block, Problems& problems) {
    const model::LegendBlock* teller = nullptr;
    model::for_each_block(project.layout.blocks, [&teller](const model::Block& each) {
        const auto* legend = std::get_if<model::LegendBlock>(&each.kind);
        const bool is_of_all = teller != nullptr && teller->values.empty();
        if (legend != nullptr && !is_of_all) teller = legend;
    });
    const bool is_continued = !block.values.empty() && teller != &block;
    return LegendSetting(project, what_is_printed(project, tables), is_continued, problems)
        .run(block);
}

ExplainedValues explained_values(const model::Project& project) {
    ExplainedValues explained;
    model::for_each_block(project.layout.blocks, [&](const model::Block& block) {
        const auto* legend = std::get_if<model::LegendBlock>(&block.kind);
        if (legend == nullptr) return;
        for (const model::Vocabulary* vocabulary : vocabularies_of(*legend, project.dataset)) {
            for (const model::Value& value : vocabulary->values) explained.insert(&value);
        }
    });
    return explained;
}

}  // namespace broadside::resolve
