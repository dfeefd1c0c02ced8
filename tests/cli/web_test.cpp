#include <gmock/gmock.h>

#include "support/cards.hpp"
#include "support/many_languages.hpp"
#include "support/program.hpp"

/// What a web site takes: one word for several formats, and an index of them.
namespace broadside::cli {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class Web : public testing::ProgramTest {
protected:
    Web() { folder.write("locales/ar.json", testing::locale_of("ar", "الكواكب <&>")); }

    testing::ProgramRun build(const std::string& options = "") const {
        return run("build planets.json -l plain --lang all -f web --ppi 40 -o 'web/{lang}.{ext}' " +
                   options);
    }

    std::string index() const { return folder.read("web/index.html"); }
};

/// From the header of a PNG.
unsigned width_of(const std::string& png) {
    unsigned width = 0;
    for (std::size_t i = 16; i < 20; ++i) width = width << 8U | static_cast<unsigned char>(png[i]);
    return width;
}

TEST_F(Web, IsHtmlAndPicturesWithAnIndexOfThem) {
    EXPECT_EQ(build().code, 0);
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "web"))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    EXPECT_THAT(names, ElementsAre("ar.html", "ar.png", "ar.svg", "ar@2x.png", "en.html", "en.png",
                                   "en.svg", "en@2x.png", "index.html", "manifest.json"));
    EXPECT_NEAR(width_of(folder.read("web/en@2x.png")), 2 * width_of(folder.read("web/en.png")), 1);
    EXPECT_THAT(index(), HasSubstr("<li lang=\"ar\" dir=\"rtl\">"));
    EXPECT_THAT(index(), HasSubstr("<a href=\"./ar.html\">الكواكب &lt;&amp;&gt;</a>"));
    EXPECT_THAT(index(), HasSubstr("srcset=&quot;./en.png 1x, ./en@2x.png 2x&quot;"));
    EXPECT_THAT(build().out, HasSubstr("0 written, 8 unchanged"));
}

TEST_F(Web, LeadsFromEachPageToItsOtherLanguages) {
    build();
    const std::string page = folder.read("web/en.html");
    EXPECT_THAT(page, HasSubstr("<link rel=\"alternate\" hreflang=\"ar\" href=\"./ar.html\">"));
    EXPECT_THAT(page, HasSubstr("hreflang=\"x-default\" href=\"./en.html\">"));
    EXPECT_THAT(
        page,
        HasSubstr("<a href=\"./ar.html\" hreflang=\"ar\" lang=\"ar\" dir=\"rtl\">العربية</a>"));
    EXPECT_THAT(page, HasSubstr("dir=\"ltr\" aria-current=\"page\">English</a>"));
    EXPECT_THAT(folder.read("web/ar.html"), HasSubstr(R"("name":"الكواكب \u003c\u0026\u003e")"));
    folder.write("locales/de.json", testing::locale_of("de", "Planeten"));
    EXPECT_THAT(build().out, HasSubstr("6 written, 6 unchanged")) << "pages name a language more";
    EXPECT_THAT(folder.read("web/ar.html"), HasSubstr("./de.html"));
}

TEST_F(Web, HasTheSourceLanguageForReadersOfNoneOfThem) {
    run("build planets.json -l plain --lang ar,en -f web --ppi 40 -o 'web/{lang}.{ext}'");
    EXPECT_THAT(folder.read("web/ar.html"),
                HasSubstr("hreflang=\"x-default\" href=\"./en.html\">"));
    run("build planets.json -l plain --lang ar -f web --ppi 40 -o 'web/{lang}.{ext}'");
    EXPECT_THAT(folder.read("web/ar.html"), Not(HasSubstr("x-default")));
}

TEST_F(Web, ListsWhatIsThereAlone) {
    folder.write("locales/ar.json", "{");
    EXPECT_EQ(build("-f pdf").code, 1);
    EXPECT_THAT(index(), HasSubstr("./en.pdf"));
    EXPECT_THAT(index(), Not(HasSubstr("./ar.")));
}

TEST_F(Web, IsTheSameInShardsButForItsIndex) {
    build();
    const std::string page = folder.read("web/ar.html");
    std::filesystem::remove_all(folder / "web");
    build("--shard 1/2");
    EXPECT_NE(std::filesystem::exists(folder / "web/ar.html"),
              std::filesystem::exists(folder / "web/en.html"));
    build("--shard 2/2");
    EXPECT_EQ(folder.read("web/ar.html"), page);
    EXPECT_TRUE(std::filesystem::exists(folder / "web/ar@2x.png"));
    EXPECT_FALSE(std::filesystem::exists(folder / "web/index.html"));
}

TEST_F(Web, OverwritesNoOtherFileAndNeedsAPattern) {
    folder.write("web/index.html", "my notes");
    EXPECT_THAT(build().err, HasSubstr("web/index.html"));
    EXPECT_EQ(index(), "my notes");
    const auto refused = run("build planets.json -l plain -f web -o web.svg");
    EXPECT_EQ(refused.code, 2);
    EXPECT_THAT(refused.err, HasSubstr("the format web is several files"));
}

class WebOfRecords : public testing::RecordsTest {
protected:
    WebOfRecords() {
        folder.write("cards/locales/ar.json",
                     R"({"format": 1, "language": "ar", "translates": "cards",
                         "title": "بطاقة {name}"})");
    }

    testing::ProgramRun build(const std::string& records, const std::string& options = "") const {
        folder.write("r.csv", records);
        return run(
            "build cards -l card --lang en,ar -f web --ppi 40 --records r.csv "
            "-o 'web/{record}/{lang}.{ext}' " +
            options);
    }

    std::string index() const { return folder.read("web/index.html"); }
};

constexpr const char* kPeople = "id,name\na b,Ann <&>\nb,Ben\n";

TEST_F(WebOfRecords, IsAFolderOfEachWithAnIndexByTheirKeys) {
    EXPECT_EQ(build(kPeople).code, 0);
    std::vector<std::string> names = folder.names();
    std::erase_if(names, [](const std::string& name) { return !name.starts_with("web/b/"); });
    EXPECT_THAT(names,
                ElementsAre("web/b/ar.html", "web/b/ar.png", "web/b/ar.svg", "web/b/ar@2x.png",
                            "web/b/en.html", "web/b/en.png", "web/b/en.svg", "web/b/en@2x.png"));
    EXPECT_THAT(index(), AllOf(HasSubstr("<h1>cards</h1>"),
                               HasSubstr("<li>\n<h3>a b</h3>\n<p lang=\"en\" dir=\"ltr\">en: "
                                         "<a href=\"./a%20b/en.html\">Ann &lt;&amp;&gt;</a> "),
                               HasSubstr("<p lang=\"ar\" dir=\"rtl\">ar: <a "
                                         "href=\"./b/ar.html\">بطاقة \u2066Ben\u2069</a> "),
                               HasSubstr("<a href=\"./b/ar@2x.png\">PNG 2x</a><a "
                                         "href=\"./b/ar.svg\">SVG</a></p>\n</li>\n</ul>"),
                               Not(HasSubstr("&lt;figure"))));
    EXPECT_LT(index().find("<h3>a b<"), index().find("<h3>b<"));
    EXPECT_THAT(build(kPeople).out, HasSubstr("0 written, 16 unchanged"));
}

TEST_F(WebOfRecords, LeadsToTheOtherLanguagesOfTheSameRecordAlone) {
    build(kPeople);
    const std::string page = folder.read("web/b/en.html");
    EXPECT_THAT(
        page,
        AllOf(HasSubstr("<link rel=\"alternate\" hreflang=\"ar\" href=\"./ar.html\">"),
              HasSubstr("hreflang=\"x-default\" href=\"./en.html\">"), Not(HasSubstr("a%20b"))));
    EXPECT_EQ(page.find("hreflang=\"en\""), page.rfind("<link rel=\"alternate\" hreflang=\"en\"") +
                                                std::string("<link rel=\"alternate\" ").size());
}

TEST_F(WebOfRecords, IsCalledWhatItsDatasetSaysWithoutThem) {
    replace_in("cards/dataset.json", "{\"required\": true}", "{\"default\": \"Nobody\"}");
    build(kPeople);
    EXPECT_THAT(index(), HasSubstr("<title>Nobody</title>"));
}

TEST_F(WebOfRecords, NeedsNoPattern) {
    folder.write("r.csv", kPeople);
    EXPECT_EQ(run("build cards -l card -f web --ppi 40 --records r.csv").err, "");
    EXPECT_THAT(folder.read("output/index.html"),
                AllOf(HasSubstr("<a href=\"./cards-card-en-b.html\">Ben</a>"),
                      HasSubstr("<a href=\"./cards-card-en-b@2x.png\">PNG 2x</a>")));
}

TEST_F(WebOfRecords, HasNoSheets) {
    replace_in("cards/layouts/card.json", "\"margin\": \"10mm\"}",
               "\"margin\": \"10mm\", \"per_sheet\": {\"sheet\": \"A4\"}}");
    const testing::ProgramRun ran =
        run("build cards -l card -f web --records r.csv", "printf 'id,name\\na,Ann\\n' > r.csv;");
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, AllOf(HasSubstr("html has no sheets"), Not(HasSubstr("{record}"))));
}

TEST_F(WebOfRecords, ListsNoRecordWithAMistake) {
    const testing::ProgramRun ran = build("id,name,dose\na,Ann,x\nb,Ben,1\n");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("r.csv:2:7: error: dose: expected a number"));
    EXPECT_THAT(index(), AllOf(HasSubstr("<h3>b</h3>"), Not(HasSubstr("<h3>a</h3>"))));
}

TEST_F(WebOfRecords, IsTheSameInShardsAndHasItsIndexOnceTheyAreMerged) {
    std::string records = "id,name\n";
    for (int i = 0; i < 6; ++i) records += std::to_string(i) + ",Ann " + std::to_string(i) + "\n";
    build(records);
    const std::string page = folder.read("web/4/ar.html"), whole = index();
    std::filesystem::remove_all(folder / "web");
    build(records, "--shard 1/2");
    build(records, "--shard 2/2");
    EXPECT_EQ(folder.read("web/4/ar.html"), page);
    EXPECT_FALSE(std::filesystem::exists(folder / "web/index.html"));
    EXPECT_EQ(run("manifest merge web/manifest-1-of-2.json web/manifest-2-of-2.json").code, 0);
    EXPECT_THAT(build(records).out, HasSubstr("0 written, 48 unchanged"));
    EXPECT_EQ(index(), whole);
    EXPECT_EQ(run("manifest verify web/manifest.json").code, 0);
}

}  // namespace
}  // namespace broadside::cli
