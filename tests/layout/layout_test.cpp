#include "broadside/layout/layout.hpp"

#include <cmath>
#include <random>

#include <gmock/gmock.h>

#include "broadside/placed/document.hpp"
#include "layout/bench.hpp"
#include "support/source_places.hpp"

namespace broadside::layout {
namespace {

using test::cell;
using test::document;
using test::grid;
using test::plain_rows;
using test::text_block;
using testing::Contains;
using testing::ElementsAre;
using testing::SizeIs;

Result<placed::Document> laid_out(const doc::Document& document) {
    test::MonoShaper shaper;
    return layout(document, shaper);
}

TEST(Layout, FillsThePageToItsMargin) {
    doc::Document page = document(
        text_block("a"), test::padded(test::table(grid({Fraction{1}}, plain_rows(9))), 0, 2));
    page.fit = doc::Fit{1, 0.5, 2, {}, {}};
    const Result<placed::Document> result = laid_out(page);
    ASSERT_TRUE(result.ok());
    const placed::Table table = parts_of<placed::Table>(result->pages)[0];
    EXPECT_NEAR(table.box.bottom().value, 290, 0.01);
    EXPECT_GT(result->decisions.type_scale, 1);
    EXPECT_TRUE(nearly(result->decisions.smallest_type, Pt(10) * result->decisions.type_scale));
}

TEST(Layout, FillsThePageAboveTheImprint) {
    doc::Document page =
        document(test::padded(test::table(grid({Fraction{1}}, plain_rows(9))), 0, 2),
                 test::foot(test::paragraph("i")));
    page.fit = doc::Fit{1, 1, 1, {}, {}};
    const Result<placed::Document> result = laid_out(page);
    const placed::Table table = parts_of<placed::Table>(result->pages)[0];
    const placed::Text imprint = asides_of(result->pages)[0];
    const double gap = 6 * result->decisions.padding_scale;
    EXPECT_NEAR((imprint.box.y - table.box.bottom()).value, gap, 0.01);
}

TEST(Layout, FailsWhenAGlyphIsMissing) {
    doc::Document page = document(text_block("a\ufffd"));
    test::words_of(page.blocks[0]).origin = test::place_at("/text");
    const Result<placed::Document> result = laid_out(page);
    EXPECT_FALSE(result.ok());
    EXPECT_THAT(messages_of(result.diagnostics()),
                ElementsAre("no font of the manifest has U+FFFD in \"a\ufffd\""));
    EXPECT_EQ(test::pointer_of(result.diagnostics()[0].place), "/text");
}

TEST(Layout, HyphenatesAWordThatIsTooLongWithoutFit) {
    const Result<placed::Document> result = laid_out(document(text_block("abcdefghijklmnopqrst")));
    ASSERT_TRUE(result.ok());
    EXPECT_TRUE(result->decisions.hyphenated);
}

TEST(Layout, FailsWhenAWordIsTooLong) {
    EXPECT_FALSE(laid_out(document(text_block("12345678901234567890123456"))).ok());
}

TEST(Layout, SetsSmallerTypeBeforeItBreaksAWordWithoutFit) {
    const Result<placed::Document> result = laid_out(document(text_block("12345678901234567890")));
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(parts_of<placed::Text>(result->pages)[0].lines, SizeIs(1));
    EXPECT_LT(result->decisions.type_scale, 1);
    EXPECT_THAT(messages_of(result.diagnostics()),
                ElementsAre(testing::MatchesRegex(
                    "in its own type the page is too narrow: all type is set at [0-9]+ %")));
}

TEST(Layout, BreaksAWordThatIsTooLongWithAWarning) {
    const Result<placed::Document> result = laid_out(document(text_block(std::string(40, '*'))));
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(parts_of<placed::Text>(result->pages)[0].lines, SizeIs(3));
    EXPECT_THAT(result.diagnostics(), SizeIs(1));
    EXPECT_EQ(result.diagnostics()[0].code, "broken-word");
}

TEST(Layout, WarnsOfABrokenWordInItsLanguageOnly) {
    SharedBench bench({in_language("en", document(text_block("a"))),
                       in_language("de", document(text_block(std::string(40, '*'))))});
    const auto results = layout_together(bench.pointers(), bench.shaper);
    ASSERT_TRUE(results[0].ok());
    EXPECT_THAT(results[0].diagnostics(), SizeIs(0));
    EXPECT_THAT(results[1].diagnostics(), SizeIs(1));
}

TEST(Layout, FailsWhenNothingFits) {
    doc::Document page = document(test::table(grid({Fraction{1}}, plain_rows(30))));
    page.fit = doc::Fit{1, 1, 1, {FitRung::Padding}, {}};
    const Result<placed::Document> result = laid_out(page);
    EXPECT_FALSE(result.ok());
    EXPECT_THAT(
        messages_of(result.diagnostics()),
        Contains(testing::MatchesRegex("does not fit: needs 2 pages at the smallest type, and "
                                       "`fit` allows 1: .* mm too high")));
}

TEST(Layout, DoesNotFitAPageOfAutomaticHeight) {
    doc::Document page = document(test::table(grid({Fraction{1}}, plain_rows(99))));
    page.fit = doc::Fit{1, 1, 1, {}, {}};
    page.page.auto_height = true;
    const Result<placed::Document> result = laid_out(page);
    ASSERT_TRUE(result.ok());
    EXPECT_TRUE(nearly(result->pages[0].size.height, Pt(20 + 99 * 12)));
}

TEST(Layout, MirrorsRightToLeftDocuments) {
    doc::Document page = document(text_block("ab"));
    page.direction = Direction::RightToLeft;
    const Result<placed::Document> result = laid_out(page);
    EXPECT_EQ(result->direction, Direction::RightToLeft);
    const placed::Text text = parts_of<placed::Text>(result->pages)[0];
    EXPECT_EQ(text.lines[0].left, Pt(170));
    EXPECT_EQ(text.direction, Direction::RightToLeft);
}

TEST(Layout, GivesTheSamePagesAgain) {
    doc::Document page =
        document(text_block("a b c"), test::table(grid({Fraction{1}}, plain_rows(9))));
    page.fit = doc::Fit{1, 0.5, 2, {}, {}};
    EXPECT_EQ(placed::dump(*laid_out(page)), placed::dump(*laid_out(page)));
}

/// Grids with spans that never overlap, of words that are at most eight characters long.
class RandomGrid {
public:
    explicit RandomGrid(unsigned seed) : random_(seed) {}

    doc::Document page() {
        const std::size_t columns = below(6) + 1;
        const std::size_t rows = below(12) + 1;
        std::vector<WidthRule> rules;
        for (std::size_t i = 0; i < columns; ++i) rules.push_back(rule());
        std::vector<test::GridRow> made;
        std::vector<bool> taken(rows * columns);
        for (std::size_t row = 0; row < rows; ++row) {
            made.push_back(test::body_row("r" + std::to_string(row), {}));
            for (std::size_t column = 0; column < columns; ++column) {
                if (taken[row * columns + column]) continue;
                doc::Cell next = random_cell();
                next.row_span = 1 + below(std::min<std::size_t>(3, rows - row));
                while (column + next.column_span < columns &&
                       !taken[row * columns + column + next.column_span] && below(4) == 0) {
                    ++next.column_span;
                }
                for (std::size_t r = 0; r < next.row_span; ++r) {
                    for (std::size_t c = 0; c < next.column_span; ++c) {
                        taken[(row + r) * columns + column + c] = true;
                    }
                }
                made.back().cells.push_back(std::move(next));
            }
        }
        doc::Document page =
            document(test::padded(test::table(grid(std::move(rules), std::move(made))),
                                  static_cast<double>(below(4)), 2));
        page.page.size.width = Pt(static_cast<double>(60 + below(900)));
        page.direction = below(2) == 0 ? Direction::LeftToRight : Direction::RightToLeft;
        return page;
    }

private:
    std::size_t below(std::size_t end) { return random_() % end; }

    WidthRule rule() {
        switch (below(5)) {
            case 0: return MinContent{};
            case 1: return MaxContent{};
            case 2: return FitContent{Pt(80)};
            case 3: return Fraction{2};
            default: return Fraction{1};
        }
    }

    doc::Cell random_cell() {
        if (below(4) == 0) {
            doc::Cell symbol = test::symbol_cell(10);
            if (below(2) == 0) {
                std::get<doc::SymbolLine>(symbol.content[0]).marks = {test::note_mark("A")};
            }
            symbol.alignment = static_cast<Alignment>(below(3));
            return symbol;
        }
        std::string words;
        for (std::size_t i = below(6) + 1; i > 0; --i) {
            words += std::string(below(8) + 1, 'a') + (i > 1 ? " " : "");
        }
        doc::Cell text = cell(test::paragraph(words, below(2) == 0 ? 10 : 7));
        text.alignment = static_cast<Alignment>(below(3));
        if (below(5) == 0) text.badge = test::symbol(8);
        return text;
    }

    std::mt19937 random_;
};

/// The same page with other words in every cell.
doc::Document in_other_words(doc::Document page, unsigned seed) {
    std::mt19937 random(seed);
    for (doc::Box& block : page.blocks) {
        auto* table = std::get_if<doc::Table>(&block.content);
        if (!table) continue;
        for (doc::Slot& slot : table->grid.slots) {
            auto* cell = std::get_if<doc::Cell>(&slot);
            auto* text = cell ? std::get_if<doc::Paragraph>(&cell->content[0]) : nullptr;
            if (!text) continue;
            std::string words;
            for (std::size_t i = random() % 6 + 1; i > 0; --i)
                words += std::string(random() % 8 + 1, 'b') + (i > 1 ? " " : "");
            text->spans[0].text = words;
        }
    }
    return page;
}

bool is_finite(const Rect& rect) {
    return std::isfinite(rect.x.value) && std::isfinite(rect.y.value) &&
           std::isfinite(rect.width.value) && std::isfinite(rect.height.value) &&
           rect.width >= Pt(0) && rect.height >= Pt(0);
}

bool holds(const Rect& outer, const Rect& inner) {
    return fits(outer.x, inner.x) && fits(inner.right(), outer.right()) && fits(outer.y, inner.y) &&
           fits(inner.bottom(), outer.bottom());
}

/// The part of the line that is inked: from its left end to its right one, from top to bottom of
/// its text.
Rect box_of(const placed::Line& line, const placed::Text& text) {
    return {line.left, text.box.y, line.width, text.box.height};
}

void expect_content_inside(const placed::Cell& cell) {
    for (const placed::Content& content : cell.content) {
        if (const auto* symbol = std::get_if<placed::Symbol>(&content)) {
            EXPECT_TRUE(holds(cell.box, symbol->box));
            continue;
        }
        const placed::Text& text = text_of(content);
        for (const placed::Line& line : text.lines) {
            EXPECT_TRUE(holds(cell.box, box_of(line, text))) << text_of(line);
        }
    }
}

/// Cells are inside the table, and their areas add up to its own without two of them in one slot.
void expect_covered(const placed::Table& table) {
    const std::size_t columns = table.column_edges.size() - 1;
    std::vector<int> covers(table.rows.size() * columns);
    double area = 0;
    for (const placed::Cell& cell : table.cells) {
        EXPECT_TRUE(is_finite(cell.box));
        EXPECT_TRUE(holds(table.box, cell.box));
        area += cell.box.width.value * cell.box.height.value;
        for (std::size_t row = cell.row; row < cell.row + cell.row_span; ++row) {
            for (std::size_t i = 0; i < cell.column_span; ++i) {
                ++covers.at(row * columns + cell.column + i);
            }
        }
    }
    EXPECT_THAT(covers, testing::Each(1));
    EXPECT_NEAR(area, table.box.width.value * table.box.height.value, 1);
}

TEST(Layout, KeepsTheGuaranteesOfPlacedForAnyGrid) {
    int laid_out_pages = 0;
    for (unsigned seed = 0; seed < 400; ++seed) {
        SCOPED_TRACE(seed);
        const Result<placed::Document> result = laid_out(RandomGrid(seed).page());
        if (!result.ok()) {
            EXPECT_EQ(result.diagnostics()[0].code, "overflow");
            continue;
        }
        ++laid_out_pages;
        for (const placed::Table& table : parts_of<placed::Table>(result->pages)) {
            expect_covered(table);
            for (const placed::Cell& cell : table.cells) expect_content_inside(cell);
        }
    }
    EXPECT_GT(laid_out_pages, 200);
}

std::vector<Result<placed::Document>> laid_out_together(
    const std::vector<doc::Document>& documents) {
    test::MonoShaper shaper;
    std::vector<const doc::Document*> pointers;
    for (const doc::Document& document : documents) pointers.push_back(&document);
    return layout_together(pointers, shaper);
}

doc::Document one_page(const std::string& language, doc::Document page) {
    page.fit = doc::Fit{1, 0.5, 2, {FitRung::FontSize}, {}};
    return in_language(language, std::move(page));
}

/// Six rows of a name and a text, under a title.
doc::Document small_page(const std::string& title, const std::string& name,
                         const std::string& text) {
    std::vector<test::GridRow> rows;
    for (int i = 0; i < 6; ++i) rows.push_back(test::body_row("r", {cell(name), cell(text)}));
    return document(text_block(title),
                    test::table(grid({MinContent{}, Fraction{1}}, std::move(rows))),
                    text_block("end"));
}

std::vector<double> row_edges(const placed::Table& table) {
    std::vector<double> edges;
    for (const placed::Row& row : table.rows) edges.push_back(row.y.value);
    edges.push_back(table.box.bottom().value);
    return edges;
}

void expect_one_grid(const placed::Document& a, const placed::Document& b) {
    ASSERT_EQ(a.pages.size(), b.pages.size());
    EXPECT_EQ(a.decisions.type_scale, b.decisions.type_scale);
    const auto tables = parts_of<placed::Table>(a.pages), others = parts_of<placed::Table>(b.pages);
    ASSERT_EQ(tables.size(), others.size());
    for (std::size_t i = 0; i < tables.size(); ++i) {
        std::vector<Pt> edges = others[i].column_edges;
        if (a.direction != b.direction)
            for (Pt& edge : edges) edge = a.pages[0].size.width - edge;
        EXPECT_THAT(values_of(tables[i].column_edges),
                    testing::Pointwise(testing::DoubleNear(1e-9), values_of(edges)));
        EXPECT_EQ(row_edges(tables[i]), row_edges(others[i]));
    }
}

TEST(LayoutTogether, GivesAllOneGrid) {
    const auto laid = laid_out_together({one_page("en", small_page("t", "a", "b c d e f g h i")),
                                         one_page("de", small_page("t\nu", "aaaaa", "b"))});
    ASSERT_TRUE(laid[0].ok() && laid[1].ok());
    expect_one_grid(*laid[0], *laid[1]);
    const auto ends = [](const placed::Document& document) {
        return parts_of<placed::Text>(document.pages).back().box.y;
    };
    EXPECT_EQ(ends(*laid[0]), ends(*laid[1]));
}

TEST(LayoutTogether, MirrorsTheSharedGrid) {
    doc::Document arabic = one_page("ar", small_page("t", "aaaa", "b"));
    arabic.direction = Direction::RightToLeft;
    const auto laid = laid_out_together({one_page("en", small_page("t", "a", "b c d")), arabic});
    expect_one_grid(*laid[0], *laid[1]);
    const auto tables = parts_of<placed::Table>(laid[1]->pages);
    EXPECT_GT(tables[0].column_edges[0], tables[0].column_edges[1]);
}

TEST(LayoutTogether, SaysWhichLanguageSetTheSize) {
    const auto laid = laid_out_together(
        {one_page("en", small_page("t", "a", "b")),
         one_page("de", small_page("t", "a", "b b b b b b b b b b b b b b b b b b b b b b b b"))});
    EXPECT_EQ(laid[0]->decisions.limited_by, "de");
    EXPECT_EQ(laid[1]->decisions.limited_by, "de");
}

TEST(LayoutTogether, NamesNobodyWhereTheLayoutItselfSetsTheSize) {
    const auto laid = laid_out_together(
        {one_page("en", document(text_block("a"))), one_page("de", document(text_block("b")))});
    EXPECT_EQ(laid[0]->decisions.type_scale, 2);
    EXPECT_EQ(laid[0]->decisions.limited_by, "");
}

TEST(LayoutTogether, LeavesOutALanguageThatLacksGlyphs) {
    const auto laid = laid_out_together({one_page("en", small_page("t", "a", "b")),
                                         one_page("xx", small_page("\ufffd", "aaaaaa", "b"))});
    test::MonoShaper shaper;
    const auto alone = layout(one_page("en", small_page("t", "a", "b")), shaper);
    EXPECT_FALSE(laid[1].ok());
    EXPECT_EQ(laid[1].diagnostics()[0].language, "xx");
    ASSERT_TRUE(laid[0].ok());
    EXPECT_EQ(placed::dump(*laid[0]), placed::dump(*alone));
}

TEST(LayoutTogether, FailsForAllWhenTheGridHoldsNotAll) {
    const std::string word(50, 'b');  // 250 wide at half its size
    const auto laid = laid_out_together(
        {one_page("en", document(text_block("a"))), one_page("de", document(text_block(word)))});
    for (const auto& result : laid) {
        ASSERT_FALSE(result.ok());
        EXPECT_EQ(result.diagnostics()[0].code, "overflow");
        EXPECT_EQ(result.diagnostics()[0].language, "de");
    }
}

TEST(LayoutTogether, BreaksTablesAtTheSameRows) {
    const auto rows = [](const std::string& name) {
        std::vector<test::GridRow> made;
        for (int i = 0; i < 40; ++i) made.push_back(test::body_row("r", {cell(name)}));
        return document(test::table(grid({Fraction{1}}, std::move(made))));
    };
    const auto laid = laid_out_together({rows("a"), rows("a\nb")});
    EXPECT_GT(laid[0]->pages.size(), 3u);
    expect_one_grid(*laid[0], *laid[1]);
}

TEST(LayoutTogether, IsTheSameAsAloneForOne) {
    const doc::Document page = one_page("en", small_page("t", "a", "b c d"));
    test::MonoShaper shaper;
    EXPECT_EQ(placed::dump(*laid_out_together({page})[0]), placed::dump(*layout(page, shaper)));
}

TEST(LayoutTogether, GivesOneGridToAnyWords) {
    int laid_out_pages = 0;
    for (unsigned seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        const doc::Document page = RandomGrid(seed).page();
        const auto laid =
            laid_out_together({page, in_other_words(page, seed), in_other_words(page, seed + 1)});
        if (!laid[0].ok()) continue;
        ++laid_out_pages;
        for (const auto& result : laid) {
            expect_one_grid(*laid[0], *result);
            for (const placed::Table& table : parts_of<placed::Table>(result->pages)) {
                expect_covered(table);
                for (const placed::Cell& cell : table.cells) expect_content_inside(cell);
            }
        }
    }
    EXPECT_GT(laid_out_pages, 80);
}

}  // namespace
}  // namespace broadside::layout
