#include <numeric>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/poppler.hpp"
#include "golden/xml_reading.hpp"
#include "support/tiny_project.hpp"

/// Where words and pictures lead, for who clicks and for who reads on paper.
namespace broadside::testing {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

constexpr char kLibrary[] = R"({"names": ["Library"], "url": "https://Bücherei.example/größe/"})";
constexpr char kSigned[] =
    R"({"names": ["Seal"], "picture": "seal", "url": "https://seal.example/"})";

class Places {
public:
    /// `keys`: of the layout.
    Places(const std::string& name, const std::string& about, const std::string& keys = "",
           const std::string& language = "en", const std::string& width = "1fr") {
        project_.files.files["seal.svg"] = kTinySymbol;
        project_.files.files["sign.svg"] = kTinySymbol;
        project_.files.files["planets.json"] = R"({"format": 1, "id": "places", "language": ")" +
                                               language + R"(", "title": "Places",
          "pictures": {"seal": {"file": "seal.svg", "alt": ""},
                       "sign": {"file": "sign.svg", "alt": "The club", "url": "https://club.example/"}},
          "logo": "sign",
          "columns": [{"id": "name", "kind": "name", "title": "Place"},
                      {"id": "about", "kind": "text", "title": "About"}],
          "sections": [{"id": "all", "rows": [{"id": "a", "name": )" +
                                               name + ", \"about\": " + about + "}]}]}";
        project_.files.files["layouts/plain.json"] =
            R"({"format": 1, "name": "plain", )" + keys +
            R"("blocks": [{"kind": "picture"}, {"kind": "picture", "ref": "seal"},
            {"kind": "table", "columns": {"name": {"width": ")" +
            width + "\"}}}]}";
        project_.job.output = "places.{ext}";
    }

    std::string file(const std::string& format) {
        project_.job.formats = {format};
        EXPECT_EQ(problems(), "");
        return project_.sink.written["places." + format];
    }

    std::string problems() {
        return problems_of(build(project_.job, project_.files, project_.sink));
    }

private:
    TinyProject project_;
};

TEST(PrintedLinks, StandBelowCellsAndBehindWordsInSmallPrint) {
    const std::string about = R"("see [the **map**](https://a.org/map/) of it")";
    for (const std::string off :
         {"", "\"link_addresses\": false, ", "\"link_addresses\": \"none\", "})
        EXPECT_THAT(Places(kLibrary, about, off).file("svg"),
                    AllOf(Not(HasSubstr("größe")), Not(HasSubstr("a.org/map<"))));
    for (const std::string on :
         {"\"link_addresses\": true, ", "\"link_addresses\": \"address\", "}) {
        const std::string svg = Places(kLibrary, about, on).file("svg");
        const std::string link =
            "//svg:text[svg:a/@href='https://xn--bcherei-n2a.example/gr%C3%B6%C3%9Fe/']";
        EXPECT_EQ(xml_text(svg, link + "[1]"), "Library");
        EXPECT_EQ(xml_text(svg, link + "[2]"), "Bücherei.example/größe") << "as people write it";
        const auto sizes = xml_values(svg, link + "/@font-size");
        ASSERT_THAT(sizes, SizeIs(2));
        EXPECT_LT(std::stod(sizes[1]), std::stod(sizes[0]));
        EXPECT_THAT(xml_values(svg, link + "[2]/@font-weight"), ElementsAre());
        EXPECT_THAT(pdf_text(Places(kLibrary, about, on).file("pdf")),
                    HasSubstr("see the map (a.org/map) of it"));
        EXPECT_THAT(Places(kLibrary, about, on).file("html"),
                    AllOf(HasSubstr("Bücherei.<wbr>example/<wbr>größe</a>"),
                          HasSubstr("a.<wbr>org/<wbr>map</a>")));
    }
}

TEST(PrintedLinks, StandBelowWordsWithSomethingBesideThem) {
    const std::string tagged =
        R"({"names": ["Library"], "url": "https://a.org/map/", "tags": ["new"]})";
    EXPECT_THAT(Places(tagged, "\"x\"", "\"link_addresses\": true, ").file("svg"),
                HasSubstr(">a.org/map<"));
}

TEST(PrintedLinks, AreNotSaidTwice) {
    EXPECT_EQ(
        Places(R"({"names": ["club.example"], "url": "https://club.example/"})",
               R"({"text": "Ring 0 30", "url": "tel:+49-30-1"})", "\"link_addresses\": true, ")
            .file("html"),
        Places(R"({"names": ["club.example"], "url": "https://club.example/"})",
               R"({"text": "Ring 0 30", "url": "tel:+49-30-1"})")
            .file("html"));
}

TEST(PrintedLinks, AreNotFoundInsideOtherWords) {
    EXPECT_THAT(Places(R"({"names": ["Omega.io"], "url": "https://a.io"})", "\"see a.io\"",
                       "\"link_addresses\": true, ")
                    .file("svg"),
                HasSubstr(">a.io<"));
}

TEST(PrintedLinks, EndTheirLinesAfterSignsAndWithoutHyphens) {
    const std::string address =
        "international-relations.example/representation/documentation?language=portuguese";
    const std::string svg = Places(R"({"names": ["Foreign"], "url": "https://)" + address + "\"}",
                                   "\"x\"", "\"link_addresses\": true, ", "en", "25mm")
                                .file("svg");
    std::vector<std::string> lines =
        lines_of(run_xmllint(svg, "//svg:a[contains(@href, 'relations')]/text()").value_or(""));
    ASSERT_GT(lines.size(), 3U);
    lines.erase(lines.begin());
    EXPECT_EQ(std::accumulate(lines.begin(), lines.end(), std::string()), address);
    lines.pop_back();
    EXPECT_THAT(lines, Each(::testing::ContainsRegex("[-./?=]$")));
}

TEST(PrintedLinks, KeepTheirOrderInRightToLeftLines) {
    const std::string pdf =
        Places(kLibrary, R"("انظر [الصفحة](https://a.org/wiki/x_(2026)) للمزيد")",
               "\"link_addresses\": true, ", "ar")
            .file("pdf");
    EXPECT_THAT(pdf_text(pdf),
                AllOf(HasSubstr("a.org/wiki/x_(2026)"), HasSubstr("Bücherei.example/größe")));
}

/// The longest outline that a page of HTML defines.
std::string code_in(const std::string& html) {
    static const std::regex kOutline("<path[^>]* d=\"([^\"]*)\"");
    std::string longest;
    for (std::sregex_iterator path(html.begin(), html.end(), kOutline), end; path != end; ++path)
        if (path->length(1) > static_cast<std::ptrdiff_t>(longest.size())) longest = path->str(1);
    return longest;
}

TEST(PrintedLinks, AreCodesInCellsWhereTheLayoutAsksForThem) {
    const std::string two =
        R"json("see [one](https://one.example) and [two](https://two.example)")json";
    const auto with = [&](const std::string& size, const std::string& keys = "") {
        return Places(kLibrary, two,
                      R"("link_addresses": "qr", "symbols": {"qr": ")" + size + "\"}, " + keys);
    };
    TinyProject listed(
        std::string(kTinyDataset)
            .insert(
                1,
                R"("links": [{"id": "a", "label": "A", "url": "https://Bücherei.example/größe/"}], )"),
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "links", "qr": true}]})");
    listed.job.output = "listed.html";
    EXPECT_EQ(problems_of(build(listed.job, listed.files, listed.sink)), "");
    const std::string code = code_in(listed.sink.written["listed.html"]);
    EXPECT_GT(code.size(), 1000U);
    EXPECT_EQ(code_in(with("20mm").file("html")), code);

    const std::string svg = with("20mm").file("svg");
    EXPECT_THAT(svg, AllOf(Not(HasSubstr("größe")), HasSubstr(">two.example<")))
        << "a code says not which of two links it is";
    EXPECT_THAT(xml_values(svg, "//svg:path[string-length(@d) > 1000]/@fill"),
                ElementsAre("#14213d"));
    EXPECT_THAT(
        xml_values(
            with("20mm", R"("palette": {"paper": "#101010", "ink": "#eeeeee"}, )").file("svg"),
            "//svg:path[string-length(@d) > 1000]/@fill"),
        ElementsAre("#000000"))
        << "on a plate";
    EXPECT_THAT(xml_values(with("20mm", R"("palette": {"emphasis": "#102030"}, )").file("svg"),
                           "//svg:path[string-length(@d) > 1000]/@fill"),
                ElementsAre("#000000"))
        << "a column may stand out";
    EXPECT_THAT(with("5mm").problems(),
                AllOf(HasSubstr("/rows/0/name"), HasSubstr("telephones read")));
    EXPECT_THAT(Places(kLibrary, two, "\"link_addresses\": \"qr\", ", "en", "8mm").problems(),
                AllOf(HasSubstr("/rows/0/name: \"QR code\" needs 16.0 mm"),
                      HasSubstr("make \"qr\" of its \"symbols\" less")));
    const std::string endless = "https://a.org/" + std::string(3000, 'a');
    EXPECT_THAT(Places(R"({"names": ["A"], "url": ")" + endless + "\"}", "\"x\"",
                       R"("link_addresses": "qr", )")
                    .problems(),
                HasSubstr("too long for a QR code"));
}

/// Where the two codes of a row stand, below words of differing length. `keys`: of the table.
std::pair<std::string, std::string> tops_of_codes(const std::string& keys = "") {
    TinyProject project(R"json({"format": 1, "id": "planets", "language": "en", "title": "Plans",
      "columns": [{"id": "plan", "kind": "name", "title": "Plan"},
                  {"id": "page", "kind": "text", "title": "Page"}],
      "sections": [{"id": "all", "rows": [
        {"id": "a", "plan": "A", "page": "[here](https://a.example)"},
        {"id": "b", "plan": "B", "page": "[all that there is to say of it](https://b.example)"}]}]})json",
                        R"({"format": 1, "name": "plain", "link_addresses": "qr",
      "blocks": [{"kind": "table", "transpose": true, )" +
                            keys +
                            R"("columns": {"a": {"width": "25mm"}, "b": {"width": "25mm"}}}]})");
    project.job.formats = {"svg"};
    project.job.output = "plans.svg";
    EXPECT_EQ(problems_of(build(project.job, project.files, project.sink)), "");
    std::vector<std::string> tops;
    for (const std::string& code :
         xml_values(project.sink.written["plans.svg"], "//svg:path[string-length(@d) > 1000]/@d")) {
        const std::size_t y = code.find_first_of(" ,-", 2);
        tops.push_back(code.substr(y, code.find_first_not_of("0123456789.", y + 1) - y));
    }
    return {tops.at(0), tops.at(1)};
}

TEST(PrintedLinks, HaveTheCodesOfARowOnOneLineWhereTheLayoutSaysNothingElse) {
    const auto [one, other] = tops_of_codes();
    EXPECT_EQ(one, other);
    const auto [high, low] =
        tops_of_codes(R"("cells": [{"columns": ["page"], "vertical_align": "middle"}], )");
    EXPECT_NE(high, low);
}

TEST(LinkedPictures, LeadWhereTheirCellLeadsInEveryFormat) {
    const std::string svg = Places(kSigned, "\"x\"").file("svg");
    EXPECT_THAT(xml_values(svg, "//svg:a[@href='https://seal.example/'][svg:path]/@aria-hidden"),
                ElementsAre("true"))
        << "its words beside it are the link that is heard";
    EXPECT_THAT(
        Places(kSigned, "\"x\"").file("html"),
        ::testing::ContainsRegex(
            "<a href=\"https://seal.example/\"><svg[^>]*aria-hidden[^\n]*>\u00a0</span>Seal</a>"));
    const std::string pdf = test::pdf_objects(Places(kSigned, "\"x\"").file("pdf"));
    EXPECT_NE(pdf.find("/URI (https://seal.example/)"), std::string::npos);
    EXPECT_NE(pdf.find("/QuadPoints"), std::string::npos) << "picture and words are one link";
}

TEST(LinkedPictures, LeadToAnAddressOfTheirOwnUnderTheirName) {
    const std::string about = R"({"picture": "sign", "url": "https://club.example/seal"})";
    const std::string svg = Places("\"A\"", about).file("svg");
    EXPECT_THAT(xml_values(svg, "//svg:a[@aria-label='The club']/@href"),
                ElementsAre("https://club.example/", "https://club.example/seal"))
        << "the logo, and the cell's own address";
    EXPECT_THAT(Places("\"A\"", about).file("html"),
                HasSubstr("<a href=\"https://club.example/\"><svg"));
    EXPECT_THAT(
        run_poppler("pdfinfo -url {}", Places("\"A\"", about).file("pdf")),
        AllOf(HasSubstr("https://club.example/\n"), HasSubstr("https://club.example/seal\n")));
    EXPECT_THAT(test::pdf_objects(Places("\"A\"", about).file("pdf")),
                HasSubstr("/Contents (The club)"));
}

TEST(LinkedPictures, AreNoLinksWithoutAName) {
    EXPECT_THAT(
        Places("\"A\"", R"({"picture": "seal", "url": "https://seal.example/"})").problems(),
        AllOf(HasSubstr("/url: expected words that lead to the address, got none"),
              HasSubstr("give picture \"seal\" an \"alt\"")));
}

}  // namespace
}  // namespace broadside::testing
