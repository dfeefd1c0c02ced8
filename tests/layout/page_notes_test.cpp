#include "broadside/layout/page_notes.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

/// Notes at the foot of the pages that call them.
namespace broadside::layout {
namespace {

using test::body_row;
using test::cell;
using testing::ElementsAre;
using testing::SizeIs;

doc::Cell marked(const std::string& text, const std::string& note) {
    doc::Paragraph paragraph = test::paragraph(text);
    if (!note.empty()) paragraph.spans.push_back(test::note_mark(note));
    return cell(std::move(paragraph));
}

/// A head with note H, and rows of which some have a note, by their number; a note has two lines.
doc::Document with_notes(std::size_t rows, const std::map<std::size_t, std::string>& marks) {
    std::vector<test::GridRow> grid_rows{test::header_row({marked("h", "H")})};
    for (std::size_t i = 0; i < rows; ++i) {
        const auto mark = marks.find(i);
        grid_rows.push_back(body_row("r" + std::to_string(i),
                                     {marked("r", mark == marks.end() ? "" : mark->second)}));
    }
    doc::BalancedColumns notes;
    for (const std::string id : {"A", "B", "C", "H"}) {
        doc::Labelled note;
        note.label = test::paragraph(id);
        note.body.push_back(test::paragraph("n\n" + id));
        notes.boxes.push_back({std::move(note), {Role::ListItem, 0, {id}}});
    }
    doc::Box list{std::move(notes), {Role::List}};
    list.is_by_page = true;
    return test::document(test::table(test::grid({Fraction{1}}, std::move(grid_rows))), list);
}

std::vector<std::string> notes_of(const placed::Page& page) {
    std::vector<std::string> notes;
    for (const placed::Item& item : page.items) {
        const auto* list = std::get_if<placed::Group>(&item.kind);
        if (!list || list->meaning.role != Role::List) continue;
        for (const placed::Item& note : list->items)
            notes.push_back(*std::get<placed::Group>(note.kind).meaning.note.value);
    }
    return notes;
}

TEST(PageNotes, StandOnThePagesThatCallThem) {
    Bench bench(with_notes(40, {{0, "B"}, {3, "A"}, {30, "C"}, {31, "A"}}));
    const std::vector<placed::Page> pages = bench.pages();
    ASSERT_THAT(pages, SizeIs(3));
    EXPECT_THAT(notes_of(pages[0]), ElementsAre("A", "B", "H"));
    EXPECT_THAT(notes_of(pages[1]), ElementsAre("H"));
    EXPECT_THAT(notes_of(pages[2]), ElementsAre("A", "C", "H"));
}

TEST(PageNotes, TakeTheirRoomFromTheRows) {
    Bench bench(with_notes(40, {{0, "B"}, {3, "A"}}));
    const std::vector<placed::Page> pages = bench.pages();
    const placed::Table table = parts_of<placed::Table>(pages[0].items)[0];
    // Of 262, six lines and a gap of 10 are those of the notes: 15 lines are left.
    EXPECT_THAT(table.rows, SizeIs(15));
    const placed::Text last = parts_of<placed::Text>(pages[0].items).back();
    EXPECT_EQ(last.meaning->role, Role::PageNumber);
    Pt bottom;
    for (const placed::Text& text : parts_of<placed::Text>(pages[0].items)) {
        if (text.meaning->role != Role::PageNumber) bottom = std::max(bottom, text.box.bottom());
    }
    EXPECT_TRUE(nearly(bottom, Pt(10 + 262)));
    EXPECT_THAT(bench.typesetter.take_diagnostics(), testing::IsEmpty());
}

TEST(PageNotes, MoveARowThatHasNoRoomForItsNote) {
    // 18 rows and the note of the head fill a page; the last one of them calls another.
    Bench bench(with_notes(20, {{17, "A"}}));
    const auto tables = parts_of<placed::Table>(bench.pages());
    EXPECT_EQ(tables.at(0).rows.back().id, "r16");
}

}  // namespace
}  // namespace broadside::layout
