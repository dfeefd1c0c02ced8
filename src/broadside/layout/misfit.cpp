#include "broadside/layout/misfit.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/doc/parts.hpp"
#include "broadside/layout/cell.hpp"
#include "broadside/layout/limiting_edition.hpp"
#include "broadside/layout/place_pages.hpp"
#include "broadside/layout/words_of_legend.hpp"

namespace broadside::layout {

namespace {

constexpr std::string_view kMoreRoom =
    "give the layout smaller \"styles\" or \"symbols\", less \"cell_y\" in its \"spacing\" or less "
    "\"margin\", lower \"min_font\", or allow more pages in its \"fit\"";

constexpr std::size_t kNamedTexts = 3;  // of each language
constexpr std::size_t kManyParts = 9;   // cells, or columns

struct LongText {
    Pt height;
    Pt saved;  // height of the page, were the text one line
    const doc::Paragraph* paragraph;
    bool is_turned = false;
};

bool matters_more(const LongText& a, const LongText& b) {
    return nearly(a.saved, b.saved) ? a.height > b.height : a.saved > b.saved;
}

class Misfit {
public:
    Misfit(const Flowed& flowed, int pages, Typesetter& typesetter)
        : flowed_(flowed), pages_(pages), typesetter_(typesetter) {}

    void report_languages() {
        if (!typesetter_.peers().are_several()) return;
        typesetter_.report_overflow(note("does-not-fit", languages_hint(too_long_documents())));
    }

    void report() {
        const std::vector<const doc::Document*> too_long = too_long_documents();
        const std::vector<LongText> texts = longest_texts(too_long);
        Hints hints;
        if (typesetter_.peers().are_several()) hints.push_back(languages_hint(too_long));
        const std::size_t details = details_below_names();
        const bool is_worth_shortening = !texts.empty() && may_be_shortened();
        std::string_view why = ", too many in these styles even if each text in it were one line";
        if (texts.empty()) why = details > 0 ? "" : " of single lines";
        hints.push_back(is_worth_shortening
                            ? fmt::format("shorten the texts named below, or {}", kMoreRoom)
                            : fmt::format("the table has {} rows{}: show fewer of them, or {}",
                                          flowed_.body_rows, why, kMoreRoom));
        if (details > 0 && 2 * details >= flowed_.body_rows)
            hints.push_back(fmt::format(
                "{} rows are higher by what stands below their names: in a column of its own it "
                "takes no height",
                details));
        const std::size_t cells = count_words_of_legend(typesetter_.peers().first().blocks);
        if (cells >= kManyParts)
            hints.push_back(fmt::format(
                "{} cells say beside their fill what the legend says of it: \"value_words\": "
                "\"legend\" leaves that to the legend",
                cells));
        if (has_equal_rows())
            hints.push_back("\"equal_rows\" makes all rows of a table as high as the highest");
        if (std::string hint = narrow_names_hint(); !hint.empty()) hints.push_back(std::move(hint));
        typesetter_.report_overflow(error(
            "does-not-fit",
            fmt::format("does not fit: needs {} pages at the smallest type, and `fit` allows {}: "
                        "{:.1f} mm too high",
                        flowed_.pages.size(), pages_, excess() / millimetres(1)),
            std::move(hints)));
        if (!is_worth_shortening) return;
        for (const LongText& text : texts) report_long(text);
    }

private:
    /// Height of what stands there again, because the page before ended.
    static Pt repeated(const FlowPage& page) {
        Pt height;
        for (const FlowItem& item : page.items) {
            if (!item.part) continue;
            for (std::size_t row = 0; row < item.part->rows.size(); ++row)
                if (item.part->rows[row].repeated) height += item.part->row_heights[row];
        }
        return height;
    }

    /// Height that has to go where a page has so much room.
    Pt wanting(Pt room) const {
        Pt wanting = -pages_ * room;
        for (const FlowPage& page : flowed_.pages) wanting += page.used - repeated(page);
        return wanting;
    }

    /// Height of what stands on pages that it may not have, less the room that is left on those
    /// that it may: a block that goes to the next page whole may lack little.
    Pt excess() const {
        Pt excess;
        for (std::size_t i = static_cast<std::size_t>(pages_); i < flowed_.pages.size(); ++i)
            excess += flowed_.pages[i].used;
        const doc::Document& document = typesetter_.peers().first();
        const bool has_foot = std::any_of(document.blocks.begin(), document.blocks.end(),
                                          [](const doc::Box& block) { return block.at_foot; });
        // Of one page there is no number.
        const Pt least = wanting(pages_ == 1 && !has_foot ? whole_room() : flowed_.room);
        return least > Pt(0) ? std::min(least, excess) : excess;
    }

    bool has_equal_rows() const {
        bool has_any = false;
        doc::for_each_part(typesetter_.peers().first().blocks,
                           [&](const doc::Table& table) { has_any |= table.equal_rows; });
        return has_any;
    }

    std::size_t details_below_names() const {
        std::size_t count = 0;
        doc::for_each_part(typesetter_.peers().first().blocks, [&count](const doc::Cell& cell) {
            count += cell.scope == HeaderScope::Row && cell.content.size() > 1 ? 1 : 0;
        });
        return count;
    }

    /// Whether shorter texts may do.
    bool may_be_shortened() const { return fits(wanting(whole_room()), most_saved_); }

    /// Of a page without a foot.
    Pt whole_room() const {
        const doc::Page& page = typesetter_.peers().first().page;
        return page.size.height - page.margin.top - page.margin.bottom;
    }

    /// Those that do not even fit by themselves; else the longest, for the grid is made of all.
    std::vector<const doc::Document*> too_long_documents() {
        const Peers& peers = typesetter_.peers();
        if (!peers.are_several()) return peers.documents();
        std::vector<const doc::Document*> documents;
        for (const RoomNeeded& room : rooms_needed(typesetter_.setting(), typesetter_)) {
            if (room.overflows || room.pages > static_cast<std::size_t>(pages_))
                documents.push_back(room.document);
        }
        is_each_short_ = documents.empty();
        if (is_each_short_)
            documents.push_back(limiting_edition(typesetter_.setting(), typesetter_));
        return documents;
    }

    std::string languages_hint(const std::vector<const doc::Document*>& too_long) const {
        std::vector<std::string> languages;
        for (const doc::Document* document : too_long)
            languages.push_back(document->metadata.language);
        const std::string list = fmt::format("{}", fmt::join(languages, ", "));
        return is_each_short_ ? fmt::format(
                                    "each language fits by itself, but not all in one grid; the "
                                    "longest is {}",
                                    list)
                              : "too long: " + list;
    }

    /// Of each document by itself, for each has a translator of its own.
    std::vector<LongText> longest_texts(const std::vector<const doc::Document*>& documents) {
        std::vector<LongText> longest;
        for (const doc::Document* document : documents) {
            std::vector<LongText> texts;
            saved_ = Pt(0);
            for (const FlowPage& page : flowed_.pages) {
                for (const FlowItem& item : page.items) {
                    if (item.part && !item.continues_previous) collect(*document, item, texts);
                }
            }
            collect_outside_tables(*document, texts);
            most_saved_ = std::max(most_saved_, saved_);
            std::stable_sort(texts.begin(), texts.end(), matters_more);
            if (texts.size() > kNamedTexts) texts.resize(kNamedTexts);
            longest.insert(longest.end(), texts.begin(), texts.end());
        }
        return longest;
    }

    /// Of the first table of many columns that leaves its names too little; empty: of none.
    std::string narrow_names_hint() const {
        for (const FlowPage& page : flowed_.pages) {
            for (const FlowItem& item : page.items) {
                if (!item.part) continue;
                const doc::Box& box = typesetter_.peers().first().blocks[item.block];
                const auto& table = std::get<doc::Table>(box.content);
                const std::vector<Pt>& widths = item.part->columns.widths;
                if (widths.size() < kManyParts) continue;
                const std::vector<PartCell> cells = all_cells(table.grid, item.part->columns.heads);
                for (const PartCell& part : cells) {
                    if (part.cell->scope != HeaderScope::Row || part.column_span > 1) continue;
                    const Pt room = inner_width(table, part, widths, typesetter_);
                    if (fits(cell_widths(*part.cell, typesetter_).max_content, room)) continue;
                    return fmt::format(
                        "column \"{}\" has {:.1f} mm beside {} others, and its names take several "
                        "lines: {}, or \"width\": \"max-content\" gives them more",
                        table.grid.columns[part.column].id, widths[part.column] / millimetres(1),
                        widths.size() - 1,
                        typesetter_.peers().first().page.is_portrait()
                            ? "a page in landscape, as that of the layout wide-a4"
                            : "a wider page");
                }
            }
        }
        return {};
    }

    void collect(const doc::Document& document, const FlowItem& item,
                 std::vector<LongText>& texts) {
        const auto& table = std::get<doc::Table>(document.blocks[item.block].content);
        const std::vector<PartCell> cells = all_cells(table.grid, item.part->columns.heads);
        for (std::size_t first = 0, end = 0; first < cells.size(); first = end) {
            while (end < cells.size() && cells[end].row == cells[first].row) ++end;
            collect_row(table, {cells.data() + first, end - first}, item.part->columns.widths,
                        texts);
        }
    }

    /// A shorter text lowers its row down to the next highest cell.
    void collect_row(const doc::Table& table, std::span<const PartCell> cells,
                     const std::vector<Pt>& widths, std::vector<LongText>& texts) {
        std::vector<Pt> heights;
        Pt highest, second, lowest;
        for (const PartCell& part : cells) {
            const Pt width = inner_width(table, part, widths, typesetter_);
            const Pt height = own_part_height(part, width, typesetter_);
            heights.push_back(height / static_cast<double>(part.row_span));
            second = std::max(second, std::min(highest, heights.back()));
            highest = std::max(highest, heights.back());
        }
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].is_turned) {
                const Pt saved = std::max(Pt(0), heights[i] - second);
                collect_turned(cells[i], saved, texts);
                lowest = std::max(lowest, heights[i] - saved);
                continue;
            }
            const Pt most = std::max(Pt(0), heights[i] - second);
            const Pt width = inner_width(table, cells[i], widths, typesetter_);
            Pt further_lines;
            for (const doc::Content& content : cells[i].cell->content) {
                const auto* paragraph = std::get_if<doc::Paragraph>(&content);
                if (!paragraph || paragraph->empty()) continue;
                const Pt room = width - side_room(*cells[i].cell, content, typesetter_);
                further_lines += collect_text(*paragraph, room, most, texts);
            }
            lowest = std::max(lowest,
                              heights[i] - further_lines / static_cast<double>(cells[i].row_span));
        }
        saved_ += highest - lowest;
    }

    /// The longest of several that run upwards makes the head high.
    void collect_turned(const PartCell& part, Pt saved, std::vector<LongText>& texts) {
        for (const doc::Paragraph* paragraph : doc::paragraphs_of(part.cell->content)) {
            if (paragraph->empty()) continue;
            seen_.insert(paragraph);
            if (saved > kNearly)
                texts.push_back(
                    {own_part_height(part, Pt(0), typesetter_), saved, paragraph, true});
        }
    }

    /// Height of its lines but one.
    Pt collect_text(const doc::Paragraph& paragraph, Pt width, Pt most,
                    std::vector<LongText>& texts) {
        seen_.insert(&paragraph);
        const Pt height = typesetter_.own_height(paragraph, width);
        if (is_one_line(paragraph, height)) return Pt(0);
        const Pt further_lines = height - line_of(paragraph);
        texts.push_back({height, std::min(most, further_lines), &paragraph});
        return further_lines;
    }

    void collect_outside_tables(const doc::Document& document, std::vector<LongText>& texts) {
        for (const TextRoom& room : text_rooms(document, flowed_, typesetter_)) {
            if (seen_.count(room.paragraph) == 0)
                saved_ += collect_text(*room.paragraph, room.width, kAnyHeight, texts);
        }
    }

    Pt line_of(const doc::Paragraph& paragraph) const {
        return typesetter_.setting().scaled(typesetter_.measured(paragraph)->line_height);
    }

    /// Nobody shortens a line to nothing.
    bool is_one_line(const doc::Paragraph& paragraph, Pt height) const {
        return nearly(height, line_of(paragraph));
    }

    void report_long(const LongText& text) const {
        const MeasuredText& measured = *typesetter_.measured(*text.paragraph);
        std::string message =
            fmt::format("this text of {} characters takes {:.1f} mm of height",
                        measured.shaped->clusters.size(), text.height / millimetres(1));
        if (text.saved > kNearly)
            message += fmt::format("; {} it saves {:.1f} mm",
                                   text.is_turned ? "much shorter" : "in one line",
                                   text.saved / millimetres(1));
        typesetter_.report_overflow(note("does-not-fit", std::move(message))
                                        .at(text.paragraph->origin)
                                        .in(typesetter_.peers().name_of(*measured.document)));
    }

    static constexpr Pt kAnyHeight{std::numeric_limits<double>::infinity()};

    const Flowed& flowed_;
    int pages_;
    Typesetter& typesetter_;
    std::set<const doc::Paragraph*> seen_;
    Pt saved_;       // if each text of a document were one line
    Pt most_saved_;  // of any document
    bool is_each_short_ = false;
};

}  // namespace

void report_misfit(const Flowed& flowed, int pages, Typesetter& typesetter) {
    Misfit misfit(flowed, pages, typesetter);
    if (typesetter.has_overflows())
        misfit.report_languages();
    else
        misfit.report();
}

}  // namespace broadside::layout
