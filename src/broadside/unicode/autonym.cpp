#include "broadside/unicode/autonym.hpp"

#include <string>

#include "broadside/unicode/language_rows.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::unicode {

namespace {

struct Autonym {
    std::string_view tag, name;
};

constexpr Autonym kAutonyms[] = {
#include "broadside/unicode/autonyms.inc"
};

}  // namespace

std::string_view autonym(std::string_view language) {
    // In Taiwan Chinese is written as zh-Hant is.
    const std::string own = std::string(language.substr(0, language.find('-')));
    const std::string script = script_of(language);
    const bool is_in_its_own = script.empty() || script == script_of(own);
    const Autonym& row = row_of_language(kAutonyms, language);
    const std::string_view name = is_in_its_own || row.tag != own
                                      ? row.name
                                      : row_of_language(kAutonyms, own + "-" + script).name;
    return name.empty() ? language : name;
}

}  // namespace broadside::unicode
