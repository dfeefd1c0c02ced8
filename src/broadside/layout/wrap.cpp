#include "broadside/layout/wrap.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "broadside/layout/join_words.hpp"

namespace broadside::layout {

namespace {

using text::Break;

Pt end_of(const Piece& piece) { return piece.width + piece.hyphen; }

/// Pieces between two mandatory breaks.
struct Passage {
    std::size_t first, last;
};

std::vector<Passage> passages(const std::vector<Piece>& pieces) {
    std::vector<Passage> found;
    std::size_t first = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].break_after != Break::Mandatory) continue;
        found.push_back({first, i + 1});
        first = i + 1;
    }
    return found;
}

LineCount count_lines(const std::vector<Piece>& pieces, Passage passage, Pt width) {
    LineCount count{1, Pt(0)};
    Pt line;   // up to the start of the piece's own space
    Pt space;  // pending, dropped when a line ends
    bool empty = true;
    for (std::size_t i = passage.first; i < passage.last; ++i) {
        const Piece& piece = pieces[i];
        if (!empty && !fits(line + space + end_of(piece), width)) {
            ++count.lines;
            line = space = Pt(0);
        }
        line += space + piece.width;
        space = piece.space;
        empty = false;
        count.narrowest = std::max(count.narrowest, line + piece.hyphen);
    }
    return count;
}

/// Total-fit line breaking over a fixed number of lines, in the manner of Knuth and Plass (1981):
/// the cost of a line is the square of what it leaves empty.
class TotalFit {
public:
    TotalFit(const std::vector<Piece>& pieces, Passage passage, Pt width, Rag rag)
        : pieces_(pieces), passage_(passage), width_(width), rag_(rag) {}

    /// None when no way of filling them is found: where pieces are narrower than nothing, which a
    /// damaged font can make them, fewer of them may take more room; and the count may come from
    /// sums rounded in another order.
    std::vector<LineBreaks> lines(std::size_t count) const {
        const std::size_t n = passage_.last - passage_.first;
        constexpr double kImpossible = std::numeric_limits<double>::infinity();
        // best[k][i]: least cost of setting the first i pieces in k lines.
        std::vector<std::vector<double>> best(count + 1, std::vector<double>(n + 1, kImpossible));
        std::vector<std::vector<std::size_t>> from(count + 1, std::vector<std::size_t>(n + 1, 0));
        best[0][0] = 0;
        for (std::size_t k = 1; k <= count; ++k) {
            for (std::size_t end = k; end <= n; ++end) {
                for (std::size_t begin = end; begin-- > k - 1;) {
                    const LineBreaks line = line_of(begin, end);
                    if (!fits(line.width, width_) && end - begin > 1) break;
                    if (best[k - 1][begin] == kImpossible) continue;
                    const double cost = best[k - 1][begin] + cost_of(line, end == n);
                    if (cost < best[k][end]) {
                        best[k][end] = cost;
                        from[k][end] = begin;
                    }
                }
            }
        }
        if (best[count][n] == kImpossible) return {};
        std::vector<LineBreaks> result(count);
        std::size_t end = n;
        for (std::size_t k = count; k > 0; --k) {
            result[k - 1] = line_of(from[k][end], end);
            end = from[k][end];
        }
        return result;
    }

private:
    LineBreaks line_of(std::size_t begin, std::size_t end) const {
        LineBreaks line;
        line.first = passage_.first + begin;
        line.last = passage_.first + end;
        Pt space;
        for (std::size_t i = line.first; i < line.last; ++i) {
            line.width += space + pieces_[i].width;
            space = pieces_[i].space;
        }
        const Piece& last = pieces_[line.last - 1];
        line.hyphenated = last.hyphenates;
        line.hanging = last.hanging;
        line.width += last.hyphen;
        return line;
    }

    double cost_of(const LineBreaks& line, bool is_last) const {
        if (width_.value <= 0) return 0;
        const double empty = std::max(0.0, 1 - line.width / width_);
        double split = line.hyphenated ? kHyphenCost : 0;
        if (pieces_[line.last - 1].splits_name) split += kSplitNameCost;
        if (!is_last && pieces_[line.last - 1].leads_to_number) split += kNumberCost;
        if (line.first > passage_.first && has_behind_words(&Piece::leads_to_tag, line))
            split += kClingingCost;
        if (line.first > passage_.first && has_behind_words(&Piece::leads_to_unit, line))
            split += kClingingCost;
        if (ends_between_tags(line)) split += kPartedTagsCost;
        if (!is_last && pieces_[line.last - 1].parts_compound) split += kCompoundCost;
        if (!is_last && is_lone_first(line) && empty > kLoneEmpty) split += kLoneFirstCost;
        if (!is_last || rag_ == Rag::Even) return empty * empty + split;
        const double lost = 1 - std::min(kShortLastLine, kLongEnough / width_);
        return split + (empty > lost ? kWidowCost * (empty - lost) : 0);
    }

    /// A tag, or a unit, belongs to all words before it, not to the last of them alone.
    bool has_behind_words(bool Piece::*leads_to_it, const LineBreaks& line) const {
        const auto begin = pieces_.begin();
        return std::any_of(begin + static_cast<std::ptrdiff_t>(line.first),
                           begin + static_cast<std::ptrdiff_t>(line.last) - 1,
                           [=](const Piece& piece) { return piece.*leads_to_it; });
    }

    /// One word before others, or beside a symbol: from it a reader does not see what the text is.
    /// Lines of names and heads are rather of one length.
    bool is_lone_first(const LineBreaks& line) const {
        return line.first == passage_.first && line.last == line.first + 1 &&
               (rag_ == Rag::Natural || pieces_[line.first].has_symbol);
    }

    bool ends_between_tags(const LineBreaks& line) const {
        const bool are_all_tags = pieces_[passage_.first].is_tag;
        if (are_all_tags || !pieces_[line.last - 1].leads_to_tag) return false;
        const bool begins_with_tag =
            line.first > passage_.first && pieces_[line.first - 1].leads_to_tag;
        return begins_with_tag || has_behind_words(&Piece::leads_to_tag, line);
    }

    static constexpr double kHyphenCost = 1;  // as an empty line
    static constexpr double kClingingCost = 1;
    static constexpr double kPartedTagsCost = 1.5;  // more than what a line of tags leaves empty
    static constexpr double kNumberCost = 0.1;      // a number is read with the word before it
    static constexpr double kCompoundCost = 0.1;    // a few letters look lost: parlez-en
    // A first line of one word looks lost that leaves this share of the width empty.
    static constexpr double kLoneEmpty = 0.6;
    static constexpr double kLoneFirstCost = 0.15;
    static constexpr double kSplitNameCost = 2;  // more than any rag
    // A last line looks lost that is shorter than this share of the width, but not in a wide column
    // where it is several words.
    static constexpr double kShortLastLine = 0.4;
    static constexpr Pt kLongEnough{72};
    static constexpr double kWidowCost = 1.5;

    const std::vector<Piece>& pieces_;
    Passage passage_;
    Pt width_;
    Rag rag_;
};

/// Beyond this, the quadratic search costs more than anybody sees.
constexpr std::size_t kMaxTotalFitPieces = 400;

std::vector<LineBreaks> first_fit(const std::vector<Piece>& pieces, Passage passage, Pt width) {
    std::vector<LineBreaks> lines;
    Pt space;
    for (std::size_t i = passage.first; i < passage.last; ++i) {
        const Piece& piece = pieces[i];
        if (lines.empty() || !fits(lines.back().width + space + end_of(piece), width)) {
            lines.push_back({i, i, Pt(0), Pt(0), false});
            space = Pt(0);
        }
        LineBreaks& line = lines.back();
        line.last = i + 1;
        line.width += space + piece.width;
        line.hanging = piece.hanging;
        space = piece.space;
    }
    for (LineBreaks& line : lines) {
        const Piece& last = pieces[line.last - 1];
        line.hyphenated = last.hyphenates;
        line.width += last.hyphen;
    }
    return lines;
}

LineCount count_all(const std::vector<Piece>& pieces, Pt width) {
    LineCount total;
    for (const Passage passage : passages(pieces)) {
        const LineCount part = count_lines(pieces, passage, width);
        total.lines += part.lines;
        total.narrowest = std::max(total.narrowest, part.narrowest);
    }
    return total;
}

/// As even as a rag asks for; full where there is none.
std::vector<LineBreaks> all_lines(const std::vector<Piece>& pieces, Pt width,
                                  std::optional<Rag> rag) {
    std::vector<LineBreaks> lines;
    for (const Passage passage : passages(pieces)) {
        const std::size_t count = rag ? count_lines(pieces, passage, width).lines : 1;
        std::vector<LineBreaks> part;
        if (count > 1 && passage.last - passage.first <= kMaxTotalFitPieces)
            part = TotalFit(pieces, passage, width, *rag).lines(count);
        if (part.empty()) part = first_fit(pieces, passage, width);
        lines.insert(lines.end(), part.begin(), part.end());
    }
    return lines;
}

/// Lines of joined words as lines of the text's own pieces.
std::vector<LineBreaks> parted(std::vector<LineBreaks> lines, const JoinedPieces& joined) {
    for (LineBreaks& line : lines) {
        line.first = joined.first[line.first];
        line.last = joined.first[line.last];
    }
    return lines;
}

std::vector<LineBreaks> lines_of(const MeasuredText& text, Pt width, std::optional<Rag> rag) {
    const Pt room = width - text.indent;
    std::vector<LineBreaks> lines;
    if (text.has_holds) {
        const JoinedPieces joined = join_words(text.pieces, room);
        lines = parted(all_lines(joined.pieces, room, rag), joined);
    } else {
        lines = all_lines(text.pieces, room, rag);
    }
    if (!lines.empty()) lines.front().width += text.indent;
    return lines;
}

}  // namespace

LineCount count_lines(const MeasuredText& text, Pt width) {
    const Pt room = width - text.indent;
    LineCount count = text.has_holds ? count_all(join_words(text.pieces, room).pieces, room)
                                     : count_all(text.pieces, room);
    count.narrowest += text.indent;
    return count;
}

std::vector<LineBreaks> fill_lines(const MeasuredText& text, Pt width) {
    return lines_of(text, width, std::nullopt);
}

std::vector<LineBreaks> break_lines(const MeasuredText& text, Pt width, Rag rag) {
    return lines_of(text, width, rag);
}

}  // namespace broadside::layout
