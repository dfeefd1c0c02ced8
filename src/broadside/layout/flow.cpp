#include "broadside/layout/flow.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/layout/arrange.hpp"
#include "broadside/layout/page_number.hpp"
#include "broadside/layout/table_parts.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

constexpr Pt kFootGap = 6_pt;             // the least above what stands at the foot
constexpr Pt kNumberGap = 3_pt;           // between a page number and the block below it
constexpr double kFootShare = 0.4;        // of the gap between blocks
constexpr double kLeastFootShare = 0.75;  // of the least of these
constexpr double kLegends = 3;            // to a page, which leave room for its table
constexpr double kShort = 4;              // sections to a page that are not worth being broken

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

std::size_t find_block(const doc::Document& document, bool doc::Box::*is_meant) {
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        if (document.blocks[i].*is_meant) return i;
    }
    return kNone;
}

/// At the foot of the pages: a block on the last one, the number on each of several.
enum class Numbered { No, Yes };

/// With the gap below it.
struct RepeatedLegend {
    std::size_t block;
    Pt height;
};

class Flow {
public:
    Flow(Typesetter& typesetter, const Spread& spread, ShortSections sections, Numbered numbered)
        : document_(typesetter.peers().first()),
          typesetter_(typesetter),
          spread_(spread),
          sections_(sections),
          numbered_(numbered),
          foot_block_(find_block(document_, &doc::Box::at_foot)),
          running_block_(find_block(document_, &doc::Box::is_running)),
          notes_block_(document_.page.auto_height ? kNone
                                                  : find_block(document_, &doc::Box::is_by_page)),
          notes_(notes_of(typesetter)) {
        const doc::Page& page = document_.page;
        const Pt measure = page.measure();
        width_ = measure * typesetter.setting().measure;
        left_ = page.margin.left + (measure - width_) / 2;
        top_ = page.margin.top;
        foot_ = foot_height();
        bottom_ = page.auto_height ? Pt(std::numeric_limits<double>::infinity())
                                   : page.size.height - page.margin.bottom - foot_;
        gap_ = block_gap(typesetter.setting());
        later_top_ = top_;
        if (running_block_ != kNone)
            later_top_ += height_of(running_block_, {left_, top_, width_}).value_or(Pt(0)) +
                          typesetter.setting().space(kFootGap);
        find_legends();
    }

    Flowed run() {
        start_page();
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
            const doc::Box& block = document_.blocks[i];
            if (block.at_foot || block.is_running || i == notes_block_) continue;
            const bool is_table = std::holds_alternative<doc::Table>(block.content);
            if (block.breaks_before && !is_empty_ && !document_.page.auto_height)
                start_page(is_table ? i : 0);
            if (is_table)
                add_table(i);
            else
                add(i);
        }
        finish();
        return std::move(flowed_);
    }

private:
    Pt foot_height() {
        const Pt block = foot_block_height();
        Pt height = block;
        if (numbered_ == Numbered::Yes) {
            if (!is_middle_free()) number_rise_ = block + typesetter_.setting().space(kNumberGap);
            height = std::max(height, number_rise_ + page_number_height(typesetter_));
        }
        if (height <= Pt(0)) return height;
        const Setting& setting = typesetter_.setting();
        const Pt gap = std::max(setting.space(kFootGap), kFootShare * block_gap(setting));
        const Pt least = setting.scaled(kLeastFootShare * document_.page.least_block_gap);
        has_least_foot_gap_ = !fits(least, gap);
        return height + std::max(gap, least);
    }

    Pt foot_block_height() {
        if (foot_block_ == kNone) return Pt(0);
        return height_of(foot_block_, {left_, Pt(0), width_}).value_or(Pt(0));
    }

    /// True when the block at the foot of every document leaves room in its middle for a page
    /// number.
    bool is_middle_free() {
        if (foot_block_ == kNone) return true;
        const std::vector<const doc::Document*>& documents = typesetter_.peers().documents();
        return std::all_of(documents.begin(), documents.end(), [&](const doc::Document* document) {
            return leaves_room_for_number(document->blocks[foot_block_], width_, typesetter_);
        });
    }

    /// None for a block with nothing in it.
    std::optional<Pt> height_of(std::size_t block, const Frame& frame) {
        const Arranged arranged = arrange(document_.blocks[block], frame, typesetter_);
        if (arranged.items.empty()) return std::nullopt;
        Pt height = arranged.height;
        if (typesetter_.peers().are_alike(block)) return height;
        for (const doc::Document* document : typesetter_.peers().documents()) {
            const doc::Box& other = document->blocks[block];
            height = std::max(height, arrange(other, frame, typesetter_).height);
        }
        return height;
    }

    /// Legends for each page with a part of a table, where they leave room for it.
    void find_legends() {
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
            const doc::Box& box = document_.blocks[i];
            if (!box.is_on_each_page || box.at_foot) continue;
            const Pt height = height_of(i, {left_, top_, width_}).value_or(Pt(0));
            if (height > Pt(0)) legends_.push_back({i, height + gap_below(box)});
        }
        const Pt all = legends_above(document_.blocks.size());
        if (fits(all, (bottom_ - later_top_) / kLegends)) return;
        legends_.clear();
        flowed_.tall_legends = all;
    }

    /// Of those that stand before the block.
    Pt legends_above(std::size_t block) const {
        Pt height;
        for (const RepeatedLegend& legend : legends_)
            if (legend.block < block) height += legend.height;
        return height;
    }

    /// `table`: of which the page has a part next; the legends before it stand there again.
    void start_page(std::size_t table = 0) {
        std::vector<FlowItem> kept = take_kept();
        close_page();
        const bool is_first = flowed_.pages.empty();
        flowed_.pages.push_back({document_.page.size, {}, Pt(0)});
        flowed_.gaps = 0;
        y_ = is_first ? top_ : later_top_;
        if (!is_first && running_block_ != kNone)
            flowed_.pages.back().items.push_back(
                {running_block_, {left_, top_, width_}, std::nullopt});
        for (const RepeatedLegend& legend : legends_) {
            if (legend.block >= table) break;
            FlowItem item{legend.block, {left_, y_, width_}, std::nullopt};
            item.is_repeated = true;
            flowed_.pages.back().items.push_back(std::move(item));
            y_ += legend.height;
        }
        is_empty_ = true;
        for (FlowItem& item : kept) {
            item.frame.y = y_;
            y_ += height_of(item.block, item.frame).value_or(Pt(0));
            flowed_.pages.back().items.push_back(std::move(item));
            is_empty_ = false;
            open_gap();
        }
    }

    /// What stands last on the page and goes on to the next; nothing where it is all that the page
    /// has, as another page would not help.
    std::vector<FlowItem> take_kept() {
        if (flowed_.pages.empty()) return {};
        std::vector<FlowItem>& items = flowed_.pages.back().items;
        const auto last = std::find_if(items.rbegin(), items.rend(), [&](const FlowItem& item) {
            return !document_.blocks[item.block].keeps_with_next;
        });
        if (all_go_on() || last == items.rbegin()) return {};
        const auto first = last.base();
        y_ = first->frame.y - gap_;
        std::vector<FlowItem> kept(first, items.end());
        items.erase(first, items.end());
        return kept;
    }

    /// Whether the page has nothing that the next one would not have, too.
    bool all_go_on() const {
        const std::vector<FlowItem>& items = flowed_.pages.back().items;
        return std::all_of(items.begin(), items.end(), [&](const FlowItem& item) {
            const doc::Box& block = document_.blocks[item.block];
            return block.keeps_with_next || block.is_running || item.is_repeated;
        });
    }

    TableParts::Above above() const {
        if (is_empty_) return TableParts::Above::Nothing;
        return all_go_on() ? TableParts::Above::Kept : TableParts::Above::Blocks;
    }

    void close_page() {
        if (flowed_.pages.empty()) return;
        flowed_.pages.back().used = y_ - top_ + notes_.height();
        const Pt top = bottom() + gap_;
        std::vector<std::size_t> notes = notes_.take();
        if (notes.empty()) return;
        const Frame frame{left_, top, width_};
        flowed_.pages.back().items.push_back(
            {notes_block_, frame, std::nullopt, false, false, std::nullopt, std::move(notes)});
    }

    /// Where the notes of the page begin, with their gap.
    Pt bottom() const { return bottom_ - notes_.height(); }

    PageNotes notes_of(Typesetter& typesetter) const {
        const doc::Box* block = notes_block_ == kNone ? nullptr : &document_.blocks[notes_block_];
        const Setting& setting = typesetter.setting();
        return {block, document_.page.measure() * setting.measure, block_gap(setting), typesetter};
    }

    Pt block_gap(const Setting& setting) const {
        const doc::Page& page = document_.page;
        return spread_.per_gap +
               std::max(setting.space(page.block_gap), setting.scaled(page.least_block_gap));
    }

    /// Above what comes next on the page.
    Pt gap() const { return gap_below(document_.blocks[flowed_.pages.back().items.back().block]); }

    Pt gap_below(const doc::Box& above) const {
        return above.gap_below ? typesetter_.setting().space(*above.gap_below) : gap_;
    }

    void open_gap() {
        if (is_empty_) return;
        y_ += gap();
        ++flowed_.gaps;
    }

    void close_gap() {
        if (is_empty_) return;
        y_ -= gap();
        --flowed_.gaps;
    }

    void add(std::size_t block) {
        open_gap();
        std::optional<Pt> height = height_of(block, {left_, y_, width_});
        if (!height) {
            close_gap();
            return;
        }
        const bool fits_page = fits(later_top_ + *height, bottom_);
        if (!fits(y_ + *height, bottom()) && !is_empty_ && fits_page) start_page();
        if (!fits(y_ + *height, bottom())) {
            if (add_in_parts(block)) return;
            report_too_high(document_.blocks[block].name, y_ + *height - bottom());
        }
        flowed_.pages.back().items.push_back({block, {left_, y_, width_}, std::nullopt});
        y_ += *height;
        is_empty_ = false;
    }

    /// False where what is left has a part that no page holds.
    bool add_in_parts(std::size_t block) {
        BlockParts parts(block, width_, typesetter_);
        while (!parts.done()) {
            std::optional<BlockPart> part = parts.next(bottom() - y_);
            if (!part && is_empty_) return false;
            if (part) {
                const Frame frame{left_, y_, width_};
                y_ += part->height;
                is_empty_ = false;
                flowed_.pages.back().items.push_back(
                    {block, frame, std::nullopt, false, false, std::move(part)});
            }
            if (!parts.done()) start_page();
        }
        return true;
    }

    void add_table(std::size_t block) {
        const auto& table = std::get<doc::Table>(document_.blocks[block].content);
        const Pt page = bottom_ - later_top_ - legends_above(block);
        const Pt whole_section = sections_ == ShortSections::Whole ? page / kShort : Pt(0);
        TableParts parts(table, table_columns(table, width_, typesetter_),
                         {page, spread_.per_row, whole_section}, notes_, typesetter_);
        open_gap();
        while (!parts.done()) {
            const bool continues = parts.has_begun();
            std::optional<SolvedPart> part = parts.next(bottom_ - y_, above());
            if (part) add_part(block, *std::move(part), {continues, !parts.done()});
            if (!parts.done()) start_page(block);
        }
    }

    struct Continues {
        bool previous, next;
    };

    void add_part(std::size_t block, SolvedPart part, Continues continues) {
        const auto& table = std::get<doc::Table>(document_.blocks[block].content);
        for (const PartRow& row : part.rows) {
            if (!row.repeated && !row.continued &&
                table.grid.rows[row.grid_row].kind == RowKind::Body)
                ++flowed_.body_rows;
        }
        const Frame frame{left_, y_, width_};
        y_ += sum(part.row_heights);
        is_empty_ = false;
        flowed_.pages.back().items.push_back(
            {block, frame, std::move(part), continues.previous, continues.next});
    }

    void report_too_high(const std::string& what, Pt excess) {
        typesetter_.report_overflow(
            error("overflow",
                  fmt::format("{} is {:.1f} mm higher than the room on its page", what,
                              excess / millimetres(1)),
                  {"shorten its texts, or choose a larger page"}));
    }

    /// A page of automatic height holds all, up to the largest page there is.
    void report_endless() {
        typesetter_.report_overflow(
            error("overflow",
                  fmt::format("the content is {:.0f} mm high, and no page may be higher than "
                              "{:.0f} mm",
                              flowed_.pages.back().size.height / millimetres(1),
                              limits::kMaxPageLength / millimetres(1)),
                  {"give the page a \"height\": the table then goes over several"}));
    }

    void finish() {
        flowed_.spare = document_.page.auto_height ? Pt(0) : bottom() - y_;
        if (foot_ > Pt(0) && !has_least_foot_gap_) flowed_.foot_gap = kFootShare;
        close_page();
        const doc::Page& page = document_.page;
        FlowPage& last = flowed_.pages.back();
        if (page.auto_height) {
            last.size.height = y_ + foot_ + page.margin.bottom;
            if (!fits(last.size.height, limits::kMaxPageLength)) report_endless();
        }
        flowed_.room = page.auto_height ? y_ - top_ : bottom_ - top_;
        const Pt end = last.size.height - page.margin.bottom;
        if (foot_block_ != kNone) {
            const Frame frame{left_, end - foot_block_height(), width_};
            const bool is_on_each = document_.blocks[foot_block_].is_on_each_page;
            for (FlowPage& each : flowed_.pages) {
                if (!is_on_each && &each != &last) continue;
                each.items.push_back({foot_block_, frame, std::nullopt});
                FlowItem& item = each.items.back();
                item.is_repeated = is_on_each && &each != &flowed_.pages.front();
            }
        }
        if (numbered_ == Numbered::Yes)
            flowed_.number_top = end - number_rise_ - page_number_height(typesetter_);
    }

    const doc::Document& document_;
    Typesetter& typesetter_;
    Spread spread_;
    ShortSections sections_;
    Numbered numbered_;
    std::size_t foot_block_, running_block_, notes_block_;
    std::vector<RepeatedLegend> legends_;
    PageNotes notes_;
    Pt left_, width_, top_, bottom_, foot_, gap_;
    Pt later_top_;    // of pages after the first
    Pt number_rise_;  // height of the block at the foot, where the number has no room beside it
    Pt y_;
    bool has_least_foot_gap_ = false;
    bool is_empty_ = true;
    Flowed flowed_;
};

}  // namespace

Flowed flow(Typesetter& typesetter, const Spread& spread, ShortSections sections) {
    Flowed flowed = Flow(typesetter, spread, sections, Numbered::No).run();
    if (flowed.pages.size() == 1) return flowed;
    // Numbers need room at the foot of each page, which may be what makes one page more.
    typesetter.clear_overflows();
    return Flow(typesetter, spread, sections, Numbered::Yes).run();
}

}  // namespace broadside::layout
