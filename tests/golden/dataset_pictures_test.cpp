#include <sstream>

#include <gmock/gmock.h>

#include "emit/picture.hpp"
#include "golden/edition.hpp"
#include "golden/xml_reading.hpp"
#include "support/passages.hpp"
#include "support/tiny_project.hpp"

/// Pictures of a dataset, in the finished files: what was given out is what came in.
namespace broadside::testing {
namespace {

using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const Edition kPictures{"tests/fixtures/pictures", "tests/fixtures/pictures/layouts/sheet.json"};

std::string logo(const std::string& name) {
    DiskFileStore files;
    return clean(files.read(repository_path("tests/fixtures/pictures/logos/" + name)));
}

/// The files in the addresses that begin with `start`.
std::vector<std::string> decoded(const std::string& start, const std::string& text) {
    std::vector<std::string> files;
    for (std::size_t at = 0; (at = text.find(start, at)) != std::string::npos;) {
        at += start.size();
        files.push_back(
            test::run_tool("base64 -d {}", text.substr(at, text.find('"', at) - at)).text);
    }
    return files;
}

TEST(DatasetPictures, AreInAPdfOnceAndJpegsAsTheyCame) {
    const std::string pdf = file_of(kPictures, "pdf");
    EXPECT_EQ(count_of(logo("wave.jpg"), pdf), 1u);
    EXPECT_EQ(count_of(logo("grey.jpg"), pdf), 1u);
    const std::string listed = test::run_tool("pdfimages -list {}", pdf).text;
    EXPECT_THAT(listed, HasSubstr("480   160  rgb     3   8  jpeg"));
    EXPECT_THAT(listed, HasSubstr("32    32  gray    1   8  jpeg"));
    EXPECT_THAT(listed, HasSubstr("96    96  rgb     3   8  image"));
    EXPECT_THAT(listed, HasSubstr("smask      96    96  gray"));
    EXPECT_EQ(test::run_tool("qpdf --check {}", pdf).status, 0);
}

TEST(DatasetPictures, AreInAnSvgOnceAndAsTheyCame) {
    const std::string svg = file_of(kPictures, "svg");
    EXPECT_EQ(decoded("data:image/jpeg;base64,", svg),
              (std::vector{logo("wave.jpg"), logo("grey.jpg")}));
    EXPECT_EQ(decoded("data:image/png;base64,", svg), std::vector{logo("orbit.png")});
}

TEST(DatasetPictures, AreInHtmlOnceAndAsTheyCame) {
    const std::string html = file_of(kPictures, "html");
    EXPECT_EQ(decoded("data:image/jpeg;base64,", html),
              (std::vector{logo("wave.jpg"), logo("grey.jpg")}));
    EXPECT_EQ(decoded("data:image/png;base64,", html), std::vector{logo("orbit.png")});
}

TEST(DatasetPictures, AreNamedForWhoDoesNotSeeThem) {
    const std::string svg = file_of(kPictures, "svg");
    EXPECT_EQ(xml_text(svg, "//svg:g[@role='img']/svg:title[.='Orbit Ferries']"), "Orbit Ferries");
    EXPECT_EQ(xml_text(svg, "count(//svg:g[@role='img'][not(string(svg:title))])"), "0");
    Job arabic = job_of(kPictures, {"html"});
    arabic.languages = {"ar"};
    DiskFileStore files;
    MemorySink sink;
    ASSERT_TRUE(build(arabic, files, sink).ok());
    sink.written.erase("manifest.json");
    EXPECT_THAT(sink.written.begin()->second, HasSubstr("role=\"img\"><title>غروب فوق الأمواج<"));
}

/// How alike two readings of the page are, of 255 a channel.
double difference(const std::string& a, const std::string& b) {
    return test::mean_difference(test::decode_png(a), test::decode_png(b));
}

TEST(DatasetPictures, LookAlikeInEveryFormat) {
    const std::string png = file_of(kPictures, "png", 144);
    const std::string pdf = file_of(kPictures, "pdf"), svg = file_of(kPictures, "svg");
    EXPECT_LT(difference(png, test::run_tool("pdftoppm -r 144 -png {}", pdf).text), 2);
    EXPECT_LT(difference(png, test::run_tool("rsvg-convert -w 1191 {}", svg).text), 2);
}

/// A project of a picture that is twice as wide as high: a red pixel and a blue one beside it.
class FlagProject {
public:
    FlagProject(const std::string& language, const std::string& layout) {
        folder_.write("flag.png",
                      test::run_tool("base64 -d {}",
                                     "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlE"
                                     "QVR42mP4zwAE/wEHAAH/PX2MSQAAAABJRU5ErkJggg==")
                          .text);
        folder_.write("dataset.json", R"({"format": 1, "id": "f", "language": ")" + language +
                                          R"(", "title": "F", "logo": "flag",
            "pictures": {"flag": {"file": "flag.png", "alt": "F"}},
            "columns": [{"id": "n", "kind": "name", "title": "N"}],
            "sections": [{"id": "s", "rows": [
                {"id": "r", "n": {"names": ["N"], "detail": "D", "picture": "flag"}}]}]})");
        folder_.write("flag.json", R"({"format": 1, "name": "flag", )" + layout + "}");
        job = job_of({"", ""}, {"png"});
        job.dataset = folder_.path();
        job.layouts = {folder_ / "flag.json"};
        job.output_options.ppi = 72;
    }

    /// The sizes of all pictures, in the order of the page.
    std::vector<std::string> sizes() {
        DiskFileStore files;
        std::vector<std::string> sizes;
        for (const std::string& line : lines_of(clean(dump(job, Stage::Scene, files)))) {
            std::istringstream words(line);
            std::string op, at, size;
            words >> op >> at >> size;
            if (op == "picture") sizes.push_back(size);
        }
        return sizes;
    }

    Job job;

private:
    TemporaryFolder folder_;
};

TEST(DatasetPictures, AreNoWiderThanTheirRoom) {
    FlagProject project("en", R"("symbols": {"picture": "40pt"}, "blocks": [
        {"kind": "row", "widths": ["10mm", "1fr"],
         "blocks": [{"kind": "picture", "height": "40pt"}, {"kind": "header"}]},
        {"kind": "picture", "height": "900pt"},
        {"kind": "table", "columns": {"n": {"width": "12mm"}}}],
        "page": {"size": {"width": "100mm", "height": "300mm"}, "margin": "10mm"})");
    EXPECT_THAT(project.sizes(), ElementsAre("28.34x14.17", "226.77x113.39", "24.01x12.01"));
}

TEST(DatasetPictures, StandAboveWordsThatAreMuchLower) {
    for (const std::string height : {"12pt", "30pt"}) {
        FlagProject project("en", R"("symbols": {"picture": ")" + height +
                                      R"("}, "styles": {"name": {"size": "8pt"}},
                "blocks": [{"kind": "table"}])");
        DiskFileStore files;
        const std::string set = clean(dump(project.job, Stage::Doc, files));
        EXPECT_EQ(set.find(R"("\u00a0" Noto)") != std::string::npos, height == "12pt") << set;
    }
}

TEST(DatasetPictures, HaveAllLinesOfTheirNameBesideThem) {
    FlagProject project("en", R"("blocks": [{"kind": "table"}])");
    project.job.formats = {"html"};
    const std::string html = only_file_of(project.job);
    EXPECT_THAT(html, ContainsRegex("--bsd-lead:[0-9.]+rem"));
    EXPECT_THAT(html, ContainsRegex("color:var.--bsd-muted.;padding-inline-start:[0-9.]+rem"));
}

TEST(DatasetPictures, AreNotMirroredWhereThePageIs) {
    for (const std::string language : {"en", "ar"}) {
        FlagProject project(language, R"("blocks": [{"kind": "picture", "height": "20pt"},
                                                    {"kind": "header"}])");
        const test::Picture page = test::decode_png(only_file_of(project.job));
        std::vector<std::size_t> red, blue;
        for (std::size_t x = 0; x < page.width; ++x) {
            for (std::size_t y = 0; y < page.height; ++y) {
                if (page.at(x, y) == Colour{255, 0, 0}) red.push_back(x);
                if (page.at(x, y) == Colour{0, 0, 255}) blue.push_back(x);
            }
        }
        ASSERT_FALSE(red.empty() || blue.empty()) << language;
        EXPECT_LT(red.back(), blue.front()) << language;
        EXPECT_EQ(red.front() < page.width / 2, language == "en");
    }
}

TEST(DatasetPictures, AreTheSameBytesEachTime) {
    for (const std::string format : {"pdf", "svg", "png", "html"})
        EXPECT_EQ(file_of(kPictures, format), file_of(kPictures, format)) << format;
}

TEST(DatasetPictures, StandAboveBothFormsOfAHead) {
    TinyProject project;
    project.files.files["sign.svg"] = kTinySymbol;
    project.files.files["planets.json"] =
        R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
      "pictures": {"sign": {"file": "sign.svg", "alt": "A sign"}},
      "columns": [{"id": "a", "kind": "name", "title": "In full", "short": "Brief", "picture": "sign"}],
      "sections": [{"id": "all", "rows": [{"id": "earth", "a": "Earth"}]}]})";
    const std::string html = file_of(project, "planets.html");
    EXPECT_THAT(html, HasSubstr("<span class=\"bsd-long\">In full</span>"));
    EXPECT_THAT(html, HasSubstr("title=\"In full\">Brief</abbr>"));
    EXPECT_EQ(count_of("<title>A sign<", html), 1u);
}

TEST(DatasetPictures, StandOnOneLineAboveHeadsOfOneAndOfTwoLines) {
    TinyProject project(
        R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
      "pictures": {"sign": {"file": "sign.svg", "alt": "A sign"}},
      "values": {"v": {"values": {"y": {"label": "yes", "symbol": "ok"}}}},
      "columns": [{"id": "n", "kind": "name", "title": "Planet"},
                  {"id": "a", "kind": "symbol", "values": "v", "title": "Rings", "picture": "sign"},
                  {"id": "b", "kind": "symbol", "values": "v", "title": "Many moons around", "picture": "sign"}],
      "sections": [{"id": "all", "rows": [{"id": "earth", "n": "Earth", "a": "y", "b": "y"}]}]})",
        R"({"format": 1, "name": "plain", "blocks": [
            {"kind": "table", "kinds": {"symbol": {"width": "18mm"}}}]})");
    project.files.files["sign.svg"] = kTinySymbol;
    project.files.files["symbols/ok.svg"] = kTinySymbol;
    const Result<std::string> scene = dump(project.job, Stage::Scene, project.files);
    ASSERT_TRUE(scene);
    std::vector<std::string> heights;
    std::istringstream lines(*scene);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t at = line.find("symbol ");
        if (at == line.npos || line.find(" sign.svg ") == line.npos) continue;
        const std::size_t comma = line.find(',', at);
        heights.push_back(line.substr(comma, line.find(' ', comma) - comma));
    }
    ASSERT_EQ(heights.size(), 2u) << *scene;
    EXPECT_EQ(heights[0], heights[1]);
}

}  // namespace
}  // namespace broadside::testing
