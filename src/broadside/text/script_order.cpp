#include "broadside/text/script_order.hpp"

#include <pango/pango.h>

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

std::string code_of(PangoScript script) {
    const guint32 code = g_unicode_script_to_iso15924(static_cast<GUnicodeScript>(script));
    return {static_cast<char>(code >> 24), static_cast<char>(code >> 16 & 0xFF),
            static_cast<char>(code >> 8 & 0xFF), static_cast<char>(code & 0xFF)};
}

/// By Pango's table; empty for a language that it does not know.
std::vector<std::string> scripts_of(std::string_view language) {
    int count = 0;
    const PangoScript* scripts = pango_language_get_scripts(
        pango_language_from_string(std::string(language).c_str()), &count);
    std::vector<std::string> codes;
    for (int i = 0; scripts && i < count; ++i) codes.push_back(code_of(scripts[i]));
    return codes;
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
    // Punctuation of several scripts counts as that of the letters before it: the Arabic comma
    // after a Latin name.
    for (std::string& own : scripts_of(language)) {
        if (std::find(order.begin(), order.end(), own) == order.end())
            order.push_back(std::move(own));
    }
    return order;
}

}  // namespace broadside::text
