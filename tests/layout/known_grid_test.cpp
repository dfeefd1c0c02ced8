#include "broadside/layout/known_grid.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <random>
#include <set>

#include <gmock/gmock.h>

#include "broadside/layout/layout.hpp"
#include "broadside/placed/document.hpp"
#include "layout/bench.hpp"

/// Pages of many records that are much alike.
namespace broadside::layout {
namespace {

using test::document;
using test::foot;
using test::grid;
using test::paragraph;
using test::plain_rows;
using test::table;
using test::text_block;
using testing::SizeIs;

using Shared = std::shared_ptr<const doc::Document>;

doc::Document page(const std::string& title, const std::string& remark = "a remark",
                   const std::string& imprint = "i") {
    doc::Document page = document(text_block(title), table(grid({Fraction{1}}, plain_rows(7))),
                                  text_block(remark), foot(paragraph(imprint)));
    page.fit = doc::Fit{1, 0.5, 2, {}, {}};
    return page;
}

/// One thread that has pages laid out.
struct Thread {
    test::MonoShaper shaper;
    KnownGrids known = {};

    /// What it makes of the page; that is what others make of it who know no other.
    Result<placed::Document> lay_out(doc::Document page) {
        const Shared shared = std::make_shared<const doc::Document>(std::move(page));
        Result<placed::Document> made = layout_like_others(shared, shaper, known);
        test::MonoShaper others;
        const Result<placed::Document> alone = layout(*shared, others);
        EXPECT_EQ(made.ok(), alone.ok());
        EXPECT_EQ(messages_of(made.diagnostics()), messages_of(alone.diagnostics()));
        if (made.ok() && alone.ok()) {
            EXPECT_EQ(placed::dump(*made), placed::dump(*alone));
        }
        return made;
    }

    /// Whether the page gets the grid that is known, without a search.
    bool knows(doc::Document page) {
        const std::set<std::shared_ptr<KnownGrid>> before(known.begin(), known.end());
        lay_out(std::move(page));
        return std::all_of(known.begin(), known.end(),
                           [&](const auto& grid) { return before.count(grid) > 0; });
    }
};

TEST(KnownGrid, HoldsForTextsThatNeedAsMuchRoom) {
    Thread thread;
    thread.lay_out(page("Ann"));
    EXPECT_TRUE(thread.knows(page("Ben")));
    EXPECT_TRUE(thread.knows(page("Cleo", "none")));
    EXPECT_TRUE(thread.knows(page("Dora", "a remark", "j")));
}

TEST(KnownGrid, HoldsNotForOneLineMore) {
    Thread thread;
    thread.lay_out(page("Ann"));
    EXPECT_FALSE(thread.knows(page("Ann\nof Rome")));
    EXPECT_TRUE(thread.knows(page("Ben\nof York")));
    EXPECT_TRUE(thread.knows(page("Cleo")));
    EXPECT_FALSE(thread.knows(page("Cleo", "")));
}

TEST(KnownGrid, HoldsNotForTextsThatAreBrokenOnTheWay) {
    Thread thread;
    thread.lay_out(page("Ann"));
    // Of 180 pt, in the type of the page one line, in larger type two.
    EXPECT_FALSE(thread.knows(page("Ann of a long name")));
}

TEST(KnownGrid, HoldsForNoOtherTable) {
    Thread thread;
    thread.lay_out(page("Ann"));
    doc::Document other = page("Ann");
    auto& other_table = std::get<doc::Table>(other.blocks[1].content);
    std::get<doc::Paragraph>(std::get<doc::Cell>(other_table.grid.slots[0]).content[0])
        .spans[0]
        .text = "z";
    EXPECT_FALSE(thread.knows(std::move(other)));
}

TEST(KnownGrid, HoldsForNoOtherPageOrBlocks) {
    const std::vector<std::function<void(doc::Document&)>> changes = {
        [](doc::Document& page) { page.page.margin.left = Pt(11); },
        [](doc::Document& page) { page.page.block_gap = Pt(9); },
        [](doc::Document& page) { page.fit->max_scale = 1.5; },
        [](doc::Document& page) { page.metadata.language = "de"; },
        [](doc::Document& page) { page.direction = Direction::RightToLeft; },
        [](doc::Document& page) { page.blocks[0].gap_below = Pt(3); },
        [](doc::Document& page) { page.blocks[2].keeps_with_next = true; },
        [](doc::Document& page) { page.blocks.erase(page.blocks.begin() + 2); },
    };
    for (const auto& change : changes) {
        Thread thread;
        thread.lay_out(page("Ann"));
        doc::Document other = page("Ann");
        change(other);
        EXPECT_FALSE(thread.knows(std::move(other)));
    }
}

TEST(KnownGrid, TellsWhatFollowsFromIt) {
    Thread thread;
    doc::Document sparse = document(text_block("Ann"));
    sparse.fit = doc::Fit{1, 1, 1, {}, {}};
    EXPECT_FALSE(thread.lay_out(sparse).diagnostics().empty());
    EXPECT_TRUE(thread.knows(sparse));
}

TEST(KnownGrid, IsNotKeptWhereTextsHaveToBeTold) {
    Thread thread;
    thread.lay_out(page("Ann"));
    const std::string wide = "B" + std::string(50, 'n');
    EXPECT_FALSE(thread.lay_out(page(wide)).ok());
    EXPECT_FALSE(thread.lay_out(page(wide)).ok());
    EXPECT_FALSE(thread.lay_out(page("B\uFFFD")).ok());
    EXPECT_TRUE(thread.knows(page("Cleo")));
}

TEST(KnownGrid, IsOneOfAFew) {
    Thread thread;
    for (const char* name : {"a", "a\nb", "a\nb\nc", "a\nb\nc\nd"}) thread.lay_out(page(name));
    EXPECT_TRUE(thread.knows(page("b")));
    thread.lay_out(page("a\nb\nc\nd\ne"));
    EXPECT_THAT(thread.known, SizeIs(4));
    EXPECT_TRUE(thread.knows(page("c")));  // asked for after the second
    EXPECT_FALSE(thread.knows(page("c\nd")));
}

/// Whatever came before, a page is what it is alone.
TEST(KnownGrid, IsTheOneThatASearchFinds) {
    std::mt19937 random(7);
    const auto any = [&](int most) {
        std::string text;
        for (int words = std::uniform_int_distribution(0, most)(random); words > 0; --words)
            text += std::string(std::uniform_int_distribution<std::size_t>(1, 12)(random), 'n') +
                    (words % 7 == 1 ? "\n" : " ");
        return text + "x";
    };
    Thread thread;
    int count = 0;
    for (int i = 0; i < 300; ++i) {
        doc::Document document = page(any(1), any(i % 3 == 0 ? 9 : 1), i % 11 == 0 ? any(2) : "i");
        if (i % 5 == 0) document.fit->pages = 2;
        if (i % 7 == 0) document.fit.reset();
        count += thread.knows(std::move(document));
        if (testing::Test::HasFailure()) break;
    }
    EXPECT_GT(count, 20);
    EXPECT_LT(count, 270);
}

}  // namespace
}  // namespace broadside::layout
