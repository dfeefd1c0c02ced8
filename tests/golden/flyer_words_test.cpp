#include "golden/flyer_words.hpp"

#include <map>
#include <set>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/placed_reading.hpp"
#include "golden/plain_text.hpp"
#include "golden/poppler.hpp"
#include "golden/xml_reading.hpp"
#include "support/golden.hpp"

/// The words of the printed flyer, read from the PDF itself.
namespace broadside::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAreArray;

const std::string& flyer_pdf() {
    static const std::string pdf = file_of(kFlyer, "pdf");
    return pdf;
}

std::map<CellId, std::string> flyer_cells() {
    return pdf_cells(placed_of(job_of(kFlyer)), flyer_pdf());
}

std::map<CellId, std::string> cells_of(const FlyerWords& row) {
    std::map<CellId, std::string> cells{{{row.row, 0}, row.system},
                                        {{row.row, 2}, row.server},
                                        {{row.row, 3}, ""},
                                        {{row.row, 4}, row.encryption},
                                        {{row.row, 5}, row.location}};
    if (row.structure != nullptr) cells[{row.row, 1}] = row.structure;
    return cells;
}

std::string listed(const std::map<CellId, std::string>& cells) {
    std::string text;
    for (const auto& [cell, words] : cells) {
        text += cell.first + " " + std::to_string(cell.second) + ": " + words + "\n";
    }
    return text;
}

TEST(FlyerPdf, HasTheWordsOfThePrintInEveryCell) {
    std::map<CellId, std::string> expected;
    for (const FlyerWords& row : kFlyerWords) expected.merge(cells_of(row));
    expected[{"chat", 0}] = kChatSection;
    expected[{"team", 0}] = kTeamSection;
    for (std::size_t i = 0; i < kFlyerHeader.size(); ++i) expected[{"", i}] = kFlyerHeader[i];
    EXPECT_EQ(first_difference(listed(expected), listed(flyer_cells())), "");
}

std::size_t names_in(const std::string& system) {
    std::size_t names = 1;
    for (std::size_t at = 0; (at = system.find(" · ", at)) != std::string::npos; ++at) ++names;
    return names;
}

TEST(FlyerPdf, HasSeventeenRowsAndTwentyFourNames) {
    std::size_t rows = 0, names = 0;
    const std::map<CellId, std::string> cells = flyer_cells();
    for (const auto& [cell, text] : cells) {
        const bool has_name = cell.second == 0 && cells.count({cell.first, 5}) > 0;
        if (!has_name || cell.first.empty()) continue;
        ++rows;
        names += names_in(text);
    }
    EXPECT_EQ(rows, 17U);
    EXPECT_EQ(names, 24U);
}

TEST(FlyerPdf, HasEveryNote) {
    const std::string text = one_line(pdf_text(flyer_pdf()));
    for (const std::string& note : kFlyerNotes) EXPECT_THAT(text, HasSubstr(note));
}

TEST(FlyerPdf, HasTheLegend) {
    const std::string text = one_line(pdf_text(flyer_pdf()));
    for (const std::string& entry : kFlyerLegend) EXPECT_THAT(text, HasSubstr(entry));
}

TEST(FlyerPdf, LeadsToBothPages) {
    std::set<std::string> urls;
    for (const std::string& line : lines_of(run_poppler("pdfinfo -url {}", flyer_pdf()))) {
        const std::size_t at = line.find("http");
        if (at != std::string::npos) urls.insert(line.substr(at));
    }
    EXPECT_THAT(urls, UnorderedElementsAreArray(kFlyerUrls));
}

void append(std::vector<std::string>& texts, const std::vector<std::string>& more) {
    texts.insert(texts.end(), more.begin(), more.end());
}

std::vector<std::string> texts_in_reading_order() {
    std::vector<std::string> texts{kFlyerTitle};
    append(texts, kFlyerLegend);
    append(texts, kFlyerHeader);
    texts.push_back(kChatSection);
    for (const FlyerWords& row : kFlyerWords) {
        if (row.row == std::string(kFirstTeamRow)) texts.push_back(kTeamSection);
        append(texts, {row.system, row.structure == nullptr ? "" : row.structure, row.server,
                       row.encryption, row.location});
    }
    append(texts, kFlyerNotes);
    append(texts, kFlyerLinks);
    return texts;
}

/// The texts that do not come after the one before them.
std::vector<std::string> out_of_order(const std::vector<std::string>& texts,
                                      const std::string& page) {
    std::vector<std::string> missed;
    std::size_t at = 0;
    for (const std::string& text : texts) {
        const std::size_t found = page.find(squeezed(text), at);
        if (found == std::string::npos) {
            missed.push_back(text);
        } else {
            at = found + squeezed(text).size();
        }
    }
    return missed;
}

TEST(FlyerPdf, SaysItInReadingOrder) {
    const std::vector<std::string> missed =
        out_of_order(texts_in_reading_order(), squeezed(pdf_text(flyer_pdf())));
    EXPECT_THAT(missed, IsEmpty());
}

/// Two of the flyer's cells break between names; what is heard of them says that they are several.
TEST(FlyerSvg, ShowsNoSeparatorWhereALineEnds) {
    EXPECT_THAT(
        xml_values(file_of(kFlyer, "svg"), "//svg:tspan[@fill-opacity='0' and contains(., '·')]"),
        SizeIs(2));
}

TEST(FlyerPdf, FailsWithoutItsReader) {
    try {
        run_poppler("no-such-poppler-program {}", "");
        FAIL() << "nothing was read and nobody said so";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(),
                     "this test needs the program no-such-poppler-program: install poppler-utils");
    }
}

}  // namespace
}  // namespace broadside::testing
