#include "broadside/emit/formats.hpp"

#include <gmock/gmock.h>

#include "emit/emitting.hpp"
#include "emit/picture.hpp"
#include "emit/sample_scene.hpp"
#include "emit/tool.hpp"

namespace broadside::emit {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

File svg_of(const scene::Scene& scene, SvgText text = SvgText::System) {
    Options options;
    options.svg_text = text;
    return test::files_of(emit_svg, scene, options, test::cache()).value().at(0);
}

std::string id_of(const File& svg) {
    const auto at = svg.find(" id=\"") + 5;
    return svg.substr(at, svg.find('"', at) - at);
}

TEST(EmitSvg, NamesTheRootByItsContent) {
    auto other = test::sample_scene();
    other.metadata.title = "Another title";
    EXPECT_EQ(id_of(svg_of(test::sample_scene())), id_of(svg_of(test::sample_scene())));
    EXPECT_NE(id_of(svg_of(test::sample_scene())), id_of(svg_of(other)));
}

TEST(EmitSvg, PrefixesEveryIdSoThatTwoFilesCanStandInOnePage) {
    for (const SvgText text : {SvgText::System, SvgText::Outline}) {
        const File svg = svg_of(test::sample_scene(), text);
        for (auto at = svg.find(" id=\""); at != svg.npos; at = svg.find(" id=\"", at + 1)) {
            EXPECT_EQ(svg.substr(at + 5, 8), id_of(svg));
        }
    }
}

/// A mark on the first page, its note on the second.
scene::Scene two_pages() {
    auto mark = test::text_line(Pt(0), Pt(10), "1");
    mark.lines[0].runs[0].note = {"A"};
    auto label = test::begin(scene::Role::ListLabel);
    label.tag.note = {"A"};
    auto scene = test::one_page(Pt(100), Pt(50), {mark});
    scene.pages.push_back({{Pt(100), Pt(50)},
                           {255, 255, 255},
                           {test::begin_note("A"), label, test::text_line(Pt(0), Pt(10), "1"),
                            scene::EndGroup{}, scene::EndGroup{}}});
    return scene;
}

TEST(EmitSvg, LeadsToTheFileOfAnotherPage) {
    Options options;
    options.paths = {"out/1/a#b.svg", "out/2/a#b.svg"};
    const auto files = test::files_of(emit_svg, two_pages(), options, test::cache()).value();
    const std::string note = "id=\"" + id_of(files[1]) + "-note-A\"";
    const std::string mark = "id=\"" + id_of(files[0]) + "-mark-A\"";
    EXPECT_THAT(files[0],
                HasSubstr(mark + " href=\"../2/a%23b.svg#" + id_of(files[1]) + "-note-A\""));
    EXPECT_THAT(files[1], HasSubstr(note));
    EXPECT_THAT(files[1], HasSubstr("href=\"../1/a%23b.svg#" + id_of(files[0]) + "-mark-A\""));
    for (const File& file : files) EXPECT_EQ(file.find('\x02'), File::npos);
}

TEST(EmitSvg, LinksNothingToAPageWhoseFileIsNotKnown) {
    const auto files = test::files_of(emit_svg, two_pages(), {}, test::cache()).value();
    for (const File& file : files) EXPECT_THAT(file, Not(HasSubstr("<a ")));
}

TEST(EmitSvg, SaysSizeLanguageTitleAndLicence) {
    const File svg = svg_of(test::sample_scene());
    EXPECT_THAT(
        svg,
        HasSubstr("viewBox=\"0 0 2000 1600\" width=\"200pt\" height=\"160pt\" xml:lang=\"en\""));
    EXPECT_THAT(svg, HasSubstr("-title\">A title</title>"));
    EXPECT_THAT(svg, HasSubstr("<dc:rights>CC-BY-SA-4.0</dc:rights>"));
}

TEST(EmitSvg, EscapesHostileMetadata) {
    auto scene = test::sample_scene();
    scene.metadata = {"</title><script>", "en\"><x", "]]>", "<!--", "&"};
    const File svg = svg_of(scene);
    EXPECT_THAT(svg, Not(HasSubstr("<script")));
    EXPECT_THAT(svg, HasSubstr("xml:lang=\"en&quot;&gt;&lt;x\""));
    EXPECT_EQ(svg.find('\x01'), svg.npos);
}

TEST(EmitSvg, HasNoScriptAndNothingOutsideTheFile) {
    const File svg = svg_of(test::sample_scene());
    for (auto at = svg.find("url("); at != svg.npos; at = svg.find("url(", at + 1))
        EXPECT_EQ(svg.substr(at + 4, 9), "#" + id_of(svg));
}

TEST(EmitSvg, IsWellFormed) {
    ASSERT_TRUE(test::has_tool("xmllint")) << "this test needs xmllint";
    for (const SvgText text : {SvgText::System, SvgText::Outline}) {
        const auto lint = test::run_tool("xmllint --noout {}", svg_of(test::sample_scene(), text));
        EXPECT_EQ(lint.status, 0) << lint.text;
    }
}

TEST(EmitSvg, LooksLikeThePngInAnotherRenderer) {
    ASSERT_TRUE(test::has_tool("rsvg-convert")) << "this test needs rsvg-convert";
    Options options;
    options.ppi = 144;
    const auto ours = test::decode_png(
        test::files_of(emit_png, test::sample_scene(), options, test::cache()).value().at(0));
    for (const SvgText text : {SvgText::System, SvgText::Outline}) {
        const auto drawn =
            test::run_tool("rsvg-convert -d 144 -p 144 {}", svg_of(test::sample_scene(), text));
        const auto theirs = test::decode_png(drawn.text);
        EXPECT_EQ(theirs.width, ours.width);
        EXPECT_LT(test::mean_difference(ours, theirs), 2.0);
    }
}

TEST(EmitSvg, NeedsNoFontFilesForRealText) {
    auto line = test::text_line(Pt(0), Pt(10), "a");
    line.lines[0].runs[0].glyphs.font = test::font_face("Gone", 400, "missing.ttf");
    const auto scene = test::one_page(Pt(10), Pt(10), {line});
    EXPECT_TRUE(test::files_of(emit_svg, scene, {}, test::cache()).ok());
    Options outline;
    outline.svg_text = SvgText::Outline;
    EXPECT_FALSE(test::files_of(emit_svg, scene, outline, test::cache()).ok());
}

TEST(EmitSvg, KeepsSpacesAtTheEndsOfLines) {
    const File svg =
        test::files_of(emit_svg, test::sample_scene(), {}, test::cache()).value().at(0);
    EXPECT_NE(svg.find(" text{white-space:pre}</style>"), File::npos);
}

TEST(EmitSvg, RefusesASceneWithoutPages) {
    EXPECT_FALSE(test::files_of(emit_svg, {}, {}, test::cache()).ok());
}

}  // namespace
}  // namespace broadside::emit
