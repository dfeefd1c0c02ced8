#include "broadside/resolve/links.hpp"

#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <qrencode.h>

#include "broadside/resolve/qr.hpp"
#include "support/model_builder.hpp"
#include "support/url.hpp"

namespace broadside::resolve {
namespace {

using test::url;
using ::testing::ElementsAre;

model::Project linked_project(std::string url) {
    model::Project project = test::project_of({});
    project.dataset.links = {{"more",
                              test::words("More: ", "/links/0/label"),
                              {},
                              test::words(std::move(url), "/links/0/url")}};
    return project;
}

/// The body of a link: its label and its text.
const doc::Labelled& link_of(const doc::Tiles& links, std::size_t index = 0) {
    return std::get<doc::Labelled>(links.boxes.at(index).content);
}

TEST(PrintedUrl, DropsSchemeAndFinalSlash) {
    EXPECT_EQ(printed_url("https://example.org/"), "example.org");
    EXPECT_EQ(printed_url("http://example.org/a/b"), "example.org/a/b");
    EXPECT_EQ(printed_url("mailto:me@example.org"), "me@example.org");
    EXPECT_EQ(printed_url("HTTP://Example.org"), "Example.org");
    EXPECT_EQ(printed_url("tel:+49-30-1"), "+49-30-1");
}

TEST(BuildLinks, LinksThePrintedUrl) {
    Problems problems("dataset.json");
    const auto links = build_links(linked_project("https://example.org/"), {false}, problems);
    ASSERT_EQ(links.boxes.size(), 1u);
    const std::vector<doc::Paragraph>& texts = link_of(links).body;
    EXPECT_EQ(test::text_of(texts.at(0)), "More: ");
    ASSERT_THAT(test::texts_of(texts.at(1).spans), ElementsAre("example.org"));
    EXPECT_EQ(texts[1].spans[0].url.address(), "https://example.org/");
    EXPECT_EQ(texts[1].meaning->url.address(), "https://example.org/");
    EXPECT_TRUE(std::holds_alternative<std::monostate>(link_of(links).label));
}

TEST(BuildLinks, LeadsToOneAsciiAddressAndPrintsTheReadableOne) {
    Problems problems("dataset.json");
    const auto links = build_links(linked_project("HTTPS://Müller.example/Ü"), {true}, problems);
    const doc::Span& span = link_of(links).body.at(1).spans.at(0);
    EXPECT_EQ(span.text, "Müller.example/Ü");
    EXPECT_EQ(span.url.address(), "https://xn--mller-kva.example/%C3%9C");
    EXPECT_EQ(std::get<doc::Symbol>(link_of(links).label).drawing->name,
              qr_drawing(span.url)->name);
}

TEST(BuildLinks, ReportsWhatIsNoAddressWhereItStands) {
    Problems problems("dataset.json");
    const auto links = build_links(linked_project("javascript:alert(1)"), {true}, problems);
    EXPECT_TRUE(links.boxes.empty());
    EXPECT_THAT(test::lines_of(problems.found()),
                ElementsAre("dataset.json: error: /links/0/url: expected a URL that starts with "
                            "https:, http:, mailto: or tel:, got \"javascript:alert(1)\""));
}

TEST(BuildLinks, SetsACodeOnAPlateWhereThePaperIsDark) {
    Problems problems("dataset.json");
    model::Project project = linked_project("https://example.org/");
    std::swap(project.layout.palette[PaletteColour::Ink],
              project.layout.palette[PaletteColour::Paper]);
    project.qr_codes["https://example.org/"] = qr_drawing(test::url("https://example.org/"));
    const auto links = build_links(project, {true}, problems);
    EXPECT_EQ(std::get<doc::Symbol>(link_of(links).label).drawing->shapes.size(), 2u);
}

TEST(BuildLinks, PrefersTheAuthorsText) {
    Problems problems("dataset.json");
    model::Project project = linked_project("https://example.org/");
    project.dataset.links[0].text = test::words("our site");
    EXPECT_EQ(test::text_of(link_of(build_links(project, {false}, problems)).body.at(1)),
              "our site");
}

TEST(BuildLinks, SetsAQrCodeInInk) {
    Problems problems("dataset.json");
    const auto links = build_links(linked_project("https://example.org/"), {true}, problems);
    const auto& code = std::get<doc::Symbol>(link_of(links).label);
    EXPECT_EQ(code.height, millimetres(16));
    EXPECT_EQ(code.colour, test::kInk);
    EXPECT_EQ(code.alt, "");
    EXPECT_EQ(test::pointer_of(code.code_of), "/links/0/url");
}

TEST(BuildLinks, ReportsAUrlTooLongForAQrCode) {
    Problems problems("dataset.json");
    build_links(linked_project("https://a.org/" + std::string(3000, 'a')), {true}, problems);
    EXPECT_THAT(
        test::lines_of(problems.found()),
        ElementsAre("dataset.json: error: /links/0/url: the URL of link \"more\" is too long for "
                    "a QR code"));
}

TEST(QrDrawing, HasAQuietZoneOfTwoModules) {
    // Version 1 at level M holds 14 bytes in 21 modules.
    const DrawingRef drawing = qr_drawing(url("http://a.de/"));
    EXPECT_DOUBLE_EQ(drawing->width, 25);
    const PathPoint first = std::get<MoveTo>(drawing->shapes.at(0).path.at(0)).to;
    EXPECT_EQ(first, (PathPoint{2, 2}));
}

TEST(QrDrawing, OutlinesTheSevenDarkModulesOfAFinderPattern) {
    const Path path = qr_drawing(url("http://a.de/"))->shapes.at(0).path;
    EXPECT_EQ(std::get<LineTo>(path.at(1)).to, (PathPoint{9, 2}));
    EXPECT_EQ(std::get<LineTo>(path.at(2)).to, (PathPoint{9, 9}));
    EXPECT_EQ(std::get<LineTo>(path.at(3)).to, (PathPoint{2, 9}));
    EXPECT_TRUE(std::holds_alternative<ClosePath>(path.at(4)));
}

/// Twice the signed area of a closed line of right angles: positive when dark is to its right.
double doubled_area(const Path& path) {
    double area = 0;
    PathPoint start, at;
    const auto go_to = [&](PathPoint to) {
        area += at.x * to.y - to.x * at.y;
        at = to;
    };
    for (const PathSegment& segment : path) {
        if (const auto* move = std::get_if<MoveTo>(&segment)) start = at = move->to;
        if (const auto* line = std::get_if<LineTo>(&segment)) go_to(line->to);
        if (std::holds_alternative<ClosePath>(segment)) go_to(start);
    }
    return area;
}

TEST(QrDrawing, EnclosesAsMuchAsThereAreDarkModules) {
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeString8bit("http://a.de/", 0, QR_ECLEVEL_M), QRcode_free);
    const auto dark = std::count_if(code->data, code->data + 21 * 21,
                                    [](unsigned char module) { return (module & 1u) != 0; });
    EXPECT_DOUBLE_EQ(doubled_area(qr_drawing(url("http://a.de/"))->shapes.at(0).path),
                     2.0 * static_cast<double>(dark));
}

TEST(QrDrawing, IsOneShapeInTheCurrentColour) {
    const DrawingRef drawing = qr_drawing(url("https://example.org"));
    ASSERT_EQ(drawing->shapes.size(), 1u);
    EXPECT_EQ(drawing->shapes[0].fill, Paint(CurrentColour{}));
}

TEST(QrDrawing, IsNamedByItsContent) {
    EXPECT_EQ(qr_drawing(url("https://a.org"))->name, qr_drawing(url("https://a.org"))->name);
    EXPECT_NE(qr_drawing(url("https://a.org"))->name, qr_drawing(url("https://b.org"))->name);
    EXPECT_EQ(qr_drawing(url("https://a.org"))->name.substr(0, 3), "qr-");
}

TEST(QrDrawing, IsNullForATextThatNoCodeHolds) {
    const std::string start = "https://a.org/";
    EXPECT_NE(qr_drawing(url(start + std::string(2331 - start.size(), 'a'))), nullptr);
    EXPECT_EQ(qr_drawing(url(start + std::string(2332 - start.size(), 'a'))), nullptr);
}

TEST(QrDrawing, HasBlackModulesAndTheWholeQuietZoneOnAPlate) {
    const DrawingRef drawing = qr_drawing(url("http://a.de/"), QrGround::Plate);
    EXPECT_DOUBLE_EQ(drawing->width, 29);
    ASSERT_EQ(drawing->shapes.size(), 2u);
    EXPECT_EQ(drawing->shapes[0].fill, Paint(Colour{255, 255, 255}));
    EXPECT_EQ(std::get<LineTo>(drawing->shapes[0].path.at(2)).to, (PathPoint{29, 29}));
    EXPECT_EQ(drawing->shapes[1].fill, Paint(Colour{0, 0, 0}));
    EXPECT_EQ(std::get<MoveTo>(drawing->shapes[1].path.at(0)).to, (PathPoint{4, 4}));
    EXPECT_NE(drawing->name, qr_drawing(url("http://a.de/"))->name);
}

TEST(QrGroundOf, IsThePaperOnlyUnderMuchDarkerInk) {
    const Colour white{255, 255, 255}, navy{0x14, 0x21, 0x3d}, grey{0x80, 0x80, 0x80};
    EXPECT_EQ(qr_ground(navy, white), QrGround::Paper);
    EXPECT_EQ(qr_ground(white, navy), QrGround::Plate);
    EXPECT_EQ(qr_ground(navy, grey), QrGround::Plate);
    EXPECT_EQ(qr_ground({0xcc, 0xcc, 0xcc}, white), QrGround::Plate);
}

}  // namespace
}  // namespace broadside::resolve
