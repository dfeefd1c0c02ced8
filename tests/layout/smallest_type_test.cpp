#include "broadside/layout/finished_pages.hpp"

#include <gtest/gtest.h>

namespace broadside::layout {
namespace {

placed::Text text_of_size(double size, std::string note = "") {
    placed::Run run;
    run.glyphs.size = Pt(size);
    run.glyphs.font = std::make_shared<const FontFace>();
    run.note = {std::move(note)};
    placed::Text text;
    text.lines.push_back({Pt(0), Pt(0), Pt(0), {run}});
    return text;
}

placed::Page page_of(std::vector<placed::Item> items) { return {{}, {}, std::move(items)}; }

TEST(SmallestType, IsThatOfAnyTextInAnyGroup) {
    const placed::Group list{{Role::List}, {{text_of_size(9)}, {placed::Symbol{}}}};
    EXPECT_EQ(smallest_type({page_of({{text_of_size(20)}}), page_of({{list}})}), Pt(9));
}

TEST(SmallestType, LeavesOutWhatOnlyAccompaniesThePage) {
    placed::Text imprint = text_of_size(6);
    imprint.is_aside = true;
    EXPECT_EQ(smallest_type({page_of({{text_of_size(9)}, {imprint}})}), Pt(9));
}

TEST(SmallestType, CountsTheSizeOfTheStyleNotOfAScaledFace) {
    placed::Text text = text_of_size(6);
    FontFace scaled;
    scaled.scale = 0.75;
    text.lines[0].runs[0].glyphs.font = std::make_shared<const FontFace>(scaled);
    EXPECT_TRUE(nearly(smallest_type({page_of({{text}})}), Pt(8)));
}

TEST(SmallestType, LooksAtCells) {
    placed::Table table;
    table.cells.resize(2);
    table.cells[0].content = {text_of_size(8)};
    table.cells[1].content = {placed::Symbol{}, text_of_size(7)};
    EXPECT_EQ(smallest_type({page_of({{table}})}), Pt(7));
}

TEST(SmallestType, LeavesMarksOut) {
    EXPECT_EQ(smallest_type({page_of({{text_of_size(4, "A")}, {text_of_size(9)}})}), Pt(9));
    placed::Text comma = text_of_size(4);
    comma.lines[0].baseline = comma.lines[0].runs[0].origin.y + Pt(2);
    EXPECT_EQ(smallest_type({page_of({{comma}, {text_of_size(9)}})}), Pt(9));
}

TEST(SmallestType, IsNothingWithoutText) { EXPECT_EQ(smallest_type({page_of({})}), Pt(0)); }

TEST(SmallestType, IsThatOfTagsThatStandHigherThanTheirLine) {
    placed::Text text = text_of_size(9);
    placed::Run tag = text.lines[0].runs[0];
    tag.glyphs.size = Pt(6);
    tag.origin.y -= Pt(1);
    text.lines[0].runs.push_back(tag);
    EXPECT_EQ(smallest_type({page_of({{text}})}), Pt(9)) << "a mark";
    text.lines[0].runs.back().is_tag = true;
    EXPECT_EQ(smallest_type({page_of({{text}})}), Pt(6));
}

}  // namespace
}  // namespace broadside::layout
