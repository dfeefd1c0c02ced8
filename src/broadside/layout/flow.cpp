#include "broadside/layout/flow.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include <fmt/format.h>

#include "broadside/base/digits.hpp"
#include "broadside/layout/block.hpp"
#include "broadside/layout/paginate.hpp"
#include "broadside/layout/table.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

constexpr Pt kFootGap = 6_pt;

Pt sum(const std::vector<Pt>& lengths) {
    return std::accumulate(lengths.begin(), lengths.end(), Pt(0));
}

/// What a message calls a block.
struct BlockName {
    std::string operator()(const doc::HeaderBlock&) const { return "the header"; }
    std::string operator()(const doc::LegendBlock&) const { return "the legend"; }
    std::string operator()(const doc::TableBlock&) const { return "the table"; }
    std::string operator()(const doc::NotesBlock&) const { return "the block of notes"; }
    std::string operator()(const doc::LinksBlock&) const { return "the block of links"; }
    std::string operator()(const doc::ImprintBlock&) const { return "the imprint"; }
    std::string operator()(const doc::TextBlock&) const { return "a block of text"; }
    std::string operator()(const doc::RowBlock&) const { return "a row of blocks"; }
};

const doc::ImprintBlock* imprint_of(const doc::Document& document) {
    for (const doc::Block& block : document.blocks) {
        if (const auto* imprint = std::get_if<doc::ImprintBlock>(&block.kind)) return imprint;
    }
    return nullptr;
}

/// The foot of the pages: the imprint on the last one, the number on each of several.
enum class Numbered { No, Yes };

struct FlowPlan {
    Spread spread;
    FlowMode mode = FlowMode::Place;
    Numbered numbered = Numbered::No;
};

class Flow {
public:
    Flow(const doc::Document& document, Typesetter& typesetter, const FlowPlan& plan)
        : document_(document),
          typesetter_(typesetter),
          spread_(plan.spread),
          mode_(plan.mode),
          numbered_(plan.numbered),
          imprint_(imprint_of(document)) {
        const doc::Page& page = document.page;
        left_ = page.margin.left;
        width_ = page.size.width - page.margin.left - page.margin.right;
        top_ = page.margin.top;
        foot_ = foot_height();
        bottom_ = page.auto_height ? Pt(std::numeric_limits<double>::infinity())
                                   : page.size.height - page.margin.bottom - foot_;
        gap_ = typesetter.setting().space(page.block_gap) + spread_.per_gap;
    }

    Flowed run() {
        start_page();
        for (const doc::Block& block : document_.blocks) {
            if (std::holds_alternative<doc::ImprintBlock>(block.kind)) continue;
            if (const auto* table = std::get_if<doc::TableBlock>(&block.kind))
                add_table(*table);
            else
                add(block);
        }
        finish();
        return std::move(flowed_);
    }

private:
    Pt foot_height() {
        Pt height;
        if (imprint_) height = place_imprint(*imprint_, {left_, Pt(0), width_}, typesetter_).height;
        if (numbered_ == Numbered::Yes) {
            if (!is_middle_free()) number_rise_ = height;
            height = std::max(height, number_rise_ + number_height());
        }
        return height > Pt(0) ? height + typesetter_.setting().space(kFootGap) : height;
    }

    Pt number_height() const {
        const TextStyle& style = document_.page.page_number;
        return typesetter_.setting().scaled(style.size * style.line_height);
    }

    const doc::Paragraph& number(const std::string& text) {
        doc::Paragraph number;
        number.spans.push_back({with_digits(text, document_.page.zero_digit),
                                document_.page.page_number, 0, "", "", false});
        return typesetter_.keep(std::move(number));
    }

    /// True when the imprint leaves room in its middle for a number of three digits.
    bool is_middle_free() {
        if (!imprint_) return true;
        const PlacedBlock placed = place_imprint(*imprint_, {Pt(0), Pt(0), width_}, typesetter_);
        const auto& imprint = std::get<placed::Imprint>(placed.blocks.front());
        const Pt half = typesetter_.max_content(number("999/999")) / 2;
        const auto is_clear = [&](const std::optional<placed::Text>& text) {
            if (!text) return true;
            return std::all_of(text->lines.begin(), text->lines.end(),
                               [&](const placed::Line& line) {
                                   return fits(line.left + line.width, width_ / 2 - half) ||
                                          fits(width_ / 2 + half, line.left);
                               });
        };
        return is_clear(imprint.start) && is_clear(imprint.end);
    }

    void start_page() {
        flowed_.pages.push_back({document_.page.size, document_.page.paper, {}});
        flowed_.gaps = 0;
        y_ = top_;
        is_empty_ = true;
    }

    void open_gap() {
        if (is_empty_) return;
        y_ += gap_;
        ++flowed_.gaps;
    }

    void close_gap() {
        if (is_empty_) return;
        y_ -= gap_;
        --flowed_.gaps;
    }

    void append(PlacedBlock placed) {
        if (placed.blocks.empty()) return;
        for (placed::Block& block : placed.blocks)
            flowed_.pages.back().blocks.push_back(std::move(block));
        y_ += placed.height;
        is_empty_ = false;
    }

    void add(const doc::Block& block) {
        open_gap();
        PlacedBlock placed = place_block(block, {left_, y_, width_}, typesetter_);
        if (placed.blocks.empty()) {
            close_gap();
            return;
        }
        if (!fits(y_ + placed.height, bottom_) && !is_empty_) {
            start_page();
            placed = place_block(block, {left_, y_, width_}, typesetter_);
        }
        if (!fits(y_ + placed.height, bottom_))
            report_too_high(std::visit(BlockName{}, block.kind), y_ + placed.height - bottom_, "");
        append(std::move(placed));
    }

    void add_table(const doc::TableBlock& table) {
        const doc::Grid& grid = table.grid;
        const std::vector<Pt> widths = table_column_widths(table, width_, typesetter_);
        const std::vector<Pt> whole = part_row_heights(table, all_rows(grid), widths, typesetter_);
        const auto height = [&](std::size_t first, std::size_t last) {
            return sum(heights_of(table, part_rows(grid, first, last), widths));
        };
        open_gap();
        const std::size_t header = header_rows(grid);
        for (std::size_t first = header; first < grid.rows.size();) {
            const Pt room = bottom_ - y_;
            std::size_t last =
                part_end(grid, {first, expected_end(whole, first, room), room}, height);
            if (last == first && !is_empty_) {
                start_page();
                continue;
            }
            if (last == first) {
                last = shortest_part_end(grid, first);
                const std::size_t highest = highest_row(whole, first, last);
                report_too_high(fmt::format("row \"{}\"", grid.rows[highest].id),
                                height(first, last) - room, origin_of(grid, highest));
            }
            add_part(table, first, last, widths);
            if (last < grid.rows.size()) start_page();
            first = last;
        }
    }

    std::vector<Pt> heights_of(const doc::TableBlock& table, const std::vector<PartRow>& rows,
                               const std::vector<Pt>& widths) {
        std::vector<Pt> heights = part_row_heights(table, rows, widths, typesetter_);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (table.grid.rows[rows[i].grid_row].kind == RowKind::Body)
                heights[i] += spread_.per_row;
        }
        return heights;
    }

    static std::size_t expected_end(const std::vector<Pt>& whole, std::size_t first, Pt room) {
        Pt used;
        std::size_t end = first;
        while (end < whole.size() && fits(used + whole[end], room)) used += whole[end++];
        return end;
    }

    static std::size_t highest_row(const std::vector<Pt>& whole, std::size_t first,
                                   std::size_t last) {
        const auto begin = whole.begin();
        const auto highest = std::max_element(begin + static_cast<std::ptrdiff_t>(first),
                                              begin + static_cast<std::ptrdiff_t>(last));
        return static_cast<std::size_t>(highest - begin);
    }

    void add_part(const doc::TableBlock& table, std::size_t first, std::size_t last,
                  const std::vector<Pt>& widths) {
        SolvedPart part;
        part.rows = part_rows(table.grid, first, last);
        part.column_widths = widths;
        part.row_heights = heights_of(table, part.rows, widths);
        for (std::size_t i = first; i < last; ++i) {
            if (table.grid.rows[i].kind == RowKind::Body) ++flowed_.body_rows;
        }
        is_empty_ = false;
        if (mode_ == FlowMode::Measure) {
            y_ += sum(part.row_heights);
            return;
        }
        placed::Table placed = place_part(table, part, {left_, y_}, typesetter_);
        placed.continues_previous = first > header_rows(table.grid);
        placed.continues_next = last < table.grid.rows.size();
        y_ = placed.box.bottom();
        flowed_.pages.back().blocks.push_back(std::move(placed));
    }

    /// Of the cell with most text: the one to shorten.
    static std::string origin_of(const doc::Grid& grid, std::size_t row) {
        std::string origin;
        std::size_t longest = 0;
        for (std::size_t column = 0; column < grid.columns.size(); ++column) {
            const auto* cell = std::get_if<doc::Cell>(&grid.at(row, column));
            if (!cell || cell->origin.empty()) continue;
            const std::size_t length = text_size(*cell);
            if (!origin.empty() && length <= longest) continue;
            origin = cell->origin;
            longest = length;
        }
        return origin;
    }

    static std::size_t text_size(const doc::Cell& cell) {
        std::size_t size = 0;
        for (const doc::Content& content : cell.content) {
            const auto* paragraph = std::get_if<doc::Paragraph>(&content);
            if (!paragraph) continue;
            for (const doc::Span& span : paragraph->spans) size += span.text.size();
        }
        return size;
    }

    void report_too_high(const std::string& what, Pt excess, std::string origin) {
        Diagnostic diagnostic;
        diagnostic.code = "overflow";
        diagnostic.pointer = std::move(origin);
        diagnostic.message = fmt::format("{} is {:.1f} mm higher than the room on its page", what,
                                         excess / millimetres(1));
        diagnostic.hints.push_back("shorten its texts, or choose a larger page");
        typesetter_.report_overflow(std::move(diagnostic));
    }

    void finish() {
        doc::Page page = document_.page;
        if (page.auto_height) flowed_.pages.back().size.height = y_ + foot_ + page.margin.bottom;
        flowed_.spare = page.auto_height ? Pt(0) : bottom_ - y_;
        const Pt end = flowed_.pages.back().size.height - page.margin.bottom;
        if (imprint_) {
            const Pt height = place_imprint(*imprint_, {left_, Pt(0), width_}, typesetter_).height;
            PlacedBlock placed =
                place_imprint(*imprint_, {left_, end - height, width_}, typesetter_);
            for (placed::Block& block : placed.blocks)
                flowed_.pages.back().blocks.push_back(std::move(block));
        }
        if (numbered_ == Numbered::Yes) number_pages(end);
    }

    void number_pages(Pt end) {
        const Pt y = end - number_rise_ - number_height();
        for (std::size_t i = 0; i < flowed_.pages.size(); ++i) {
            const TextFrame frame{left_, y, width_, Alignment::Centre, Rag::Natural};
            placed::Text text =
                typesetter_.set(number(fmt::format("{}/{}", i + 1, flowed_.pages.size())), frame);
            flowed_.pages[i].blocks.push_back(placed::PageNumber{std::move(text)});
        }
    }

    const doc::Document& document_;
    Typesetter& typesetter_;
    Spread spread_;
    FlowMode mode_;
    Numbered numbered_;
    const doc::ImprintBlock* imprint_;
    Pt left_, width_, top_, bottom_, foot_, gap_;
    Pt number_rise_;  // the imprint's height where the number has no room beside it
    Pt y_;
    bool is_empty_ = true;
    Flowed flowed_;
};

}  // namespace

Flowed flow(const doc::Document& document, Typesetter& typesetter, const Spread& spread,
            FlowMode mode) {
    Flowed flowed = Flow(document, typesetter, {spread, mode, Numbered::No}).run();
    if (flowed.pages.size() == 1) return flowed;
    // Numbers need room at the foot of each page, which may be what makes one page more.
    typesetter.clear_overflows();
    return Flow(document, typesetter, {spread, mode, Numbered::Yes}).run();
}

}  // namespace broadside::layout
