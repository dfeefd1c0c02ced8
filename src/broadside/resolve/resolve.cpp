#include "broadside/resolve/resolve.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/doc/parts.hpp"
#include "broadside/model/layout.hpp"
#include "broadside/resolve/blocks.hpp"
#include "broadside/resolve/cells/fill.hpp"
#include "broadside/resolve/checks.hpp"
#include "broadside/resolve/fit.hpp"
#include "broadside/resolve/footnotes.hpp"
#include "broadside/resolve/isolate.hpp"
#include "broadside/resolve/links.hpp"
#include "broadside/resolve/problems.hpp"
#include "broadside/resolve/selection.hpp"
#include "broadside/resolve/spanners.hpp"
#include "broadside/resolve/spans.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/resolve/table.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::resolve {

namespace {

/// Reports headings that leave a level out (ISO 14289-1, 7.4).
void check_headings(const std::vector<model::Block>& blocks, Problems& problems) {
    constexpr int kHighest = 2;  // of a block of text
    int level = 0;
    model::for_each_block(blocks, [&](const model::Block& block) {
        if (std::holds_alternative<model::HeaderBlock>(block.kind)) level = 1;
        const auto* text = std::get_if<model::TextBlock>(&block.kind);
        if (text == nullptr || text->heading == 0) return;
        if (text->heading > level + 1 && text->heading > kHighest)
            problems.error(
                "skipped-heading", block.place,
                fmt::format("expected a heading of level {} above one of level {}, got none",
                            text->heading - 1, text->heading),
                {fmt::format("write \"heading\": {}", text->heading - 1)});
        level = text->heading;
    });
}

/// Reports rows without a name, where the table has a column of names.
void check_row_heads(const std::vector<doc::Box>& blocks, Problems& problems) {
    doc::for_each_part(blocks, [&](const doc::Cell& cell) {
        if (cell.scope == HeaderScope::Row && cell.content.empty())
            problems.error("empty-head", cell.origin, "expected a name of the row, got none",
                           {"a column of kind \"text\" may have empty cells"});
    });
}

/// Levels begin with 1, also where no title stands above.
void close_heading_levels(std::vector<doc::Box>& blocks) {
    int level = 0;
    doc::for_each_part(blocks, [&](doc::Paragraph& paragraph) {
        if (paragraph.meaning->role != Role::Heading) return;
        level = std::min(paragraph.meaning->level, level + 1);
        if (level != paragraph.meaning->level) paragraph.meaning.edit().level = level;
    });
}

Metadata metadata_of(const model::Dataset& dataset) {
    Metadata metadata;
    metadata.title = one_line(dataset.title.text);
    metadata.language = dataset.language;
    metadata.author =
        one_line((dataset.author.empty() ? dataset.imprint.publisher : dataset.author).text);
    metadata.description = dataset.description.text;
    metadata.licence = one_line(dataset.imprint.licence.text);
    return metadata;
}

doc::Page page_of(const model::Project& project) {
    const model::Layout& layout = project.layout;
    doc::Page page;
    page.size = layout.page.size;
    page.auto_height = layout.page.auto_height;
    page.margin = layout.page.margin;
    page.paper = layout.palette[PaletteColour::Paper];
    page.block_gap = layout.block_gap;
    // A title, a table and its notes stand apart however close the lines of each are.
    constexpr double kLeastGap = 0.8;
    page.least_block_gap = layout.least_block_gap.value_or(layout.block_gap * kLeastGap);
    page.text = style_of(layout, model::StyleRole::Cell);
    page.page_number = style_of(layout, model::StyleRole::PageNumber);
    page.zero_digit = project.dataset.zero_digit;
    return page;
}

std::vector<SectionGrid> place_sections(const model::Dataset& dataset, Problems& problems) {
    std::vector<SectionGrid> grids;
    for (const model::Section& section : dataset.sections) {
        grids.push_back(place_cells(dataset, section, problems));
    }
    return grids;
}

Diagnostics joined(const Problems& first, const Problems& second) {
    Diagnostics all = first.found();
    all.insert(all.end(), second.found().begin(), second.found().end());
    return all;
}

/// Tells the spans of untranslated texts their language. Names and marks of notes have none of
/// their own.
void mark_languages(doc::Document& document, const model::Dataset& dataset) {
    const std::vector<SourcePlace>& untranslated = dataset.untranslated;
    if (untranslated.empty()) return;
    doc::for_each_part(document.blocks, [&](doc::Paragraph& paragraph) {
        for (doc::Span& span : paragraph.spans) {
            const SourcePlace& place = span.origin ? span.origin : paragraph.origin;
            const bool is_foreign =
                span.note.empty() &&
                std::binary_search(untranslated.begin(), untranslated.end(), place);
            if (is_foreign) span.language = dataset.source_language;
        }
    });
}

}  // namespace

Diagnostics unknown_references(const model::Project& project) {
    Problems problems(project.dataset.file);
    check_references(project, problems);
    check_spanners(project.dataset, problems);
    check_markup(project.dataset, problems);
    Diagnostics found = problems.found();
    std::erase_if(found,
                  [](const Diagnostic& problem) { return problem.severity != Severity::Error; });
    return found;
}

Diagnostics unknown_layout_references(const model::Project& project) {
    constexpr std::string_view kUnknown = "unknown-";
    const auto is_unread = [&](const std::string& kind) {
        return project.dataset.unread.count(kind) > 0;
    };
    Problems problems(project.layout.file);
    select_tables(project, problems);
    check_block_references(project, problems);
    Diagnostics found = problems.found();
    std::erase_if(found, [&](const Diagnostic& problem) {
        if (!problem.code.starts_with(kUnknown)) return true;
        const std::string kind = problem.code.substr(kUnknown.size());
        return is_unread(kind) ||
               (kind == "row-or-a-column" && (is_unread("row") || is_unread("column")));
    });
    return found;
}

Result<doc::Document> resolve(const model::Project& project) {
    const model::Dataset& dataset = project.dataset;
    Problems in_dataset(dataset.file), in_layout(project.layout.file);
    check_references(project, in_dataset);
    check_spanners(dataset, in_dataset);
    check_markup(dataset, in_dataset);
    check_markup(project.layout, in_layout);
    const std::vector<SectionGrid> grids = place_sections(dataset, in_dataset);
    const std::vector<Selection> selections = select_tables(project, in_layout);
    check_block_references(project, in_layout);
    check_headings(project.layout.blocks, in_layout);
    // Past this point every lookup succeeds.
    if (Diagnostics found = joined(in_dataset, in_layout); has_errors(found)) return found;

    std::vector<Table> tables;
    for (const Selection& selection : selections)
        tables.push_back(cut_table(dataset, grids, selection));
    Footnotes footnotes = number_notes(project, tables);

    doc::Document document;
    document.metadata = metadata_of(dataset);
    document.direction = unicode::direction_of(dataset.language);
    document.page = page_of(project);
    document.blocks = build_blocks({project, tables, footnotes}, in_dataset);
    if (project.layout.note_marks == model::NoteMarkForm::Auto &&
        has_parted_marks(document.blocks, footnotes)) {
        Problems known_already(dataset.file);
        footnotes = parted(std::move(footnotes));
        document.blocks = build_blocks({project, tables, footnotes}, known_already);
    }
    close_heading_levels(document.blocks);
    check_row_heads(document.blocks, in_dataset);
    check_fills(document.blocks, project.layout, in_layout);
    number_calls(document.blocks);
    isolate_foreign_lines(document);
    show_addresses(document.blocks, project, in_dataset);
    mark_languages(document, dataset);
    document.fit = build_fit(project.layout, document.blocks);
    if (!footnotes.listed.empty() && !has_block<model::NotesBlock>(project.layout.blocks)) {
        in_layout.warning("notes-not-listed", project.layout.blocks_place,
                          "cells have note marks, but no block of kind \"notes\" explains them");
    }
    Diagnostics found = joined(in_dataset, in_layout);
    if (has_errors(found)) return found;
    return {std::move(document), std::move(found)};
}

}  // namespace broadside::resolve
