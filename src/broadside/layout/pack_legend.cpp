#include "broadside/layout/pack_legend.hpp"

#include <algorithm>
#include <optional>

#include "broadside/layout/box_widths.hpp"
#include "broadside/layout/legend_group.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

constexpr Pt kGroupGap = 18_pt;   // the least between groups beside each other
constexpr Pt kFarApart = 120_pt;  // groups that would stand as far from each other stay together

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
        if (!fits(needed(narrowest), frame_.width)) {
            const std::optional<Pt> height = with_stacked_samples();
            return height ? *height : narrowed_or_stacked(narrowest);
        }
        for (std::size_t lines = 1; lines < most_; ++lines) {
            const std::vector<Pt> widths = widths_at(lines);
            if (fits(needed(widths), frame_.width)) return side_by_side(lines, widths);
        }
        return side_by_side(most_, narrowest);
    }

    ContentWidths content_widths() const {
        Pt least;
        for (const LegendGroupPlacer& group : groups_) least = std::max(least, group.min_content());
        return {least, needed(widths_at(1)), least};
    }

private:
    std::vector<Pt> widths_at(std::size_t lines) const {
        std::vector<Pt> widths;
        for (const LegendGroupPlacer& group : groups_) widths.push_back(group.max_content(lines));
        return widths;
    }

    Pt gap() const { return galley_.setting().scaled(kGroupGap); }

    Pt needed(const std::vector<Pt>& widths) const {
        return sum(widths) + gaps_between(widths.size(), gap());
    }

    /// Samples and bands below each other behind the other groups, where that leaves all whole and
    /// makes no tower of them.
    std::optional<Pt> with_stacked_samples() {
        std::size_t first = 0;
        while (first < groups_.size() && !legend_.groups[first].entries.empty()) ++first;
        const std::size_t samples = groups_.size() - first;
        if (first == 0 || samples < 2 || samples > most_) return std::nullopt;
        for (std::size_t lines = 1; lines <= most_; ++lines) {
            std::vector<Pt> widths = widths_at(lines);
            const auto sample = widths.begin() + static_cast<std::ptrdiff_t>(first);
            *sample = *std::max_element(sample, widths.end());
            widths.resize(first + 1);
            if (!fits(needed(widths), frame_.width)) continue;
            const Pt spare = frame_.width - needed(widths);
            const Pt opening = opening_of(spare, first);
            Pt x = frame_.x, bottom = frame_.y, y = frame_.y;
            for (std::size_t i = 0; i < first; ++i) {
                bottom = std::max(bottom, groups_[i].place(lines, {x, frame_.y, widths[i]}, spare));
                x += widths[i] + gap() + opening;
            }
            for (std::size_t i = first; i < groups_.size(); ++i) {
                if (i > first) y += galley_.setting().space(kLegendLineGap);
                y = groups_[i].place(lines, {x, y, widths[first]}, spare);
            }
            return std::max(bottom, y) - frame_.y;
        }
        return std::nullopt;
    }

    /// What is left over opens the gaps, but tears no groups apart.
    Pt opening_of(Pt spare, std::size_t gaps) const {
        const Pt each = gaps > 0 ? spare / static_cast<double>(gaps) : Pt(0);
        return each < galley_.setting().scaled(kFarApart) ? each : gap();
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
        const Pt all = sum(spare);
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

    /// The last group ends at the frame's end.
    Pt side_by_side(std::size_t lines, const std::vector<Pt>& widths) {
        const std::size_t count = groups_.size();
        const Pt spare = frame_.width - needed(widths);
        std::size_t open = 0;
        for (std::size_t i = 0; i + 1 < count; ++i) open += is_open(i) ? 1 : 0;
        const Pt opening = opening_of(spare, open);
        Pt x = frame_.x;
        Pt bottom = frame_.y;
        const std::optional<Pt> middle = lines == 1 ? common_middle() : std::nullopt;
        for (std::size_t i = 0; i < count; ++i) {
            const Pt lower = middle ? *middle - *groups_[i].middle() : Pt(0);
            bottom = std::max(bottom, groups_[i].place(lines, {x, frame_.y, widths[i]},
                                                       std::max(Pt(0), spare), lower));
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
            if (&group != &groups_.front()) y += galley_.setting().space(kLegendLineGap) * 2;
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

ContentWidths legend_widths(const doc::LegendPacking& legend, Typesetter& typesetter) {
    Galley galley(typesetter);
    return LegendPlacer(legend, {}, galley).content_widths();
}

}  // namespace broadside::layout
