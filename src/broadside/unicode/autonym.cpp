#include "broadside/unicode/autonym.hpp"

#include "broadside/unicode/language_rows.hpp"

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
    const std::string_view name = row_of_language(kAutonyms, language).name;
    return name.empty() ? language : name;
}

}  // namespace broadside::unicode
