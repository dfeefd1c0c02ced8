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

constexpr SvgText kAllTexts[] = {SvgText::Embed, SvgText::System, SvgText::Outline};

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
    for (const SvgText text : kAllTexts) {
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
    const File svg = svg_of(test::sample_scene(), SvgText::Embed);
    for (auto at = svg.find("url("); at != svg.npos; at = svg.find("url(", at + 1)) {
        const std::string to = svg.substr(at + 4, 9);
        EXPECT_TRUE(to == "#" + id_of(svg) || to == "data:font") << to;
    }
}

TEST(EmitSvg, IsWellFormed) {
    ASSERT_TRUE(test::has_tool("xmllint")) << "this test needs xmllint";
    for (const SvgText text : kAllTexts) {
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
    for (const SvgText text : kAllTexts) {
        const auto drawn =
            test::run_tool("rsvg-convert -d 144 -p 144 {}", svg_of(test::sample_scene(), text));
        const auto theirs = test::decode_png(drawn.text);
        EXPECT_EQ(theirs.width, ours.width);
        EXPECT_LT(test::mean_difference(ours, theirs), 2.0);
    }
}

Result<std::vector<File>> written_in(const FontFaceRef& font, SvgText text) {
    auto line = test::text_line(Pt(0), Pt(10), "a");
    line.lines[0].runs[0].glyphs.font = font;
    Options options;
    options.svg_text = text;
    return test::files_of(emit_svg, test::one_page(Pt(10), Pt(10), {line}), options, test::cache());
}

TEST(EmitSvg, NeedsNoFontFilesForTheReadersFonts) {
    const auto font = test::font_face("Gone", 400, "missing.ttf");
    EXPECT_TRUE(written_in(font, SvgText::System).ok());
    EXPECT_FALSE(written_in(font, SvgText::Embed).ok());
    EXPECT_FALSE(written_in(font, SvgText::Outline).ok());
}

TEST(EmitSvg, BringsEachFontOnceUnderANameOfItsOwn) {
    const File svg = svg_of(test::sample_scene(), SvgText::Embed);
    const std::string name = id_of(svg) + "-f1";
    EXPECT_THAT(svg, HasSubstr("@font-face{font-family:" + name +
                               ";font-weight:400;font-style:normal;src:url(data:font/woff2;"));
    EXPECT_THAT(svg, HasSubstr(" font-family=\"" + name + ",&#39;Noto Sans&#39;,sans-serif\""));
    const std::string face = "{font-family:" + name + ";font-weight:400;";
    EXPECT_EQ(svg.find(face), svg.rfind(face));
}

/// Noto Sans with other bits of permission.
FontFaceRef licensed_face(char high, char low) {
    FontFace face = *test::regular_face();
    std::string bytes = *face.bytes;
    // The directory entry of `OS/2`: tag, checksum, offset.
    const auto entry = bytes.find("OS/2");
    std::size_t offset = 0;
    for (std::size_t at = entry + 8; at < entry + 12; ++at)
        offset = offset << 8 | static_cast<unsigned char>(bytes[at]);
    bytes[offset + 8] = high;
    bytes[offset + 9] = low;
    face.bytes = std::make_shared<const std::string>(std::move(bytes));
    return std::make_shared<const FontFace>(face);
}

TEST(EmitSvg, BringsNoFontThatForbidsIt) {
    const auto restricted = written_in(licensed_face(0, 2), SvgText::Embed);
    ASSERT_FALSE(restricted.ok());
    EXPECT_EQ(to_string(restricted.diagnostics().at(0)),
              test::regular_face()->file +
                  ": error: 'Noto Sans', face 0 of this font file, does not allow to be embedded\n"
                  "  hint: --svg-text=outline draws its letters, --svg-text=system names it");
    EXPECT_FALSE(written_in(licensed_face(1, 0), SvgText::Embed).ok()) << "not in part";
    EXPECT_FALSE(written_in(licensed_face(2, 0), SvgText::Embed).ok()) << "only bitmaps";
    EXPECT_TRUE(written_in(licensed_face(0, 8), SvgText::Embed).ok()) << "for editing";
    EXPECT_TRUE(written_in(licensed_face(0, 2), SvgText::System).ok());
}

TEST(EmitSvg, KeepsSpacesAtTheEndsOfLines) {
    const File svg = svg_of(test::sample_scene());
    EXPECT_THAT(svg, HasSubstr(" text{white-space:pre}"));
    // Where a page forbids style sheets; at the root it is not enough.
    EXPECT_THAT(svg, HasSubstr("<text xml:space=\"preserve\""));
}

TEST(EmitSvg, TakesBackWhatAPageHandsDownInAttributesAndRules) {
    const File svg = svg_of(test::sample_scene());
    const std::string id = '#' + id_of(svg);
    EXPECT_THAT(svg, HasSubstr(" letter-spacing=\"normal\""));
    EXPECT_THAT(svg, HasSubstr(id + ">g{all:initial;"));
    EXPECT_THAT(svg, HasSubstr(";letter-spacing:inherit;"));
    EXPECT_THAT(svg, HasSubstr(id + " [font-weight=\"700\"]{font-weight:700}\n"));
    EXPECT_THAT(svg, HasSubstr(id + " [font-size=\"100\"]{font-size:100px}\n"));
}

TEST(EmitSvg, MakesNoRuleOfAText) {
    auto scene = test::sample_scene();
    scene.metadata.title = " fill=\"red\"";
    scene.pages[0].ops.push_back(test::text_line(Pt(0), Pt(10), " fill=\"red\""));
    EXPECT_THAT(svg_of(scene), Not(HasSubstr("[fill=\"red")));
}

TEST(EmitSvg, RefusesASceneWithoutPages) {
    EXPECT_FALSE(test::files_of(emit_svg, {}, {}, test::cache()).ok());
}

}  // namespace
}  // namespace broadside::emit
