#include "broadside/layout/block_parts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

#include "broadside/layout/arrange.hpp"
#include "broadside/layout/bisect.hpp"
#include "broadside/layout/box_widths.hpp"
#include "broadside/placed/parts.hpp"

namespace broadside::layout {

namespace {

constexpr std::size_t kTogether = 2;  // lines

Pt line_height(const placed::Text& text) {
    return text.box.height / static_cast<double>(text.lines.size());
}

void add_strips(const placed::Text& text, std::vector<Strip>& strips) {
    if (text.lines.empty()) return;
    const Pt height = line_height(text);
    const bool is_heading = text.meaning->role == Role::Heading;
    const std::size_t count = text.lines.size();
    for (std::size_t line = 0; line < count; ++line) {
        const bool has_next =
            line + 1 < count && (line + 1 < kTogether || line + kTogether >= count);
        const double lines = is_heading ? 1.0 + kTogether : has_next ? 1.5 : 1.0;
        const Pt top = text.box.y + height * static_cast<double>(line);
        strips.push_back({top, top + height * lines});
    }
}

/// Those that overlap are one.
std::vector<Strip> merged(std::vector<Strip> strips, Pt end) {
    std::stable_sort(strips.begin(), strips.end(),
                     [](const Strip& a, const Strip& b) { return a.top < b.top; });
    std::vector<Strip> merged;
    for (const Strip& strip : strips) {
        if (!merged.empty() && !fits(merged.back().bottom, strip.top))
            merged.back().bottom = std::max(merged.back().bottom, strip.bottom);
        else
            merged.push_back(strip);
    }
    if (!merged.empty()) merged.back().bottom = std::min(merged.back().bottom, end);
    return merged;
}

class Cut {
public:
    Cut(const Strip& strip, Pt dx, Pt dy) : strip_(strip), dx_(dx), dy_(dy) {}

    std::vector<placed::Item> of(const std::vector<placed::Item>& items) const {
        std::vector<placed::Item> kept;
        for (const placed::Item& item : items) {
            if (auto part = std::visit(*this, item.kind)) kept.push_back(*std::move(part));
        }
        return kept;
    }

    std::optional<placed::Item> operator()(const placed::Text& text) const {
        placed::Text kept = text;
        kept.lines.clear();
        std::size_t first = 0;
        for (std::size_t i = 0; i < text.lines.size(); ++i) {
            const Pt middle = text.box.y + line_height(text) * (static_cast<double>(i) + 0.5);
            if (!has(middle)) continue;
            if (kept.lines.empty()) first = i;
            kept.lines.push_back(text.lines[i]);
        }
        if (kept.lines.empty()) return std::nullopt;
        if (first > 0 && text.meaning->role != Role::None) {
            Meaning meaning = *text.meaning;
            meaning.shown = Shown::Continued;
            kept.meaning = std::move(meaning);
        }
        kept.box.y += line_height(text) * static_cast<double>(first);
        kept.box.height = line_height(text) * static_cast<double>(kept.lines.size());
        placed::move(kept, dx_, dy_);
        return placed::Item{std::move(kept)};
    }

    std::optional<placed::Item> operator()(placed::Symbol symbol) const {
        if (!has(symbol.box.centre().y)) return std::nullopt;
        placed::move(symbol, dx_, dy_);
        return placed::Item{std::move(symbol)};
    }

    std::optional<placed::Item> operator()(placed::Fill fill) const {
        const Pt bottom = std::min(fill.box.bottom(), strip_.bottom);
        fill.box.y = std::max(fill.box.y, strip_.top);
        fill.box.height = bottom - fill.box.y;
        if (fill.box.height <= Pt(0)) return std::nullopt;
        fill.box = moved(fill.box, dx_, dy_);
        return placed::Item{fill};
    }

    std::optional<placed::Item> operator()(const placed::Group& group) const {
        placed::Group kept{group.meaning, of(group.items)};
        if (kept.items.empty()) return std::nullopt;
        if (begins_above(group.items)) kept.meaning.shown = Shown::Continued;
        return placed::Item{std::move(kept)};
    }

    /// A table beside other blocks is not broken.
    std::optional<placed::Item> operator()(placed::Table table) const {
        if (!has(table.box.centre().y)) return std::nullopt;
        move(table);
        return placed::Item{std::move(table)};
    }

private:
    bool has(Pt y) const { return strip_.top <= y && y < strip_.bottom; }

    bool begins_above(const std::vector<placed::Item>& items) const {
        bool above = false;
        placed::for_each_part(items, [&](const placed::Text& text) {
            above =
                above || (!text.lines.empty() && text.box.y + line_height(text) / 2 < strip_.top);
        });
        return above;
    }

    void move(placed::Table& table) const {
        table.box = moved(table.box, dx_, dy_);
        for (Pt& edge : table.column_edges) edge += dx_;
        for (placed::Row& row : table.rows) row.y += dy_;
        for (placed::Cell& cell : table.cells) {
            cell.box = moved(cell.box, dx_, dy_);
            for (placed::Content& content : cell.content)
                std::visit([this](auto& part) { placed::move(part, dx_, dy_); }, content);
        }
    }

    const Strip strip_;
    Pt dx_, dy_;
};

}  // namespace

BlockParts::BlockParts(std::size_t block, Pt width, Typesetter& typesetter) : width_(width) {
    const doc::Box& first = typesetter.peers().first().blocks[block];
    if (const auto* columns = std::get_if<doc::BalancedColumns>(&first.content)) {
        count_ = column_count(*columns);
        const Pt gap = typesetter.setting().scaled(columns->gap);
        width_ = (width + gap) / static_cast<double>(count_) - gap;
        pitch_ = width_ + gap;
    }
    std::vector<placed::Item> all;
    for (const doc::Document* document : typesetter.peers().documents()) {
        std::vector<placed::Item> items =
            arrange_in_one_column(document->blocks[block], {Pt(0), Pt(0), width_}, typesetter)
                .items;
        std::move(items.begin(), items.end(), std::back_inserter(all));
    }
    strips_ = strips_of(all);
}

std::optional<BlockPart> BlockParts::next(Pt room) {
    std::vector<Range> ranges = filled(room);
    if (ranges.empty()) return std::nullopt;
    if (ranges.back().last == strips_.size()) ranges = filled(least_room(room));
    BlockPart part{width_, Pt(0), {}};
    for (const Range& range : ranges) {
        const Strip strip{strips_[range.first].top, strips_[range.last - 1].bottom};
        part.columns.push_back({pitch_ * static_cast<double>(part.columns.size()), strip});
        part.height = std::max(part.height, strip.bottom - strip.top);
    }
    next_ = ranges.back().last;
    return part;
}

/// What each column has, one after the other.
std::vector<BlockParts::Range> BlockParts::filled(Pt room) const {
    std::vector<Range> ranges;
    for (std::size_t at = next_; ranges.size() < count_ && at < strips_.size();) {
        const std::size_t end = end_of_strips(strips_, at, room);
        if (end == at) break;
        ranges.push_back({at, end});
        at = end;
    }
    return ranges;
}

/// The least height in which the columns hold all that is left, as they do in `room`.
Pt BlockParts::least_room(Pt room) const {
    constexpr int kBisections = 12;
    return bisected(room, Pt(0), kBisections, [&](Pt probe) {
        const std::vector<Range> ranges = filled(probe);
        return !ranges.empty() && ranges.back().last == strips_.size();
    });
}

std::vector<Strip> strips_of(const std::vector<placed::Item>& items) {
    std::vector<Strip> strips;
    Pt end;
    const auto add = [&](const Rect& box) {
        strips.push_back({box.y, box.bottom()});
        end = std::max(end, box.bottom());
    };
    placed::for_each_part(items, [&](const auto& part) {
        using Part = std::remove_cvref_t<decltype(part)>;
        if constexpr (std::is_same_v<Part, placed::Text>) {
            add_strips(part, strips);
            end = std::max(end, part.box.bottom());
        } else if constexpr (std::is_same_v<Part, placed::Symbol> ||
                             std::is_same_v<Part, placed::Table>) {
            add(part.box);
        }
    });
    return merged(std::move(strips), end);
}

std::size_t end_of_strips(const std::vector<Strip>& strips, std::size_t first, Pt room) {
    std::size_t end = first;
    while (end < strips.size() && fits(strips[end].bottom - strips[first].top, room)) ++end;
    return end;
}

std::vector<placed::Item> cut_out(const std::vector<placed::Item>& items, const Strip& strip, Pt dx,
                                  Pt dy) {
    return Cut(strip, dx, dy).of(items);
}

}  // namespace broadside::layout
