#include "broadside/layout/block_parts.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

/// Blocks that no page holds.
namespace broadside::layout {
namespace {

using test::document;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string numbered(std::size_t first, std::size_t last) {
    std::string text = std::to_string(first);
    for (std::size_t i = first + 1; i < last; ++i) text += "\n" + std::to_string(i);
    return text;
}

/// Lines of each page, but for its number.
std::vector<std::vector<std::string>> lines_by_page(const std::vector<placed::Page>& pages) {
    std::vector<std::vector<std::string>> lines;
    for (const placed::Page& page : pages) {
        std::vector<std::string>& of_page = lines.emplace_back();
        for (const placed::Text& text : parts_of<placed::Text>(page.items)) {
            if (text.meaning->role == Role::PageNumber) continue;
            for (const std::string& line : lines_of(text)) of_page.push_back(line);
        }
    }
    return lines;
}

TEST(BlockParts, BreakATextBetweenItsLines) {
    Bench bench(document(test::text_block("a"), test::text_block(numbered(0, 50))));
    const std::vector<placed::Page> pages = bench.pages();
    const auto lines = lines_by_page(pages);
    ASSERT_THAT(lines, SizeIs(3));
    // 262 less a line of 12 and a gap of 10.
    EXPECT_THAT(lines[0], SizeIs(1 + 20));
    EXPECT_EQ(lines[1].front(), "20");
    EXPECT_THAT(lines[1], SizeIs(21));
    EXPECT_EQ(lines[2].back(), "49");
    const placed::Text second = parts_of<placed::Text>(pages[1].items)[0];
    EXPECT_TRUE(nearly(second.box.y, Pt(10)));
    EXPECT_TRUE(nearly(second.lines[0].baseline, Pt(19)));
    EXPECT_THAT(bench.typesetter.take_diagnostics(), IsEmpty());
}

TEST(BlockParts, LeaveNoLineAlone) {
    Bench bench(document(test::text_block(numbered(0, 43))));
    const auto lines = lines_by_page(bench.pages());
    ASSERT_THAT(lines, SizeIs(3));
    EXPECT_THAT(lines[2], ElementsAre("41", "42"));
}

doc::Box numbered_note(const std::string& mark, const std::string& text) {
    doc::Labelled note;
    note.label = test::paragraph(mark);
    note.body.push_back(test::paragraph(text));
    return {std::move(note), {Role::ListItem, 0, {mark}}};
}

TEST(BlockParts, FillColumnsInReadingOrder) {
    doc::BalancedColumns notes;
    notes.count = 2;
    notes.boxes = {numbered_note("A", numbered(0, 30)), numbered_note("B", numbered(30, 60))};
    Bench bench(document(doc::Box{std::move(notes), {Role::List}}));
    const std::vector<placed::Page> pages = bench.pages();
    const auto lines = lines_by_page(pages);
    ASSERT_THAT(lines, SizeIs(2));
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < 60; ++i) {
        if (i == 0) expected.push_back("A");
        if (i == 30) expected.push_back("B");
        expected.push_back(std::to_string(i));
    }
    std::vector<std::string> all = lines[0];
    all.insert(all.end(), lines[1].begin(), lines[1].end());
    EXPECT_EQ(all, expected);
    // What is left of the last page stands in both columns.
    const auto texts = parts_of<placed::Text>(pages[1].items);
    EXPECT_TRUE(nearly(texts[0].box.y, texts[1].box.y));
    EXPECT_THAT(texts[0].lines, SizeIs(9));
}

TEST(BlockParts, SayThatANoteGoesOn) {
    doc::BalancedColumns notes;
    notes.boxes = {numbered_note("A", numbered(0, 30))};
    Bench bench(document(doc::Box{std::move(notes), {Role::List}}));
    std::vector<Shown> shown;
    for (const placed::Page& page : bench.pages()) {
        const auto& list = std::get<placed::Group>(page.items[0].kind);
        const auto& item = std::get<placed::Group>(list.items[0].kind);
        EXPECT_EQ(*item.meaning.note.value, "A");
        shown.push_back(item.meaning.shown);
    }
    EXPECT_THAT(shown, ElementsAre(Shown::First, Shown::Continued));
}

}  // namespace
}  // namespace broadside::layout
