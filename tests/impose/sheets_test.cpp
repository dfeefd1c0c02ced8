#include "broadside/impose/sheets.hpp"

#include <gmock/gmock.h>

#include "support/scene_ops.hpp"

namespace broadside::impose {
namespace {

using scene::Role;
using test::ops_of;
using test::tags_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Colour kWhite{255, 255, 255};

/// Six cards of 30 × 20 pt, with 30 pt of the sheet at their sides and 40 pt above and below.
Imposition six_cards() { return {{Pt(150), Pt(120)}, {Pt(30), Pt(20)}, 3, 2, Pt(0), true}; }

/// Pages, on each of which a note is called and listed, and a table begins at its corner.
scene::Scene document(std::string title, std::size_t pages = 1) {
    scene::Scene scene;
    scene.metadata = {std::move(title), "en", "An author", "A description", ""};
    for (std::size_t i = 0; i < pages; ++i) {
        scene::Tag table{Role::Table}, note{Role::ListItem};
        table.table = 1;
        note.note = {"cash"};
        LineRun mark;
        mark.note = {"cash"};
        mark.call = 1;
        scene.pages.push_back(
            {{Pt(30), Pt(20)},
             kWhite,
             {scene::BeginGroup{table}, scene::FillRect{{Pt(1), Pt(2), Pt(3), Pt(4)}, {}},
              scene::DrawText{Direction::LeftToRight, {{Pt(5), Pt(6), Pt(7), {mark}}}},
              scene::EndGroup{}, scene::BeginGroup{note}, scene::EndGroup{}}});
    }
    return scene;
}

/// Where the corners of the cards on a sheet are.
std::vector<Point> corners(const scene::Page& page) {
    std::vector<Point> corners;
    for (const auto& fill : ops_of<scene::FillRect>(page))
        corners.push_back({fill.rect.x - Pt(1), fill.rect.y - Pt(2)});
    return corners;
}

scene::Scene sheets_of(std::vector<scene::Scene> documents, const Imposition& imposition) {
    Sheets sheets(imposition);
    for (scene::Scene& one : documents) sheets.add(std::move(one));
    return std::move(sheets).finish();
}

TEST(Sheets, FillRowByRowInTheMiddle) {
    const scene::Scene scene = sheets_of({document("a", 4), document("b", 3)}, six_cards());
    EXPECT_TRUE(scene.keeps_size);
    ASSERT_THAT(scene.pages, SizeIs(2));
    EXPECT_EQ(scene.pages[0].size, (Size{Pt(150), Pt(120)}));
    EXPECT_THAT(corners(scene.pages[0]),
                ElementsAre(Point{Pt(30), Pt(40)}, Point{Pt(60), Pt(40)}, Point{Pt(90), Pt(40)},
                            Point{Pt(30), Pt(60)}, Point{Pt(60), Pt(60)}, Point{Pt(90), Pt(60)}));
    EXPECT_THAT(corners(scene.pages[1]), ElementsAre(Point{Pt(30), Pt(40)}));
}

TEST(Sheets, BeginWhereReadingDoes) {
    scene::Scene one = document("a", 2);
    one.direction = Direction::RightToLeft;
    const scene::Scene scene = sheets_of({one}, six_cards());
    EXPECT_EQ(scene.direction, Direction::RightToLeft);
    EXPECT_THAT(corners(scene.pages[0]), ElementsAre(Point{Pt(90), Pt(40)}, Point{Pt(60), Pt(40)}));
}

TEST(Sheets, MoveAllThatIsDrawn) {
    scene::Scene one;
    const Rect rect{Pt(1), Pt(2), Pt(3), Pt(4)};
    scene::DrawText text{Direction::LeftToRight, {{Pt(5), Pt(6), Pt(7), {{{Pt(6), Pt(5)}, {}}}}}};
    text.turn = Turn{{Pt(8), Pt(9)}};
    one.pages.push_back({{Pt(30), Pt(20)},
                         kWhite,
                         {scene::FillRect{rect, {}}, text, scene::DrawSymbol{rect, nullptr, {}},
                          scene::StrokeLine{{Pt(1), Pt(2)}, {Pt(3), Pt(4)}, Pt(1), {}}}});
    Imposition imposition = six_cards();
    imposition.has_cut_marks = false;
    const scene::Page sheet = sheets_of({one}, imposition).pages.front();
    const Rect there{Pt(31), Pt(42), Pt(3), Pt(4)};
    EXPECT_EQ(ops_of<scene::FillRect>(sheet).front().rect, there);
    EXPECT_EQ(ops_of<scene::DrawSymbol>(sheet).front().box, there);
    EXPECT_EQ(ops_of<scene::StrokeLine>(sheet).front().from, (Point{Pt(31), Pt(42)}));
    EXPECT_EQ(ops_of<scene::StrokeLine>(sheet).front().to, (Point{Pt(33), Pt(44)}));
    const auto moved_text = ops_of<scene::DrawText>(sheet).front();
    EXPECT_EQ(moved_text.lines[0].baseline, Pt(45));
    EXPECT_EQ(moved_text.lines[0].left, Pt(36));
    EXPECT_EQ(moved_text.lines[0].runs[0].origin, (Point{Pt(36), Pt(45)}));
    EXPECT_EQ(moved_text.turn->about, (Point{Pt(38), Pt(49)}));
}

TEST(Sheets, KeepNotesAndTablesOfDocumentsApart) {
    const scene::Scene scene = sheets_of({document("a", 2), document("b")}, six_cards());
    std::vector<std::size_t> tables;
    std::vector<std::string> notes, marks;
    for (const scene::Tag& tag : tags_of(scene.pages[0], Role::Table)) tables.push_back(tag.table);
    for (const scene::Tag& tag : tags_of(scene.pages[0], Role::ListItem))
        notes.push_back(*tag.note.value);
    for (const auto& text : ops_of<scene::DrawText>(scene.pages[0]))
        marks.push_back(*text.lines[0].runs[0].note.value);
    EXPECT_THAT(tables, ElementsAre(1, 1, 2));
    EXPECT_THAT(notes, ElementsAre("1-cash", "1-cash", "2-cash"));
    EXPECT_EQ(marks, notes);
}

TEST(Sheets, HaveACardForEachDocument) {
    const scene::Scene scene = sheets_of({document("a", 2), document("b")}, six_cards());
    const auto cards = tags_of(scene.pages[0], Role::Card);
    ASSERT_THAT(cards, SizeIs(3));
    EXPECT_EQ(cards[0].label, "a");
    EXPECT_FALSE(cards[0].continued);
    EXPECT_TRUE(cards[1].continued);
    EXPECT_EQ(cards[2].label, "b");
    EXPECT_FALSE(cards[2].continued);
}

TEST(Sheets, SayOfThemselvesWhatAllDocumentsSay) {
    scene::Scene last = document("c");
    last.metadata.description = "Another";
    const Metadata metadata = sheets_of({document("a"), document("b"), last}, six_cards()).metadata;
    EXPECT_EQ(metadata.title, "a – c");
    EXPECT_EQ(metadata.author, "An author");
    EXPECT_EQ(metadata.description, "");
    EXPECT_EQ(sheets_of({document("a"), document("a")}, six_cards()).metadata.title, "a");
}

TEST(Impose, FillsASheetWithCopiesOfOnePage) {
    const scene::Scene scene = impose(document("a"), six_cards());
    ASSERT_THAT(scene.pages, SizeIs(1));
    const scene::Page& sheet = scene.pages[0];
    EXPECT_THAT(corners(sheet), SizeIs(6));
    EXPECT_THAT(tags_of(sheet, Role::Card), SizeIs(1));
    EXPECT_THAT(tags_of(sheet, Role::Copy), SizeIs(5));
    EXPECT_THAT(tags_of(sheet, Role::Table), SizeIs(1));
    std::size_t calls = 0;
    for (const auto& text : ops_of<scene::DrawText>(sheet)) {
        if (!text.lines[0].runs[0].note.empty()) ++calls;
    }
    EXPECT_EQ(calls, 1);
}

TEST(Impose, SetsSeveralPagesAsTheyCome) {
    const scene::Scene scene = impose(document("a", 7), six_cards());
    ASSERT_THAT(scene.pages, SizeIs(2));
    EXPECT_THAT(tags_of(scene.pages[0], Role::Copy), IsEmpty());
    EXPECT_THAT(corners(scene.pages[1]), SizeIs(1));
}

struct Marks {
    std::vector<double> across, down;  // where the cuts are
    std::vector<double> begin, end;    // of marks above and below
    std::vector<scene::StrokeLine> strokes;
};

Marks marks_of(const Imposition& imposition, Colour paper = kWhite) {
    scene::Scene one = document("a");
    one.pages[0].paper = paper;
    Marks marks;
    marks.strokes = ops_of<scene::StrokeLine>(sheets_of({one}, imposition).pages[0]);
    for (const auto& [from, to, width, colour] : marks.strokes) {
        if (from.x == to.x) {
            marks.across.push_back(from.x.value);
            marks.begin.push_back(from.y.value);
            marks.end.push_back(to.y.value);
        } else {
            marks.down.push_back(from.y.value);
        }
    }
    return marks;
}

TEST(CutMarks, StandAtBothEndsOfEachCut) {
    const Marks marks = marks_of(six_cards());
    EXPECT_THAT(marks.across, ElementsAre(30, 30, 60, 60, 90, 90, 120, 120));
    EXPECT_THAT(marks.down, ElementsAre(40, 40, 60, 60, 80, 80));
    // 3 mm away, 5 mm long.
    EXPECT_THAT(marks.begin, ElementsAre(17.33, 88.5, 17.33, 88.5, 17.33, 88.5, 17.33, 88.5));
    EXPECT_THAT(marks.end, ElementsAre(31.5, 102.67, 31.5, 102.67, 31.5, 102.67, 31.5, 102.67));
    for (const auto& stroke : marks.strokes) EXPECT_EQ(stroke.width, Pt(0.25));
}

TEST(CutMarks, AreTwoWhereCardsDoNotTouch) {
    Imposition imposition = six_cards();
    imposition.gap = Pt(5);
    EXPECT_THAT(marks_of(imposition).down,
                ElementsAre(37.5, 37.5, 57.5, 57.5, 62.5, 62.5, 82.5, 82.5));
}

TEST(CutMarks, AreShorterWhereThereIsLittleRoomAndNoneWhereThereIsNone) {
    Imposition imposition = six_cards();
    imposition.sheet.height = Pt(70);  // 15 pt above and below
    EXPECT_THAT(marks_of(imposition).begin, ElementsAre(0, 63.5, 0, 63.5, 0, 63.5, 0, 63.5));
    imposition.sheet.height = Pt(66);
    EXPECT_THAT(marks_of(imposition).across, IsEmpty());
    EXPECT_THAT(marks_of(imposition).down, SizeIs(6));
}

TEST(CutMarks, AreNoneWhereTheSheetEnds) {
    Imposition imposition = six_cards();
    imposition.sheet.width = Pt(90);
    EXPECT_THAT(marks_of(imposition).across, ElementsAre(30, 30, 60, 60));
    EXPECT_THAT(marks_of(imposition).down, IsEmpty());
    imposition.has_cut_marks = false;
    EXPECT_THAT(marks_of(imposition).strokes, IsEmpty());
}

TEST(CutMarks, AreSeenOnTheirPaper) {
    EXPECT_EQ(marks_of(six_cards()).strokes.front().colour, (Colour{0, 0, 0}));
    EXPECT_EQ(marks_of(six_cards(), {20, 20, 60}).strokes.front().colour, kWhite);
}

}  // namespace
}  // namespace broadside::impose
