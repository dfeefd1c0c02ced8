#include "cli/print_fonts.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/json_text.hpp"
#include "broadside/base/printable.hpp"
#include "cli/print.hpp"

namespace broadside::cli {

namespace {

using Line = std::vector<std::string>;

std::string_view weight_word(const FaceUse& face) {
    return face.weight >= kBoldWeight ? "bold" : "regular";
}

std::string_view slant_word(const FaceUse& face) {
    return face.slant == FontSlant::Italic ? "italic" : "upright";
}

std::string name_of(const FaceUse& face) {
    std::string name = fmt::format("{} {}", face.family, weight_word(face));
    if (face.slant == FontSlant::Italic) name += " italic";
    return name;
}

std::string code_point(char32_t code) {
    return fmt::format("U+{:04X}", static_cast<unsigned>(code));
}

std::string code_points(const std::vector<char32_t>& codes) {
    std::string text;
    for (const char32_t code : codes) text += (text.empty() ? "" : " ") + code_point(code);
    return text.empty() ? "-" : text;
}

std::vector<Line> table_of(const FontReport& report) {
    std::vector<Line> rows = {{"language", "face", "characters", "missing"}};
    for (const LanguageFonts& fonts : report.languages) {
        for (const FaceUse& face : fonts.faces) {
            rows.push_back({fonts.language, name_of(face), fmt::format("{}", face.characters),
                            code_points(face.missing)});
        }
        const std::string patterns = fonts.patterns.empty() ? "none" : fonts.patterns;
        rows.push_back({fonts.language, "hyphenation: " + patterns, "", ""});
    }
    for (Line& row : rows) {
        for (std::string& cell : row) cell = printable(cell);
    }
    return rows;
}

/// Rows without a count say their second word over the rest of the line, and make no column wider.
std::string aligned(const std::vector<Line>& rows) {
    std::size_t language = 0, face = 0;
    for (const Line& row : rows) {
        language = std::max(language, row[0].size());
        if (!row[2].empty()) face = std::max(face, row[1].size());
    }
    std::string text;
    for (const Line& row : rows) {
        text += row[2].empty() ? fmt::format("{:<{}}  {}\n", row[0], language, row[1])
                               : fmt::format("{:<{}}  {:<{}}  {:>{}}  {}\n", row[0], language,
                                             row[1], face, row[2], rows[0][2].size(), row[3]);
    }
    return text;
}

std::string json_of(const std::string& language, const FaceUse& face) {
    std::string missing;
    for (const char32_t code : face.missing) {
        missing += (missing.empty() ? "" : ",") + json_text(code_point(code));
    }
    return fmt::format(
        R"({{"language":{},"family":{},"weight":{},"slant":"{}","characters":{},"missing":[{}]}})",
        json_text(language), json_text(face.family), face.weight, slant_word(face), face.characters,
        missing);
}

std::string json_of(const FontReport& report) {
    std::string text;
    for (const LanguageFonts& fonts : report.languages) {
        for (const FaceUse& face : fonts.faces) text += json_of(fonts.language, face) + '\n';
        if (fonts.patterns.empty()) {
            text += fmt::format("{{\"language\":{},\"hyphenation\":null}}\n",
                                json_text(fonts.language));
        } else {
            text += fmt::format("{{\"language\":{},\"hyphenation\":{},\"package\":{}}}\n",
                                json_text(fonts.language), json_text(fonts.patterns),
                                json_text(fonts.patterns_package));
        }
    }
    return text;
}

}  // namespace

std::string fonts_text(const FontReport& report, DiagnosticsForm form) {
    return form == DiagnosticsForm::Json ? json_of(report) : aligned(table_of(report));
}

}  // namespace broadside::cli
