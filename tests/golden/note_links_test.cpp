#include <filesystem>
#include <set>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/flyer_words.hpp"
#include "golden/xml_reading.hpp"
#include "support/browser.hpp"

/// Marks and notes of finished files, as another reader of XML finds them.
namespace broadside::testing {
namespace {

using ::testing::ElementsAreArray;
using ::testing::SizeIs;

constexpr char kMarks[] = "//svg:a[@role='doc-noteref']";
constexpr char kLabels[] = "//svg:a[@role='doc-backlink']";

/// The files of one edition, and where their links lead.
class LinkedFiles {
public:
    explicit LinkedFiles(Written files) : files_(std::move(files)) {}

    const Written& files() const { return files_; }

    /// What stands at the other end of every link that `path` finds in a file; a dead link throws.
    std::vector<std::string> targets(const std::string& file, const std::string& path) const {
        std::vector<std::string> texts;
        for (const std::string& reference : xml_values(files_.at(file), path + "/@href")) {
            const std::size_t hash = reference.find('#');
            const std::string place = "//*[@id='" + reference.substr(hash + 1) + "']";
            const auto folder = std::filesystem::path(file).parent_path();
            const std::string& svg =
                hash == 0 ? files_.at(file) : file_at(folder / reference.substr(0, hash));
            if (xml_values(svg, place + "/@id").size() != 1)
                throw std::runtime_error("a dead link: " + reference);
            texts.push_back(xml_text(svg, place));
        }
        return texts;
    }

    std::vector<std::string> all_targets(const std::string& path) const {
        std::vector<std::string> all;
        for (const auto& [file, svg] : files_) {
            for (std::string& text : targets(file, path)) all.push_back(std::move(text));
        }
        return all;
    }

private:
    const std::string& file_at(const std::filesystem::path& address) const {
        const std::string path = address.lexically_normal().string();
        return files_.at(replaced(replaced(path, "%20", " "), "%23", "#"));
    }

    Written files_;
};

LinkedFiles edition(const Edition& edition, const std::string& language,
                    const std::string& output = "{name}-{lang}.{ext}") {
    Job job = job_of(edition, {"svg"});
    job.languages = {language};
    job.output = output;
    return LinkedFiles(files_of(job));
}

const Edition kHandout{"data/messengers", "layouts/handout-a4.json"};

TEST(FlyerSvg, LeadsFromEveryMarkToItsNote) {
    std::vector<std::string> expected;
    for (const FlyerMarks& cell : kFlyerMarks) {
        for (const std::string& note : cell.notes) expected.push_back(flyer_note(note));
    }
    EXPECT_THAT(edition(kFlyer, "fr").all_targets(kMarks), ElementsAreArray(expected));
}

TEST(FlyerSvg, LeadsFromEveryNoteToItsFirstMark) {
    const LinkedFiles flyer = edition(kFlyer, "fr");
    const std::string& svg = flyer.files().begin()->second;
    std::vector<std::string> expected, first_marks;
    for (const std::string& note : kFlyerNotes) expected.push_back(note.substr(0, note.find(' ')));
    EXPECT_THAT(flyer.all_targets(kLabels), ElementsAreArray(expected));
    std::set<std::string> met;
    for (const std::string& note : xml_values(svg, std::string(kMarks) + "/@href")) {
        if (met.insert(note).second) first_marks.push_back(note);
    }
    EXPECT_THAT(xml_values(svg, std::string(kMarks) + "[@id]/@href"),
                ElementsAreArray(first_marks));
}

/// What Chromium shows after each link of the page was clicked.
std::vector<std::string> clicked(const std::string& svg) {
    const TemporaryFolder folder;
    folder.write("page.svg", svg);
    Browser browser;
    browser.open(folder / "page.svg");
    const auto texts = browser.evaluate(R"(Promise.all([]).then(async () => {
        const texts = [];
        for (const link of document.querySelectorAll('a[role^=doc-]')) {
            link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, view: window}));
            while (location.hash !== link.getAttribute('href')) await new Promise(done => setTimeout(done, 10));
            texts.push(document.querySelector(':target').textContent);
        }
        return texts;
    }))");
    std::vector<std::string> lines;
    for (const auto& text : texts) lines.push_back(one_line(text));
    return lines;
}

TEST(FlyerSvg, ShowsWhatIsClickedInABrowser) {
    const LinkedFiles flyer = edition(kFlyer, "fr");
    std::vector<std::string> expected = flyer.all_targets(kMarks);
    for (std::string& label : flyer.all_targets(kLabels)) expected.push_back(std::move(label));
    EXPECT_THAT(clicked(flyer.files().begin()->second), ElementsAreArray(expected));
}

/// Marks of several runs are one mark: Arabic and Thai faces have no Latin letters.
TEST(FlyerSvg, HasOneLinkAMarkInEveryLanguage) {
    for (const char* language : {"ar", "he", "th", "zh-Hant"}) {
        const LinkedFiles flyer = edition(kFlyer, language);
        EXPECT_THAT(flyer.all_targets(kMarks), SizeIs(9)) << language;
        EXPECT_THAT(flyer.all_targets(kLabels), SizeIs(7)) << language;
    }
}

/// The pages of a handout are a file each.
TEST(HandoutSvg, LeadsFromPageToPageAndBack) {
    for (const char* output : {"{name}.{ext}", "{page}/{name} {lang}#.{ext}"}) {
        const LinkedFiles handout = edition(kHandout, "fr", output);
        ASSERT_GE(handout.files().size(), 2u);
        EXPECT_THAT(handout.all_targets(kLabels), SizeIs(7));
        std::vector<std::string> expected;
        for (const FlyerMarks& cell : kFlyerMarks) {
            for (const std::string& note : cell.notes) expected.push_back(flyer_note(note));
        }
        EXPECT_THAT(handout.all_targets(kMarks), ElementsAreArray(expected));
    }
}

/// A mark in a head is on every page, its note on the last, its first mark on the first.
TEST(StripSvg, LeadsFromTheHeadsOfEveryPage) {
    const TemporaryFolder folder;
    folder.write("strip.json",
                 R"({"format": 1, "name": "strip", "blocks": [{"kind": "table"}, {"kind": "notes"}],
                                   "page": {"size": {"width": "260mm", "height": "60mm"}, "margin": "5mm"}})");
    Job job = job_of({"tests/fixtures/spanners", ""}, {"svg"});
    job.layouts = {folder / "strip.json"};
    const LinkedFiles strip(files_of(job));
    ASSERT_GE(strip.files().size(), 3u);
    for (const auto& [file, svg] : strip.files()) {
        const bool has_table = !xml_values(svg, "//svg:g[@role='columnheader']/@role").empty();
        if (has_table) {
            EXPECT_EQ(strip.targets(file, kMarks).at(0), "* Crustáceos y moluscos incluidos");
        }
    }
    EXPECT_THAT(strip.all_targets(kLabels), ElementsAreArray({"*", "†", "‡"}));
}

}  // namespace
}  // namespace broadside::testing
