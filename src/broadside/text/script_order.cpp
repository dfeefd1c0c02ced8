#include "broadside/text/script_order.hpp"

#include <algorithm>

namespace broadside::text {

namespace {

bool has_subtag(std::string_view language, std::string_view subtag) {
    while (!language.empty()) {
        const std::size_t end = std::min(language.find('-'), language.size());
        if (language.substr(0, end) == subtag) return true;
        language.remove_prefix(std::min(end + 1, language.size()));
    }
    return false;
}

bool is_traditional_chinese(std::string_view language) {
    return has_subtag(language, "Hant") || has_subtag(language, "TW") ||
           has_subtag(language, "HK") || has_subtag(language, "MO");
}

bool writes_han(std::string_view language) {
    return has_subtag(language, "zh") || has_subtag(language, "ja") || has_subtag(language, "ko");
}

std::string_view han_style(std::string_view language) {
    if (has_subtag(language, "ja")) return "Jpan";
    if (has_subtag(language, "ko")) return "Kore";
    return is_traditional_chinese(language) ? "Hant" : "Hans";
}

std::vector<std::string> han_order(std::string_view language) {
    std::vector<std::string> order = {std::string(han_style(language)), "Hani"};
    for (const char* other : {"Hans", "Hant", "Jpan", "Kore"}) {
        if (order.front() != other) order.emplace_back(other);
    }
    return order;
}

}  // namespace

std::vector<std::string> script_order(std::string_view script, std::string_view language) {
    std::vector<std::string> order;
    if (script == "Hani") {
        order = han_order(language);
    } else {
        order.emplace_back(script);
        if (script == "Hira" || script == "Kana") order.emplace_back("Jpan");
        if (script == "Hang") order.emplace_back("Kore");
        if (script == "Bopo") order.insert(order.end(), {"Hant", "Hans"});
        // Punctuation of full width beside Latin letters, or by itself in a cell.
        const std::string_view style = han_style(language);
        if (writes_han(language) && order.back() != style) order.emplace_back(style);
    }
    for (const char* symbols : {"Zmth", "Zsym", "Zyyy"}) {
        if (script != symbols) order.emplace_back(symbols);
    }
    return order;
}

}  // namespace broadside::text
