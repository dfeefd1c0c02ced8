#include "broadside/emit/svg/text.hpp"

#include <gmock/gmock.h>

#include "broadside/emit/markup.hpp"
#include "support/passages.hpp"
#include "support/scene_builder.hpp"
#include "support/url.hpp"

namespace broadside::emit {
namespace {

using test::RunStyle;
using test::text_line;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

SvgColours colours;
const SvgTextStyle kStyle{colours, "Noto Sans", TextInk::Visible};

std::string written(const scene::DrawText& line) {
    const std::map<NoteId, NotePages> notes{{{"S"}, {}}};
    SvgLinks links(notes, 0, {});
    return svg_text(line, kStyle, &links);
}

LineRun run_after(const scene::DrawText& line, std::string_view text, RunStyle style = {}) {
    const LineRun& last = line.lines[0].runs.back();
    return {
        {last.origin.x + last.glyphs.advance, last.origin.y}, test::glyph_run(text, style), {}, {}};
}

TEST(SvgText, HoldsOneRunToItsWidth) {
    const auto line =
        text_line(Pt(10), Pt(20), "Ab", {test::bold_face(), Pt(10), {0x14, 0x21, 0x3d}});
    EXPECT_EQ(
        written(line),
        "<text xml:space=\"preserve\" font-weight=\"700\" font-size=\"100\" fill=\"#14213d\" "
        "x=\"100\" y=\"200\" textLength=\"132.3\" lengthAdjust=\"spacingAndGlyphs\">Ab</text>\n");
}

TEST(SvgText, GivesEveryRunOfALineItsPlace) {
    auto line = text_line(Pt(10), Pt(20), "A ");
    line.lines[0].runs.push_back(run_after(line, "b", {test::bold_face()}));
    const std::string text = written(line);
    EXPECT_THAT(text, HasSubstr("<tspan x=\"100\" y=\"200\" textLength"));
    EXPECT_THAT(text, HasSubstr("<tspan x=\"189.9\" font-weight=\"700\""));
}

TEST(SvgText, EscapesHostileText) {
    const std::string text = written(text_line(Pt(0), Pt(10), "</text><script>\"'&]]>"));
    EXPECT_THAT(text, HasSubstr(">&lt;/text&gt;&lt;script&gt;&quot;&#39;&amp;]]&gt;</text>"));
}

TEST(SvgText, LinksRunsAndEscapesTheAddress) {
    auto line = text_line(Pt(0), Pt(10), "more");
    line.lines[0].runs[0].url = test::url("https://e.org/?a=1&b=\"");
    EXPECT_THAT(written(line), HasSubstr("<a href=\"https://e.org/?a=1&amp;b=%22\">more</a>"));
}

TEST(SvgText, LinksNoteMarksOnlyToNotesOfThePage) {
    auto line = text_line(Pt(0), Pt(10), "1");
    line.lines[0].runs[0].note = {"S"};
    EXPECT_THAT(
        written(line),
        HasSubstr("<a role=\"doc-noteref\" id=\"\x01-mark-S\" href=\"#\x01-note-S\">1</a>"));
    line.lines[0].runs[0].note = {"gone"};
    EXPECT_THAT(written(line), Not(HasSubstr("<a ")));
}

/// The runs of `texts` as one mark, each in the direction that its letters have.
scene::DrawText mark_of_runs(std::vector<std::string> texts, Direction direction) {
    const auto style_of = [](const std::string& text) {
        const bool is_hebrew = text.front() < 0;
        return is_hebrew ? RunStyle{test::hebrew_face(), Pt(10), {}, Direction::RightToLeft}
                         : RunStyle{};
    };
    auto line = text_line(Pt(10), Pt(20), texts[0], style_of(texts[0]));
    line.direction = direction;
    for (std::size_t i = 1; i < texts.size(); ++i)
        line.lines[0].runs.push_back(run_after(line, texts[i], style_of(texts[i])));
    for (LineRun& run : line.lines[0].runs) run.note = {"S"};
    return line;
}

TEST(SvgText, MakesOneLinkOfAMarkOfSeveralRuns) {
    for (const Direction direction : {Direction::LeftToRight, Direction::RightToLeft}) {
        EXPECT_EQ(testing::count_of("<a ", written(mark_of_runs({"(", "S", ")"}, direction))), 1u);
        EXPECT_EQ(testing::count_of("<a ", written(mark_of_runs({"א", "1", "ב"}, direction))), 1u);
    }
}

TEST(SvgText, IsOneSpanWithThePlaceOfEachSignOfAMarkBetweenBrackets) {
    auto line = mark_of_runs({"(", "S", ")"}, Direction::LeftToRight);
    auto& runs = line.lines[0].runs;
    EXPECT_THAT(
        written(line),
        HasSubstr("<tspan x=\"100 " + units(runs[1].origin.x) + " " + units(runs[2].origin.x) +
                  "\" y=\"200\"><a role=\"doc-noteref\" "
                  "id=\"\x01-mark-S\" href=\"#\x01-note-S\">(S)</a></tspan>"));
}

TEST(SvgText, PutsALinkInsideTheStretchThatGoesOnBesideIt) {
    auto line = mark_of_runs({"א", "(", "S"}, Direction::RightToLeft);
    line.lines[0].runs[1].note = {};
    line.lines[0].runs[0].note = {};
    const std::string text = written(line);
    EXPECT_EQ(testing::count_of("<a ", text), 1u);
    const auto stretch = text.find("direction=\"ltr\"");
    EXPECT_LT(stretch, text.find("<a "));
    EXPECT_EQ(stretch, text.rfind("direction=\"ltr\""));
}

TEST(SvgText, LeavesLinksOutInsideALink) {
    auto line = text_line(Pt(0), Pt(10), "more");
    line.lines[0].runs[0].url = test::url("https://e.org/");
    EXPECT_THAT(svg_text(line, kStyle, nullptr), Not(HasSubstr("<a ")));
}

TEST(SvgText, AnchorsRightToLeftTextAtItsRightEnd) {
    const auto line = text_line(Pt(10), Pt(20), "שלום",
                                {test::hebrew_face(), Pt(10), {}, Direction::RightToLeft});
    const std::string right = units(line.lines[0].left + line.lines[0].width);
    EXPECT_THAT(written(line), StartsWith("<text xml:space=\"preserve\" direction=\"rtl\""));
    EXPECT_THAT(written(line), HasSubstr("<tspan x=\"" + right +
                                         "\" y=\"200\" direction=\"rtl\" "
                                         "unicode-bidi=\"bidi-override\"><tspan textLength="));
    EXPECT_THAT(written(line), HasSubstr(">שלום</tspan>"));
}

TEST(SvgText, ReadsARightToLeftLineFromTheRight) {
    const RunStyle hebrew{test::hebrew_face(), Pt(10), {}, Direction::RightToLeft};
    auto line = text_line(Pt(10), Pt(20), "ב ", hebrew);
    line.lines[0].runs.push_back(run_after(line, "PDF"));
    line.lines[0].runs.push_back(run_after(line, "א ", hebrew));
    const std::string text = written(line);
    EXPECT_LT(text.find("א"), text.find("PDF"));
    EXPECT_LT(text.find("PDF"), text.find("ב"));
    EXPECT_EQ(text.find("<text", 1), std::string::npos) << "one chunk a line";
}

TEST(SvgText, TurnsWhatRunsLeftToRightInARightToLeftLine) {
    const RunStyle hebrew{test::hebrew_face(), Pt(10), {}, Direction::RightToLeft};
    auto line = text_line(Pt(10), Pt(20), "ב ", hebrew);
    line.lines[0].runs.push_back(run_after(line, "C"));
    line.lines[0].runs.push_back(run_after(line, "++"));
    line.lines[0].runs.push_back(run_after(line, " א", hebrew));
    EXPECT_THAT(written(line),
                HasSubstr("> א<tspan direction=\"ltr\" unicode-bidi=\"bidi-override\"><tspan "
                          "font-family=\"&#39;Noto Sans&#39;,sans-serif\">C"));
    EXPECT_THAT(written(line), HasSubstr(">++</tspan></tspan>ב </tspan>"));
}

TEST(SvgText, AnchorsALeftToRightBeginningOfARightToLeftLineAtItsRight) {
    const RunStyle hebrew{test::hebrew_face(), Pt(10), {}, Direction::RightToLeft};
    auto line = text_line(Pt(10), Pt(20), " א", hebrew);
    line.lines[0].runs.push_back(run_after(line, "PDF"));
    EXPECT_THAT(written(line), HasSubstr("<tspan direction=\"ltr\" unicode-bidi=\"bidi-override\" "
                                         "text-anchor=\"end\">"));
}

TEST(SvgText, SetsALeftToRightLineOfARightToLeftPageFromTheLeft) {
    auto line = text_line(Pt(10), Pt(20), "PDF");
    line.direction = Direction::RightToLeft;
    EXPECT_THAT(written(line),
                StartsWith("<text xml:space=\"preserve\" font-size=\"100\" fill=\"#000000\" "
                           "x=\"100\" y=\"200\""));
}

TEST(SvgText, ReadsARightToLeftStretchOfALeftToRightLineFromTheRight) {
    const RunStyle hebrew{test::hebrew_face(), Pt(10), {}, Direction::RightToLeft};
    auto line = text_line(Pt(10), Pt(20), "see ");
    line.lines[0].runs.push_back(run_after(line, "ב!", hebrew));
    line.lines[0].runs.push_back(run_after(line, "א ", hebrew));
    const std::string text = written(line);
    EXPECT_LT(text.find("א"), text.find("ב"));
    const Pt right = line.lines[0].runs[2].origin.x + line.lines[0].runs[2].glyphs.advance;
    EXPECT_THAT(text, HasSubstr("<tspan x=\"" + units(right) +
                                "\" direction=\"rtl\" unicode-bidi=\"bidi-override\""));
}

TEST(SvgText, SetsARaisedMarkOfARightToLeftLineApart) {
    const RunStyle hebrew{test::hebrew_face(), Pt(10), {}, Direction::RightToLeft};
    auto line = text_line(Pt(10), Pt(16), "1");
    line.direction = Direction::RightToLeft;
    line.lines[0].runs.push_back(run_after(line, "א", hebrew));
    line.lines[0].runs[1].origin.y = Pt(20);
    const std::string text = written(line);
    EXPECT_LT(text.find("א"), text.find(">1<"));
    EXPECT_THAT(text, HasSubstr("<tspan x=\"100\" y=\"160\""));
}

/// A second line below, set in `style`.
void add_line(scene::DrawText& to, std::string_view text, RunStyle style = {}) {
    to.lines.push_back(text_line(Pt(10), Pt(32), text, style).lines[0]);
}

TEST(SvgText, IsOneElementWithAPlaceForEachLine) {
    auto paragraph = text_line(Pt(10), Pt(20), "first ");
    add_line(paragraph, "second");
    const std::string text = written(paragraph);
    EXPECT_EQ(text.find("<text", 1), std::string::npos);
    EXPECT_THAT(text, HasSubstr(">first </tspan><tspan x=\"100\" y=\"320\" textLength="));
}

TEST(SvgText, SaysAWordWholeThatLayoutHyphenates) {
    auto paragraph = text_line(Pt(10), Pt(20), "Verschlüs-");
    paragraph.lines[0].is_hyphenated = true;
    add_line(paragraph, "selung");
    const std::string text = written(paragraph);
    EXPECT_THAT(text, HasSubstr(">Verschlüs</tspan><tspan x=\"100\" y=\"320\""));
    const auto& run = paragraph.lines[0].runs[0].glyphs;
    const std::string place = units(Pt(10) + run.glyphs.back().x);
    EXPECT_THAT(text, HasSubstr("</text>\n<text xml:space=\"preserve\" aria-hidden=\"true\" "
                                "font-size=\"100\" fill=\"#000000\" x=\"" +
                                place + "\" y=\"200\">-</text>\n"));
    EXPECT_THAT(text, HasSubstr("textLength=\"" + units(run.glyphs.back().x) + "\""));
}

TEST(SvgText, KeepsAHyphenOfTheTextItself) {
    auto paragraph = text_line(Pt(10), Pt(20), "Ende-");
    add_line(paragraph, "zu-Ende");
    EXPECT_THAT(written(paragraph), HasSubstr(">Ende-</tspan>"));
    EXPECT_THAT(written(paragraph), Not(HasSubstr("aria-hidden")));
}

TEST(SvgText, CutsTheHyphenOffTheLeftOfALineFromTheRight) {
    const RunStyle hebrew{test::hebrew_face(), Pt(10), {}, Direction::RightToLeft};
    auto paragraph = text_line(Pt(10), Pt(20), "של-", hebrew);
    auto& run = paragraph.lines[0].runs[0].glyphs;
    ASSERT_EQ(run.clusters.size(), 3u);
    paragraph.lines[0].is_hyphenated = true;
    add_line(paragraph, "ום", hebrew);
    const std::string text = written(paragraph);
    EXPECT_THAT(text, HasSubstr(">של</tspan>"));
    EXPECT_THAT(text, HasSubstr(" x=\"100\" y=\"200\">-</text>\n"));
    EXPECT_THAT(text, HasSubstr("<tspan x=\"" + units(Pt(10) + run.advance) + "\" y=\"200\""));
    EXPECT_THAT(text, HasSubstr("textLength=\"" + units(run.advance - run.glyphs[1].x) + "\""));
}

TEST(SvgText, HidesNothingBesideARunThatIsNotSeen) {
    auto line = text_line(Pt(10), Pt(20), " · ");
    line.lines[0].runs[0].glyphs.is_unseen = true;
    line.lines[0].runs.push_back(run_after(line, "seen"));
    const std::string text = written(line);
    EXPECT_THAT(text, HasSubstr(" fill-opacity=\"0\" textLength="));
    EXPECT_EQ(text.find("fill-opacity"), text.rfind("fill-opacity"));
}

TEST(SvgText, SaysALineFeedAsASpace) {
    auto paragraph = text_line(Pt(10), Pt(20), "first");
    paragraph.lines[0].is_fed = true;
    add_line(paragraph, "second");
    EXPECT_THAT(written(paragraph), HasSubstr(">first</tspan> <tspan"));
}

TEST(SvgText, IsUnseenAndSelectableOverOutlines) {
    const SvgTextStyle style{colours, "Noto Sans", TextInk::Selectable};
    const scene::DrawText drawn = text_line(Pt(0), Pt(10), "a");
    const auto text = svg_text(drawn, style, nullptr);
    EXPECT_THAT(text,
                HasSubstr("<text xml:space=\"preserve\" font-size=\"100\" fill-opacity=\".001\""));
}

}  // namespace
}  // namespace broadside::emit
