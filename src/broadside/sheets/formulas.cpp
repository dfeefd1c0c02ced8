#include "broadside/sheets/formulas.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "broadside/sheets/xlsx_parts.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::sheets {

namespace {

/// Takes the function's name and its bracket from a formula of Excel, OpenDocument or a text.
bool take_function(std::string_view& formula, std::string_view name) {
    for (const std::string_view prefix : {"of:", "="})
        if (formula.starts_with(prefix)) formula.remove_prefix(prefix.size());
    if (unicode::in_small_ascii(formula.substr(0, name.size())) != name ||
        formula.substr(name.size(), 1) != "(")
        return false;
    formula.remove_prefix(name.size() + 1);
    return true;
}

/// A string between quotes, of which two are one; empty where there is none.
std::string take_string(std::string_view& text) {
    text = unicode::trimmed(text);
    if (!text.starts_with('"')) return {};
    std::string string;
    std::size_t at = 1;
    for (; at < text.size(); ++at) {
        if (text[at] == '"' && text.substr(++at, 1) != "\"") break;
        string += text[at];
    }
    text = unicode::trimmed(text.substr(std::min(at, text.size())));
    return string;
}

}  // namespace

std::optional<LinkFormula> read_link(std::string_view formula) {
    if (!take_function(formula, "hyperlink")) return std::nullopt;
    LinkFormula link{take_string(formula), {}};
    if (link.url.empty()) return std::nullopt;
    if (formula.starts_with(',') || formula.starts_with(';')) {
        formula.remove_prefix(1);
        link.text = take_string(formula);
    }
    return formula.starts_with(')') ? std::optional(std::move(link)) : std::nullopt;
}

bool is_sum(std::string_view formula) {
    constexpr std::string_view kFunctions[] = {"sum", "average", "median", "sumproduct"};
    bool is_function = true;
    if (take_function(formula, "subtotal"))
        formula.remove_prefix(std::min(formula.find_first_of(",;"), formula.size() - 1) + 1);
    else
        is_function = std::any_of(std::begin(kFunctions), std::end(kFunctions),
                                  [&](auto name) { return take_function(formula, name); });
    if (!is_function && formula.find('+') == formula.npos) return false;
    // Of OpenDocument, references are as "[.B2:.B9]".
    std::string rest(formula.substr(0, formula.find(')')));
    std::erase_if(rest, [](char c) { return c == '[' || c == ']' || c == '.' || c == '$'; });
    std::set<std::size_t> rows;
    std::optional<std::size_t> column;
    for (std::string_view references = rest; !references.empty();) {
        const auto cells = parse_range(
            unicode::trimmed(unicode::take_until(references, is_function ? ",;" : "+")));
        if (!cells || column.value_or(cells->column) != cells->column) return false;
        if (cells->rows > 1) return is_function;
        column = cells->column;
        rows.insert(cells->row);
    }
    return rows.size() > 1;
}

bool is_formula_error(std::string_view text) {
    constexpr std::string_view kErrors[] = {"#REF!",  "#N/A",    "#VALUE!", "#DIV/0!",
                                            "#NAME?", "#NUM!",   "#NULL!",  "#NV",
                                            "#WERT!", "#BEZUG!", "Err:5",   "#####"};
    return std::any_of(std::begin(kErrors), std::end(kErrors),
                       [text](std::string_view error) { return text.starts_with(error); });
}

void tell_of_errors(std::size_t count, Diagnostics& diagnostics) {
    if (count == 0) return;
    diagnostics.push_back(warning("formula-errors",
                                  fmt::format("formulas that fail, as #N/A says: {}", count),
                                  {"they are printed as they are"}));
}

void tell_of_unsolved(std::size_t count, Diagnostics& diagnostics) {
    if (count == 0) return;
    diagnostics.push_back(
        warning("formulas-without-results",
                fmt::format("formulas without a result in the file, which are left out: {}", count),
                {"open it in a program for spreadsheets, and save it again"}));
}

}  // namespace broadside::sheets
