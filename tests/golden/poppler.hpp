#pragma once

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include "emit/tool.hpp"
#include "golden/plain_text.hpp"

/// A PDF as poppler reads it. Without poppler-utils these functions throw, and the test fails: a
/// page that nobody read is not a page that was found right.
namespace broadside::testing {

/// Coordinates in points from the top left of the page.
struct PdfWord {
    std::size_t page = 0;  // 0-based
    double left = 0, top = 0, right = 0, bottom = 0;
    std::string text;

    double centre_x() const { return (left + right) / 2; }
    double centre_y() const { return (top + bottom) / 2; }
};

struct PageSize {
    double width = 0, height = 0;
};

/// `command`: a program of poppler-utils and its arguments, `{}` for the file.
inline std::string run_poppler(const std::string& command, const std::string& pdf) {
    const std::string program = command.substr(0, command.find(' '));
    if (!test::has_tool(program)) {
        throw std::runtime_error("this test needs the program " + program +
                                 ": install poppler-utils");
    }
    const test::ToolOutput output = test::run_tool(command, pdf);
    if (output.status != 0) throw std::runtime_error(program + " failed: " + output.text);
    return output.text;
}

/// In the order in which the PDF shows it.
inline std::string pdf_text(const std::string& pdf) {
    return run_poppler("pdftotext -raw {} -", pdf);
}

inline std::vector<PdfWord> pdf_words(const std::string& pdf) {
    std::vector<PdfWord> words;
    std::size_t pages = 0;
    for (const std::string& line : lines_of(run_poppler("pdftotext -bbox {} -", pdf))) {
        if (line.find("<page ") != std::string::npos) ++pages;
        const std::size_t at = line.find("<word ");
        if (at == std::string::npos) continue;
        PdfWord word;
        word.page = pages - 1;
        std::sscanf(line.c_str() + at, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">",
                    &word.left, &word.top, &word.right, &word.bottom);
        word.text = without_tags(line.substr(at));
        words.push_back(word);
    }
    return words;
}

inline std::vector<PageSize> pdf_page_sizes(const std::string& pdf) {
    std::vector<PageSize> sizes;
    for (const std::string& line : lines_of(run_poppler("pdfinfo -f 1 -l 999 {}", pdf))) {
        PageSize size;
        if (std::sscanf(line.c_str(), "Page %*u size: %lf x %lf", &size.width, &size.height) == 2) {
            sizes.push_back(size);
        }
    }
    return sizes;
}

/// Those of a page, to be asked for.
struct PdfWords {
    std::vector<PdfWord> words;

    PdfWord of(const std::string& text) const {
        const auto found = std::find_if(words.begin(), words.end(),
                                        [&](const PdfWord& word) { return word.text == text; });
        if (found == words.end()) throw std::runtime_error("no word " + text);
        return *found;
    }
};

}  // namespace broadside::testing
