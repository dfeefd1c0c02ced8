#include "broadside/imports/codes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "broadside/imports/answers.hpp"
#include "broadside/imports/label_heads.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside::imports {

using sheets::CellType;

namespace {

/// Digits that count nothing: with zeros in front, or a telephone's.
bool is_of_digits(const Content& content) {
    if (content.cell->is_label) return true;
    const std::string_view text = content.text;
    const bool is_plus = text.starts_with('+'), is_zero = text.starts_with('0');
    const auto digits = std::count_if(text.begin(), text.end(), unicode::is_ascii_digit);
    constexpr int kFewestOfTelephone = 7;
    return digits > (is_plus ? kFewestOfTelephone - 1 : 1) &&
           ((is_zero && unicode::is_ascii_digit(text[1])) || is_plus) &&
           text.find_first_not_of("+0123456789 -/().") == text.npos;
}

/// In a column of whole numbers.
bool are_labels(std::string_view head, const std::vector<const Content*>& said) {
    std::size_t figures = 0, missing = 0, labels = 0, long_ones = 0;
    for (const Content* content : said) {
        missing += is_missing(*content) ? 1 : 0;
        labels += is_of_digits(*content) ? 1 : 0;
        const auto figure = figure_in(*content);
        if (!figure) continue;
        const bool is_whole = figure->unit.empty() && figure->relation.empty() &&
                              unicode::are_ascii_digits(figure->digits) && figure->to.empty();
        if (!is_whole) return false;
        ++figures;
        constexpr std::size_t kLong = 9;
        long_ones += figure->digits.size() >= kLong && !content->cell->is_grouped ? 1 : 0;
    }
    return is_most(figures + labels, said.size() - missing) &&
           (labels > 0 || long_ones == figures || is_head_of_labels(head));
}

/// Without units and relations, as most figures of a column are.
struct BareFigures {
    std::vector<load::TypedFigure> hyphened;  // "555-1234"
    std::vector<std::string> pointed;         // "1.10"
    std::size_t figures = 0;
};

BareFigures bare_figures_in(const std::vector<const Content*>& said) {
    BareFigures bare;
    for (const Content* content : said) {
        const auto figure = figure_in(*content);
        if (!figure) continue;
        ++bare.figures;
        if (!figure->unit.empty() || !figure->relation.empty()) continue;
        const std::size_t point = figure->digits.find('.');
        const bool is_hyphened = content->text.find('-') != std::string::npos &&
                                 unicode::are_ascii_digits(figure->digits) &&
                                 unicode::are_ascii_digits(figure->to);
        if (is_hyphened) bare.hyphened.push_back(*figure);
        if (point != std::string::npos && figure->to.empty() &&
            figure->digits.find_first_of("-,.", point + 1) == std::string::npos &&
            figure->digits.find_first_of("-,") == std::string::npos)
            bare.pointed.push_back(figure->digits);
    }
    return bare;
}

bool is_less(const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

bool are_hyphened_codes(std::string_view head, const std::vector<load::TypedFigure>& hyphened) {
    constexpr std::size_t kFewestDigits = 3;
    const load::TypedFigure& first = hyphened.front();
    const auto falls = [](const load::TypedFigure& figure) {
        return is_less(figure.to, figure.digits);
    };
    const auto is_like_first = [&](const load::TypedFigure& figure) {
        return figure.digits.size() == first.digits.size() && figure.to.size() == first.to.size();
    };
    const bool are_alike = hyphened.size() > 1 && first.digits.size() != first.to.size() &&
                           std::min(first.digits.size(), first.to.size()) >= kFewestDigits &&
                           std::all_of(hyphened.begin(), hyphened.end(), is_like_first);
    return are_alike || is_head_of_labels(head) ||
           std::any_of(hyphened.begin(), hyphened.end(), falls);
}

/// Whether two that are written in different ways are one number.
bool have_equal_numbers(const std::vector<std::string>& pointed) {
    std::map<std::string, std::string> written;  // by what they are without zeros behind
    return std::any_of(pointed.begin(), pointed.end(), [&](const std::string& digits) {
        const std::string number = digits.substr(0, digits.find_last_not_of('0') + 1);
        return written.emplace(number, digits).first->second != digits;
    });
}

}  // namespace

bool is_missing(const Content& content) {
    const CellType type = content.cell->type;
    if (type != CellType::Text && type != CellType::Boolean) return false;
    const auto answer = answer_of(content.text);
    return answer && answer->is_missing();
}

std::optional<load::TypedFigure> figure_in(const Content& content) {
    if (content.cell->type == CellType::Number)
        return load::TypedFigure{content.cell->number, {},    {},
                                 content.cell->unit,   false, content.text.starts_with('+')};
    if (content.cell->type != CellType::Text || content.cell->is_label) return std::nullopt;
    return load::figure_of(content.text);
}

bool are_codes(std::string_view head, const std::vector<const Content*>& said) {
    if (are_labels(head, said)) return true;
    const BareFigures bare = bare_figures_in(said);
    if (is_most(bare.hyphened.size(), bare.figures) && are_hyphened_codes(head, bare.hyphened))
        return true;
    return !bare.pointed.empty() &&
           (is_head_of_numbering(head) || have_equal_numbers(bare.pointed));
}

}  // namespace broadside::imports
