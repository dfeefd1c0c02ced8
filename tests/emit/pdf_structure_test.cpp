#include <gmock/gmock.h>

#include "broadside/emit/formats.hpp"
#include "emit/checked_pdf.hpp"
#include "emit/tool.hpp"
#include "support/scene_builder.hpp"
#include "support/url.hpp"

/// What another reader finds in the structure of a finished PDF.
namespace broadside::emit {
namespace {

using scene::EndGroup;
using scene::Role;
using test::begin;
using test::text_line;
using ::testing::HasSubstr;
using ::testing::Not;

using Ops = std::vector<scene::Op>;

File pdf_of(std::vector<Ops> pages) {
    auto scene = test::one_page(Pt(200), Pt(100), std::move(pages.front()));
    for (std::size_t i = 1; i < pages.size(); ++i)
        scene.pages.push_back({{Pt(200), Pt(100)}, {255, 255, 255}, std::move(pages[i])});
    return test::pdf_of(scene);
}

/// Poppler's view, with one space where there is space.
std::string structure_of(const File& pdf) {
    std::string squeezed;
    for (const char c : test::run_tool("pdfinfo -struct-text {}", pdf).text) {
        const bool is_space = c == ' ' || c == '\n';
        if (!is_space) squeezed += c;
        if (is_space && !squeezed.ends_with(' ')) squeezed += ' ';
    }
    return squeezed;
}

std::string structure_of(Ops ops) { return structure_of(pdf_of({std::move(ops)})); }

struct Slot {
    std::size_t row = 0, column = 0;
    HeaderScope scope = HeaderScope::None;
    const char* text = "";
    std::size_t row_span = 1, column_span = 1;
    bool continued = false, repeated = false;
};

void add_cell(Ops& ops, const Slot& slot) {
    auto group = begin(slot.scope == HeaderScope::None ? Role::Cell : Role::HeaderCell);
    group.tag.scope = slot.scope;
    group.tag.row = slot.row;
    group.tag.column = slot.column;
    group.tag.row_span = slot.row_span;
    group.tag.column_span = slot.column_span;
    group.tag.continued = slot.continued;
    group.tag.repeated = slot.repeated;
    ops.push_back(group);
    ops.push_back(text_line(Pt(10), Pt(20), slot.text));
    ops.push_back(EndGroup{});
}

void add_row(Ops& ops, std::vector<Slot> slots) {
    auto row = begin(Role::Row);
    row.tag.row = slots.front().row;
    row.tag.continued = slots.front().continued;
    row.tag.repeated = slots.front().repeated;
    ops.push_back(row);
    for (const Slot& slot : slots) add_cell(ops, slot);
    ops.push_back(EndGroup{});
}

scene::BeginGroup table_group(bool continued = false) {
    auto table = begin(Role::Table);
    table.tag.table = 1;
    table.tag.continued = continued;
    return table;
}

TEST(PdfStructure, ReadsATableWithItsHeads) {
    Ops ops = {begin(Role::Caption), text_line(Pt(10), Pt(10), "Sizes"), EndGroup{}, table_group(),
               begin(Role::RowGroup)};
    add_row(ops, {{0, 0, HeaderScope::Column, "Name"}, {0, 1, HeaderScope::Column, "Size"}});
    ops.insert(ops.end(), {EndGroup{}, begin(Role::RowGroup)});
    add_row(ops, {{1, 0, HeaderScope::RowGroup, "Large", 1, 2}});
    add_row(ops, {{2, 0, HeaderScope::Row, "Whale"}, {2, 1, HeaderScope::None, "30 m"}});
    ops.insert(ops.end(), {EndGroup{}, EndGroup{}});
    EXPECT_THAT(
        structure_of(ops),
        HasSubstr(
            "Table (block) Caption \"Sizes\" THead TR TH <t1r0c0>: /Scope /Column \"Name\""
            " TH <t1r0c1>: /Scope /Column \"Size\" TBody TR TH <t1r1c0>: /Scope /Column /ColSpan 2"
            " \"Large\" TR TH <t1r2c0>: /Scope /Row /Headers [(t1r0c0) (t1r1c0)] \"Whale\""
            " TD: /Headers [(t1r0c1) (t1r1c0) (t1r2c0)] \"30 m\""));
}

TEST(PdfStructure, IsOneTableWithOneHeadOverPages) {
    Ops first = {table_group(), begin(Role::RowGroup)};
    add_row(first, {{0, 0, HeaderScope::Column, "Name"}, {0, 1, HeaderScope::Column, "Size"}});
    first.insert(first.end(), {EndGroup{}, begin(Role::RowGroup)});
    add_row(first, {{1, 0, HeaderScope::Row, "Whale"}, {1, 1, HeaderScope::None, "huge", 2}});
    first.insert(first.end(), {EndGroup{}, EndGroup{}});

    auto head = begin(Role::RowGroup);
    head.tag.repeated = true;
    Ops second = {table_group(true), head};
    add_row(second, {{0, 0, HeaderScope::Column, "Name", 1, 1, false, true},
                     {0, 1, HeaderScope::Column, "Size", 1, 1, false, true}});
    auto more = begin(Role::RowGroup);
    more.tag.continued = true;
    second.insert(second.end(), {EndGroup{}, more});
    add_row(second,
            {{2, 0, HeaderScope::Row, "Shark"}, {1, 1, HeaderScope::None, "and more", 2, 1, true}});
    second.insert(second.end(), {EndGroup{}, EndGroup{}});

    const std::string read = structure_of(pdf_of({first, second}));
    EXPECT_THAT(read, HasSubstr("TR TH <t1r1c0>: /Scope /Row /Headers [(t1r0c0)] \"Whale\" TD:"
                                " /RowSpan 2 /Headers [(t1r0c1) (t1r1c0) (t1r2c0)] \"huge\""
                                " \"and more\" TR TH <t1r2c0>: /Scope /Row /Headers [(t1r0c0)]"
                                " \"Shark\""));
    EXPECT_EQ(read.find("\"Name\""), read.rfind("\"Name\""));
}

TEST(PdfStructure, NamesTheRowsThatARowStandsUnder) {
    Ops ops = {table_group(), begin(Role::RowGroup)};
    add_row(ops, {{0, 0, HeaderScope::Column, "Who"}, {0, 1, HeaderScope::Column, "n"}});
    ops.insert(ops.end(), {EndGroup{}, begin(Role::RowGroup)});
    const auto add_level = [&ops](std::size_t row, int level, const char* name) {
        const std::size_t at = ops.size();
        add_row(ops, {{row, 0, HeaderScope::Row, name}, {row, 1, HeaderScope::None, "1"}});
        std::get<scene::BeginGroup>(ops[at]).tag.level = level;
    };
    add_level(1, 0, "Race");
    add_level(2, 1, "White");
    add_level(3, 0, "Age");
    ops.insert(ops.end(), {EndGroup{}, EndGroup{}});
    const std::string read = structure_of(ops);
    EXPECT_THAT(read, HasSubstr("/Headers [(t1r0c0) (t1r1c0)] \"White\" TD: /Headers [(t1r0c1)"
                                " (t1r1c0) (t1r2c0)]"));
    EXPECT_THAT(read, HasSubstr("/Headers [(t1r0c0)] \"Age\""));
}

TEST(PdfStructure, BeginsASectionThatHasNoHead) {
    Ops ops = {table_group(), begin(Role::RowGroup)};
    add_row(ops, {{0, 0, HeaderScope::Column, "Who"}, {0, 1, HeaderScope::Column, "n"}});
    ops.insert(ops.end(), {EndGroup{}, begin(Role::RowGroup)});
    add_row(ops, {{1, 0, HeaderScope::RowGroup, "Large", 1, 2}});
    add_row(ops, {{2, 0, HeaderScope::Row, "Whale"}, {2, 1, HeaderScope::None, "1"}});
    ops.insert(ops.end(), {EndGroup{}, begin(Role::RowGroup)});
    add_row(ops, {{3, 0, HeaderScope::Row, "Krill"}, {3, 1, HeaderScope::None, "2"}});
    ops.insert(ops.end(), {EndGroup{}, EndGroup{}});
    EXPECT_THAT(structure_of(ops),
                HasSubstr("TBody TR TH <t1r3c0>: /Scope /Row /Headers [(t1r0c0)] \"Krill\""));
}

TEST(PdfStructure, TellsParagraphsOfACellApart) {
    Ops ops = {table_group(), begin(Role::RowGroup)};
    add_row(ops, {{0, 0, HeaderScope::Column, "n"}});
    auto cell = begin(Role::Cell);
    cell.tag.row = 1;
    ops.insert(ops.end(), {EndGroup{}, begin(Role::RowGroup), begin(Role::Row), cell,
                           text_line(Pt(5), Pt(20), "one"), text_line(Pt(5), Pt(30), "two")});
    ops.insert(ops.end(), 4, EndGroup{});
    EXPECT_THAT(structure_of(ops),
                HasSubstr("TD: /Headers [(t1r0c0)] P (block) \"one\" P (block) \"two\""));
}

TEST(PdfStructure, GoesOnWithAParagraphBehindASymbolInIt) {
    auto rest = text_line(Pt(5), Pt(30), "two");
    rest.continues = true;
    const Ops ops = {begin(Role::List),
                     begin(Role::ListItem),
                     begin(Role::ListBody),
                     text_line(Pt(5), Pt(20), "one "),
                     begin(Role::Figure, "", "yes"),
                     scene::DrawSymbol{{Pt(9), Pt(9), Pt(5), Pt(5)}, test::sample_drawing(), {}},
                     EndGroup{},
                     rest,
                     EndGroup{},
                     EndGroup{},
                     EndGroup{}};
    EXPECT_THAT(structure_of(ops), HasSubstr("LBody (block) \"one \" Figure: "));
    EXPECT_THAT(structure_of(ops), Not(HasSubstr("P (block)")));
}

TEST(PdfStructure, HasABodyInEachItemOfAList) {
    const Ops ops = {begin(Role::List),
                     begin(Role::ListItem),
                     begin(Role::Paragraph),
                     text_line(Pt(5), Pt(20), "one"),
                     EndGroup{},
                     begin(Role::Paragraph),
                     text_line(Pt(5), Pt(30), "more"),
                     EndGroup{},
                     EndGroup{},
                     EndGroup{}};
    EXPECT_THAT(structure_of(ops), HasSubstr("LI (block) LBody (block) P (block) \"one\""
                                             " P (block) \"more\""));
}

TEST(PdfStructure, SaysWhatAFigureShowsAndWhereItIs) {
    const std::string pdf = test::pdf_objects(
        pdf_of({{begin(Role::Figure, "", "Ja (»✓«)"),
                 scene::DrawSymbol{{Pt(9), Pt(9), Pt(5), Pt(6)}, test::sample_drawing(), {}},
                 EndGroup{}, begin(Role::Ornament),
                 scene::DrawSymbol{{Pt(9), Pt(9), Pt(5), Pt(6)}, test::sample_drawing(), {}},
                 EndGroup{}}}));
    EXPECT_THAT(pdf, HasSubstr("/A << /BBox [ 9.00 85.00 14.00 91.00 ] /O /Layout"));
    EXPECT_THAT(pdf, HasSubstr("/Alt <feff004a00610020002800bb271300ab0029>"));
    EXPECT_EQ(pdf.find("/S /Figure"), pdf.rfind("/S /Figure"));
}

TEST(PdfStructure, NamesNotesAndRefersToThem) {
    auto call = text_line(Pt(10), Pt(20), "1");
    call.lines[0].runs[0].note = {"A"};
    auto label = begin(Role::ListLabel);
    label.tag.note = {"A"};
    const Ops ops = {begin(Role::Paragraph),
                     text_line(Pt(5), Pt(20), "Wire"),
                     call,
                     EndGroup{},
                     begin(Role::List),
                     test::begin_note("A"),
                     label,
                     text_line(Pt(5), Pt(70), "1"),
                     EndGroup{},
                     begin(Role::ListBody),
                     text_line(Pt(9), Pt(70), "a note"),
                     EndGroup{},
                     EndGroup{},
                     EndGroup{}};
    EXPECT_THAT(structure_of(ops),
                ::testing::MatchesRegex(
                    ".*Reference \\(inline\\) Link \\(inline\\) \"1\" Object [0-9]+ 0 "
                    "Note <note-A> \\(inline\\) Lbl \\(block\\) Link \\(inline\\) \"1\" "
                    "Object [0-9]+ 0 P \\(block\\) \"a note\" "));
}

TEST(PdfStructure, GivesTheNameOfAnEmptyNoteToNothingElse) {
    EXPECT_THAT(structure_of(Ops{test::begin_note("A"), EndGroup{}, begin(Role::Paragraph),
                                 text_line(Pt(5), Pt(70), "words"), EndGroup{}}),
                Not(HasSubstr("note-A")));
}

TEST(PdfStructure, HasHeadingsOfEachLevel) {
    const auto heading = [](int level) {
        auto group = begin(Role::Heading);
        group.tag.level = level;
        return group;
    };
    const File pdf = pdf_of({{heading(1), text_line(Pt(9), Pt(20), "a"), EndGroup{}, heading(2),
                              text_line(Pt(9), Pt(40), "b"), EndGroup{}, heading(3),
                              text_line(Pt(9), Pt(60), "c"), EndGroup{}}});
    EXPECT_THAT(structure_of(pdf), HasSubstr("H1 (block) \"a\" H2 (block) \"b\" H3 (block) \"c\""));
    EXPECT_THAT(test::run_tool("mutool show {} outline", pdf).text, HasSubstr("\"c\""));
}

TEST(PdfStructure, IsASectionForEachCardAndNoneForCopies) {
    auto card = begin(Role::Card, "", "Ann");
    const auto more = text_line(Pt(10), Pt(40), "more");
    Ops ops = {begin(Role::CutMark),
               scene::StrokeLine{{Pt(5), Pt(0)}, {Pt(5), Pt(9)}, Pt(0.25), {}},
               EndGroup{},
               card,
               text_line(Pt(10), Pt(20), "one"),
               EndGroup{}};
    card.tag.continued = true;
    ops.insert(ops.end(), {card, more, EndGroup{}, begin(Role::Copy), more, EndGroup{}});
    card = begin(Role::Card, "", "Ben");
    ops.insert(ops.end(), {card, text_line(Pt(10), Pt(60), "two"), EndGroup{}});
    const File pdf = pdf_of({ops});
    EXPECT_THAT(structure_of(pdf),
                HasSubstr("Document Sect \"Ann\" P (block) \"one\" P (block) \"more\" "
                          "Sect \"Ben\" P (block) \"two\" "));
    EXPECT_THAT(test::pdf_objects(pdf),
                HasSubstr("/Artifact <</Type /Page>> BDC 0 0 0 RG 0.25 w 5 0 m 5 9 l S EMC"));
}

TEST(PdfStructure, ReadsBothDirectionsInTheirOrder) {
    const test::RunStyle hebrew{test::hebrew_face(), Pt(10), {}, Direction::RightToLeft};
    auto text = text_line(Pt(60), Pt(20), "שלום", hebrew);
    text.direction = Direction::RightToLeft;
    text.lines[0].runs.insert(text.lines[0].runs.begin(),
                              text_line(Pt(20), Pt(20), "Signal").lines[0].runs[0]);
    const File pdf = pdf_of({{begin(Role::Paragraph), text, EndGroup{}}});
    const std::string objects = test::pdf_objects(pdf);
    EXPECT_LT(objects.find("/ActualText <feff05e905dc05d505dd>"),
              objects.find("/ActualText (Signal)"));
    EXPECT_THAT(test::run_tool("pdftotext {} -", pdf).text, HasSubstr("שלום"));
}

TEST(PdfStructure, ReadsNumbersAndSpacesWhereTheirLevelsPutThem) {
    const test::RunStyle hebrew{test::hebrew_face(), Pt(10), {}, Direction::RightToLeft};
    scene::DrawText text = text_line(Pt(10), Pt(20), "see ");
    const auto add = [&text](int x, const char* words, const test::RunStyle& style, int level) {
        LineRun run = text_line(Pt(x), Pt(20), words, style).lines[0].runs[0];
        run.glyphs.level = level;
        text.lines[0].runs.push_back(run);
    };
    text.lines[0].runs[0].glyphs.level = 0;
    add(40, "12", {}, 2);
    add(60, "ערוץ ", hebrew, 1);
    add(90, "now", {}, 0);
    const std::string objects =
        test::pdf_objects(pdf_of({{begin(Role::Paragraph), text, EndGroup{}}}));
    EXPECT_LT(objects.find("/ActualText (see )"), objects.find("/ActualText <feff05e2"));
    EXPECT_LT(objects.find("/ActualText <feff05e2"), objects.find("/ActualText (12now)"));
}

TEST(PdfStructure, SaysTheLanguageOfForeignWords) {
    auto text = text_line(Pt(10), Pt(20), "Datenschutz");
    text.lines[0].runs[0].glyphs.language = "de";
    EXPECT_THAT(test::pdf_objects(pdf_of({{begin(Role::Paragraph), text, EndGroup{}}})),
                HasSubstr("/Lang (de)"));
}

TEST(PdfStructure, DropsTheHyphensThatLayoutPutIn) {
    auto text = text_line(Pt(10), Pt(20), "Ver-");
    text.lines[0].is_hyphenated = true;
    text.lines.push_back(text_line(Pt(10), Pt(40), "schluss").lines[0]);
    EXPECT_THAT(structure_of(Ops{begin(Role::Paragraph), text, EndGroup{}}),
                HasSubstr("\"Verschluss\""));
}

TEST(PdfStructure, PartsWordsWhereALineIsFed) {
    auto text = text_line(Pt(10), Pt(20), "one");
    text.lines[0].is_fed = true;
    text.lines.push_back(text_line(Pt(10), Pt(40), "two").lines[0]);
    EXPECT_THAT(structure_of(Ops{begin(Role::Paragraph), text, EndGroup{}}),
                HasSubstr("\"one two\""));
}

TEST(PdfStructure, SaysThatItIsArchivedAndAccessible) {
    const File pdf = pdf_of({{text_line(Pt(9), Pt(20), "a")}});
    const std::string objects = test::pdf_objects(pdf);
    EXPECT_THAT(objects, HasSubstr("<pdfaid:part>2</pdfaid:part> <pdfaid:conformance>A<"));
    EXPECT_THAT(objects, HasSubstr("<pdfuaid:part>1</pdfuaid:part>"));
    EXPECT_THAT(objects, HasSubstr("/S /GTS_PDFA1"));
    EXPECT_THAT(test::run_tool("pdfinfo {}", pdf).text, HasSubstr("Tagged:          yes"));
}

}  // namespace
}  // namespace broadside::emit
