#include "broadside/text/script_order.hpp"

#include <pango/pango.h>

#include "broadside/base/contains.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::text {

namespace {

constexpr std::string_view kHanStyles[] = {"Hans", "Hant", "Jpan", "Kore"};

bool is_han_style(std::string_view script) { return contains(kHanStyles, script); }

/// Japanese in Latin letters still has Japanese characters. Empty: the language has none.
std::string written_han_style(std::string_view language) {
    for (const std::string_view tag : {language, unicode::primary_language(language)}) {
        std::string script = unicode::script_of(tag);
        if (is_han_style(script)) return script;
    }
    return "";
}

std::vector<std::string> han_order(std::string_view language) {
    const std::string style = written_han_style(language);
    std::vector<std::string> order = {style.empty() ? "Hans" : style, "Hani"};
    for (const std::string_view other : kHanStyles) {
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
        const std::string style = written_han_style(language);
        if (!style.empty() && order.back() != style) order.push_back(style);
    }
    for (const char* symbols : {"Zmth", "Zsym", "Zyyy"}) {
        if (script != symbols) order.emplace_back(symbols);
    }
    // Punctuation of several scripts counts as that of the letters before it: the Arabic comma
    // after a Latin name.
    for (std::string& own : scripts_of(language)) {
        if (!contains(order, own)) order.push_back(std::move(own));
    }
    return order;
}

bool has_han_style(std::string_view language) { return !written_han_style(language).empty(); }

}  // namespace broadside::text
