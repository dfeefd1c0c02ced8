#include "broadside/load/language_hints.hpp"

#include <fmt/format.h>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::load {

std::vector<std::string> language_hints(std::string_view text) {
    const std::string meant = unicode::meant_tag(text);
    if (!meant.empty()) return did_you_mean(meant);
    if (text.find('_') != text.npos) return {"separate the parts with hyphens, not underscores"};
    return {"examples: fr, pt-BR, zh-Hant"};
}

std::string odd_language(std::string_view tag) {
    const std::string cased = unicode::cased_tag(std::string(tag));
    const std::string_view language = unicode::primary_language(cased);
    const unicode::LanguageCode* code = unicode::find_language(language);
    if (code != nullptr && code->tag != language)
        return fmt::format("expected the shorter code \"{}\" for {}, got \"{}\"", code->tag,
                           code->names.substr(0, code->names.find(';')), language);
    if (code == nullptr && language.size() == 2)
        return fmt::format("\"{}\" is no language of ISO 639", language);
    return "";
}

}  // namespace broadside::load
