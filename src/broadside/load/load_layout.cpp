#include <algorithm>

#include "broadside/base/limits.hpp"
#include "broadside/load/default_layout.hpp"
#include "broadside/load/layout_keys.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/read_blocks.hpp"
#include "broadside/load/read_design.hpp"
#include "broadside/load/read_page.hpp"
#include "broadside/load/read_value.hpp"
#include "broadside/load/syntax/load_json.hpp"
#include "broadside/load/syntax/object_reader.hpp"

namespace broadside::load {

namespace {

using model::FitRung;

FitRung read_rung(const Node& node, Report& report) {
    static constexpr Word<FitRung> kWords[] = {{"padding", FitRung::Padding},
                                               {"widths", FitRung::Widths},
                                               {"hyphenate", FitRung::Hyphenate},
                                               {"font-size", FitRung::FontSize}};
    return read_word(node, report, kWords);
}

std::vector<FitRung> read_order(const Node& node, Report& report) {
    std::vector<FitRung> order;
    UniqueIds words;
    for (const Node& item : items_of(node, report)) {
        order.push_back(read_rung(item, report));
        words.add(item.text(), item.place(), report);
    }
    return order;
}

model::Fit read_fit(const Node& node, Report& report) {
    model::Fit fit = default_fit();
    fit.pointer = node.pointer;
    const ObjectReader object(node, kFitKeys, report);
    object.read("pages", fit.pages, [](const Node& pages, Report& pages_report) {
        return static_cast<int>(read_count(pages, pages_report, {1, limits::kMaxFitPages}));
    });
    object.read("min_font", fit.min_font, read_size);
    // A floor above the default ceiling lifts the ceiling: only a ceiling that was written can be
    // too low.
    fit.max_font = std::max(fit.max_font, fit.min_font);
    object.read("max_font", fit.max_font, read_size);
    object.read("order", fit.order, read_order);
    object.read("lock", fit.lock, read_flag);
    const auto max_font = object.find("max_font");
    if (max_font && fit.max_font < fit.min_font) {
        report_mismatch(*max_font, report, {"bad-length", "a length of at least min_font"});
    }
    return fit;
}

model::Layout read_layout(const Node& node, Report& report) {
    model::Layout layout = default_layout();
    const ObjectReader object(node, kLayoutKeys, report);
    if (const auto format = object.find("format")) read_format(*format, report);
    if (const auto schema = object.find("$schema")) read_string(*schema, report);
    object.read("name", layout.name, read_id);
    if (const auto page = object.find("page")) layout.page = read_page(*page, report, layout.page);
    read_design(object, report, layout);
    object.read("blocks", layout.blocks, read_blocks);
    object.read("fit", layout.fit, read_fit);
    return layout;
}

}  // namespace

Result<model::Layout> load_layout(const Source& source) {
    Result<model::Layout> layout = load_json(source, read_layout);
    if (layout) layout.value().file = source.name;
    return layout;
}

}  // namespace broadside::load
