#include "broadside/layout/cell.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "broadside/doc/parts.hpp"
#include "broadside/layout/cell_padding.hpp"
#include "broadside/layout/hang_words.hpp"
#include "broadside/layout/symbol.hpp"
#include "broadside/placed/parts.hpp"

namespace broadside::layout {

namespace {

/// Beside what a badge stands: a name, which may have a picture above it. Null: there is nothing.
const doc::Content* lead_of(const doc::Cell& cell) {
    if (cell.content.empty()) return nullptr;
    const auto words = std::find_if(cell.content.begin(), cell.content.end(), doc::has_words);
    return words != cell.content.end() ? &*words : &cell.content.front();
}

using namespace literals;

constexpr Pt kBadgeGap = 4_pt, kLeastBadgeGap = 1.5_pt;
constexpr Pt kMarkClearance = 0.8_pt;  // between marks and the rule above their row

/// With its gap: none but beside the name.
Pt badge_room(const doc::Cell& cell, const doc::Content& content, const Typesetter& typesetter) {
    if (!cell.badge || &content != lead_of(cell)) return Pt(0);
    const auto scaled = [&](Pt length) { return typesetter.setting().scaled(length); };
    return cell.badge->width_at(scaled(cell.badge->height)) + scaled(kBadgeGap);
}

/// What stands under a name begins where that does, behind the symbol or the picture before it.
Pt indent_under(const doc::Cell& cell, const doc::Content& content, Typesetter& typesetter) {
    const auto* name = std::get_if<doc::Paragraph>(&cell.content.front());
    if (!name || &content == &cell.content.front() || !doc::leading_symbol(*name)) return Pt(0);
    const MeasuredText* text = typesetter.measured(*name);
    return text ? typesetter.setting().scaled(text->indent) : Pt(0);
}

struct WidthsOf {
    Typesetter& typesetter;
    MarkRoom room;

    ContentWidths operator()(const doc::Paragraph& paragraph) const {
        return {typesetter.own_min_content(paragraph), typesetter.own_max_content(paragraph),
                typesetter.own_least_width(paragraph), typesetter.own_whole_words(paragraph),
                typesetter.own_parted_width(paragraph)};
    }
    ContentWidths operator()(const doc::SymbolLine& line) const {
        const Setting& setting = typesetter.setting();
        Pt width = line.symbol->width_at(setting.symbol(line.symbol->height));
        if (const MeasuredText* marks = typesetter.measured(line)) {
            const Pt marked = setting.scaled(marks->max_content + CellPadding::kMarkGap);
            const Pt hanging = std::max(Pt(0), marked - room.overhang);
            const Pt in_axis = std::max(Pt(0), marked - room.in_axis);
            // The marks hang to one side of an axis in the middle, so the other side needs as much.
            const Pt least = width + hanging * (room.is_off_axis ? 1 : 2);
            return {least, width + 2 * std::max(hanging, in_axis), least, width + 2 * in_axis};
        }
        return {width, width, width};
    }
};

struct HeightOfContent {
    Pt width;
    Typesetter& typesetter;

    Pt operator()(const doc::Paragraph& paragraph) const {
        return typesetter.own_height(paragraph, width);
    }
    Pt operator()(const doc::SymbolLine& line) const {
        return typesetter.setting().symbol(line.symbol->height);
    }
};

class CellPlacer {
public:
    CellPlacer(const doc::Cell& cell, const TextFrame& frame, const LineRange& lines,
               Typesetter& typesetter)
        : cell_(cell), frame_(frame), lines_(lines), typesetter_(typesetter) {
        frame_.alignment = cell.alignment;
        const bool is_header = cell.scope != HeaderScope::None;
        frame_.rag = is_header || cell.alignment == Alignment::Centre ? Rag::Even : Rag::Natural;
    }

    std::vector<placed::Content> place() {
        const Pt x = frame_.x, width = frame_.width;
        Pt top = frame_.y;
        for (const doc::Content& content : cell_.content) {
            const Pt badge = badge_room(cell_, content, typesetter_);
            const Pt indent = indent_under(cell_, content, typesetter_);
            frame_.x = x + indent;
            frame_.width = width - badge - indent;
            const Pt above = frame_.y;
            std::visit([this](const auto& part) { add(part); }, content);
            if (badge <= Pt(0)) continue;
            top = above;
            lead_ = placed_.size() - 1;
            keep_in_middle(badge);
        }
        frame_.x = x;
        frame_.width = width;
        if (cell_.badge && lines_.first == 0) place_badge(top);
        return std::move(placed_);
    }

private:
    /// Lines beside a badge stand in the middle of the cell where it has room behind the last of
    /// them, for which it may hang over the cell's edge; elsewhere both together stand there.
    void keep_in_middle(Pt badge) {
        auto* text = placed_.empty() ? nullptr : std::get_if<placed::Text>(&placed_.back());
        if (!text || cell_.alignment != Alignment::Centre || lines_.first > 0) return;
        const placed::Line& line = line_of_badge(*text);
        const Setting& setting = typesetter_.setting();
        badge_hang_ = frame_.overhang * CellPadding::kHanging;
        const Pt behind = frame_.x + frame_.width + badge_hang_ - (line.left + line.width);
        const Pt width = cell_.badge->width_at(setting.scaled(cell_.badge->height));
        const Pt beside = behind + badge / 2 - width;
        if (beside < setting.scaled(kLeastBadgeGap)) return;
        placed::move(*text, badge / 2, Pt(0));
    }

    void add(const doc::Paragraph& paragraph) {
        TextFrame frame = frame_;
        // From an edge that is seen, marks beside words in the middle are as far as words are:
        // these move for it.
        if (frame.has_seen_edge && cell_.alignment == Alignment::Centre && !frame.figures)
            frame.overhang = Pt(0);
        placed::Text text = typesetter_.set(paragraph, frame);
        if (cell_.hangs_words && !text.lines.empty() && doc::first_symbol(paragraph))
            hang_words(text.lines, frame_.x, frame_.width);
        cut(text);
        frame_.y = text.box.bottom();
        if (!text.lines.empty()) placed_.push_back(std::move(text));
    }

    void add(const doc::SymbolLine& line) {
        const std::size_t number = next_++;
        if (number < lines_.first || number >= lines_.last) return;
        const Setting& setting = typesetter_.setting();
        const Pt height = setting.symbol(line.symbol->height);
        const Pt width = line.symbol->width_at(height);
        const Pt slack = frame_.width - width;
        Pt x = frame_.x;
        if (cell_.alignment == Alignment::Centre) x += slack / 2;
        if (cell_.alignment == Alignment::End) x += slack;
        const MeasuredText* marks = typesetter_.measured(line);
        // A symbol at the cell's end has room at its other side only.
        const bool is_at_end = cell_.alignment == Alignment::End;
        const Pt room = marks ? setting.scaled(marks->max_content) : Pt(0);
        Pt gap = CellPadding::mark_gap(height, setting);
        if (marks && cell_.alignment == Alignment::Centre) {
            const Pt hanging = std::max(frame_.overhang * CellPadding::kHanging, frame_.reach);
            const Pt beside = slack / 2 + hanging - room;
            gap = std::clamp(beside, setting.scaled(CellPadding::kLeastMarkGap), gap);
            x -= std::clamp(gap - beside, Pt(0),
                            std::max(Pt(0), slack / 2 + frame_.overhang * CellPadding::kGivingWay));
        }
        placed_.push_back(place_symbol(*line.symbol, {x, frame_.y}, height));
        if (marks) {
            const Pt left = is_at_end ? x - gap - room : x + width + gap;
            const Pt top = frame_.y + missing_above(*marks);
            placed_.push_back(
                typesetter_.set(*marks, {left, top, room, Alignment::Start, Rag::Natural}));
        }
        frame_.y += height;
    }

    /// How much too high raised marks would stand for the row's edge, were they in line with the
    /// top of their symbol.
    Pt missing_above(const MeasuredText& marks) const {
        if (!frame_.ceiling) return Pt(0);
        constexpr double kParenthesis = 0.8;  // ems that the highest of them stand above their foot
        const double rise = marks.paragraph->spans.front().rise + kParenthesis;
        const Setting& setting = typesetter_.setting();
        const Pt ink = frame_.y + setting.scaled(marks.baseline - marks.size * rise);
        return std::max(Pt(0), *frame_.ceiling + setting.scaled(kMarkClearance) - ink);
    }

    /// Leaves out the lines that are not asked for.
    void cut(placed::Text& text) {
        const std::size_t first = next_;
        next_ += text.lines.size();
        if (first >= lines_.first && next_ <= lines_.last) return;
        const Pt line_height = text.box.height / static_cast<double>(text.lines.size());
        const auto begin = text.lines.begin();
        const auto at = [&](std::size_t line) {
            return static_cast<std::ptrdiff_t>(std::clamp(line, first, next_) - first);
        };
        const std::ptrdiff_t skipped = at(lines_.first);
        text.lines = {std::make_move_iterator(begin + skipped),
                      std::make_move_iterator(begin + std::max(skipped, at(lines_.last)))};
        for (placed::Line& line : text.lines)
            placed::move(line, Pt(0), -line_height * static_cast<double>(skipped));
        text.box.height = line_height * static_cast<double>(text.lines.size());
    }

    const placed::Line& line_of_badge(const placed::Text& text) const {
        return cell_.badge_place == BandSymbol::Name ? text.lines.back() : text.lines.front();
    }

    /// On the optical middle of a line: behind the last of a name, or at the cell's end edge beside
    /// the first.
    void place_badge(Pt top) {
        const Setting& setting = typesetter_.setting();
        const Pt height = setting.scaled(cell_.badge->height);
        const Pt width = cell_.badge->width_at(height);
        Pt middle = height / 2;
        if (const doc::Content* content = lead_of(cell_)) {
            const auto* first = std::get_if<doc::Paragraph>(content);
            const MeasuredText* text = first ? typesetter_.measured(*first) : nullptr;
            if (text) middle = setting.scaled(text->line_height) / 2;
        }
        Pt x = frame_.x + frame_.width - width;
        const auto* lead =
            lead_ < placed_.size() ? std::get_if<placed::Text>(&placed_[lead_]) : nullptr;
        if (lead && cell_.alignment != Alignment::End) {
            const placed::Line& line = line_of_badge(*lead);
            const Pt behind = line.left + line.width + setting.scaled(kBadgeGap);
            x = cell_.badge_place == BandSymbol::Name ? std::min(x + badge_hang_, behind)
                                                      : std::clamp(behind, x, x + badge_hang_);
            top += line.baseline - lead->lines.front().baseline;
        }
        placed_.push_back(place_symbol(*cell_.badge, {x, top + middle - height / 2}, height));
    }

    const doc::Cell& cell_;
    TextFrame frame_;
    LineRange lines_;
    Pt badge_hang_;         // that it may stand beyond the frame
    std::size_t lead_ = 0;  // beside which it stands
    std::size_t next_ = 0;  // number of the line that comes next
    Typesetter& typesetter_;
    std::vector<placed::Content> placed_;
};

/// Lines of one height below each other.
struct LineStack {
    std::size_t count;
    Pt height;  // of each
};

struct LinesOfContent {
    Pt width;
    Typesetter& typesetter;

    LineStack operator()(const doc::Paragraph& paragraph) const {
        const MeasuredText* text = typesetter.measured(paragraph);
        if (!text) return {0, Pt(0)};
        const Pt line_height = typesetter.setting().scaled(text->line_height);
        const double lines = typesetter.own_height(paragraph, width) / line_height;
        return {static_cast<std::size_t>(std::lround(lines)), line_height};
    }
    LineStack operator()(const doc::SymbolLine& line) const {
        return {1, typesetter.setting().symbol(line.symbol->height)};
    }
};

template <typename Visit>
void for_each_stack(const doc::Cell& cell, Pt width, Typesetter& typesetter, Visit visit) {
    std::size_t first = 0;
    for (const doc::Content& content : cell.content) {
        const Pt room = width - side_room(cell, content, typesetter);
        const LineStack stack = std::visit(LinesOfContent{room, typesetter}, content);
        if (!visit(first, stack)) return;
        first += stack.count;
    }
}

ContentWidths own_cell_widths(const doc::Cell& cell, Typesetter& typesetter, const MarkRoom& room) {
    ContentWidths widths;
    for (const doc::Content& content : cell.content) {
        const ContentWidths own = std::visit(WidthsOf{typesetter, room}, content);
        const Pt side = side_room(cell, content, typesetter);
        const Pt both = cell.alignment == Alignment::Centre ? 2 * side : side;
        widths.raise({own.min_content + side, own.max_content + both, own.least + side,
                      own.whole_words + side, own.parted + side});
    }
    return widths;
}

}  // namespace

Pt side_room(const doc::Cell& cell, const doc::Content& content, Typesetter& typesetter) {
    return badge_room(cell, content, typesetter) + indent_under(cell, content, typesetter);
}

ContentWidths cell_widths(const doc::Cell& cell, Typesetter& typesetter, const MarkRoom& room) {
    ContentWidths most;
    typesetter.peers().for_each(
        cell, [&](const doc::Cell& peer) { most.raise(own_cell_widths(peer, typesetter, room)); });
    return most;
}

Pt lead_width(const doc::Cell& cell, Typesetter& typesetter) {
    return typesetter.peers().most(cell, [&](const doc::Cell& peer) {
        if (peer.content.empty()) return Pt(0);
        const doc::Content& lead = *lead_of(peer);
        return std::visit(WidthsOf{typesetter, {}}, lead).max_content +
               badge_room(peer, lead, typesetter);
    });
}

Pt cell_height(const doc::Cell& cell, Pt width, Typesetter& typesetter) {
    return typesetter.peers().most(
        cell, [&](const doc::Cell& peer) { return own_cell_height(peer, width, typesetter); });
}

Pt own_cell_height(const doc::Cell& cell, Pt width, Typesetter& typesetter) {
    Pt height;
    for (const doc::Content& content : cell.content) {
        const Pt room = width - side_room(cell, content, typesetter);
        height += std::visit(HeightOfContent{room, typesetter}, content);
    }
    return height;
}

Pt own_height_from(const doc::Cell& cell, std::size_t first, Pt width, Typesetter& typesetter) {
    Pt height;
    for_each_stack(cell, width, typesetter, [&](std::size_t begin, const LineStack& stack) {
        const std::size_t end = begin + stack.count;
        height += stack.height * static_cast<double>(end - std::clamp(first, begin, end));
        return true;
    });
    return height;
}

LineRange own_lines_in(const doc::Cell& cell, std::size_t first, const Size& room,
                       Typesetter& typesetter) {
    constexpr std::size_t kTogether = 2;
    LineRange lines{first, first};
    Pt used;
    for_each_stack(cell, room.width, typesetter, [&](std::size_t begin, const LineStack& stack) {
        const std::size_t end = begin + stack.count;
        if (end <= first) return true;
        const std::size_t from = std::max(begin, first);
        std::size_t last = from;
        while (last < end && fits(used + stack.height, room.height)) {
            used += stack.height;
            ++last;
        }
        if (last < end) {
            const std::size_t shown = last - from, left = end - last;
            if (left < kTogether && shown > kTogether) --last;
            if (shown < kTogether && from > first) last = from;
        }
        lines.last = last;
        return last == end;
    });
    return lines;
}

std::optional<Pt> outer_baseline(const doc::Cell& cell, Pt width, Typesetter& typesetter) {
    const bool is_only = cell.vertical_alignment == VerticalAlignment::Middle;
    const bool is_last = cell.vertical_alignment == VerticalAlignment::Bottom;
    if (cell.content.empty() || (is_only && cell.content.size() > 1)) return std::nullopt;
    const auto* paragraph =
        std::get_if<doc::Paragraph>(is_last ? &cell.content.back() : &cell.content.front());
    const MeasuredText* text = paragraph ? typesetter.measured(*paragraph) : nullptr;
    if (!text) return std::nullopt;
    const Setting& setting = typesetter.setting();
    const Pt line_height = setting.scaled(text->line_height);
    const Pt height = own_cell_height(cell, width, typesetter);
    if (is_only && !nearly(height, line_height)) return std::nullopt;
    const Pt above = is_last ? height - line_height : Pt(0);
    return above + setting.scaled(text->baseline);
}

std::vector<placed::Content> place_cell(const doc::Cell& cell, const TextFrame& frame,
                                        Typesetter& typesetter, const LineRange& lines) {
    return CellPlacer(cell, frame, lines, typesetter).place();
}

}  // namespace broadside::layout
