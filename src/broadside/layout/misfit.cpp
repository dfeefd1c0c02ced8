#include "broadside/layout/misfit.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/layout/limiting_edition.hpp"
#include "broadside/layout/measure_room.hpp"

namespace broadside::layout {

namespace {

constexpr std::size_t kNamedTexts = 3;

struct LongText {
    Pt height;
    const doc::Paragraph* paragraph;
};

class Misfit {
public:
    Misfit(const Flowed& flowed, int pages, Typesetter& typesetter)
        : flowed_(flowed), pages_(pages), typesetter_(typesetter) {}

    void report_languages() {
        if (!typesetter_.peers().are_several()) return;
        Diagnostic diagnostic;
        diagnostic.code = "does-not-fit";
        diagnostic.severity = Severity::Note;
        diagnostic.message = languages_hint(too_long_documents());
        typesetter_.report_overflow(std::move(diagnostic));
    }

    void report() {
        const std::vector<const doc::Document*> too_long = too_long_documents();
        const std::vector<LongText> texts = longest_texts(too_long);
        Diagnostic diagnostic;
        diagnostic.code = "does-not-fit";
        diagnostic.message =
            fmt::format("does not fit: needs {} pages at the smallest type, and `fit` allows {}",
                        flowed_.pages.size(), pages_);
        if (typesetter_.peers().are_several()) diagnostic.hints.push_back(languages_hint(too_long));
        diagnostic.hints.push_back(
            texts.empty()
                ? fmt::format("the table has {} rows of single lines: show fewer of them, or "
                              "allow more pages in the layout's \"fit\"",
                              flowed_.body_rows)
                : "shorten the texts named below, lower \"min_font\", or allow more pages in "
                  "the layout's \"fit\"");
        typesetter_.report_overflow(std::move(diagnostic));
        for (const LongText& text : texts) report_long(text);
    }

private:
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

    std::vector<LongText> longest_texts(const std::vector<const doc::Document*>& documents) {
        std::vector<LongText> texts;
        for (const FlowPage& page : flowed_.pages) {
            for (const FlowItem& item : page.items) {
                if (!item.part || item.continues_previous) continue;
                for (const doc::Document* document : documents) collect(*document, item, texts);
            }
        }
        for (const doc::Document* document : documents) collect_outside_tables(*document, texts);
        std::stable_sort(texts.begin(), texts.end(),
                         [](const LongText& a, const LongText& b) { return a.height > b.height; });
        if (texts.size() > kNamedTexts) texts.resize(kNamedTexts);
        return texts;
    }

    void collect(const doc::Document& document, const FlowItem& item,
                 std::vector<LongText>& texts) {
        const doc::Grid& grid = std::get<doc::TableBlock>(document.blocks[item.block].kind).grid;
        for (const PartCell& part : part_cells(grid, all_rows(grid))) {
            const Pt width = item.part->column_widths[part.column];
            for (const doc::Content& content : part.cell->content) {
                const auto* paragraph = std::get_if<doc::Paragraph>(&content);
                if (!paragraph || paragraph->empty()) continue;
                seen_.insert(paragraph);
                const Pt height = typesetter_.own_height(*paragraph, width);
                if (is_one_line(*paragraph, height)) continue;
                texts.push_back({height / static_cast<double>(part.row_span), paragraph});
            }
        }
    }

    void collect_outside_tables(const doc::Document& document, std::vector<LongText>& texts) {
        for (const TextRoom& room : measure_room(document, flowed_, typesetter_)) {
            if (!seen_.insert(room.paragraph).second) continue;
            const Pt height = typesetter_.own_height(*room.paragraph, room.width);
            if (!is_one_line(*room.paragraph, height)) texts.push_back({height, room.paragraph});
        }
    }

    /// Nobody shortens a line to nothing.
    bool is_one_line(const doc::Paragraph& paragraph, Pt height) const {
        const Pt line = typesetter_.setting().scaled(typesetter_.measured(paragraph)->line_height);
        return nearly(height, line);
    }

    void report_long(const LongText& text) const {
        const MeasuredText& measured = *typesetter_.measured(*text.paragraph);
        Diagnostic diagnostic;
        diagnostic.code = "does-not-fit";
        diagnostic.severity = Severity::Note;
        diagnostic.pointer = text.paragraph->origin;
        if (typesetter_.peers().are_several())
            diagnostic.language = measured.document->metadata.language;
        diagnostic.message =
            fmt::format("this text of {} characters takes {:.1f} mm of height",
                        measured.shaped->clusters.size(), text.height / millimetres(1));
        typesetter_.report_overflow(std::move(diagnostic));
    }

    const Flowed& flowed_;
    int pages_;
    Typesetter& typesetter_;
    std::set<const doc::Paragraph*> seen_;
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
