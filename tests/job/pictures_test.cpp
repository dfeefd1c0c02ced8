#include <gmock/gmock.h>

#include "support/tiny_project.hpp"

// What is wrong with a picture, told where the dataset names its file.
namespace broadside {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::string fixture(const std::string& name) {
    DiskFileStore files;
    return files.read(BROADSIDE_SOURCE_DIR "/tests/fixtures/pictures/" + name).value();
}

/// The tiny project with a picture beside the name of its row.
class PictureProject : public testing::TinyProject {
public:
    explicit PictureProject(const std::string& bytes, const std::string& path = "logos/logo.png") {
        files.files["logos/logo.png"] = bytes;
        replace("\"values\":", "\n\"pictures\": {\"logo\": {\"file\": \"" + path +
                                   "\",\n\"alt\": \"a planet with a ring\"}},\n\"values\":");
        replace("\"Saturn\"", R"({"names": ["Saturn"], "picture": "logo"})");
    }

    void replace(const std::string& passage, const std::string& replacement) {
        std::string& dataset = files.files["planets.json"];
        dataset.replace(dataset.find(passage), passage.size(), replacement);
    }

    std::string problems() {
        const auto report = check(job, files);
        std::string all;
        for (const Diagnostic& problem : report.diagnostics()) all += to_string(problem) + "\n";
        return all;
    }
};

std::string problems_of(const std::string& bytes) { return PictureProject(bytes).problems(); }

std::string replaced(std::string bytes, std::size_t at, const std::string& others) {
    return bytes.replace(at, others.size(), others);
}

constexpr char kAtFile[] = "planets.json:3:31: error: /pictures/logo/file: ";

TEST(Pictures, AreKnownByTheirContent) {
    EXPECT_EQ(problems_of(fixture("logos/orbit.png")), "");
    EXPECT_EQ(problems_of(fixture("logos/wave.jpg")), "");
    EXPECT_EQ(problems_of(fixture("logos/grey.jpg")), "");
    EXPECT_EQ(problems_of(fixture("logos/leaf.svg")), "");
    EXPECT_EQ(
        problems_of("GIF89a"),
        std::string(kAtFile) +
            "expected a PNG, a JPEG or an SVG in logos/logo.png, got a GIF\n"
            "  hint: save it as a PNG; what it is, is told by its content, not by its name\n");
    EXPECT_THAT(problems_of(""), HasSubstr("got an empty file"));
}

TEST(Pictures, AreReadToTheirEnd) {
    const std::string png = fixture("logos/orbit.png"), jpeg = fixture("logos/wave.jpg");
    EXPECT_EQ(problems_of(png.substr(0, png.size() / 2)),
              std::string(kAtFile) +
                  "logos/logo.png is damaged: it ends too early\n"
                  "  hint: get it again from where it is from, or save it anew "
                  "in a picture editor\n");
    EXPECT_THAT(problems_of(jpeg.substr(0, jpeg.size() / 2)),
                HasSubstr(std::string(kAtFile) + "logos/logo.png is damaged: Premature end"));
    EXPECT_THAT(problems_of(replaced(png, png.size() / 2, "damage")), HasSubstr(" is damaged: "));
    EXPECT_THAT(problems_of(png.substr(0, 12)), HasSubstr("it ends too early"));
    EXPECT_THAT(problems_of(jpeg.substr(0, 40)), HasSubstr(" is damaged: "));
}

TEST(Pictures, AreRefusedBeforeTheyTakeMemory) {
    const std::string wide("\x7F\xFF\xFF\xFF\x7F\xFF\xFF\xFF", 8);
    const std::string large("\x80\0\x80\0", 4);
    const std::string jpeg = fixture("logos/wave.jpg");
    const std::size_t frame = jpeg.find("\xFF\xC0");
    EXPECT_THAT(problems_of(replaced(fixture("logos/orbit.png"), 16, wide)),
                HasSubstr("expected at most 16000000 pixels in logos/logo.png, got 2147483647 x"));
    EXPECT_THAT(problems_of(replaced(jpeg, frame + 5, large)),
                HasSubstr("expected at most 16000000 pixels in logos/logo.png, got 32768 x"));
    EXPECT_THAT(problems_of(std::string(9 << 20, ' ')), HasSubstr("at most 8 MiB"));
}

TEST(Pictures, AreRefusedWherePaperAndScreenWouldDiffer) {
    const std::string jpeg = fixture("logos/wave.jpg");
    const std::string exif(
        "\xFF\xE1\0\x22"
        "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
        36);
    EXPECT_THAT(problems_of(fixture("refused/cmyk.jpg")),
                HasSubstr("logos/logo.png is in CMYK, and pages are in sRGB\n"
                          "  hint: convert it to RGB"));
    EXPECT_THAT(problems_of(jpeg.substr(0, 2) + exif + jpeg.substr(2)),
                HasSubstr("logos/logo.png lies on its side"));
    const std::string moves(
        "\0\0\0\x08"
        "acTL\0\0\0\x02\0\0\0\0....",
        20);
    std::string png = fixture("logos/orbit.png");
    EXPECT_THAT(problems_of(png.insert(33, moves)), HasSubstr("logos/logo.png moves"));
    EXPECT_THAT(problems_of("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\n"
                            "<text>x</text></svg>"),
                HasSubstr("logos/logo.png:2:1: error: unsupported element <text>"));
}

TEST(Pictures, LieBelowTheDatasetsFolder) {
    const std::string png = fixture("logos/orbit.png");
    for (const std::string path : {"/etc/passwd", "../logo.png", "logos/../../logo.png"})
        EXPECT_EQ(PictureProject(png, path).problems(),
                  kAtFile +
                      ("expected the path of a file below the dataset's folder, got \"" + path +
                       "\"\n  hint: copy the picture there, and write ") +
                      "\"logos/signal.png\"\n");
    EXPECT_THAT(PictureProject(png, "logos/logo.jpg").problems(),
                AllOf(HasSubstr(std::string(kAtFile) + "there is no file logos/logo.jpg\n"),
                      HasSubstr("did you mean \"logo.png\"?")));
}

TEST(Pictures, AreNamedByWhatShowsThem) {
    PictureProject project(fixture("logos/orbit.png"));
    project.replace(R"("picture": "logo")", R"("picture": "lgo")");
    EXPECT_THAT(project.problems(), AllOf(HasSubstr("expected the id of a picture, got \"lgo\""),
                                          HasSubstr("nothing shows picture \"logo\"")));
    project.replace(R"("picture": "lgo")", R"("notes": [])");
    EXPECT_EQ(
        project.problems(),
        "planets.json:3:22: warning: /pictures/logo: nothing shows picture \"logo\"; it is not "
        "printed\n");
    project.replace(",\n\"alt\": \"a planet with a ring\"", "");
    EXPECT_THAT(project.problems(), HasSubstr("missing key \"alt\""));
}

TEST(Pictures, HaveSoManyPixelsTogether) {
    PictureProject project(fixture("refused/large.png"));
    EXPECT_EQ(project.problems(), "");
    for (const std::string id : {"a", "b", "c", "d"}) {
        project.files.files["logos/" + id + ".png"] = fixture("refused/large.png");
        project.replace("\"pictures\": {", "\"pictures\": {\"" + id + "\": {\"file\": \"logos/" +
                                               id + R"(.png", "alt": ""}, )");
    }
    EXPECT_THAT(project.problems(),
                HasSubstr("error: /pictures/logo/file: expected at most 64000000 pixels in all "
                          "pictures, got more"));
}

}  // namespace
}  // namespace broadside
