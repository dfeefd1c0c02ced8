#include <gmock/gmock.h>

#include "emit/picture.hpp"
#include "golden/edition.hpp"
#include "golden/xml_reading.hpp"

/// Pictures of a dataset, in the finished files: what was given out is what came in.
namespace broadside::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

const Edition kPictures{"tests/fixtures/pictures", "tests/fixtures/pictures/layouts/sheet.json"};

std::string logo(const std::string& name) {
    DiskFileStore files;
    return clean(files.read(repository_path("tests/fixtures/pictures/logos/" + name)));
}

std::size_t count_of(const std::string& part, const std::string& text) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size())
        ++count;
    return count;
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
    const auto named = xml_values(file_of(kPictures, "svg"), "//svg:g[@role='img']/@aria-label");
    EXPECT_THAT(named, Contains("Orbit Ferries"));
    EXPECT_THAT(named, Not(Contains("")));
    Job arabic = job_of(kPictures, {"html"});
    arabic.languages = {"ar"};
    DiskFileStore files;
    MemorySink sink;
    ASSERT_TRUE(build(arabic, files, sink).ok());
    sink.written.erase("manifest.json");
    EXPECT_THAT(sink.written.begin()->second,
                HasSubstr("role=\"img\" aria-label=\"غروب فوق الأمواج\""));
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

/// A page of one picture, of a red pixel and a blue one beside it.
test::Picture flag(const std::string& language) {
    TemporaryFolder folder;
    folder.write("flag.png", test::run_tool("base64 -d {}",
                                            "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlE"
                                            "QVR42mP4zwAE/wEHAAH/PX2MSQAAAABJRU5ErkJggg==")
                                 .text);
    folder.write("dataset.json", R"({"format": 1, "id": "f", "language": ")" + language +
                                     R"(", "title": "F", "logo": "flag",
        "pictures": {"flag": {"file": "flag.png", "alt": "F"}},
        "columns": [{"id": "n", "kind": "name", "title": "N"}],
        "sections": [{"id": "s", "rows": [{"id": "r", "n": "N"}]}]})");
    folder.write("flag.json", R"({"format": 1, "name": "flag", "blocks": [
        {"kind": "picture", "height": "20pt"}, {"kind": "table"}]})");
    Job job = job_of({"", ""}, {"png"});
    job.dataset = folder.path();
    job.layouts = {folder / "flag.json"};
    job.ppi = 72;
    return test::decode_png(only_file_of(job));
}

TEST(DatasetPictures, AreNotMirroredWhereThePageIs) {
    for (const std::string language : {"en", "ar"}) {
        const test::Picture page = flag(language);
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

}  // namespace
}  // namespace broadside::testing
