#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "broadside/font_report.hpp"
#include "golden/edition.hpp"
#include "golden/placed_reading.hpp"
#include "golden/plain_text.hpp"
#include "golden/poppler.hpp"
#include "support/tiny_project.hpp"

/// The flyer in scripts other than Latin: its faces and its line ends.
namespace broadside::testing {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::vector<std::string> lines_in(const std::string& language) {
    return texts_of(placed_lines(placed_of(flyer_in(language, "pdf"))));
}

FontReport fonts_in(const std::string& language) {
    DiskFileStore files;
    return clean(report_fonts(flyer_in(language, "pdf"), files));
}

TEST(Scripts, OfEveryLocaleAreInTheManifest) {
    const FontReport report = fonts_in("all");
    EXPECT_THAT(report.languages, SizeIs(::testing::Ge(20u)));
    EXPECT_THAT(report.problems, IsEmpty());
    for (const LanguageFonts& fonts : report.languages) {
        for (const FaceUse& face : fonts.faces) {
            EXPECT_THAT(face.missing, IsEmpty()) << fonts.language << ' ' << face.family;
        }
    }
}

TEST(Scripts, OfHanAreDrawnAsTheLanguageDoes) {
    const std::pair<const char*, const char*> kFamilies[] = {
        {"ja", "Noto Sans CJK JP"}, {"ko", "Noto Sans CJK KR"}, {"zh-Hant", "Noto Sans CJK TC"}};
    for (const auto& [language, family] : kFamilies) {
        const FontReport report = fonts_in(language);
        for (const FaceUse& face : report.languages[0].faces) {
            EXPECT_THAT(face.family, ::testing::AnyOf("Noto Sans", family)) << language;
        }
    }
}

TEST(Scripts, BeginNoLineWithClosingPunctuation) {
    for (const char* language : {"ja", "zh-Hant"}) {
        const std::vector<std::string> lines = lines_in(language);
        for (const char* mark : {"、", "。", "，", "」", "）", "：", "／", "ー"}) {
            EXPECT_THAT(lines, Each(Not(::testing::StartsWith(mark)))) << language;
        }
        for (const char* mark : {"（", "「"}) {
            EXPECT_THAT(lines, Each(Not(::testing::EndsWith(mark)))) << language;
        }
    }
}

/// A title over a table, on a page of 60 mm.
struct NarrowPage : TinyProject {
    NarrowPage(const std::string& language, const std::string& title) {
        std::string& dataset = files.files["planets.json"];
        dataset = replaced(dataset, R"("language": "en", "title": "Planets")",
                           R"("language": ")" + language + R"(", "title": ")" + title + '"');
        files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
            "page": {"size": {"width": "60mm", "height": "120mm"}, "margin": "5mm"},
            "blocks": [{"kind": "header"}, {"kind": "table"}]})";
        job.formats = {"pdf"};
    }

    std::vector<std::string> lines() { return texts_of(placed_lines(placed_of(job, files))); }

    std::string extracted_text() {
        job.output = "page.pdf";
        const std::string problems = problems_of(build(job, files, sink));
        if (!problems.empty()) throw std::runtime_error(problems);
        return pdf_text(sink.written.at("page.pdf"));
    }
};

TEST(Scripts, BreakKoreanBetweenWords) {
    NarrowPage page("ko", "공개되어 있지만 허용하지 않음");
    EXPECT_THAT(page.lines(), Contains("공개되어 있지만 "));
    EXPECT_THAT(page.lines(), Contains("허용하지 않음"));
}

TEST(Scripts, PartAKoreanWordThatIsWiderThanItsLine) {
    NarrowPage page("ko", "종단간암호화메신저시스템");
    EXPECT_THAT(page.lines(), Contains("종단간암호화"));
}

TEST(Scripts, HaveEmojiDrawnAsLettersAre) {
    NarrowPage page("en", "🔧 👩‍🚒 🇩🇪");
    EXPECT_THAT(page.extracted_text(), HasSubstr("🔧 👩‍🚒 🇩🇪"));
}

TEST(LongWords, AreBrokenInsideWhereNoLineHoldsThem) {
    NarrowPage page("en", "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    const auto placed = dump(page.job, Stage::Placed, page.files);
    ASSERT_TRUE(placed.ok()) << problems_of(placed);
    EXPECT_THAT(problems_of(placed),
                HasSubstr("\"da39a3ee5e6b4b0d3255bfef95601890afd80709\" is broken inside"));
}

TEST(Spaces, EndALineWhateverFollows) {
    NarrowPage page("en", ".bmp, .canon, .cmap, .eps, .figure, .jpeg");
    EXPECT_THAT(page.lines(), Contains(::testing::StartsWith(".")));
    EXPECT_THAT(page.lines(), Not(Contains(HasSubstr(".bmp, .canon, .cmap, .eps, .figure"))));
}

/// How wide a title of five characters is, in squares.
double squares_of(const std::string& language, const std::string& title) {
    const auto width = [&](const std::string& text) {
        NarrowPage page(language, text);
        const std::vector<PdfWord> words = pdf_words(file_of(page, "planets-plain.pdf"));
        const PdfWord word = PdfWords{words}.of(text);
        return word.right - word.left;
    };
    return 5 * width(title) / width("甲乙丙丁戊");
}

TEST(SquarePunctuation, LeavesNoHolesBesideEachOther) {
    EXPECT_NEAR(squares_of("ja", "（甲）、乙"), 4.5, 0.05);
    EXPECT_NEAR(squares_of("ja", "甲、（乙）"), 4.5, 0.05);
    EXPECT_NEAR(squares_of("ja", "甲「『乙』"), 4.5, 0.05);
    EXPECT_NEAR(squares_of("zh-Hant", "（甲），乙"), 4.5, 0.05);
    EXPECT_NEAR(squares_of("zh-Hant", "甲，（乙）"), 5, 0.05) << "its stops stand in the middle";
    EXPECT_NEAR(squares_of("ja", "（甲）乙丙"), 5, 0.05);
}

/// ISO 32000-1, 14.8.2.2.3: so that readers know a hyphen that is none of the word's.
TEST(SoftHyphens, AreExtractedWhereLinesEndOnly) {
    NarrowPage page("de", "Ver\u00adschlüs\u00adse\u00adlungs\u00adver\u00adfahren");
    const std::string text = page.extracted_text();
    EXPECT_THAT(text, HasSubstr("Verschlüs\u00ad\nselungs\u00ad\nverfahren"));
}

/// The product's manifest on a machine without fonts-noto-cjk and hyphen-de.
void take_packages_away(TinyProject& project) {
    const auto manifest = project.disk.read(repository_path("fonts/manifest.json"));
    project.files.files["own.json"] =
        replaced(replaced(*manifest, "/opentype/noto/NotoSansCJK", "/nowhere/NotoSansCJK"),
                 "hyph_de_DE", "hyph_nowhere");
    project.job.font_manifest = "own.json";
}

TEST(MissingPackages, DoNotMatterToTextsThatDoNotNeedThem) {
    NarrowPage page("fr", "Planètes");
    take_packages_away(page);
    EXPECT_THAT(page.extracted_text(), HasSubstr("Planètes"));
}

TEST(MissingPackages, AreNamedWhereATextNeedsThem) {
    NarrowPage page("ja", "惑星の一覧");
    take_packages_away(page);
    const auto report = build(page.job, page.files, page.sink);
    EXPECT_EQ(problems_of(report),
              "own.json:36:54: error: /families/5/files/1/file: cannot use "
              "\"/usr/share/fonts/nowhere/NotoSansCJK-Bold.ttc\", which the text needs: No such "
              "file or directory\n"
              "  hint: it is in the package fonts-noto-cjk: apt-get install fonts-noto-cjk\n");
}

TEST(MissingPackages, AreNamedWhereHyphenationAsksForPatterns) {
    NarrowPage page("de", "Verschlüsselungsverfahren");
    std::string& layout = page.files.files["layouts/plain.json"];
    layout = replaced(layout, "120mm", "66mm");  // which the text fills
    layout.insert(layout.rfind('}'), R"(, "fit": {"pages": 1, "order": ["hyphenate"]})");
    EXPECT_THAT(page.extracted_text(), HasSubstr("Verschlüs\u00ad\nselungs\u00ad\nverfahren"));
    take_packages_away(page);
    EXPECT_THAT(problems_of(build(page.job, page.files, page.sink)), HasSubstr("hyphen-de"));
    std::string& manifest = page.files.files["own.json"];
    manifest = replaced(manifest, "/usr/share/hyphen/hyph_nowhere.dic", "/dev/zero");
    EXPECT_THAT(
        problems_of(build(page.job, page.files, page.sink)),
        HasSubstr("/hyphenation/de/file: cannot use \"/dev/zero\", which the text needs: it "
                  "is a pipe or a device\n"));
}

}  // namespace
}  // namespace broadside::testing
