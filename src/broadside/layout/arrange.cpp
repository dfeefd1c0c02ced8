#include "broadside/layout/arrange.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include <fmt/format.h>

#include "broadside/layout/balance.hpp"
#include "broadside/layout/box_widths.hpp"
#include "broadside/layout/pack_legend.hpp"
#include "broadside/layout/solve_columns.hpp"
#include "broadside/layout/table.hpp"
#include "broadside/layout/whole_words.hpp"

namespace broadside::layout {

namespace {

/// Sets one arrangement after the other and answers how high each is.
class Arranger {
public:
    /// How balanced columns are set.
    struct Columns {
        bool are_one = false;
        const std::vector<std::size_t>* places = nullptr;  // of the boxes in them; null: all
    };

    Arranger(Galley& galley, const Columns& columns)
        : galley_(galley),
          typesetter_(galley.typesetter()),
          setting_(galley.setting()),
          columns_(columns) {}

    Pt add(const doc::Box& box, const Frame& frame) {
        Pt height;
        galley_.group(box.meaning, [&] {
            const std::size_t first = galley_.size();
            const Pt indent = rule_room(box, setting_);
            const Frame inner{frame.x + indent, frame.y, frame.width - indent};
            height =
                std::visit([&](const auto& content) { return set(content, inner); }, box.content);
            if (box.rule && box.rule->style.width > Pt(0) && galley_.size() > first)
                height = add_rule(*box.rule, {frame.x, frame.y, frame.width, height}, first);
        });
        return height;
    }

private:
    Pt add_rule(const doc::EdgeRule& rule, const Rect& box, std::size_t first) {
        const Pt width = setting_.scaled(rule.style.width);
        if (rule.edge == doc::EdgeRule::Edge::Start) {
            galley_.fill(first, {{{box.x, box.y, width, box.height}, rule.style.colour}});
            return box.height;
        }
        const Pt y = box.bottom() + setting_.space(rule.gap);
        galley_.fill(galley_.size(), {{{box.x, y, box.width, width}, rule.style.colour}});
        return y + width - box.y;
    }

    Pt set(const doc::Paragraph& text, const Frame& frame) {
        galley_.text(text, {frame.x, frame.y, frame.width, text.alignment, rag(text)});
        return typesetter_.height(text, frame.width);
    }

    Pt set(const doc::Stack& stack, const Frame& frame) {
        return set_below(stack.boxes, stack.gap, frame);
    }

    Pt set_below(const std::vector<doc::Box>& boxes, Pt gap, const Frame& frame) {
        Pt y = frame.y;
        for (const doc::Box& box : boxes) {
            if (&box != &boxes.front()) y += setting_.space(gap);
            y += add(box, {frame.x, y, frame.width});
        }
        return y - frame.y;
    }

    Pt set_beside(std::span<const doc::Box> boxes, const std::vector<Pt>& widths, Pt gap,
                  const Frame& frame) {
        Pt x = frame.x;
        Pt height;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            height = std::max(height, add(boxes[i], {x, frame.y, widths[i]}));
            x += widths[i] + gap;
        }
        return height;
    }

    Pt set(const doc::SideBySide& row, const Frame& frame) {
        const Pt gap = setting_.scaled(row.gap);
        std::vector<ColumnDemand> demands;
        for (std::size_t i = 0; i < row.boxes.size(); ++i) {
            const ContentWidths widths = box_widths(row.boxes[i], frame.width, typesetter_);
            demands.push_back(
                {row.widths[i], widths.min_content, widths.max_content, widths.least});
        }
        const Pt available = frame.width - gaps_between(row.boxes.size(), gap);
        std::vector<SpanDemand> no_spans;
        if (setting_.long_words == LongWords::Broken) break_words(demands, no_spans, available);
        ColumnWidths solved = solve_columns(demands, no_spans, available);
        if (solved.missing > Pt(0)) report_wide_row(solved.missing);
        lay_tiles_beside(row, demands, solved.widths, available);
        return set_beside(row.boxes, solved.widths, gap, frame);
    }

    /// Tiles that are as wide as what they hold stand in one row, or below each other, where that
    /// makes the boxes lower.
    void lay_tiles_beside(const doc::SideBySide& row, std::vector<ColumnDemand>& demands,
                          std::vector<Pt>& widths, Pt available) {
        std::optional<Pt> height;
        for (std::size_t i = 0; i < row.boxes.size(); ++i) {
            const auto* tiles = std::get_if<doc::Tiles>(&row.boxes[i].content);
            const bool may_grow = std::holds_alternative<MaxContent>(row.widths[i]) ||
                                  std::holds_alternative<FitContent>(row.widths[i]);
            if (tiles == nullptr || !may_grow) continue;
            Pt chosen = demands[i].max_content;
            for (const std::size_t beside : {tiles->boxes.size(), std::size_t{1}}) {
                const Pt all =
                    tiles_width(*tiles, beside, typesetter_) + rule_room(row.boxes[i], setting_);
                demands[i].max_content = demands[i].unbroken = all;
                ColumnWidths trial = solve_columns(demands, {}, available);
                if (trial.missing > Pt(0) || !fits(all, trial.widths[i])) continue;
                if (!height) height = height_beside(row, widths);
                const Pt lower = height_beside(row, trial.widths);
                // Below each other, they leave the room that they do not use.
                if (beside > 1 ? fits(*height, lower) : !fits(lower, *height)) continue;
                widths = std::move(trial.widths);
                height = lower;
                chosen = all;
            }
            demands[i].max_content = demands[i].unbroken = chosen;
        }
    }

    Pt height_beside(const doc::SideBySide& row, const std::vector<Pt>& widths) {
        Pt height;
        for (std::size_t i = 0; i < row.boxes.size(); ++i)
            height = std::max(height,
                              arrange(row.boxes[i], {Pt(0), Pt(0), widths[i]}, typesetter_).height);
        return height;
    }

    Pt set(const doc::Tiles& tiles, const Frame& frame) {
        const Pt gap = setting_.scaled(tiles.gap_beside);
        const std::size_t count = tiles.boxes.size();
        if (count < 2) return set_below(tiles.boxes, tiles.gap_below, frame);
        std::size_t beside = most_tiles(tiles, frame.width + gap);
        while (beside > 1 && !fits(tiles_width(tiles, beside, typesetter_), frame.width))
            beside = in_equal_rows(count, beside - 1);
        if (beside <= 1) return set_below(tiles.boxes, tiles.gap_below, frame);
        const std::vector<Pt> widths = shared_out(tile_columns(tiles, beside, typesetter_),
                                                  frame.width - gaps_between(beside, gap));
        Pt y = frame.y;
        for (std::size_t first = 0; first < count; first += beside) {
            if (first > 0) y += setting_.space(tiles.gap_below);
            y += set_beside(std::span(tiles.boxes).subspan(first, std::min(beside, count - first)),
                            widths, gap, {frame.x, y, frame.width});
        }
        return y - frame.y;
    }

    /// As few in a row as so many rows of them allow.
    static std::size_t in_equal_rows(std::size_t count, std::size_t beside) {
        return tiles_beside(count, tiles_beside(count, beside));
    }

    /// How many have room in a row, were all as narrow as the narrowest; `width`: with a gap behind
    /// each.
    std::size_t most_tiles(const doc::Tiles& tiles, Pt width) const {
        const std::vector<Pt> own = tile_columns(tiles, tiles.boxes.size(), typesetter_);
        const Pt least = std::max(Pt(1), *std::min_element(own.begin(), own.end()));
        const double most = width / (least + setting_.scaled(tiles.gap_beside));
        const auto count = static_cast<double>(own.size());
        return in_equal_rows(own.size(), static_cast<std::size_t>(std::clamp(most, 1.0, count)));
    }

    /// All equally wide where the widest has room so, else by what they hold.
    static std::vector<Pt> shared_out(std::vector<Pt> columns, Pt width) {
        const auto count = static_cast<double>(columns.size());
        if (fits(*std::max_element(columns.begin(), columns.end()), width / count))
            return std::vector<Pt>(columns.size(), width / count);
        const Pt more = (width - std::accumulate(columns.begin(), columns.end(), Pt(0))) / count;
        for (Pt& column : columns) column += more;
        return columns;
    }

    Pt set(const doc::TwoEnds& line, const Frame& frame) {
        const bool are_two = !line.start.empty() && !line.end.empty();
        const Pt start = typesetter_.max_content(line.start);
        const Pt end = typesetter_.max_content(line.end);
        const Pt spare = frame.width - start - end - (are_two ? setting_.scaled(line.gap) : Pt(0));
        if (!fits(Pt(0), spare)) {
            Pt y = frame.y;
            for (const doc::Paragraph* text : {&line.start, &line.end}) {
                galley_.text(*text, {frame.x, y, frame.width, Alignment::Start, rag(*text)});
                y += typesetter_.height(*text, frame.width);
            }
            return y - frame.y;
        }
        const Pt more = std::max(Pt(0), spare);
        const Pt baseline = galley_.text(
            line.start, {frame.x, frame.y, start, Alignment::Start, rag(line.start)}, more);
        Pt height = typesetter_.height(line.start, start);
        if (const MeasuredText* text = typesetter_.measured(line.end)) {
            const Pt y = line.start.empty() ? frame.y : baseline - setting_.scaled(text->baseline);
            galley_.text(line.end, {frame.x + frame.width - end, y, end, Alignment::End}, more);
            height = std::max(height, y + typesetter_.height(line.end, end) - frame.y);
        }
        return height;
    }

    Pt set(const doc::Labelled& item, const Frame& frame) {
        return set(item, label_width(item, typesetter_), frame);
    }

    Pt set(const doc::Labelled& item, Pt label_width, const Frame& frame) {
        const Pt room = label_room(item, label_width, setting_);
        const Pt width = frame.width - room;
        const Pt label = label_height(item, label_width);
        const Pt body = body_height(item, width);
        const Pt height = std::max(label, body);
        const bool in_middle = item.place == doc::Labelled::Place::Middle;
        const auto top = [&](Pt part) {
            return frame.y + (in_middle ? (height - part) / 2 : Pt(0));
        };
        if (const auto* symbol = std::get_if<doc::Symbol>(&item.label))
            galley_.symbol(*symbol, {frame.x, top(label)}, label);
        if (const auto* text = std::get_if<doc::Paragraph>(&item.label))
            galley_.text(*text, {frame.x, top(label), label_width, text->alignment});
        Pt y = top(body);
        for (const doc::Paragraph& text : item.body) y += set(text, {frame.x + room, y, width});
        return height;
    }

    Pt label_height(const doc::Labelled& item, Pt width) {
        if (const auto* text = std::get_if<doc::Paragraph>(&item.label))
            return typesetter_.height(*text, width);
        const auto* symbol = std::get_if<doc::Symbol>(&item.label);
        return symbol ? setting_.scaled(symbol->height) : Pt(0);
    }

    Pt body_height(const doc::Labelled& item, Pt width) {
        Pt height;
        for (const doc::Paragraph& text : item.body) height += typesetter_.height(text, width);
        return height;
    }

    Pt set(const doc::BalancedColumns& columns, const Frame& frame) {
        const std::vector<const doc::Box*> boxes = chosen_of(columns.boxes);
        const std::size_t most = columns_.are_one ? 1 : column_count(columns);
        const Pt gap = setting_.scaled(columns.gap), below = setting_.space(columns.gap_below);
        const Pt width = (frame.width - gaps_between(most, gap)) / static_cast<double>(most);
        const std::size_t count = std::max<std::size_t>(1, std::min(most, boxes.size()));
        const Pt label = widest_label(columns, typesetter_);
        std::vector<Pt> heights;
        for (const doc::Box* box : boxes) heights.push_back(height_in_column(*box, label, width));
        Pt bottom = frame.y;
        Pt x = frame.x;
        std::size_t next = 0;
        for (const std::size_t in_column : balance(heights, below, count)) {
            Pt y = frame.y;
            for (std::size_t i = 0; i < in_column; ++i, ++next) {
                if (i > 0) y += below;
                add_to_column(*boxes[next], label, {x, y, width});
                y += heights[next];
            }
            bottom = std::max(bottom, y);
            x += width + gap;
        }
        return bottom - frame.y;
    }

    std::vector<const doc::Box*> chosen_of(const std::vector<doc::Box>& boxes) const {
        std::vector<const doc::Box*> chosen;
        if (columns_.places) {
            for (const std::size_t place : *columns_.places) chosen.push_back(&boxes[place]);
        } else {
            for (const doc::Box& box : boxes) chosen.push_back(&box);
        }
        return chosen;
    }

    Pt height_in_column(const doc::Box& box, Pt label, Pt width) {
        if (const auto* item = std::get_if<doc::Labelled>(&box.content)) {
            const Pt room = label_room(*item, label, setting_);
            return std::max(label_height(*item, label), body_height(*item, width - room));
        }
        return arrange(box, {Pt(0), Pt(0), width}, typesetter_).height;
    }

    void add_to_column(const doc::Box& box, Pt label, const Frame& frame) {
        const auto* item = std::get_if<doc::Labelled>(&box.content);
        if (item)
            galley_.group(box.meaning, [&] { set(*item, label, frame); });
        else
            add(box, frame);
    }

    Pt set(const doc::LegendPacking& legend, const Frame& frame) {
        return pack_legend(legend, frame, galley_);
    }

    Pt set(const doc::Table& table, const Frame& frame) {
        SolvedPart part;
        part.rows = all_rows(table.grid);
        part.columns = table_columns(table, frame.width, typesetter_);
        part.row_heights = part_row_heights(table, part, typesetter_);
        galley_.table(table, part, {frame.x, frame.y});
        return sum(part.row_heights);
    }

    static Rag rag(const doc::Paragraph& text) {
        return text.is_balanced ? Rag::Even : Rag::Natural;
    }

    void report_wide_row(Pt missing) {
        typesetter_.report_overflow(
            error("overflow",
                  fmt::format("a row of blocks is {:.1f} mm wider than its page allows",
                              missing / millimetres(1)),
                  {"put its blocks below each other, give it fewer columns of notes, or choose a "
                   "wider page"}));
    }

    Galley& galley_;
    Typesetter& typesetter_;
    const Setting& setting_;
    Columns columns_;
};

Arranged arranged(const doc::Box& box, const Frame& frame, const Arranger::Columns& columns,
                  Galley galley) {
    const Pt height = Arranger(galley, columns).add(box, frame);
    return {std::move(galley).take(), height};
}

}  // namespace

Arranged arrange(const doc::Box& box, const Frame& frame, Typesetter& typesetter,
                 std::vector<TextRoom>* rooms) {
    return arranged(box, frame, {}, Galley(typesetter, rooms));
}

Arranged arrange_in_one_column(const doc::Box& box, const Frame& frame, Typesetter& typesetter,
                               std::vector<TextRoom>* rooms) {
    return arranged(box, frame, {true, nullptr}, Galley(typesetter, rooms));
}

Arranged arrange_notes(const doc::Box& box, const Frame& frame,
                       const std::vector<std::size_t>& places, Typesetter& typesetter,
                       std::vector<TextRoom>* rooms) {
    return arranged(box, frame, {false, &places}, Galley(typesetter, rooms));
}

}  // namespace broadside::layout
