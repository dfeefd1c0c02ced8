#include "broadside/load/language/language_tag.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadside/load/language/former_tags.hpp"
#include "broadside/load/language/language_codes.hpp"
#include "broadside/load/syntax/text_rules.hpp"

namespace broadside::load {

namespace {

void change(char& c, char from, char to) {
    if (c >= from && c <= from + 25) c = static_cast<char>(c - from + to);
}

std::string lower_case(std::string_view text) {
    std::string result(text);
    for (char& c : result) change(c, 'A', 'a');
    return result;
}

bool has_name(const LanguageCode& code, std::string_view lower_name) {
    for (std::string_view rest = code.names;;) {
        const std::size_t end = rest.find("; ");
        if (lower_case(rest.substr(0, end)) == lower_name) return true;
        if (end == rest.npos) return false;
        rest.remove_prefix(end + 2);
    }
}

const LanguageCode* find_code(std::string_view lower_word) {
    for (const LanguageCode& code : language_codes()) {
        if (code.tag == lower_word || code.three == lower_word || has_name(code, lower_word))
            return &code;
        if (!code.bibliography.empty() && code.bibliography == lower_word) return &code;
    }
    return nullptr;
}

}  // namespace

std::string cased_tag(std::string tag) {
    for (char& c : tag) change(c, 'A', 'a');
    for (std::size_t begin = tag.find('-'); begin != tag.npos; begin = tag.find('-', begin + 1)) {
        const std::size_t size = std::min(tag.find('-', begin + 1), tag.size()) - begin - 1;
        if (size == 1) break;  // what follows a single letter stays small
        if (size == 4) change(tag[begin + 1], 'a', 'A');
        for (std::size_t i = 1; size == 2 && i <= 2; ++i) change(tag[begin + i], 'a', 'A');
    }
    return tag;
}

std::string canonical_tag(std::string tag) { return preferred_tag(cased_tag(std::move(tag))); }

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

std::string meant_tag(std::string_view text) {
    // POSIX adds an encoding and a variant to the names of its locales: sv_SE.UTF-8@euro.
    std::string tag = lower_case(text.substr(0, text.find_first_of(".@")));
    std::replace(tag.begin(), tag.end(), '_', '-');
    const std::size_t end = std::min(tag.find('-'), tag.size());
    if (const LanguageCode* code = find_code(tag.substr(0, end))) tag.replace(0, end, code->tag);
    return is_language_tag(tag) ? canonical_tag(std::move(tag)) : "";
}

std::vector<std::string> language_hints(std::string_view text) {
    const std::string meant = meant_tag(text);
    if (!meant.empty()) return {fmt::format("did you mean \"{}\"?", meant)};
    if (text.find('_') != text.npos) return {"separate the parts with hyphens, not underscores"};
    return {"examples: fr, pt-BR, zh-Hant"};
}

std::string odd_language(std::string_view tag) {
    const std::string language = lower_case(primary_language(tag));
    const LanguageCode* code = find_code(language);
    if (code != nullptr && code->tag != language)
        return fmt::format("expected the shorter code \"{}\" for {}, got \"{}\"", code->tag,
                           code->names.substr(0, code->names.find(';')), language);
    if (code == nullptr && language.size() == 2)
        return fmt::format("\"{}\" is no language of ISO 639", language);
    return "";
}

}  // namespace broadside::load
