#include <algorithm>
#include <cstdio>
#include <map>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/flyer_words.hpp"
#include "golden/poppler.hpp"

/// Where one gets to by clicking on the marks and the notes of a finished PDF.
namespace broadside::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;

/// In points, from the top left of the page; pages count from 1.
struct Area {
    std::size_t page = 0;
    double left = 0, top = 0, width = 0, height = 0;
};

struct Jump {
    Area from, to;  // `to` is a line high, and wide enough for a few words
};

std::string behind(const std::string& text, const std::string& key) {
    const std::size_t at = text.find(key);
    return at == std::string::npos ? std::string() : text.substr(at + key.size());
}

/// What stands between `obj` and `endobj`, by number.
std::map<int, std::string> numbered_objects(const std::string& pdf) {
    std::map<int, std::string> objects;
    const std::string text = test::pdf_objects(pdf);
    for (std::size_t at = text.find(" 0 obj "); at != std::string::npos;) {
        const std::size_t end = text.find(" endobj", at);
        const std::size_t number = text.rfind(' ', at - 1) + 1;
        objects[std::stoi(text.substr(number, at - number))] = text.substr(at, end - at);
        at = text.find(" 0 obj ", end);
    }
    return objects;
}

std::vector<int> references_in(const std::string& object, const std::string& key) {
    std::vector<int> numbers;
    std::string rest = behind(object, key + " [ ");
    rest = rest.substr(0, rest.find(']'));
    for (int number = 0; std::sscanf(rest.c_str(), "%d 0 R", &number) == 1;) {
        numbers.push_back(number);
        rest = behind(rest, "R ");
    }
    return numbers;
}

/// Every link inside the document, in the order of the pages.
std::vector<Jump> jumps_of(const std::string& pdf) {
    const std::map<int, std::string> objects = numbered_objects(pdf);
    std::vector<int> pages;
    for (const auto& [number, object] : objects) {
        if (object.find("/Kids [") != std::string::npos) pages = references_in(object, "/Kids");
    }
    const std::vector<PageSize> sizes = pdf_page_sizes(pdf);
    std::vector<Jump> jumps;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        for (const int number : references_in(objects.at(pages[page]), "/Annots")) {
            const std::string& link = objects.at(number);
            double left = 0, bottom = 0, right = 0, top = 0, x = 0, y = 0;
            int target = 0;
            if (std::sscanf(behind(link, "/Dest [ ").c_str(), "%d 0 R /XYZ %lf %lf", &target, &x,
                            &y) != 3)
                continue;
            std::sscanf(behind(link, "/Rect [ ").c_str(), "%lf %lf %lf %lf", &left, &bottom, &right,
                        &top);
            const auto found = std::find(pages.begin(), pages.end(), target);
            if (found == pages.end()) throw std::runtime_error("a link to no page: " + link);
            const auto to = static_cast<std::size_t>(found - pages.begin());
            jumps.push_back({{page + 1, left, sizes[page].height - top, right - left, top - bottom},
                             {to + 1, x, sizes[to].height - y, 200, 12}});
        }
    }
    return jumps;
}

std::string text_at(const std::string& pdf, const Area& area) {
    const auto pixels = [](double points) { return static_cast<int>(points * 10 + 0.5); };
    return one_line(run_poppler(
        fmt::format("pdftotext -nopgbrk -r 720 -f {0} -l {0} -x {1} -y {2} -W {3} -H {4} {{}} -",
                    area.page, pixels(area.left), pixels(area.top), pixels(area.width),
                    pixels(area.height)),
        pdf));
}

std::size_t marks_of_the_flyer() {
    std::size_t marks = 0;
    for (const FlyerMarks& cell : kFlyerMarks) marks += cell.notes.size();
    return marks;
}

class PdfNotes : public ::testing::TestWithParam<Edition> {};

TEST_P(PdfNotes, AreLedToByEveryMarkAndLeadBackToTheFirst) {
    const std::string pdf = file_of(GetParam(), "pdf");
    const std::vector<Jump> jumps = jumps_of(pdf);
    const std::size_t marks = marks_of_the_flyer();
    ASSERT_THAT(jumps, SizeIs(marks + kFlyerNotes.size()));
    std::map<std::string, Area> first_marks;
    for (std::size_t i = 0; i < jumps.size(); ++i) {
        const std::string mark = text_at(pdf, jumps[i].from);
        const std::string there = text_at(pdf, jumps[i].to);
        if (i < marks) {
            EXPECT_THAT(there, StartsWith(flyer_note(mark).substr(0, 20)));
            first_marks.try_emplace(mark, jumps[i].from);
        } else {
            EXPECT_THAT(there, HasSubstr(mark));
            const Area& first = first_marks.at(mark);
            EXPECT_EQ(jumps[i].to.page, first.page);
            EXPECT_NEAR(jumps[i].to.top, first.top, 5);
        }
    }
}

/// Also from a head that runs upwards, and back.
TEST(PdfHeadNotes, AreLedToByMarksOfGroupsColumnsAndSections) {
    const std::string pdf = file_of(kWide, "pdf");
    const std::vector<Jump> jumps = jumps_of(pdf);
    ASSERT_THAT(jumps, SizeIs(6));
    const std::string notes[] = {"1 For four weeks", "2 For hearing aids", "3 Timetables hang"};
    for (std::size_t i = 0; i < 3; ++i) {
        const Area& mark = jumps[i].from;
        EXPECT_EQ(text_at(pdf, {1, mark.left - 1, mark.top - 1, mark.width + 2, mark.height + 2}),
                  notes[i].substr(0, 1));
        EXPECT_THAT(text_at(pdf, jumps[i].to), StartsWith(notes[i]));
    }
    EXPECT_NEAR(jumps[4].to.left, jumps[1].from.left, 2);
    EXPECT_GT(jumps[1].from.width, jumps[1].from.height);
}

INSTANTIATE_TEST_SUITE_P(Flyer, PdfNotes,
                         ::testing::Values(kFlyer, kFlyerA5, kWebChart,
                                           Edition{"data/messengers", "layouts/handout-a4.json"}),
                         name_of);

}  // namespace
}  // namespace broadside::testing
