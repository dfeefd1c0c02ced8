#include "broadside/imports/head_units.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "broadside/base/contains.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/units.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

/// What brackets may hold for another reason, as the number of answers, a country, or software:
/// "in", "net" and "a" are no units either.
constexpr std::string_view kAmbiguous[] = {"A", "B", "d", "IE", "J", "N", "UI"};

/// Beside the symbols that stand behind figures, and as they are written: "M" is no "m".
constexpr std::string_view kUnits[] = {
    // of the SI, and what is used beside it
    "%", "‰", "°", "µm", "μm", "nm", "m2", "km2", "m3", "hl", "µs", "μs", "ns", "sec", "°C", "°F",
    "mW", "GW", "MWh", "GWh", "TWh", "MJ", "cal", "MPa", "mbar", "dBA", "dB(A)", "cd", "nit",
    "nits", "PS", "hp", "lb", "lbs", "oz", "ft", "mi", "yd", "gal", "km/h", "mpg", "fps", "ppb",
    "ppi", "bit", "PB", "kbit", "kbps", "Mbps", "Gbps",
    // words for times and pieces
    "Std.", "Std", "Min.", "Sek.", "Stk.", "Stk", "Tage", "Jahre", "days", "hours", "years",
    "jours", "heures", "ans", "días", "horas", "años", "pcs",
    // money by its codes and short forms
    "EUR", "USD", "GBP", "CHF", "JPY", "CNY", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON",
    "TRY", "RUB", "UAH", "INR", "BRL", "MXN", "CAD", "AUD", "AED", "SAR", "EGP", "ILS", "KRW",
    "Fr.", "Kč", "zł", "kr", "kr.", "Ft", "lei", "TL", "ct", "Ct", "Ct.",
    // Cyrillic, Arabic, Hebrew
    "кг", "г", "мг", "т", "м", "км", "см", "мм", "м²", "км²", "га", "л", "мл", "с", "сек", "мин",
    "ч", "°С", "кВт", "Вт", "ГБ", "МБ", "км/ч", "руб", "руб.", "грн", "лв.", "كجم", "كغ", "كغم",
    "جم", "غ", "كم", "سم", "مم", "متر", "لتر", "مل", "ريال", "درهم", "دينار", "جنيه", "ليرة",
    "ק\"ג", "ק״ג", "גרם", "ק\"מ", "ק״מ", "ס\"מ", "ס״מ", "מ\"מ", "מ״מ", "מ\"ל", "מ״ל",
    // Chinese, Japanese, Korean, Hindi
    "公斤", "千克", "克", "公里", "千米", "米", "厘米", "毫米", "平方米", "升", "毫升", "吨", "噸",
    "小时", "小時", "分钟", "分鐘", "秒", "天", "元", "万元", "亿元", "円", "万円", "時間", "分",
    "歳", "岁", "人", "個", "个", "台", "원", "만원", "명", "개", "시간", "분", "किग्रा", "किमी",
    "रुपये"};

bool is_known_unit(std::string_view text) {
    return unicode::is_currency_sign(text) || contains(kUnits, text) ||
           (unicode::is_unit_symbol(unicode::decode(text)) && !contains(kAmbiguous, text));
}

/// Also one for each of another: "€/kg", "g/100 km".
bool is_unit_or_ratio(std::string_view text) {
    if (is_known_unit(text)) return true;
    const std::size_t slash = text.find('/');
    if (slash == text.npos || !is_known_unit(unicode::trimmed(text.substr(0, slash)))) return false;
    std::string_view each = unicode::trimmed(text.substr(slash + 1));
    each =
        unicode::trimmed(each.substr(std::min(each.find_first_not_of("0123456789"), each.size())));
    return is_known_unit(each) || each == "d" || each == "a" || each == "Tag" || each == "Monat";
}

struct Brackets {
    std::string_view left, right;
};

constexpr Brackets kBrackets[] = {{"(", ")"}, {"[", "]"}, {"（", "）"}, {"［", "］"}};

/// Where the brackets begin that a title ends in; npos: it ends in none.
std::size_t brackets_of(std::string_view title, const Brackets& brackets) {
    if (!title.ends_with(brackets.right)) return title.npos;
    // "dB(A)" has brackets of its own.
    std::size_t open = 0;
    for (std::size_t at = title.size(); at-- > 0;) {
        if (title.substr(at).starts_with(brackets.right)) ++open;
        if (title.substr(at).starts_with(brackets.left) && --open == 0) return at;
    }
    return title.npos;
}

std::string_view title_before(std::string_view title) {
    for (const Brackets& brackets : kBrackets) {
        const std::size_t at = brackets_of(title, brackets);
        if (at != title.npos) return unicode::trimmed(title.substr(0, at));
    }
    return title;
}

/// All of its cells that say something are numbers, or dashes.
bool has_numbers_alone(const Table& table, std::size_t index) {
    const Column& column = table.columns[index];
    if (column.kind != model::ColumnKind::Number) return false;
    for (const Section& section : table.sections) {
        for (const Row& row : section.rows) {
            const Content& content = row.cells[index];
            const Facts facts = facts_of(column, content);
            if (facts.empty() || facts.front().first == "number") continue;
            const auto answer = answer_of(content.text);
            if (!answer || !answer->is_missing()) return false;
        }
    }
    return true;
}

}  // namespace

std::string_view unit_in_head(std::string_view title) {
    for (const Brackets& brackets : kBrackets) {
        const std::size_t at = brackets_of(title, brackets);
        if (at == title.npos || at == 0) continue;
        std::string_view inside = title.substr(at + brackets.left.size());
        inside.remove_suffix(brackets.right.size());
        inside = unicode::trimmed(inside);
        for (const std::string_view in : {"in ", "en ", "em ", "w ", "v ", "i ", "в ", "у "}) {
            if (inside.starts_with(in)) inside = unicode::trimmed(inside.substr(in.size()));
        }
        if (inside == "٪" || inside == "％") return "%";
        return is_unit_or_ratio(inside) ? inside : std::string_view();
    }
    return {};
}

void take_units_of_heads(Table& table) {
    std::map<std::string_view, std::size_t> titles;
    for (const Column& column : table.columns) ++titles[title_before(column.title)];
    std::vector<bool> has_own;
    for (const Column& column : table.columns)
        has_own.push_back(titles[title_before(column.title)] == 1);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        Column& column = table.columns[i];
        const std::string unit(unit_in_head(column.title));
        const std::string title(title_before(column.title));
        if (unit.empty() || title.empty() || !has_own[i] || !has_numbers_alone(table, i)) continue;
        if (!column.unit.empty() && column.unit != unit) continue;
        column.head_title = column.title;
        column.title = title;
        column.unit = unit;
    }
}

}  // namespace broadside::imports
