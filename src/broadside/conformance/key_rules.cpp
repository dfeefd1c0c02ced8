#include "broadside/conformance/key_rules.hpp"

#include <algorithm>

#include "broadside/base/contains.hpp"
#include "broadside/conformance/text_string.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

bool holds(const PdfFile& file, const Value& raw, Holds wanted) {
    const Value& value = file.follow(raw);
    switch (wanted) {
        case Holds::Boolean: return value.is(Kind::Boolean);
        case Holds::Integer: return value.is(Kind::Integer);
        case Holds::Number: return value.is_number();
        case Holds::Name: return value.is(Kind::Name);
        case Holds::String: return value.is(Kind::String);
        case Holds::Array: return value.is(Kind::Array);
        case Holds::Dictionary: return value.is(Kind::Dictionary) && !file.stream(raw);
        case Holds::Stream: return file.stream(raw) != nullptr;
        case Holds::Any: return !value.is(Kind::Null);
    }
    return false;
}

std::string_view name_of(Holds holds) {
    switch (holds) {
        case Holds::Boolean: return "a boolean";
        case Holds::Integer: return "an integer";
        case Holds::Number: return "a number";
        case Holds::Name: return "a name";
        case Holds::String: return "a string";
        case Holds::Array: return "an array";
        case Holds::Dictionary: return "a dictionary";
        case Holds::Stream: return "a stream";
        case Holds::Any: return "a value";
    }
    return {};
}

std::string word_of(const Value& value) {
    return value.is(Kind::Name) || value.is(Kind::String) ? value.bytes : shown(value);
}

}  // namespace

void Check::keys(const Value& dictionary, const KeyRules& rules) const {
    if (!dictionary.is(Kind::Dictionary)) {
        fail("expected a dictionary, got {}", shown(dictionary));
        return;
    }
    // Many may share a dictionary that is large: the first keys show that it is wrong.
    const std::size_t looked_at = std::min(dictionary.items.size(), 2 * (rules.size() + 10));
    for (std::size_t i = 0; i < looked_at; i += 2) {
        const std::string& key = dictionary.items[i].bytes;
        const auto rule = std::find_if(rules.begin(), rules.end(),
                                       [&](const KeyRule& known) { return known.key == key; });
        if (rule == rules.end()) fail("unknown key /{}", key);
    }
    for (const KeyRule& rule : rules) {
        const Value* raw = dictionary.find(rule.key);
        if (!raw) {
            if (rule.need == Need::Must) fail("/{} is not there", rule.key);
            continue;
        }
        const Value& value = file.follow(*raw);
        if (!holds(file, *raw, rule.holds)) {
            fail("expected {} as /{}, got {}", name_of(rule.holds), rule.key, shown(*raw));
        } else if (!rule.words.empty() &&
                   !contains(unicode::split(rule.words, '|'), word_of(value))) {
            fail("expected {} as /{}, got {}", rule.words, rule.key, shown(value));
        }
    }
}

std::optional<std::vector<double>> Check::numbers(const Value& dictionary, std::string_view key,
                                                  std::size_t count) const {
    auto numbers = file.numbers(file.raw(dictionary, key), count);
    if (!numbers && dictionary.find(key)) fail("expected {} numbers as /{}", count, key);
    return numbers;
}

std::optional<std::string> Check::text(const Value& dictionary, std::string_view key) const {
    const Value& value = file.at(dictionary, key);
    if (!value.is(Kind::String)) return std::nullopt;
    auto text = text_of(value.bytes);
    if (!text) {
        fail("/{} is neither Latin-1 nor UTF-16BE", key);
        return std::nullopt;
    }
    if (const auto wrong = unwanted_character(*text))
        fail("/{} has U+{:04X}, which means nothing to others", key, static_cast<unsigned>(*wrong));
    return text;
}

std::optional<std::string> Check::words(const Value& dictionary, std::string_view key) const {
    auto text = this->text(dictionary, key);
    if (text && unicode::says_nothing(*text)) fail("/{} has no words", key);
    return text;
}

void Check::language(const Value& dictionary) const {
    const Value& language = file.at(dictionary, "Lang");
    if (language.is(Kind::String) && !unicode::is_language_tag(language.bytes))
        fail("expected a tag of BCP 47 as /Lang, got {}", shown(language));
}

void Check::destination(const Value& dictionary, const Pages& pages) const {
    const Value& target = file.at(dictionary, "Dest");
    if (!target.is(Kind::Array)) return;
    const auto is_inside = [&] {
        if (target.items.size() != 5 || !target.items[1].is_name("XYZ") ||
            !target.items[2].is_number() || !target.items[3].is_number() ||
            !target.items[4].is(Kind::Null))
            return false;
        const Page* page = pages.find(file.object(target.items[0]));
        return page && page->box.holds(target.items[2].number, target.items[3].number);
    };
    if (!is_inside()) fail("expected a page and a place on it as /Dest");
}

}  // namespace broadside::conformance
