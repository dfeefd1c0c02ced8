#include "broadside/layout/pack_legend.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <optional>

#include "broadside/layout/symbol.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

constexpr Pt kGroupGap = 18_pt;   // the least between groups beside each other
constexpr Pt kFarApart = 120_pt;  // groups that would stand as far from each other stay together
constexpr Pt kEntryGap = 14_pt;   // between entries of one line
constexpr Pt kSymbolGap = 5_pt;   // between a symbol and its label
constexpr Pt kLineGap = 3_pt;     // between lines of entries
constexpr Pt kBandPadding = 6_pt;

/// The widest of any run of entries at once, so that trying each number of lines takes n log n. A
/// sparse table: level k has the widest of every 2^k entries.
class EntryWidths {
public:
    explicit EntryWidths(std::vector<Pt> widths) : levels_{std::move(widths)} {
        for (std::size_t half = 1; 2 * half <= size(); half *= 2) {
            const std::vector<Pt>& halves = levels_.back();
            std::vector<Pt> wholes(size() - 2 * half + 1);
            for (std::size_t i = 0; i < wholes.size(); ++i)
                wholes[i] = std::max(halves[i], halves[i + half]);
            levels_.push_back(std::move(wholes));
        }
    }

    std::size_t size() const { return levels_.front().size(); }

    /// Of the entries [first, last), at least one.
    Pt widest(std::size_t first, std::size_t last) const {
        const std::size_t span = std::bit_floor(last - first);
        const std::vector<Pt>& level = levels_[std::bit_width(span) - 1U];
        return std::max(level[first], level[last - span]);
    }

private:
    std::vector<std::vector<Pt>> levels_;
};

/// Entries of a group stand in columns of at most `lines` entries each.
class LegendGroupPlacer {
public:
    LegendGroupPlacer(const doc::LegendGroup& group, Galley& galley)
        : group_(group),
          galley_(galley),
          typesetter_(galley.typesetter()),
          setting_(galley.setting()),
          entry_widths_(entry_widths()),
          other_width_(other_width(&Typesetter::max_content)) {}

    std::size_t entry_count() const { return group_.entries.size(); }

    Pt max_content(std::size_t lines) const {
        const std::vector<Pt> columns = column_widths(lines);
        Pt entries = std::accumulate(columns.begin(), columns.end(), Pt(0));
        if (columns.size() > 1) {
            entries += setting_.scaled(kEntryGap) * static_cast<double>(columns.size() - 1);
        }
        return std::max(other_width_, entries);
    }

    Pt min_content() const {
        Pt width = other_width(&Typesetter::min_content);
        for (const doc::LegendEntry& entry : group_.entries) {
            width = std::max(width, symbol_room(entry) + typesetter_.min_content(entry.label));
        }
        return width;
    }

    /// Below the top of a group of one line, with or without a heading above, how far the middle of
    /// that stands; none of others.
    std::optional<Pt> middle() const {
        Pt top;
        if (!group_.heading.empty())
            top = typesetter_.height(group_.heading, other_width_) + setting_.space(kLineGap);
        if (group_.entries.empty()) {
            if (group_.sample.size() != 1) return std::nullopt;
            const Pt line = typesetter_.height(group_.sample.front(), other_width_);
            return top + sample_padding() + line / 2;
        }
        Pt height;
        for (const doc::LegendEntry& entry : group_.entries) {
            const Pt width = symbol_room(entry) + typesetter_.max_content(entry.label);
            height = std::max(height, entry_height(entry, width));
        }
        return top + height / 2;
    }

    /// A group whose texts may each be `spare` longer. Returns its bottom.
    Pt place(std::size_t lines, const Frame& frame, Pt spare) const {
        const std::size_t first = galley_.size();
        Pt y = frame.y;
        if (!group_.heading.empty()) {
            galley_.text(group_.heading, {frame.x, y, frame.width}, spare);
            y += typesetter_.height(group_.heading, frame.width) + setting_.space(kLineGap);
        }
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

private:
    Pt symbol_height(const doc::LegendEntry& entry) const {
        return setting_.scaled(entry.symbol->height);
    }

    Pt symbol_room(const doc::LegendEntry& entry) const {
        if (!entry.symbol) return Pt(0);
        return symbol_width(*entry.symbol, symbol_height(entry)) + setting_.scaled(kSymbolGap);
    }

    std::vector<Pt> entry_widths() const {
        std::vector<Pt> widths;
        for (const doc::LegendEntry& entry : group_.entries)
            widths.push_back(symbol_room(entry) + typesetter_.max_content(entry.label));
        return widths;
    }

    /// Of the heading and the sample.
    Pt other_width(Pt (Typesetter::*content)(const doc::Paragraph&)) const {
        Pt width = (typesetter_.*content)(group_.heading);
        for (const doc::Paragraph& text : group_.sample) {
            width = std::max(width, (typesetter_.*content)(text) + sample_indent() + band_room());
        }
        return width;
    }

    std::vector<Pt> column_widths(std::size_t lines) const {
        std::vector<Pt> widths;
        for (std::size_t first = 0; first < entry_widths_.size(); first += lines) {
            widths.push_back(
                entry_widths_.widest(first, std::min(first + lines, entry_widths_.size())));
        }
        return widths;
    }

    Pt entry_height(const doc::LegendEntry& entry, Pt width) const {
        return std::max(symbol_height(entry),
                        typesetter_.height(entry.label, width - symbol_room(entry)));
    }

    Pt place_entries(std::size_t lines, const Frame& frame, Pt spare) const {
        std::vector<Pt> widths = column_widths(lines);
        if (widths.size() == 1) widths.front() = std::min(widths.front(), frame.width);
        Pt height;
        for (std::size_t i = 0; i < group_.entries.size(); ++i) {
            height = std::max(height, entry_height(group_.entries[i], widths[i / lines]));
        }
        Pt x = frame.x;
        for (std::size_t i = 0; i < group_.entries.size(); ++i) {
            const double line = static_cast<double>(i % lines);
            if (i > 0 && i % lines == 0) x += widths[i / lines - 1] + setting_.scaled(kEntryGap);
            const Pt y = frame.y + line * (height + setting_.space(kLineGap));
            galley_.group({Role::ListItem}, [&] {
                place_entry(group_.entries[i], {x, y, widths[i / lines]}, height, spare);
            });
        }
        const double used = static_cast<double>(std::min(lines, group_.entries.size()));
        return frame.y + used * height + (used - 1) * setting_.space(kLineGap);
    }

    void place_entry(const doc::LegendEntry& entry, const Frame& frame, Pt height, Pt spare) const {
        const Pt symbol = symbol_height(entry);
        const Pt room = symbol_room(entry);
        const Pt text = typesetter_.own_height(entry.label, frame.width - room);
        if (entry.symbol)
            galley_.group({Role::ListLabel}, [&] {
                galley_.symbol(*entry.symbol, {frame.x, frame.y + (height - symbol) / 2}, symbol);
            });
        galley_.text(entry.label,
                     {frame.x + room, frame.y + (height - text) / 2, frame.width - room}, spare);
    }

    Pt band_room() const {
        if (!group_.band) return Pt(0);
        return setting_.scaled(group_.band->bar_width + 2 * kBandPadding);
    }

    /// Above and below the sample of a band.
    Pt sample_padding() const { return group_.band ? setting_.space(kBandPadding) * 0.7 : Pt(0); }

    /// The badge hangs beside the first text; all texts share one edge.
    Pt sample_indent() const {
        if (!group_.badge) return Pt(0);
        return symbol_width(*group_.badge, setting_.scaled(group_.badge->height)) +
               setting_.scaled(kSymbolGap);
    }

    Pt place_sample(const Frame& frame, Pt spare) const {
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

    void add_band(const Rect& box, std::size_t first) const {
        const Rect bar{box.x, box.y, setting_.scaled(group_.band->bar_width), box.height};
        galley_.fill(first, {{box, group_.band->tint}, {bar, group_.band->bar}});
    }

    const doc::LegendGroup& group_;
    Galley& galley_;
    Typesetter& typesetter_;
    const Setting& setting_;
    EntryWidths entry_widths_;
    Pt other_width_;
};

class LegendPlacer {
public:
    LegendPlacer(const doc::LegendPacking& legend, const Frame& frame, Galley& galley)
        : legend_(legend), frame_(frame), galley_(galley) {
        for (const doc::LegendGroup& group : legend.groups) {
            groups_.emplace_back(group, galley);
            most_ = std::max(most_, groups_.back().entry_count());
        }
    }

    /// All groups side by side in as few lines of entries as their widths allow; when not even one
    /// entry a line is narrow enough, groups are narrowed or stacked.
    Pt place() {
        const std::vector<Pt> narrowest = widths_at(most_);
        if (!fits(needed(narrowest), frame_.width)) return narrowed_or_stacked(narrowest);
        for (std::size_t lines = 1; lines < most_; ++lines) {
            const std::vector<Pt> widths = widths_at(lines);
            if (fits(needed(widths), frame_.width)) return side_by_side(lines, widths);
        }
        return side_by_side(most_, narrowest);
    }

private:
    std::vector<Pt> widths_at(std::size_t lines) const {
        std::vector<Pt> widths;
        for (const LegendGroupPlacer& group : groups_) widths.push_back(group.max_content(lines));
        return widths;
    }

    Pt gap() const { return galley_.setting().scaled(kGroupGap); }

    Pt needed(const std::vector<Pt>& widths) const {
        const Pt total = std::accumulate(widths.begin(), widths.end(), Pt(0));
        return widths.empty() ? total : total + gap() * static_cast<double>(widths.size() - 1);
    }

    Pt narrowed_or_stacked(std::vector<Pt> widths) {
        std::vector<Pt> least;
        for (const LegendGroupPlacer& group : groups_) least.push_back(group.min_content());
        // Samples are prose and wrap well; labels beside symbols do not, so they give way last.
        narrow(widths, least, Narrowed::Samples);
        narrow(widths, least, Narrowed::Labels);
        return fits(needed(widths), frame_.width) ? side_by_side(most_, widths) : stacked();
    }

    enum class Narrowed { Samples, Labels };

    void narrow(std::vector<Pt>& widths, const std::vector<Pt>& least, Narrowed which) {
        std::vector<Pt> spare(widths.size());
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool is_sample = legend_.groups[i].entries.empty();
            if (is_sample != (which == Narrowed::Samples)) continue;
            spare[i] = (widths[i] - least[i]) * kMaxNarrowing;
        }
        const Pt all = std::accumulate(spare.begin(), spare.end(), Pt(0));
        const Pt excess = needed(widths) - frame_.width;
        if (excess <= Pt(0) || all <= Pt(0)) return;
        const double factor = std::min(1.0, excess / all);
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] -= spare[i] * factor;
    }

    /// Bands stand close beside each other.
    bool is_open(std::size_t gap) const {
        return !legend_.groups[gap].band || !legend_.groups[gap + 1].band;
    }

    /// Where all groups are of one line, in bands or not, these stand on one line.
    std::optional<Pt> common_middle() const {
        Pt lowest;
        for (const LegendGroupPlacer& group : groups_) {
            const std::optional<Pt> middle = group.middle();
            if (!middle) return std::nullopt;
            lowest = std::max(lowest, *middle);
        }
        return lowest;
    }

    /// The last group ends at the frame's end; what is left over opens the gaps, but tears no
    /// groups apart.
    Pt side_by_side(std::size_t lines, const std::vector<Pt>& widths) {
        const std::size_t count = groups_.size();
        const Pt spare = frame_.width - needed(widths);
        std::size_t open = 0;
        for (std::size_t i = 0; i + 1 < count; ++i) open += is_open(i) ? 1 : 0;
        const Pt each = open > 0 ? spare / static_cast<double>(open) : Pt(0);
        const Pt opening = each < galley_.setting().scaled(kFarApart) ? each : gap();
        Pt x = frame_.x;
        Pt bottom = frame_.y;
        const std::optional<Pt> middle = lines == 1 ? common_middle() : std::nullopt;
        for (std::size_t i = 0; i < count; ++i) {
            const Pt y = frame_.y + (middle ? *middle - *groups_[i].middle() : Pt(0));
            bottom = std::max(bottom,
                              groups_[i].place(lines, {x, y, widths[i]}, std::max(Pt(0), spare)));
            x += widths[i] + gap();
            if (i + 1 < count && is_open(i)) x += opening;
        }
        return bottom - frame_.y;
    }

    Pt stacked() {
        Pt y = frame_.y;
        for (const LegendGroupPlacer& group : groups_) {
            std::size_t lines = 1;
            while (lines < group.entry_count() && !fits(group.max_content(lines), frame_.width))
                ++lines;
            const Pt width = std::min(frame_.width, group.max_content(lines));
            if (&group != &groups_.front()) y += galley_.setting().space(kLineGap) * 2;
            y = group.place(lines, {frame_.x, y, width}, frame_.width - width);
        }
        return y - frame_.y;
    }

    static constexpr double kMaxNarrowing =
        0.6;  // of the way to min-content: beyond, labels become columns of single words

    const doc::LegendPacking& legend_;
    Frame frame_;
    Galley& galley_;
    std::vector<LegendGroupPlacer> groups_;
    std::size_t most_ = 1;  // entries of the largest group
};

}  // namespace

Pt pack_legend(const doc::LegendPacking& legend, const Frame& frame, Galley& galley) {
    return LegendPlacer(legend, frame, galley).place();
}

}  // namespace broadside::layout
