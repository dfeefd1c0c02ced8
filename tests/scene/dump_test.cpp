#include <memory>
#include <utility>

#include <gmock/gmock.h>

#include "broadside/scene/scene.hpp"

namespace broadside::scene {
namespace {

using testing::HasSubstr;

Run run(Point origin, std::string text, int weight) {
    FontFace face;
    face.family = "Noto Sans";
    face.weight = weight;
    Run run;
    run.origin = origin;
    run.glyphs.font = std::make_shared<const FontFace>(face);
    run.glyphs.size = Pt(10);
    run.glyphs.colour = {0x14, 0x21, 0x3d};
    run.glyphs.utf8 = std::move(text);
    return run;
}

std::string dump_of(std::vector<Op> ops) {
    Scene scene;
    scene.metadata.title = "Title";
    scene.metadata.language = "fr";
    scene.pages.push_back({{Pt(100), Pt(50)}, {255, 255, 255}, std::move(ops)});
    return dump(scene);
}

TEST(Dump, SaysTitleLanguageDirectionAndPageSize) {
    EXPECT_EQ(dump_of({}), "scene 'Title' fr ltr\npage 100.00x50.00 #ffffff\n");
}

TEST(Dump, IndentsOpsByGroupDepth) {
    Tag cell;
    cell.role = Role::Cell;
    cell.row = 3;
    cell.column = 1;
    const std::string text = dump_of(
        {BeginGroup{cell}, FillRect{{Pt(1), Pt(2), Pt(3), Pt(4)}, {255, 0, 0}}, EndGroup{}});
    EXPECT_THAT(
        text,
        HasSubstr("\n  begin cell row=3 col=1\n    rect 1.00,2.00 3.00x4.00 #ff0000\n  end\n"));
}

DrawText text_of(Line line) { return {Direction::LeftToRight, {std::move(line)}}; }

TEST(Dump, WritesTextWithFontSizeAndColour) {
    Line line;
    line.runs = {run({Pt(12), Pt(40.5)}, "Signal", 700)};
    EXPECT_THAT(dump_of({text_of(line)}),
                HasSubstr("  text 12.00,40.50 'Signal' Noto Sans 700 10pt #14213d\n"));
}

TEST(Dump, PutsFurtherRunsOfALineUnderTheFirst) {
    Line line;
    line.runs = {run({Pt(12), Pt(40)}, "UE", 400), run({Pt(20), Pt(38)}, "(A)", 700)};
    line.runs[1].note = {"A"};
    EXPECT_THAT(dump_of({text_of(line)}),
                HasSubstr("\n     + 20.00,38.00 '(A)' Noto Sans 700 10pt #14213d note=A\n"));
}

TEST(Dump, KeepsOneLineForTextWithLineFeedsAndQuotes) {
    Line line;
    line.runs = {run({}, "a'b\n\\c", 400)};
    EXPECT_THAT(dump_of({text_of(line)}), HasSubstr("'a\\'b\\n\\\\c'"));
}

TEST(Dump, WritesSpansScopeAndLabelsOnlyWhereTheyAreSet) {
    Tag tag;
    tag.role = Role::HeaderCell;
    tag.scope = HeaderScope::RowGroup;
    tag.column_span = 6;
    EXPECT_THAT(dump_of({BeginGroup{tag}, EndGroup{}}),
                HasSubstr("begin header-cell row=0 col=0 cols=6 scope=row-group\n"));
}

TEST(Dump, WritesRulesAndSymbols) {
    Drawing drawing;
    drawing.name = "lock";
    const std::string text = dump_of(
        {StrokeLine{{Pt(1), Pt(2)}, {Pt(9), Pt(2)}, Pt(0.5), {}},
         DrawSymbol{
             {Pt(1), Pt(2), Pt(8), Pt(8)}, std::make_shared<const Drawing>(drawing), {0, 128, 0}}});
    EXPECT_THAT(text, HasSubstr("  rule 1.00,2.00 9.00,2.00 width=0.50 #000000\n"));
    EXPECT_THAT(text, HasSubstr("  symbol 1.00,2.00 8.00x8.00 lock #008000\n"));
}

}  // namespace
}  // namespace broadside::scene
