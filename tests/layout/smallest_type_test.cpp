#include "broadside/layout/smallest_type.hpp"

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

placed::Page page_of(std::vector<placed::Block> blocks) { return {{}, {}, std::move(blocks)}; }

TEST(SmallestType, LeavesOutImprintAndPageNumbers) {
    const placed::Header header{text_of_size(20), text_of_size(12), text_of_size(9), {}, {}};
    EXPECT_EQ(smallest_type({page_of({header})}), Pt(9));
    const placed::Imprint imprint{text_of_size(6), std::nullopt};
    EXPECT_EQ(smallest_type({page_of({header}), page_of({imprint})}), Pt(9));
}

TEST(SmallestType, CountsTheSizeOfTheStyleNotOfAScaledFace) {
    placed::Text text = text_of_size(6);
    FontFace scaled;
    scaled.scale = 0.75;
    text.lines[0].runs[0].glyphs.font = std::make_shared<const FontFace>(scaled);
    EXPECT_TRUE(nearly(smallest_type({page_of({placed::Paragraphs{{text}}})}), Pt(8)));
}

TEST(SmallestType, LooksAtCells) {
    placed::Table table;
    table.cells.resize(2);
    table.cells[0].content = {text_of_size(8)};
    table.cells[1].content = {placed::Symbol{}, text_of_size(7)};
    EXPECT_EQ(smallest_type({page_of({table})}), Pt(7));
}

TEST(SmallestType, LooksAtLabelsAndSamplesOfALegend) {
    placed::LegendGroup group;
    group.entries.push_back({{}, text_of_size(8)});
    group.sample = {text_of_size(7.5)};
    EXPECT_EQ(smallest_type({page_of({placed::Legend{{group}}})}), Pt(7.5));
}

TEST(SmallestType, LooksAtLabelsOfLinks) {
    placed::Links links;
    links.links.push_back({text_of_size(6), text_of_size(8), std::nullopt, {}});
    EXPECT_EQ(smallest_type({page_of({links})}), Pt(6));
}

TEST(SmallestType, LeavesMarksOut) {
    placed::Notes notes;
    notes.notes.push_back({"A", text_of_size(5), text_of_size(8)});
    const placed::Paragraphs marked{{text_of_size(4, "A"), text_of_size(9)}};
    EXPECT_EQ(smallest_type({page_of({notes, marked})}), Pt(8));
}

TEST(SmallestType, IsNothingWithoutText) { EXPECT_EQ(smallest_type({page_of({})}), Pt(0)); }

}  // namespace
}  // namespace broadside::layout
