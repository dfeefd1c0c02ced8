#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/plain_text.hpp"
#include "support/font_mutations.hpp"
#include "support/temporary_folder.hpp"
#include "support/tiny_project.hpp"

/// Whatever is in a font file, and whatever happens to it, a build ends with pages or with errors.
namespace broadside::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kNoto = "/usr/share/fonts/truetype/noto/";

std::string noto_file(const std::string& name) {
    return DiskFileStore().read(kNoto + name).value();
}

/// The tiny project with a font of its own, and Noto Sans for what that lacks.
struct OwnFont : TinyProject {
    explicit OwnFont(const std::string& title) {
        std::string& dataset = files.files["planets.json"];
        dataset = replaced(dataset, R"("title": "Planets")", R"("title": ")" + title + '"');
        files.files["layouts/plain.json"] = R"({"format": 1, "name": "plain",
            "fonts": {"heading": "Own"}, "page": {"size": "A6"},
            "blocks": [{"kind": "header"}, {"kind": "table"}]})";
        files.files["own.json"] = R"({"format": 1, "families": [
            {"family": "Own", "scripts": ["Zyyy"], "licence": "OFL-1.1", "package": "fonts-own",
             "files": [{"file": ")" +
                                  path() + R"("},
                       {"weight": "bold", "file": ")" +
                                  path() + R"("}]},
            {"family": "Noto Sans", "scripts": ["Latn"], "licence": "OFL-1.1", "files": [
              {"file": "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"},
              {"weight": "bold", "file": "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf"}]}]})";
        job.font_manifest = "own.json";
        job.formats = {"pdf", "svg", "png"};
        job.output_options.ppi = 40;
        job.threads = 1;
    }

    std::string path() const { return folder / "own.ttf"; }

    BuildReport built_with(const std::string& font) {
        folder.write("own.ttf", font);
        sink.written.clear();
        return build(job, files, sink);
    }

    TemporaryFolder folder;
};

void expect_pages_or_errors(const std::string& font, const std::string& title,
                            SvgText text = SvgText::Embed) {
    const std::string whole = noto_file(font);
    FontMutations mutations(whole);
    OwnFont project(title);
    project.job.output_options.svg_text = text;
    ASSERT_TRUE(project.built_with(whole).ok());
    int pages = 0;
    for (std::uint32_t number = 1; number <= 120; ++number) {
        const BuildReport report = project.built_with(mutations.mutated(number));
        if (report.ok()) {
            ++pages;
            EXPECT_THAT(project.sink.written, SizeIs(4)) << number;
        } else {
            EXPECT_TRUE(has_errors(report.diagnostics())) << number;
        }
    }
    EXPECT_GT(pages, 20) << "most damage is to what no page needs";
    EXPECT_LT(pages, 120);
}

TEST(DamagedFonts, GivePagesOrErrorsInHebrew) {
    expect_pages_or_errors("NotoSansHebrew-Regular.ttf", "שָׁלוֹם עוֹלָם יִהְיֶה טוֹב");
}

TEST(DamagedFonts, GivePagesOrErrorsInThai) {
    expect_pages_or_errors("NotoSansThai-Regular.ttf", "ที่นี่เป็นผู้ใหญ่ น้ำแข็ง");
}

TEST(DamagedFonts, GivePagesOrErrorsInLatin) {
    expect_pages_or_errors("NotoSans-Regular.ttf", "Ǟ ﬁ Éa\u0323\u0308 ẵ ½ AVATAR");
}

TEST(DamagedFonts, GivePagesOrErrorsInOutlines) {
    expect_pages_or_errors("NotoSans-Regular.ttf", "Ǟ ﬁ Éa\u0323\u0308 ẵ ½ AVATAR",
                           SvgText::Outline);
}

TEST(DamagedFonts, AreNamedWithTheirLineInTheManifest) {
    OwnFont project("a");
    const std::string font = noto_file("NotoSans-Regular.ttf");
    EXPECT_EQ(problems_of(project.built_with(font.substr(0, 400))),
              "own.json:4:51: error: /families/0/files/1/file: cannot use \"" + project.path() +
                  "\", which the text needs: its tables \"hhea\" and \"hmtx\" contradict each "
                  "other\n");
}

/// Empties a file when the first page has been written.
class EmptyingSink : public ByteSink {
public:
    explicit EmptyingSink(const TemporaryFolder& folder) : folder_(folder) {}

    Diagnostics write(const std::vector<OutputFile>& files) override {
        folder_.write("own.ttf", "");
        return kept.write(files);
    }

    MemorySink kept;

private:
    const TemporaryFolder& folder_;
};

TEST(ChangingFonts, TouchNoPageOfTheRun) {
    OwnFont project("Planets");
    project.files.files["locales/de.json"] = R"({"format": 1, "language": "de",
        "translates": "planets", "review": "draft", "title": "Planeten: öfter größer"})";
    project.job.languages = {"en", "de"};
    const std::string font = noto_file("NotoSans-Regular.ttf");
    project.built_with(font);
    const auto expected = project.sink.written;
    project.folder.write("own.ttf", font);
    EmptyingSink sink(project.folder);
    EXPECT_TRUE(build(project.job, project.files, sink).ok());
    for (const auto& [path, bytes] : expected) {
        if (path.ends_with("json")) continue;
        EXPECT_TRUE(sink.kept.written.at(path) == bytes) << path;
    }
}

}  // namespace
}  // namespace broadside::testing
