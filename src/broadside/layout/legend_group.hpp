#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "broadside/layout/galley.hpp"

namespace broadside::layout {

inline constexpr Pt kLegendLineGap{3};  // between lines of entries

/// The widest of any run of entries at once, so that trying each number of lines takes n log n. A
/// sparse table: level k has the widest of every 2^k entries.
class EntryWidths {
public:
    explicit EntryWidths(std::vector<Pt> widths);

    std::size_t size() const { return levels_.front().size(); }

    /// Of the entries [first, last), at least one.
    Pt widest(std::size_t first, std::size_t last) const;

private:
    std::vector<std::vector<Pt>> levels_;
};

/// Entries of a group stand in columns of at most `lines` entries each.
class LegendGroupPlacer {
public:
    LegendGroupPlacer(const doc::LegendGroup& group, Galley& galley);

    std::size_t entry_count() const { return group_.entries.size(); }

    Pt max_content(std::size_t lines) const;
    Pt min_content() const;

    /// Below the top of a group of one line, with or without a heading above, how far the middle of
    /// that stands; none of others.
    std::optional<Pt> middle() const;

    /// A group whose texts may each be `spare` longer, and what is below its heading lower by that
    /// much. Returns its bottom.
    Pt place(std::size_t lines, const Frame& frame, Pt spare, Pt lower = {}) const;

private:
    Pt symbol_height(const doc::LegendEntry& entry) const;
    Pt symbol_room(const doc::LegendEntry& entry) const;

    /// Codes of several lines take equal room.
    Pt code_width(const doc::LegendEntry& entry, std::size_t lines) const;

    /// Before a label, of which all lines begin behind it.
    Pt lead_room(const doc::LegendEntry& entry, std::size_t lines) const;
    Pt widest_code() const;
    std::vector<Pt> entry_widths(std::size_t lines) const;

    /// Of the heading and the sample.
    Pt other_width(Pt (Typesetter::*content)(const doc::Paragraph&)) const;

    /// As many lines as fill as many columns evenly: four entries in three lines are two and two.
    std::size_t even_lines(std::size_t lines) const;
    std::vector<Pt> column_widths(std::size_t lines) const;
    Pt entry_height(const doc::LegendEntry& entry, std::size_t lines, Pt width) const;
    Pt place_entries(std::size_t lines, const Frame& frame, Pt spare) const;
    void place_entry(const doc::LegendEntry& entry, std::size_t lines, const Frame& frame,
                     Pt height, Pt spare) const;
    Pt band_room() const;

    /// Above and below the sample of a band.
    Pt sample_padding() const;

    /// The badge hangs beside the first text; all texts share one edge.
    Pt sample_indent() const;
    Pt place_sample(const Frame& frame, Pt spare) const;
    void add_band(const Rect& box, std::size_t first) const;

    const doc::LegendGroup& group_;
    Galley& galley_;
    Typesetter& typesetter_;
    const Setting& setting_;
    Pt widest_code_;
    EntryWidths in_one_line_, in_lines_;
    Pt other_width_;
};

}  // namespace broadside::layout
