#include "broadside/layout/finished_pages.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/doc/parts.hpp"
#include "broadside/placed/parts.hpp"

namespace broadside::layout {

namespace {

class Mirror {
public:
    explicit Mirror(Pt width) : width_(width) {}

    void operator()(placed::Text& text) const {
        const Pt before = text.box.x;
        turn(text.box);
        const bool is_upwards = text.turn && text.turn->is_upwards();
        if (is_upwards) {
            text.turn->about.x += text.box.x - before;
        } else if (text.turn) {
            text.turn->about.x = width_ - text.turn->about.x;
            text.turn->sine = -text.turn->sine;
        }
        for (placed::Line& line : text.lines) {
            const Pt left =
                is_upwards ? line.left + text.box.x - before : width_ - line.left - line.width;
            placed::move(line, left - line.left, Pt(0));
            line.left = left;  // without what rounding leaves of the difference
        }
    }
    void operator()(placed::Symbol& symbol) const { turn(symbol.box); }
    void operator()(placed::Fill& fill) const { turn(fill.box); }
    void operator()(placed::Cell& cell) const { turn(cell.box); }
    void operator()(placed::Table& table) const {
        turn(table.box);
        table.direction = Direction::RightToLeft;
        for (Pt& edge : table.column_edges) edge = width_ - edge;
        for (Rect& rule : table.spanner_rules) turn(rule);
    }

private:
    void turn(Rect& rect) const { rect.x = width_ - rect.right(); }

    Pt width_;
};

/// What is shown of a millimetre: a code that is told to be 0.40 mm wide is wide enough.
constexpr Pt kShown = millimetres(0.005);

Diagnostic small_code(const doc::Symbol& code, Pt module, double scale) {
    const double modules = code.drawing->height;
    const double least = limits::kLeastQrModule * modules / (millimetres(1) * scale);
    return warning("small-qr-code",
                   fmt::format("the modules of the QR code are {:.2f} mm wide; from {:.1f} mm on "
                               "telephones read them",
                               module / millimetres(1), limits::kLeastQrModule / millimetres(1)),
                   {fmt::format("shorten the address, or write \"symbols\": {{\"qr\": "
                                "\"{:.0f}mm\"}} into the layout",
                                std::ceil(least))})
        .at(code.code_of);
}

}  // namespace

void mirror(placed::Page& page) { placed::for_each_part(page.items, Mirror(page.size.width)); }

Pt smallest_type(const std::vector<placed::Page>& pages) {
    Pt smallest;
    const auto look_at = [&smallest](const placed::Text& text) {
        if (text.is_aside) return;
        for (const placed::Line& line : text.lines) {
            for (const placed::Run& run : line.runs) {
                // Marks, and what sets them apart.
                if (!run.note.empty() || (!run.is_tag && !fits(line.baseline, run.origin.y)))
                    continue;
                const Pt size = run.glyphs.size / run.glyphs.font->scale;
                smallest = smallest > Pt(0) ? std::min(smallest, size) : size;
            }
        }
    };
    for (const placed::Page& page : pages) placed::for_each_part(page.items, look_at);
    return smallest;
}

Diagnostics small_codes(const doc::Document& document, const Setting& setting) {
    Diagnostics found;
    doc::for_each_part(document.blocks, [&](const doc::Symbol& symbol) {
        if (!symbol.code_of) return;
        const Pt module = setting.scaled(symbol.height) / symbol.drawing->height;
        if (module <= limits::kLeastQrModule - kShown)
            found.push_back(small_code(symbol, module, setting.type_scale));
    });
    return found;
}

}  // namespace broadside::layout
