#include "broadside/layout/typesetter.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"
#include "support/source_places.hpp"

namespace broadside::layout {
namespace {

using test::paragraph;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Setting hyphenated() {
    Setting setting;
    setting.hyphenation = text::Hyphenation::On;
    return setting;
}

TEST(Typesetter, CountsTheLinesOfAWidth) {
    Bench bench;
    const doc::Paragraph text = paragraph("aaa bbb ccc");
    EXPECT_TRUE(nearly(bench.typesetter.height(text, Pt(110)), Pt(12)));
    EXPECT_TRUE(nearly(bench.typesetter.height(text, Pt(70)), Pt(24)));
    EXPECT_TRUE(nearly(bench.typesetter.height(text, Pt(30)), Pt(36)));
}

TEST(Typesetter, ScalesEveryLength) {
    Bench bench;
    bench.scale(2);
    const doc::Paragraph text = paragraph("aaa bbb");
    EXPECT_EQ(bench.typesetter.min_content(text), Pt(60));
    EXPECT_EQ(bench.typesetter.max_content(text), Pt(140));
    EXPECT_TRUE(nearly(bench.typesetter.height(text, Pt(139)), Pt(48)));
    EXPECT_EQ(bench.typesetter.set(text, {Pt(0), Pt(0), Pt(140)}).lines[0].runs[0].glyphs.size,
              Pt(20));
}

TEST(Typesetter, SetsLinesOnTheirBaselines) {
    Bench bench;
    const placed::Text text = bench.typesetter.set(paragraph("aaa bbb"), {Pt(5), Pt(100), Pt(30)});
    EXPECT_THAT(lines_of(text), ElementsAre("aaa ", "bbb"));
    EXPECT_TRUE(nearly(text.lines[0].baseline, Pt(109)));
    EXPECT_TRUE(nearly(text.lines[1].baseline, Pt(121)));
    EXPECT_TRUE(nearly(text.box.height, Pt(24)));
    EXPECT_EQ(text.lines[0].runs[0].origin.x, Pt(5));
}

Pt left_of(const doc::Paragraph& text, Alignment alignment) {
    Bench bench;
    return bench.typesetter.set(text, {Pt(0), Pt(0), Pt(100), alignment}).lines[0].left;
}

TEST(Typesetter, AlignsLines) {
    EXPECT_EQ(left_of(paragraph("ab"), Alignment::Start), Pt(0));
    EXPECT_EQ(left_of(paragraph("ab"), Alignment::Centre), Pt(40));
    EXPECT_EQ(left_of(paragraph("ab"), Alignment::End), Pt(80));
}

TEST(Typesetter, CentresAsIfHangingMarksWereNotThere) {
    doc::Paragraph marked = paragraph("ab");
    marked.spans.push_back(test::note_mark("A"));
    EXPECT_EQ(left_of(marked, Alignment::Centre), Pt(40));
    EXPECT_EQ(left_of(marked, Alignment::End), Pt(75));
}

TEST(Typesetter, LetsHangingMarksReachOverTheBoxAsFarAsTheFrameSays) {
    Bench bench;
    doc::Paragraph marked = paragraph("abcd");
    marked.spans.push_back(test::note_mark("A"));
    TextFrame frame{Pt(0), Pt(0), Pt(46), Alignment::Centre};
    EXPECT_EQ(bench.typesetter.set(marked, frame).lines[0].left, Pt(1));
    frame.overhang = Pt(1);
    EXPECT_EQ(bench.typesetter.set(marked, frame).lines[0].left, Pt(2));
    frame.overhang = Pt(5);
    EXPECT_EQ(bench.typesetter.set(marked, frame).lines[0].left, Pt(3));
}

TEST(Typesetter, SetsNothingForAnEmptyParagraph) {
    Bench bench;
    const placed::Text text = bench.typesetter.set(doc::Paragraph{}, {Pt(1), Pt(2), Pt(3)});
    EXPECT_THAT(text.lines, IsEmpty());
    EXPECT_EQ(text.box, (Rect{Pt(1), Pt(2), Pt(3), Pt(0)}));
    EXPECT_EQ(bench.typesetter.measured(doc::Paragraph{}), nullptr);
}

TEST(Typesetter, ReportsALineThatIsTooWideOncePerText) {
    Bench bench;
    doc::Paragraph text = paragraph("abcdef abcdefg");
    text.origin = test::place_at("/title");
    bench.typesetter.set(text, {Pt(0), Pt(0), Pt(40)});
    bench.typesetter.set(text, {Pt(0), Pt(0), Pt(40)});
    const Diagnostics found = bench.typesetter.take_diagnostics();
    EXPECT_THAT(messages_of(found), ElementsAre("\"abcdefg\" needs 24.7 mm and has 14.1 mm"));
    EXPECT_EQ(test::pointer_of(found[0].place), "/title");
    EXPECT_EQ(found[0].code, "overflow");
}

TEST(Typesetter, WarnsOfAWordThatItBreaks) {
    Bench bench(in_language("de", test::document()));
    Setting setting;
    setting.long_words = LongWords::Broken;
    bench.typesetter.use(setting);
    const doc::Paragraph text = paragraph("a *****");
    bench.typesetter.report_broken_word(text, Pt(30), "column \"b\"");
    const placed::Text placed = bench.typesetter.set(text, {Pt(0), Pt(0), Pt(30)});
    EXPECT_THAT(placed.lines, SizeIs(3));
    EXPECT_FALSE(bench.typesetter.has_overflows());
    const Diagnostics found = bench.typesetter.take_diagnostics();
    EXPECT_THAT(messages_of(found),
                ElementsAre("\"*****\" is broken inside: it needs 17.7 mm and column \"b\" has "
                            "10.5 mm"));
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].language, "de");
}

TEST(Typesetter, TellsOfWordsThatItPartsFromThoseTheyAreHeldTo) {
    Bench bench;
    Setting setting;
    setting.long_words = LongWords::Broken;
    bench.typesetter.use(setting);
    doc::Paragraph text = paragraph("ab cd");
    text.spans.front().holds = true;
    bench.typesetter.report_broken_word(text, Pt(30), "column \"b\"");
    EXPECT_THAT(messages_of(bench.typesetter.take_diagnostics()),
                ElementsAre("\"ab cd\" takes two lines: it needs 17.7 mm and column \"b\" has "
                            "10.5 mm"));
}

TEST(Typesetter, ForgetsTheOverflowsOfATrial) {
    Bench bench;
    const doc::Paragraph text = paragraph("abcdef");
    bench.typesetter.set(text, {Pt(0), Pt(0), Pt(40)});
    EXPECT_TRUE(bench.typesetter.has_overflows());
    bench.typesetter.clear_overflows();
    EXPECT_THAT(bench.typesetter.take_diagnostics(), IsEmpty());
    bench.typesetter.set(text, {Pt(0), Pt(0), Pt(40)});
    EXPECT_THAT(bench.typesetter.take_diagnostics(), SizeIs(1));
}

TEST(Typesetter, NamesAMissingCharacterOncePerText) {
    Bench bench;
    const doc::Paragraph text = paragraph("a\ufffd\ufffd");
    bench.typesetter.measured(text);
    bench.typesetter.use(hyphenated());
    bench.typesetter.measured(text);
    const Diagnostics found = bench.typesetter.take_diagnostics();
    EXPECT_THAT(messages_of(found),
                ElementsAre("no font of the manifest has U+FFFD in \"a\ufffd\ufffd\""));
    EXPECT_EQ(found[0].code, "missing-glyph");
}

/// Finds two files of one package unreadable, and for that a character missing.
class PoorShaper : public test::MonoShaper {
public:
    std::shared_ptr<const text::Shaped> shape(const text::Request& request) override {
        auto shaped = std::make_shared<text::Shaped>(*MonoShaper::shape(request));
        shaped->missing = {U'字'};
        shaped->unreadable = {{"/fonts/a.ttc", "fonts-a", "it is not there", test::place_at("/a")},
                              {"/fonts/b.ttc", "fonts-a", "it is not there", test::place_at("/b")}};
        return shaped;
    }
};

TEST(Typesetter, NamesThePackageOfAFontFileThatIsNotThereOnce) {
    PoorShaper shaper;
    const doc::Document document = test::document();
    Typesetter typesetter(document, shaper);
    typesetter.measured(typesetter.keep(test::paragraph("a"), document));
    typesetter.measured(typesetter.keep(test::paragraph("b"), document));
    const Diagnostics found = typesetter.take_diagnostics();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(test::pointer_of(found[0].place), "/a");
    EXPECT_EQ(to_string(found[0]),
              "error: cannot use \"/fonts/a.ttc\", which the text needs: it is not there\n"
              "  hint: it is in the package fonts-a: apt-get install fonts-a");
}

TEST(Typesetter, NamesACharacterMissingInAMarkOnce) {
    Bench bench;
    const doc::SymbolLine line{test::symbol(10), {test::note_mark("\ufffd")}};
    bench.typesetter.measured(line);
    bench.typesetter.use(hyphenated());
    bench.typesetter.measured(line);
    EXPECT_THAT(bench.typesetter.take_diagnostics(), SizeIs(1));
}

TEST(Typesetter, LeavesSymbolsOfDocumentsWithWordsBesideThemInTheirSize) {
    const auto small_symbol = [](doc::Cell other) {
        doc::Grid grid =
            test::grid({MinContent{}, MinContent{}},
                       {test::body_row("r", {test::symbol_cell(20), std::move(other)})});
        for (doc::Column& column : grid.columns) column.is_symbols = true;
        Bench bench(test::document(test::table(std::move(grid))));
        Setting close;
        close.symbol_scale = 0.6;
        bench.typesetter.use(close);
        return bench.typesetter.setting().symbol(Pt(20));
    };
    doc::Paragraph words = test::paragraph("at times");
    words.spans.insert(words.spans.begin(),
                       {test::symbol_span(20), test::paragraph("\u00A0").spans.front()});
    EXPECT_EQ(small_symbol(test::symbol_cell(20)), Pt(12));
    EXPECT_EQ(small_symbol(test::cell(words)), Pt(20));
}

class CountingShaper : public test::MonoShaper {
public:
    std::shared_ptr<const text::Shaped> shape(const text::Request& request) override {
        ++shaped;
        return MonoShaper::shape(request);
    }
    int shaped = 0;
};

TEST(Typesetter, ShapesOnceForAllScales) {
    CountingShaper shaper;
    const doc::Document document = test::document();
    Typesetter typesetter(document, shaper);
    const doc::Paragraph text = paragraph("abcdefgh");
    for (const double scale : {1.0, 1.5, 2.0}) {
        typesetter.use({scale});
        typesetter.height(text, Pt(100));
    }
    typesetter.use(hyphenated());
    typesetter.height(text, Pt(100));
    EXPECT_EQ(shaper.shaped, 2);
}

TEST(Typesetter, HyphenatesWhenTheSettingSaysSo) {
    Bench bench;
    const doc::Paragraph text = paragraph("abcdefgh");
    EXPECT_EQ(bench.typesetter.min_content(text), Pt(80));
    Setting setting = hyphenated();
    bench.typesetter.use(setting);
    EXPECT_EQ(bench.typesetter.min_content(text), Pt(80)) << "a text of one word comes last";
    EXPECT_EQ(bench.typesetter.min_content(paragraph("abcdefgh a")), Pt(50));
    setting.hyphenated_single_words = true;
    bench.typesetter.use(setting);
    EXPECT_EQ(bench.typesetter.min_content(text), Pt(50));
    doc::Paragraph title = text;
    title.is_row_title = true;
    EXPECT_EQ(bench.typesetter.min_content(title), Pt(80)) << "a title of rows after all others";
    setting.hyphenated_row_titles = true;
    bench.typesetter.use(setting);
    EXPECT_EQ(bench.typesetter.min_content(title), Pt(50));
    doc::Paragraph brief = text;
    brief.is_short_form = true;
    EXPECT_EQ(bench.typesetter.min_content(brief), Pt(80)) << "is short enough";
}

}  // namespace
}  // namespace broadside::layout
