#include <memory>
#include <utility>

#include <gmock/gmock.h>

#include "broadside/scene/scene.hpp"

namespace broadside::scene {
namespace {

using testing::HasSubstr;

LineRun run(Point origin, std::string text, int weight) {
    FontFace face;
    face.family = "Noto Sans";
    face.weight = weight;
    LineRun run;
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

DrawText text_of(Line line) { return {Direction::LeftToRight, {std::move(line)}}; }

TEST(Dump, PutsFurtherRunsOfALineUnderTheFirst) {
    Line line;
    line.runs = {run({Pt(12), Pt(40)}, "UE", 400), run({Pt(20), Pt(38)}, "(A)", 700)};
    line.runs[1].note = {"A"};
    EXPECT_THAT(dump_of({text_of(line)}),
                HasSubstr("\n     + 20,38 \"(A)\" Noto Sans 700 10 #14213d note=A\n"));
}

TEST(Dump, KeepsOneLineForTextWithLineFeedsAndQuotes) {
    Line line;
    line.runs = {run({}, "a\"b\n\\c", 400)};
    EXPECT_THAT(dump_of({text_of(line)}), HasSubstr(R"("a\"b\n\\c")"));
}

TEST(Dump, WritesSpansScopeAndLabelsOnlyWhereTheyAreSet) {
    Tag tag;
    tag.role = Role::HeaderCell;
    tag.scope = HeaderScope::RowGroup;
    tag.column_span = 6;
    EXPECT_THAT(dump_of({BeginGroup{tag}, EndGroup{}}),
                HasSubstr("begin header-cell row=0 col=0 cols=6 scope=row-group\n"));
}

}  // namespace
}  // namespace broadside::scene
