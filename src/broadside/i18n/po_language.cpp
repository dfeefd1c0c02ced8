#include "broadside/i18n/po_language.hpp"

#include <algorithm>
#include <utility>

#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::i18n {

namespace {

constexpr std::pair<std::string_view, std::string_view> kScripts[] = {
    {"@latin", "Latn"}, {"@cyrillic", "Cyrl"}, {"@arabic", "Arab"}, {"@devanagari", "Deva"}};

}  // namespace

std::string tag_of_po_language(std::string_view language) {
    const std::size_t at = std::min(language.find('@'), language.size());
    const std::string_view variant = language.substr(at);
    std::string tag(language.substr(0, std::min(at, language.find('.'))));
    std::replace(tag.begin(), tag.end(), '_', '-');
    for (const auto& [name, script] : kScripts) {
        // A script stands before the region.
        const std::size_t end = std::min(tag.find('-'), tag.size());
        if (variant == name) tag.insert(end, "-" + std::string(script));
    }
    if (variant == "@valencia") tag += "-valencia";
    tag = unicode::canonical_tag(std::move(tag));
    return unicode::is_language_tag(tag) ? tag : std::string(language);
}

std::string po_language_of_tag(std::string tag) {
    std::replace(tag.begin(), tag.end(), '-', '_');
    return tag;
}

}  // namespace broadside::i18n
