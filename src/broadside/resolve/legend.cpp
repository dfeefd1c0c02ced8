#include "broadside/resolve/legend.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/cells/fill.hpp"
#include "broadside/resolve/columns.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"

namespace broadside::resolve {

namespace {

using model::StyleRole;

/// What the tables print and a reader may ask about.
struct Printed {
    std::set<const model::Value*> values;         // as symbols
    std::map<const model::Value*, Colour> fills;  // of those without one, where cells are filled
    std::set<int> bands;
    const model::Cell* sample = nullptr;
};

void note_cells(const TableSection& section, const ColumnLooks& looks, const model::Layout& layout,
                Printed& printed) {
    for (const TableCell& cell : section.cells) {
        if (cell.value && !cell.value->symbol.id.empty())
            printed.values.insert(cell.value);
        else if (const auto fill = fill_of(cell.value, looks.of(*cell.source_column).fill, layout))
            printed.fills.emplace(cell.value, *fill);
    }
    for (const int band : section.bands) {
        if (band != doc::kNoBand) printed.bands.insert(band);
    }
}

Printed what_is_printed(const model::Project& project, const std::vector<Table>& tables) {
    Printed printed;
    for (const Table& table : tables) {
        for (const model::Column* column : table.columns) {
            if (!printed.sample && column->sample) printed.sample = &*column->sample;
        }
        const ColumnLooks looks(table, project.dataset);
        for (const TableSection& section : table.sections)
            note_cells(section, looks, project.layout, printed);
    }
    return printed;
}

/// A symbol that a label stands beside: no need to speak it twice.
doc::Symbol decoration(const model::Project& project, const model::Reference& symbol,
                       model::Tone tone) {
    return {project.symbols.at(symbol.id),
            project.layout.legend_symbol_size,
            ink_of(project.layout, tone),
            {}};
}

/// A patch of what stands behind cells, its outline in the ink of its tone.
doc::Symbol swatch(const model::Layout& layout, Colour fill, model::Tone tone) {
    constexpr double kWidth = 14, kHeight = 10, kInset = 0.5;
    Shape patch;
    patch.path = {MoveTo{{kInset, kInset}}, LineTo{{kWidth - kInset, kInset}},
                  LineTo{{kWidth - kInset, kHeight - kInset}}, LineTo{{kInset, kHeight - kInset}},
                  ClosePath{}};
    patch.fill = fill;
    patch.stroke = Stroke{CurrentColour{}};
    Drawing drawing{"swatch-" + to_string(fill).substr(1), kWidth, kHeight, {std::move(patch)}};
    return {std::make_shared<const Drawing>(std::move(drawing)),
            layout.legend_symbol_size,
            ink_of(layout, tone),
            {}};
}

class LegendSetting {
public:
    LegendSetting(const model::Project& project, Printed printed)
        : project_(project), layout_(project.layout), printed_(std::move(printed)) {}

    doc::LegendPacking run() && {
        for (const model::Vocabulary& vocabulary : project_.dataset.vocabularies) {
            add_vocabulary(vocabulary);
        }
        for (const int band : printed_.bands) {
            add_band(project_.dataset.bands[static_cast<std::size_t>(band)]);
        }
        if (printed_.sample && printed_.bands.empty()) add_group({});
        return std::move(legend_);
    }

private:
    void add_vocabulary(const model::Vocabulary& vocabulary) {
        doc::LegendGroup group;
        for (const model::Value& value : vocabulary.values) {
            const auto fill = printed_.fills.find(&value);
            const bool has_swatch = fill != printed_.fills.end();
            const bool is_new = (has_swatch || printed_.values.count(&value) > 0) &&
                                explained_.emplace(value.symbol.id, value.label.text).second;
            if (!is_new) continue;
            doc::Paragraph label =
                literal_paragraph(value.label, style_of(layout_, StyleRole::Legend));
            label.meaning = Meaning{Role::ListBody};
            group.entries.push_back({has_swatch ? swatch(layout_, fill->second, value.tone)
                                                : decoration(project_, value.symbol, value.tone),
                                     std::move(label)});
        }
        if (group.entries.empty()) return;
        group.heading =
            literal_paragraph(vocabulary.label, style_of(layout_, StyleRole::LegendHeading));
        group.heading.meaning = Meaning{Role::Paragraph};
        legend_.groups.push_back(std::move(group));
    }

    void add_band(const model::Band& band) {
        doc::LegendGroup group;
        group.band = band_style(layout_, band.tone);
        if (!band.symbol.id.empty()) {
            group.badge = decoration(project_, band.symbol, band.tone);
            group.badge->height = badge_height(layout_);
        }
        add_sample(group,
                   literal_paragraph(band.label, strong(style_of(layout_, StyleRole::Legend))));
        add_group(std::move(group));
    }

    /// The first group after the vocabularies explains the print; once is enough.
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
    std::set<std::pair<std::string, std::string>> explained_;  // symbol and label
    doc::LegendPacking legend_;
};

}  // namespace

doc::LegendPacking build_legend(const model::Project& project, const std::vector<Table>& tables) {
    return LegendSetting(project, what_is_printed(project, tables)).run();
}

}  // namespace broadside::resolve
