#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/figures.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

namespace {

/// What is printed of a plain cell, and the figure that it is, if any.
struct PrintedText {
    model::Text text;
    std::optional<unicode::Figure> figure;
};

PrintedText printed_text(const model::Cell& cell, char32_t zero_digit) {
    PrintedText printed{*cell.text, unicode::find_figure(cell.text->text)};
    std::string& text = printed.text.text;
    if (!printed.figure) return printed;
    const bool is_literal =
        (cell.number && text == *cell.number) || unicode::are_ascii_digits(text);
    if (is_literal) text = unicode::with_digits(text, zero_digit);
    text = unicode::with_minus_sign(text);
    printed.figure = unicode::find_figure(text);
    // In JSON a full stop is always a decimal sign.
    if (is_literal && printed.figure && printed.figure->means == unicode::Sign::Either)
        printed.figure->means = unicode::Sign::Decimal;
    return printed;
}

}  // namespace

std::optional<unicode::FigureAxes> plain_axes(const std::vector<const model::Cell*>& cells,
                                              const model::Dataset& dataset) {
    std::vector<unicode::Figure> figures;
    std::set<std::string> numbers, words;
    for (const model::Cell* cell : cells) {
        if (cell->text->empty() || unicode::is_dash(cell->text->text)) continue;
        if (unicode::is_version(cell->text->text)) return std::nullopt;
        PrintedText printed = printed_text(*cell, dataset.zero_digit);
        if (printed.figure) figures.push_back(*printed.figure);
        (printed.figure ? numbers : words).insert(std::move(printed.text.text));
    }
    const bool have_words_figures = std::any_of(words.begin(), words.end(), unicode::has_digit);
    const std::size_t least = words.size() + (have_words_figures ? 1 : 0);
    if (numbers.empty() || numbers.size() < least) return std::nullopt;
    const bool is_translated = !dataset.source_language.empty();
    const unicode::NumberFormat& format = unicode::number_format(
        is_translated ? dataset.source_language : dataset.language, unicode::kAsciiZero);
    return unicode::FigureAxes(figures, unicode::character_at(format.decimal, 0).code);
}

bool have_several_units(const std::vector<const model::Cell*>& cells) {
    // One unit has several forms in many languages, which begin alike or are two words: rok, roky,
    // let.
    constexpr std::size_t kStem = 2, kSeveral = 3;
    constexpr double kMost = 0.75;
    std::map<std::u32string, std::size_t> units;  // how many figures have each, by its stem
    std::size_t figures = 0, with_units = 0, most = 0;
    for (const model::Cell* cell : cells) {
        const auto figure = unicode::find_figure(cell->text->text);
        if (!figure) continue;
        ++figures;
        std::u32string unit =
            unicode::decode(std::string_view(cell->text->text).substr(figure->end));
        unit.erase(0, unit.find_first_not_of(U" \u00A0\u202F"));
        unit.erase(std::find_if_not(unit.begin(), unit.end(), unicode::is_letter), unit.end());
        if (unit.empty()) continue;
        ++with_units;
        most = std::max(most, ++units[unit.substr(0, kStem)]);
    }
    return units.size() >= kSeveral &&
           static_cast<double>(with_units) >= kMost * static_cast<double>(figures) &&
           static_cast<double>(most) < kMost * static_cast<double>(with_units);
}

CellContent plain_cell(const CellSource& source) {
    const PrintedText printed =
        printed_text(*source.cell.content, source.project.dataset.zero_digit);
    const TextStyle& style = style_of(source.project.layout, model::StyleRole::Cell);
    doc::Paragraph paragraph = literal_paragraph(printed.text, style);
    if (source.lines_up && printed.figure)
        paragraph.spans.front().axis = source.look.axes->of(*printed.figure);
    return one_line_of(std::move(paragraph), source, style);
}

}  // namespace broadside::resolve
