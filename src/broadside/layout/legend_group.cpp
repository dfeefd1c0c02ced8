#include "broadside/layout/legend_group.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "broadside/layout/box_widths.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

constexpr Pt kEntryGap = 14_pt;  // between entries of one line
constexpr Pt kSymbolGap = 5_pt;  // between a symbol and its label
constexpr Pt kBandPadding = 6_pt;

}  // namespace

EntryWidths::EntryWidths(std::vector<Pt> widths) : levels_{std::move(widths)} {
    for (std::size_t half = 1; 2 * half <= size(); half *= 2) {
        const std::vector<Pt>& halves = levels_.back();
        std::vector<Pt> wholes(size() - 2 * half + 1);
        for (std::size_t i = 0; i < wholes.size(); ++i)
            wholes[i] = std::max(halves[i], halves[i + half]);
        levels_.push_back(std::move(wholes));
    }
}

Pt EntryWidths::widest(std::size_t first, std::size_t last) const {
    const std::size_t span = std::bit_floor(last - first);
    const std::vector<Pt>& level = levels_[std::bit_width(span) - 1U];
    return std::max(level[first], level[last - span]);
}

LegendGroupPlacer::LegendGroupPlacer(const doc::LegendGroup& group, Galley& galley)
    : group_(group),
      galley_(galley),
      typesetter_(galley.typesetter()),
      setting_(galley.setting()),
      widest_code_(widest_code()),
      in_one_line_(entry_widths(1)),
      in_lines_(entry_widths(2)),
      other_width_(other_width(&Typesetter::max_content)) {}

Pt LegendGroupPlacer::max_content(std::size_t lines) const {
    const std::vector<Pt> columns = column_widths(lines);
    return std::max(other_width_,
                    sum(columns) + gaps_between(columns.size(), setting_.scaled(kEntryGap)));
}

Pt LegendGroupPlacer::min_content() const {
    Pt width = other_width(&Typesetter::min_content);
    for (const doc::LegendEntry& entry : group_.entries) {
        width =
            std::max(width, lead_room(entry, entry_count()) + typesetter_.min_content(entry.label));
    }
    return width;
}

std::optional<Pt> LegendGroupPlacer::middle() const {
    Pt top;
    if (!group_.heading.empty())
        top = typesetter_.height(group_.heading, other_width_) + setting_.space(kLegendLineGap);
    if (group_.entries.empty()) {
        if (group_.sample.size() != 1) return std::nullopt;
        const Pt line = typesetter_.height(group_.sample.front(), other_width_);
        return top + sample_padding() + line / 2;
    }
    Pt height;
    for (const doc::LegendEntry& entry : group_.entries) {
        const Pt width = lead_room(entry, 1) + typesetter_.max_content(entry.label);
        height = std::max(height, entry_height(entry, 1, width));
    }
    return top + height / 2;
}

Pt LegendGroupPlacer::place(std::size_t lines, const Frame& frame, Pt spare, Pt lower) const {
    const std::size_t first = galley_.size();
    Pt y = frame.y;
    if (!group_.heading.empty()) {
        galley_.text(group_.heading, {frame.x, y, frame.width}, spare);
        y += typesetter_.height(group_.heading, frame.width) + setting_.space(kLegendLineGap);
    }
    y += lower;
    if (!group_.entries.empty()) {
        galley_.group({Role::List}, [&] {
            y = place_entries(lines, {frame.x, y, frame.width}, spare);
        });
    }
    if (!group_.sample.empty()) {
        const Pt top = y;
        y = place_sample({frame.x, top, frame.width}, spare);
        if (group_.band) add_band({frame.x, top, frame.width, y - top}, first);
    }
    return y;
}

Pt LegendGroupPlacer::symbol_height(const doc::LegendEntry& entry) const {
    return setting_.scaled(entry.symbol->height);
}

Pt LegendGroupPlacer::symbol_room(const doc::LegendEntry& entry) const {
    if (!entry.symbol) return Pt(0);
    return entry.symbol->width_at(symbol_height(entry)) + setting_.scaled(kSymbolGap);
}

Pt LegendGroupPlacer::code_width(const doc::LegendEntry& entry, std::size_t lines) const {
    return lines > 1 ? widest_code_ : typesetter_.max_content(entry.code);
}

Pt LegendGroupPlacer::lead_room(const doc::LegendEntry& entry, std::size_t lines) const {
    if (entry.code.empty()) return symbol_room(entry);
    return symbol_room(entry) + code_width(entry, lines) + setting_.scaled(kSymbolGap);
}

Pt LegendGroupPlacer::widest_code() const {
    Pt width;
    for (const doc::LegendEntry& entry : group_.entries)
        width = std::max(width, typesetter_.max_content(entry.code));
    return width;
}

std::vector<Pt> LegendGroupPlacer::entry_widths(std::size_t lines) const {
    std::vector<Pt> widths;
    for (const doc::LegendEntry& entry : group_.entries)
        widths.push_back(lead_room(entry, lines) + typesetter_.max_content(entry.label));
    return widths;
}

Pt LegendGroupPlacer::other_width(Pt (Typesetter::*content)(const doc::Paragraph&)) const {
    Pt width = (typesetter_.*content)(group_.heading);
    for (const doc::Paragraph& text : group_.sample) {
        width = std::max(width, (typesetter_.*content)(text) + sample_indent() + band_room());
    }
    return width;
}

std::size_t LegendGroupPlacer::even_lines(std::size_t lines) const {
    const std::size_t columns = tiles_beside(entry_count(), lines);
    return columns == 0 ? lines : tiles_beside(entry_count(), columns);
}

std::vector<Pt> LegendGroupPlacer::column_widths(std::size_t lines) const {
    lines = even_lines(lines);
    std::vector<Pt> widths;
    const EntryWidths& entries = lines > 1 ? in_lines_ : in_one_line_;
    for (std::size_t first = 0; first < entries.size(); first += lines) {
        widths.push_back(entries.widest(first, std::min(first + lines, entries.size())));
    }
    return widths;
}

Pt LegendGroupPlacer::entry_height(const doc::LegendEntry& entry, std::size_t lines,
                                   Pt width) const {
    return std::max({symbol_height(entry), typesetter_.height(entry.code, code_width(entry, lines)),
                     typesetter_.height(entry.label, width - lead_room(entry, lines))});
}

Pt LegendGroupPlacer::place_entries(std::size_t lines, const Frame& frame, Pt spare) const {
    lines = even_lines(lines);
    std::vector<Pt> widths = column_widths(lines);
    if (widths.size() == 1) widths.front() = std::min(widths.front(), frame.width);
    Pt height;
    for (std::size_t i = 0; i < group_.entries.size(); ++i) {
        height = std::max(height, entry_height(group_.entries[i], lines, widths[i / lines]));
    }
    Pt x = frame.x;
    for (std::size_t i = 0; i < group_.entries.size(); ++i) {
        const double line = static_cast<double>(i % lines);
        if (i > 0 && i % lines == 0) x += widths[i / lines - 1] + setting_.scaled(kEntryGap);
        const Pt y = frame.y + line * (height + setting_.space(kLegendLineGap));
        galley_.group({Role::ListItem}, [&] {
            place_entry(group_.entries[i], lines, {x, y, widths[i / lines]}, height, spare);
        });
    }
    const double used = static_cast<double>(std::min(lines, group_.entries.size()));
    return frame.y + used * height + (used - 1) * setting_.space(kLegendLineGap);
}

void LegendGroupPlacer::place_entry(const doc::LegendEntry& entry, std::size_t lines,
                                    const Frame& frame, Pt height, Pt spare) const {
    const Pt symbol = symbol_height(entry);
    const Pt room = lead_room(entry, lines);
    const Pt text = typesetter_.own_height(entry.label, frame.width - room);
    if (entry.symbol)
        galley_.group({Role::ListLabel}, [&] {
            galley_.symbol(*entry.symbol, {frame.x, frame.y + (height - symbol) / 2}, symbol);
        });
    const Pt top = frame.y + (height - text) / 2;
    const MeasuredText* label = typesetter_.measured(entry.label);
    const MeasuredText* code = typesetter_.measured(entry.code);
    if (code != nullptr) {
        const Pt lower = label ? setting_.scaled(label->baseline - code->baseline) : Pt(0);
        galley_.group({Role::ListLabel}, [&] {
            galley_.text(entry.code,
                         {frame.x + symbol_room(entry), top + lower, code_width(entry, lines)});
        });
    }
    galley_.text(entry.label, {frame.x + room, top, frame.width - room}, spare);
}

Pt LegendGroupPlacer::band_room() const {
    if (!group_.band) return Pt(0);
    return setting_.scaled(group_.band->bar_width + 2 * kBandPadding);
}

Pt LegendGroupPlacer::sample_padding() const {
    return group_.band ? setting_.space(kBandPadding) * 0.7 : Pt(0);
}

Pt LegendGroupPlacer::sample_indent() const {
    if (!group_.badge) return Pt(0);
    return group_.badge->width_at(setting_.scaled(group_.badge->height)) +
           setting_.scaled(kSymbolGap);
}

Pt LegendGroupPlacer::place_sample(const Frame& frame, Pt spare) const {
    const Pt bar = group_.band ? setting_.scaled(group_.band->bar_width) : Pt(0);
    const Pt padding_x = group_.band ? setting_.scaled(kBandPadding) : Pt(0);
    const Pt indent = sample_indent();
    const Pt x = frame.x + bar + padding_x + indent;
    const Pt width = frame.width - bar - 2 * padding_x - indent;
    Pt y = frame.y + sample_padding();
    const MeasuredText* first = typesetter_.measured(group_.sample.front());
    if (group_.badge && first) {
        const Pt height = setting_.scaled(group_.badge->height);
        const Pt line = setting_.scaled(first->line_height);
        galley_.symbol(*group_.badge, {x - indent, y + (line - height) / 2}, height);
    }
    for (const doc::Paragraph& text : group_.sample) {
        galley_.text(text, {x, y, width}, spare);
        y += typesetter_.height(text, width);
    }
    return y + sample_padding();
}

void LegendGroupPlacer::add_band(const Rect& box, std::size_t first) const {
    const Rect bar{box.x, box.y, setting_.scaled(group_.band->bar_width), box.height};
    galley_.fill(first, {{box, group_.band->tint}, {bar, group_.band->bar}});
}

}  // namespace broadside::layout
