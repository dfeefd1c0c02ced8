#include "broadside/unicode/units.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/script.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::unicode {

namespace {

constexpr std::string_view kLanguagesWithOwnSymbols[] = {
#include "broadside/unicode/own_unit_symbols.inc"
};

bool is_listed(std::string_view tag) {
    return std::binary_search(std::begin(kLanguagesWithOwnSymbols),
                              std::end(kLanguagesWithOwnSymbols), tag);
}

/// Of the SI, and what may be written with it (BIPM, 9th edition), but for times: an hour is "t" in
/// Danish.
bool is_international_symbol(std::u32string_view word) {
    static const std::set<std::u32string_view> symbols = {
        U"m",   U"cm",  U"mm",  U"km",  U"g",   U"kg",  U"mg",   U"µg",  U"μg",  U"t",   U"l",
        U"L",   U"ml",  U"mL",  U"dl",  U"dL",  U"cl",  U"cL",   U"W",   U"kW",  U"MW",  U"Wh",
        U"kWh", U"V",   U"mV",  U"A",   U"mA",  U"mAh", U"Hz",   U"kHz", U"MHz", U"GHz", U"J",
        U"kJ",  U"Pa",  U"hPa", U"kPa", U"bar", U"mol", U"mmol", U"dB",  U"ha",  U"m²",  U"m³",
        U"km²", U"lx",  U"N",   U"Nm",  U"kN",  U"Ah",  U"kWp",  U"VA",  U"kVA", U"kV",  U"cm²",
        U"cm³", U"mm²", U"lm",  U"K",   U"Ω",   U"kΩ"};
    return symbols.count(word) > 0;
}

}  // namespace

bool is_unit_symbol(std::u32string_view word) {
    static const std::set<std::u32string_view> others = {
        U"s",  U"ms",  U"min",  U"h",    U"kcal", U"d",   U"B",   U"kB", U"KB", U"MB",
        U"GB", U"TB",  U"KiB",  U"MiB",  U"GiB",  U"TiB", U"IU",  U"IE", U"UI", U"pt",
        U"px", U"dpi", U"Mbit", U"Gbit", U"rpm",  U"mph", U"kph", U"ppm"};
    return is_international_symbol(word) || others.count(word) > 0;
}

bool is_international_unit(std::string_view unit) {
    std::u32string word;
    bool is_any = false;
    for (const char32_t code : decode(unit) + U' ') {
        if (is_letter(code) || code == U'²' || code == U'³') {
            word += code;
            continue;
        }
        const bool is_degree = word.empty() && code == U'°';
        if (!word.empty() && word != U"°C" && word != U"°F" && !is_international_symbol(word))
            return false;
        is_any = is_any || !word.empty();
        word = is_degree ? U"°" : U"";
    }
    return is_any;
}

bool has_own_unit_symbols(std::string_view language) {
    const std::string cased = cased_tag(std::string(language));
    const MainSubtags subtags = main_subtags(cased);
    const std::string with_script = std::string(subtags.language) + '-' + script_of(cased);
    return is_listed(subtags.language) || is_listed(with_script);
}

}  // namespace broadside::unicode
