#include "broadside/placed/document.hpp"

#include <iterator>

#include <fmt/format.h>

#include "broadside/base/dump_lines.hpp"
#include "broadside/base/dump_words.hpp"

namespace broadside::placed {

namespace {

std::string words(const Symbol& symbol) {
    return fmt::format("{} {} {}{}", symbol.drawing ? symbol.drawing->name : "none",
                       box(symbol.box), words(symbol.colour),
                       symbol.alt.empty() ? "" : " alt " + quoted(symbol.alt));
}

std::string words(const Run& run) {
    std::string text =
        fmt::format("{} {} {}", at(run.origin), quoted(run.glyphs.utf8), words(run.glyphs));
    auto end = std::back_inserter(text);
    if (run.is_tag) text += " tag";
    if (!run.note.empty()) fmt::format_to(end, " note {}", *run.note.value);
    if (!run.url.empty()) fmt::format_to(end, " url {}", run.url.address());
    return text;
}

std::string words(const Row& row) {
    return fmt::format("{} {} height {}{}{}{}{}{}{}", word(row.kind), number(row.y),
                       number(row.height), row.id.empty() ? "" : " id " + row.id,
                       row.band < 0 ? "" : fmt::format(" band {}", row.band),
                       row.repeated ? " repeated" : "", row.continued ? " continued" : "",
                       section_words(row), row.is_emphasised ? " emphasised" : "");
}

/// The fields that differ from a cell's usual ones.
std::string words(const Cell& cell) {
    std::string text = fmt::format("{} {} {}", cell.row, cell.column, box(cell.box));
    auto end = std::back_inserter(text);
    if (cell.row_span != 1) fmt::format_to(end, " rows {}", cell.row_span);
    if (cell.column_span != 1) fmt::format_to(end, " columns {}", cell.column_span);
    if (cell.grid_row_span != cell.row_span)
        fmt::format_to(end, " of {} from row {}", cell.grid_row_span, cell.grid_row);
    if (cell.scope != HeaderScope::None) fmt::format_to(end, " scope {}", word(cell.scope));
    if (cell.band >= 0) fmt::format_to(end, " band {}", cell.band);
    if (cell.fill) fmt::format_to(end, " fill {}", words(*cell.fill));
    return text;
}

class Dump : public DumpLines {
public:
    void document(const Document& document) {
        line("document {} {} {}", quoted(document.metadata.title),
             document.metadata.language.empty() ? "und" : document.metadata.language,
             word(document.direction));
        indented([&] {
            const Decisions& decisions = document.decisions;
            line("type-scale {} padding-scale {} smallest-type {}{}{}",
                 number(decisions.type_scale), number(decisions.padding_scale),
                 number(decisions.smallest_type), decisions.hyphenated ? " hyphenated" : "",
                 decisions.limited_by.empty() ? "" : " limited-by " + decisions.limited_by);
            for (const Page& page : document.pages) {
                line("page {}x{} {}", number(page.size.width), number(page.size.height),
                     words(page.paper));
                indented([&] {
                    for (const Item& item : page.items) std::visit(*this, item.kind);
                });
            }
        });
    }

    void operator()(const Group& group) {
        line("group{}", words(group.meaning));
        indented([&] {
            for (const Item& item : group.items) std::visit(*this, item.kind);
        });
    }

    void operator()(const Fill& fill) { line("fill {} {}", box(fill.box), words(fill.colour)); }

    void operator()(const Table& table) {
        line("table {} {} {}{}{}{}", box(table.box), quoted(table.summary), word(table.direction),
             table.number == 0 ? "" : fmt::format(" number {}", table.number),
             table.continues_previous ? " continues-previous" : "",
             table.continues_next ? " continues-next" : "");
        indented([&] {
            std::string edges = "edges";
            for (const Pt edge : table.column_edges) edges.append(1, ' ').append(number(edge));
            line("{}", edges);
            for (const std::size_t column : table.emphasised) line("emphasis {}", column);
            for (std::size_t i = 0; i < table.guides.size(); ++i) {
                const Pt shift = table.guide_shifts.empty() ? Pt(0) : table.guide_shifts[i];
                line("guide {}{}", table.guides[i],
                     shift == Pt(0) ? "" : " shifted " + number(shift));
            }
            for (const Row& row : table.rows) line("row {}", words(row));
            for (const Cell& cell : table.cells) {
                line("cell {}", words(cell));
                indented([&] {
                    for (const Content& content : cell.content) std::visit(*this, content);
                    if (!cell.spoken.empty()) line("spoken {}", quoted(cell.spoken));
                    if (!cell.name.empty()) line("name {}", quoted(cell.name));
                });
            }
        });
    }

    void operator()(const Text& content) {
        line("text {}{}{}{}", box(content.box),
             content.direction == Direction::RightToLeft ? " right-to-left" : "",
             !content.turn                ? ""
             : content.turn->is_upwards() ? " turned"
                                          : " slanted",
             words(*content.meaning));
        indented([&] {
            for (const Line& set : content.lines) {
                line("line {} width {}", at({set.left, set.baseline}), number(set.width));
                indented([&] {
                    for (const Run& run : set.runs) line("run {}", words(run));
                    for (const Symbol& symbol : set.symbols) (*this)(symbol);
                });
            }
        });
    }
    void operator()(const Symbol& symbol) {
        line("symbol {}{}", words(symbol),
             symbol.url.empty() ? "" : " url " + symbol.url.address());
    }
};

}  // namespace

std::string dump(const Document& document) {
    Dump dump;
    dump.document(document);
    return dump.take();
}

}  // namespace broadside::placed
