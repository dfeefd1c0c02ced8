#include "broadside/resolve/footnotes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/doc/parts.hpp"
#include "broadside/resolve/resolve.hpp"
#include "resolve/table_setting.hpp"

namespace broadside::resolve {
namespace {

using test::row;
using test::text_cell;
using test::with_notes;
using ::testing::ElementsAre;

/// Notes X, Y, Z in the dataset's order; the first row uses Z then Y, the second Z again.
model::Project noted_project(model::NoteMarks marks) {
    model::Project project =
        test::project_of({row("a", {{"system", test::name_cell({"a"})},
                                    {"structure", with_notes(text_cell("s"), {"Z"})},
                                    {"place", with_notes(text_cell("p"), {"Y"})}}),
                          row("b", {{"system", test::name_cell({"b"})},
                                    {"place", with_notes(text_cell("q"), {"Z"})}})});
    project.dataset.notes = {test::note("X", "unused"), test::note("Y", "why"),
                             test::note("Z", "zed")};
    project.dataset.marks = marks;
    return project;
}

std::vector<std::string> list_of(const model::Project& project) {
    const Footnotes footnotes = number_notes(project, tables_of(project));
    std::vector<std::string> list;
    for (const Footnote& footnote : footnotes.listed) {
        list.push_back(footnote.mark + " " + footnote.note->id);
    }
    return list;
}

TEST(NumberCalls, CountsTheMarksOfEachNoteInReadingOrder) {
    const auto document = resolve(noted_project(model::NoteMarks::Ids));
    std::vector<std::string> calls;
    doc::for_each_part(document->blocks, [&](const doc::Paragraph& text) {
        for (const doc::Span& span : text.spans) {
            if (span.call != 0) calls.push_back(*span.note.value + std::to_string(span.call));
        }
    });
    EXPECT_THAT(calls, ElementsAre("Z1", "Y1", "Z2"));
}

TEST(NumberNotes, KeepsTheDatasetsOrderOfFixedIds) {
    EXPECT_THAT(list_of(noted_project(model::NoteMarks::Ids)), ElementsAre("(Y) Y", "(Z) Z"));
}

TEST(NumberNotes, NumbersInReadingOrder) {
    EXPECT_THAT(list_of(noted_project(model::NoteMarks::Numbers)), ElementsAre("1 Z", "2 Y"));
}

TEST(NumberNotes, StartsWithTheTitlesOfColumns) {
    model::Project project = noted_project(model::NoteMarks::Letters);
    project.dataset.columns[3].notes = {test::reference("X")};
    EXPECT_THAT(list_of(project), ElementsAre("(a) X", "(b) Z", "(c) Y"));
}

TEST(NumberNotes, ReadsTitlesOfColumnsBesideEachOtherUnderSpannersOrNot) {
    model::Project project = noted_project(model::NoteMarks::Numbers);
    std::vector<model::Column>& columns = project.dataset.columns;
    ASSERT_GE(columns.size(), 3u);
    columns[columns.size() - 2].notes = {test::reference("Y")};
    columns.back().notes = {test::reference("X")};
    project.dataset.spanners = {
        {{}, test::words("Over"), {test::reference(columns[columns.size() - 2].id)}}};
    project.dataset.spanners[0].notes = {test::reference("Z")};
    EXPECT_THAT(list_of(project), ElementsAre("1 Z", "2 Y", "3 X"));
}

TEST(NumberNotes, LeavesOutNotesOfColumnsThatAreNotPrinted) {
    model::Project project = noted_project(model::NoteMarks::Symbols);
    std::get<model::TableBlock>(project.layout.blocks[0].kind).select_columns = {
        test::reference("place")};
    EXPECT_THAT(list_of(project), ElementsAre("* Y", "† Z"));
}

TEST(NumberNotes, PrintsTheFormOfTheLayout) {
    model::Project project = noted_project(model::NoteMarks::Numbers);
    project.layout.note_marks = model::NoteMarkForm::Parenthesised;
    EXPECT_THAT(list_of(project), ElementsAre("(1) Z", "(2) Y"));
    project.dataset.marks = model::NoteMarks::Ids;
    project.layout.note_marks = model::NoteMarkForm::Superscript;
    EXPECT_THAT(list_of(project), ElementsAre("Y Y", "Z Z"));
}

TEST(NumberNotes, CountsInTheDigitsOfTheLanguage) {
    model::Project project = noted_project(model::NoteMarks::Numbers);
    project.dataset.zero_digit = 0x0966;
    EXPECT_THAT(list_of(project), ElementsAre("\u0967 Z", "\u0968 Y"));
    project.dataset.marks = model::NoteMarks::Letters;
    EXPECT_THAT(list_of(project), ElementsAre("(a) Z", "(b) Y"));
}

TEST(NumberNotes, IsolatesMarksThatTheDirectionWouldTurn) {
    model::Project project = noted_project(model::NoteMarks::Ids);
    project.dataset.language = "he";
    EXPECT_THAT(list_of(project), ElementsAre("\u2066(Y)\u2069 Y", "\u2066(Z)\u2069 Z"));
}

TEST(MarkOf, GoesOnAfterTheLastLetter) {
    EXPECT_EQ(mark_of(model::NoteMarks::Letters, 25, "en"), "z");
    EXPECT_EQ(mark_of(model::NoteMarks::Letters, 26, "en"), "aa");
    EXPECT_EQ(mark_of(model::NoteMarks::Letters, 27, "en"), "ab");
    EXPECT_EQ(mark_of(model::NoteMarks::Letters, 702, "en"), "aaa");
}

TEST(MarkOf, HasTheLettersOfItsLanguage) {
    EXPECT_EQ(mark_of(model::NoteMarks::Letters, 0, "fa"), "الف");
    EXPECT_EQ(mark_of(model::NoteMarks::Letters, 1, "ar-EG"), "ب");
    EXPECT_EQ(mark_of(model::NoteMarks::Letters, 24, "el"), "αα");
    EXPECT_EQ(mark_of(model::NoteMarks::Letters, 2, "ja"), "c");
}

TEST(MarkOf, DoublesSignsAfterTheLast) {
    EXPECT_EQ(mark_of(model::NoteMarks::Symbols, 4, "en"), "¶");
    EXPECT_EQ(mark_of(model::NoteMarks::Symbols, 6, "en"), "††");
}

/// Notes of these marks, in this order.
Footnotes marks_of(const std::vector<std::string>& marks) {
    Footnotes footnotes;
    footnotes.comma = ",";
    for (const std::string& mark : marks) {
        const bool is_bare = mark.front() != '(';
        footnotes.marks[mark] = {
            mark, is_bare ? "(" + mark + ")" : mark, footnotes.marks.size(), is_bare, {mark}};
    }
    return footnotes;
}

TEST(MarkSpans, StandInTheOrderOfTheListAndApart) {
    const auto spans = mark_spans({test::reference("2"), test::reference("1")},
                                  marks_of({"1", "2"}), test::plain_layout());
    EXPECT_THAT(test::texts_of(spans), ElementsAre("\u202f", "1", ",\u202f", "2"));
    EXPECT_EQ(spans[2].note, NoteId{});
}

TEST(AppendMarks, AreNoPowersOfNumbers) {
    model::Layout layout = test::plain_layout();
    const auto marked = [&](const char* words) {
        doc::Paragraph text;
        text.spans.emplace_back().text = words;
        append_marks(text, {test::reference("1"), test::reference("2")}, marks_of({"1", "2"}),
                     layout);
        return test::text_of(text);
    };
    EXPECT_EQ(marked("since 2022"), "since 2022\u202f(1)\u202f(2)");
    EXPECT_EQ(marked("5 m²"), "5 m²\u202f(1)\u202f(2)");
    EXPECT_EQ(marked("(kg/m²)"), "(kg/m²)\u202f(1)\u202f(2)");
    EXPECT_EQ(marked("(€)"), "(€)\u202f1,\u202f2");
    EXPECT_EQ(marked("words"), "words\u202f1,\u202f2");
    for (const std::string time : {"6:35", "9h50", "9:50 am", "9:30–17:00"})
        EXPECT_EQ(marked(time.c_str()), time + "\u202f1,\u202f2");
    layout.note_marks = model::NoteMarkForm::Superscript;
    EXPECT_EQ(marked("since 2022"), "since 2022\u202f1,\u202f2");
    EXPECT_EQ(marked("5 m²"), "5 m²\u202f(1)\u202f(2)");
}

TEST(MarkSpans, HangRaisedAfterANarrowSpace) {
    const model::Layout layout = test::plain_layout();
    const Footnotes footnotes = marks_of({"(A)", "1"});
    const auto spans =
        mark_spans({test::reference("(A)"), test::reference("1")}, footnotes, layout);
    ASSERT_THAT(test::texts_of(spans), ElementsAre("\u202f", "(A)", "\u202f", "1"));
    EXPECT_EQ(spans[0].note, NoteId{});
    EXPECT_EQ(spans[1].note, NoteId{"(A)"});
    for (const doc::Span& span : spans) {
        EXPECT_TRUE(span.hangs);
        EXPECT_DOUBLE_EQ(span.rise, 0.33);
    }
}

TEST(AppendMarks, SetsNoSpaceAtTheStartOfAParagraph) {
    const Footnotes footnotes = marks_of({"(A)"});
    doc::Paragraph empty, text = {{doc::Span{"x", {}, 0, {}, {}, false}}, Alignment::Start, {}};
    append_marks(empty, {test::reference("(A)")}, footnotes, test::plain_layout());
    append_marks(text, {test::reference("(A)")}, footnotes, test::plain_layout());
    EXPECT_EQ(test::text_of(empty), "(A)");
    EXPECT_EQ(test::text_of(text), "x\u202f(A)");
}

TEST(ListNotes, PrintsMarksInBoldAtTheirEnd) {
    const model::Project project = noted_project(model::NoteMarks::Ids);
    const auto notes = list_notes(number_notes(project, tables_of(project)).listed, project.layout);
    ASSERT_EQ(notes.size(), 2u);
    EXPECT_EQ(notes[0].meaning.note, NoteId{"Y"});
    const auto& note = std::get<doc::Labelled>(notes[0].content);
    const auto& mark = std::get<doc::Paragraph>(note.label);
    EXPECT_EQ(test::text_of(mark), "(Y)");
    EXPECT_EQ(mark.meaning->note, NoteId{"Y"});
    EXPECT_EQ(mark.alignment, Alignment::End);
    EXPECT_EQ(mark.spans[0].style.weight, kBoldWeight);
    EXPECT_EQ(test::text_of(note.body.at(0)), "why");
    EXPECT_EQ(test::pointer_of(note.body[0].origin), "/notes/Y");
}

}  // namespace
}  // namespace broadside::resolve
