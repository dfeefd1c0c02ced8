#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "broadside/base/url.hpp"
#include "broadside/imports/column_answers.hpp"
#include "broadside/imports/emoji.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/resolve/links.hpp"
#include "broadside/resolve/markup.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/numbers.hpp"

namespace broadside::imports {

namespace {

using load::json_string;
using model::ColumnKind;
using sheets::CellType;

/// What a cell says in words.
std::string words_of(const Content& content, ColumnKind kind) {
    const bool is_rich = kind == ColumnKind::Text && !content.rich.empty();
    const std::string text = with_signs_for_print(is_rich ? content.rich : content.text);
    return kind == ColumnKind::Text && !is_rich ? rich_text(text) : text;
}

/// What a dataset calls the value that the program calls `name`.
std::string own_id(const Column& column, std::string_view name) {
    const auto same_id = std::find_if(column.known.begin(), column.known.end(),
                                      [&](const KnownValue& value) { return value.id == name; });
    if (same_id != column.known.end()) return same_id->id;
    const auto same_symbol =
        std::find_if(column.known.begin(), column.known.end(),
                     [&](const KnownValue& value) { return value.symbol == name; });
    return same_symbol != column.known.end() ? same_symbol->id : std::string(name);
}

void add_symbol(const Column& column, const Content& content, Facts& facts) {
    const std::string folded = column.known.empty() ? "" : unicode::folded(content.text);
    const std::string slug = column.known.empty() ? "" : unicode::ascii_slug(content.text);
    for (const KnownValue& value : column.known) {
        // "](Yes" is called yes too, and says another thing.
        if (value.label != folded && (value.id != slug || is_name_of_answer(value.id))) continue;
        facts.emplace_back("value", json_string(value.id));
        return;
    }
    if (!column.symbols.empty()) {
        const std::string name = unicode::ascii_slug(content.text);
        if (std::binary_search(column.symbols.begin(), column.symbols.end(), name))
            facts.emplace_back("value", json_string(name));
        return;
    }
    if (!column.has_answers) return;
    const auto answer = answer_in(column, content.text);
    if (!answer || content.cell->type == CellType::Number) return;
    facts.emplace_back("value", json_string(own_id(column, name_of(answer->answer))));
    if (answer->rest.empty()) return;
    const bool is_rich = column.kind == ColumnKind::Text;
    facts.emplace_back("text", json_string(is_rich ? rich_text(answer->rest) : answer->rest));
}

void add_number(const Column& column, const Content& content, Facts& facts) {
    const bool is_number = content.cell->type == CellType::Number;
    const auto figure = is_number
                            ? load::TypedFigure{content.cell->number, {}, {}, content.cell->unit}
                            : load::figure_of(content.text).value_or(load::TypedFigure{});
    if (figure.digits.empty() || content.cell->type == CellType::Date || content.cell->is_label)
        return;
    const char decimal = is_number ? '.' : column.decimal;
    const auto number = load::number_of(figure.digits, decimal);
    const auto to = load::number_of(figure.to, decimal);
    const bool is_zero = number && number->find_first_not_of("0.") == std::string::npos;
    const bool has_own_unit =
        figure.unit == column.unit || (column.has_unit_by_hand && figure.unit == column.own_unit);
    const bool is_bare = figure.unit.empty() && (is_zero || column.has_bare_numbers);
    if (!number || !to || (!has_own_unit && !is_bare)) return;
    const auto written = [&](const std::string& digits) {
        const bool has_one_decimal = digits.size() > 1 && digits[digits.size() - 2] == '.';
        return column.has_cents && has_one_decimal ? digits + '0' : digits;
    };
    facts.emplace_back("number", written(*number));
    if (!to->empty()) facts.emplace_back("to", written(*to));
    if (!figure.relation.empty()) facts.emplace_back("relation", json_string(figure.relation));
}

void add_date(const Column& column, const Content& content, Facts& facts) {
    const bool is_date = content.cell->type == CellType::Date;
    const auto date = is_date ? content.cell->date : load::date_of(content.text, column.order);
    if (date) facts.emplace_back("date", json_string(*date));
}

bool is_mail_address(std::string_view text) {
    const std::size_t at = text.find('@');
    const std::size_t dot = text.rfind('.');
    constexpr std::string_view kNone = " \n\t,;:/()<>[]\"\\";
    return at != text.npos && at > 0 && text.find('@', at + 1) == text.npos && dot != text.npos &&
           dot > at + 1 && dot + 2 < text.size() && text.find_first_of(kNone) == text.npos;
}

/// Where a text leads that is an address and nothing else; empty: it is none.
std::string address_in(std::string_view text) {
    std::string address;
    if (text.starts_with("https://") || text.starts_with("http://")) address = text;
    if (text.starts_with("www.") && text.find('.', 4) != text.npos)
        address = fmt::format("https://{}", text);
    if (is_mail_address(text)) address = fmt::format("mailto:{}", text);
    return address.empty() || !parse_url(address) ? "" : address;
}

/// A bare address is a link, and reads better without its scheme.
Facts facts_of_address(const Column& column, const std::string& address) {
    const std::string words = resolve::printed_url(address);
    const bool is_name = column.kind == ColumnKind::Name;
    const std::string text =
        json_string(column.kind == ColumnKind::Text ? rich_text(words) : words);
    return {{is_name ? "names" : "text", is_name ? "[" + text + "]" : text},
            {"url", json_string(address)}};
}

void add_names(const Content& content, Facts& facts) {
    const std::size_t end = std::min(content.text.find('\n'), content.text.size());
    facts.emplace_back("names", "[" + json_string(content.text.substr(0, end)) + "]");
    if (end < content.text.size())
        facts.emplace_back("detail", json_string(content.text.substr(end + 1)));
    if (content.level > 0) facts.emplace_back("level", fmt::format("{}", content.level));
}

}  // namespace

std::string rich_text(std::string_view text) {
    // A star by itself finds no partner, as the mark of a note, and what opens nothing closes
    // nothing.
    const bool has_stars = std::count(text.begin(), text.end(), '*') > 1;
    std::string rich;
    for (const char c : text) {
        const bool is_sign = c != ']' && resolve::kMarkupSigns.find(c) != std::string_view::npos;
        if (is_sign && (c != '*' || has_stars)) rich += '\\';
        rich += c;
    }
    return rich;
}

Facts facts_of(const Column& column, const Content& content) {
    Facts facts;
    if (content.cell == nullptr || content.text.empty()) return facts;
    if (const std::string address = address_in(content.text); !address.empty())
        return facts_of_address(column, address);
    switch (column.kind) {
        case ColumnKind::Name: add_names(content, facts); break;
        case ColumnKind::Symbol: add_symbol(column, content, facts); break;
        case ColumnKind::Number: add_number(column, content, facts); break;
        case ColumnKind::Date: add_date(column, content, facts); break;
        case ColumnKind::Text:
        case ColumnKind::Plain:
            if (column.has_answers) add_symbol(column, content, facts);
            break;
    }
    if (facts.empty()) facts.emplace_back("text", json_string(words_of(content, column.kind)));
    const bool has_words = facts.front().first == "text" || facts.front().first == "names";
    if (has_words && parse_url(content.cell->url))
        facts.emplace_back("url", json_string(content.cell->url));
    return facts;
}

void tell_levels(Table& table) {
    constexpr std::size_t kDeepest = 4;
    std::size_t names = 0;
    while (names < table.columns.size() && table.columns[names].kind != ColumnKind::Name) ++names;
    if (names == table.columns.size()) return;
    for (Section& section : table.sections) {
        std::vector<std::size_t> open;  // indents of the names that the next one may stand under
        for (std::size_t i = 0; i < section.rows.size(); ++i) {
            Content& name = section.rows[i].cells[names];
            if (name.cell == nullptr || section.is_summary(i)) continue;
            const std::size_t indent = name.cell->indent;
            while (!open.empty() && open.back() >= indent) open.pop_back();
            name.level = std::min(open.size(), kDeepest);
            open.push_back(indent);
        }
        const auto is_least = [&](const Row& row) {
            const sheets::Cell* name = row.cells[names].cell;
            const sheets::Cell* first = section.rows.front().cells[names].cell;
            return name == nullptr || first == nullptr || name->indent >= first->indent;
        };
        if (std::all_of(section.rows.begin(), section.rows.end(), is_least)) continue;
        for (Row& row : section.rows) row.cells[names].level = 0;
    }
}

void tell_cents(Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        Column& column = table.columns[i];
        if (!unicode::is_currency_sign(column.unit)) continue;
        std::size_t decimals = 0;
        for (const Section& section : table.sections) {
            for (const Row& row : section.rows) {
                for (const auto& [name, value] : facts_of(column, row.cells[i])) {
                    const std::size_t point = value.find('.');
                    if (name == "number" && point != value.npos)
                        decimals = std::max(decimals, value.size() - point - 1);
                }
            }
        }
        column.has_cents = decimals == 2;
    }
}

}  // namespace broadside::imports
