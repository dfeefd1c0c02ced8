#include "broadside/sheets/markdown_text.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/whole_text.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::sheets {

namespace {

using Name = std::pair<std::string_view, std::string_view>;

// HTML has 2,125; these stand in tables.
constexpr Name kEntities[] = {
    {"lt", "<"},     {"gt", ">"},     {"amp", "&"},    {"quot", "\""},  {"apos", "'"},
    {"nbsp", " "},   {"ndash", "–"},  {"mdash", "—"},  {"hellip", "…"}, {"minus", "−"},
    {"times", "×"},  {"divide", "÷"}, {"plusmn", "±"}, {"le", "≤"},     {"ge", "≥"},
    {"ne", "≠"},     {"deg", "°"},    {"middot", "·"}, {"bull", "•"},   {"copy", "©"},
    {"reg", "®"},    {"trade", "™"},  {"euro", "€"},   {"pound", "£"},  {"yen", "¥"},
    {"cent", "¢"},   {"sect", "§"},   {"para", "¶"},   {"larr", "←"},   {"rarr", "→"},
    {"uarr", "↑"},   {"darr", "↓"},   {"harr", "↔"},   {"check", "✓"},  {"cross", "✗"},
    {"sup1", "¹"},   {"sup2", "²"},   {"sup3", "³"},   {"frac12", "½"}, {"frac14", "¼"},
    {"frac34", "¾"}, {"micro", "µ"},  {"dagger", "†"}, {"Dagger", "‡"}, {"infin", "∞"},
    {"lsquo", "‘"},  {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},  {"laquo", "«"},
    {"raquo", "»"},  {"asymp", "≈"},  {"ensp", " "},   {"emsp", " "},   {"thinsp", " "},
    {"zwnj", ""},    {"shy", ""},     {"starf", "★"},  {"star", "☆"},   {"ast", "*"},
    {"vert", "|"},   {"lowbar", "_"}, {"grave", "`"},  {"num", "#"},    {"colon", ":"}};

// Of GitHub, between colons.
constexpr Name kEmoji[] = {{"white_check_mark", "✅"},
                           {"heavy_check_mark", "✔"},
                           {"ballot_box_with_check", "☑"},
                           {"x", "❌"},
                           {"negative_squared_cross_mark", "❎"},
                           {"heavy_multiplication_x", "✖"},
                           {"heavy_plus_sign", "➕"},
                           {"heavy_minus_sign", "➖"},
                           {"no_entry", "⛔"},
                           {"no_entry_sign", "🚫"},
                           {"question", "❓"},
                           {"grey_question", "❔"},
                           {"exclamation", "❗"},
                           {"heavy_exclamation_mark", "❗"},
                           {"warning", "⚠"},
                           {"construction", "🚧"},
                           {"hourglass", "⌛"},
                           {"hourglass_flowing_sand", "⏳"},
                           {"star", "⭐"},
                           {"star2", "🌟"},
                           {"sparkle", "❇"},
                           {"sparkles", "✨"},
                           {"rocket", "🚀"},
                           {"tada", "🎉"},
                           {"zap", "⚡"},
                           {"fire", "🔥"},
                           {"bug", "🐛"},
                           {"lock", "🔒"},
                           {"unlock", "🔓"},
                           {"key", "🔑"},
                           {"bulb", "💡"},
                           {"memo", "📝"},
                           {"heart", "❤"},
                           {"+1", "👍"},
                           {"thumbsup", "👍"},
                           {"-1", "👎"},
                           {"thumbsdown", "👎"},
                           {"ok", "🆗"},
                           {"soon", "🔜"},
                           {"red_circle", "🔴"},
                           {"orange_circle", "🟠"},
                           {"yellow_circle", "🟡"},
                           {"green_circle", "🟢"},
                           {"large_blue_circle", "🔵"},
                           {"white_circle", "⚪"},
                           {"black_circle", "⚫"},
                           {"o", "⭕"},
                           {"arrow_up", "⬆"},
                           {"arrow_down", "⬇"},
                           {"arrow_right", "➡"},
                           {"information_source", "ℹ"}};

template <std::size_t kCount>
const Name* named(const Name (&names)[kCount], std::string_view name) {
    const auto* found = std::find_if(std::begin(names), std::end(names),
                                     [&](const Name& known) { return known.first == name; });
    return found == std::end(names) ? nullptr : found;
}

/// Of `&lt;`, `&#60;` and `&#x3C;`, of which this is the inside; nothing: it is none.
std::optional<std::string> character_of(std::string_view name) {
    if (const Name* known = named(kEntities, name)) return std::string(known->second);
    if (!name.starts_with('#')) return std::nullopt;
    name.remove_prefix(1);
    const bool is_hexadecimal = name.starts_with('x') || name.starts_with('X');
    if (is_hexadecimal) name.remove_prefix(1);
    const auto code = whole_text_as<std::uint32_t>(name, is_hexadecimal ? 16 : 10);
    if (!code || *code == 0 || *code > 0x10FFFF || (*code >= 0xD800 && *code < 0xE000))
        return std::nullopt;
    std::string character;
    unicode::append_utf8(character, *code);
    return character;
}

struct Definition {
    std::string_view label, address;
};

/// `[label]: https://… "title"`; nothing where the line is another, as one of a note is.
std::optional<Definition> definition_in(std::string_view line) {
    line = unicode::trimmed(line);
    const std::size_t end = line.find_first_of("[]", 1);
    if (!line.starts_with('[') || line.starts_with("[^") || end == line.npos || end < 2 ||
        !line.substr(end).starts_with("]:"))
        return std::nullopt;
    std::string_view address = unicode::trimmed(line.substr(end + 2));
    const std::size_t space = address.find_first_of(" \t");
    const std::string_view title =
        space == address.npos ? std::string_view() : unicode::trimmed(address.substr(space));
    address = address.substr(0, space);
    if (address.starts_with('<') && address.ends_with('>'))
        address = address.substr(1, address.size() - 2);
    const bool is_address = address.find("://") != address.npos || address.starts_with("mailto:") ||
                            address.starts_with('#') || address.starts_with('/') ||
                            address.starts_with('.');
    const bool has_title = title.empty() || title[0] == '"' || title[0] == '\'' || title[0] == '(';
    if (!is_address || !has_title) return std::nullopt;
    return Definition{line.substr(1, end - 1), address};
}

class WrittenOut {
public:
    WrittenOut(std::string_view text, const MarkdownReferences& references)
        : text_(text), references_(references) {}

    std::string run() {
        while (!text_.empty()) step();
        return std::move(result_);
    }

private:
    void step() {
        switch (text_[0]) {
            case '\\': return copy(2);
            case '`': return copy(end_of_code());
            case '&': return entity();
            case ':': return emoji();
            case '!': return picture();
            case '[': return reference();
            default: return copy(1);
        }
    }

    void copy(std::size_t size) {
        size = std::min(size, text_.size());
        result_ += text_.substr(0, size);
        text_.remove_prefix(size);
    }

    void replace(std::string_view with, std::size_t size) {
        result_ += with;
        text_.remove_prefix(size);
    }

    std::size_t end_of_code() const {
        const std::size_t end = text_.find('`', 1);
        return end == text_.npos ? 1 : end + 1;
    }

    void entity() {
        constexpr std::size_t kLongest = 12;
        const std::size_t end = text_.substr(0, kLongest).find(';');
        const auto character =
            end == text_.npos ? std::nullopt : character_of(text_.substr(1, end - 1));
        if (!character) return copy(1);
        // It is no markup.
        constexpr std::string_view kSigns = "\\`*_[]<~";
        if (character->size() == 1 && kSigns.find(character->front()) != kSigns.npos)
            result_ += '\\';
        replace(*character, end + 1);
    }

    void emoji() {
        constexpr std::size_t kLongest = 32;
        const std::size_t end = text_.substr(1, kLongest).find(':');
        const Name* known = end == text_.npos ? nullptr : named(kEmoji, text_.substr(1, end));
        if (known == nullptr) return copy(1);
        replace(known->second, end + 2);
    }

    /// `![words](address)` and `![words][label]`: the words.
    void picture() {
        // Nothing is looked for beyond the next one.
        const std::size_t middle =
            text_.starts_with("![") ? text_.find_first_of("[]", 2) : text_.npos;
        const std::string_view open = text_.substr(std::min(middle, text_.size()), 2);
        if (open != "](" && open != "][") return copy(1);
        const std::size_t end = text_.find_first_of(open == "](" ? "[)" : "[]", middle + 2);
        if (end == text_.npos || text_[end] == '[') return copy(1);
        replace(text_.substr(2, middle - 2), end + 1);
    }

    /// `[words][label]`, `[label][]` and `[label]`, with the address in it.
    void reference() {
        const std::size_t middle = end_of_brackets();
        if (middle == text_.npos) return copy(1);
        const std::string words = WrittenOut(text_.substr(1, middle - 1), references_).run();
        std::size_t end = middle;
        std::string_view label = text_.substr(1, middle - 1);
        const bool is_short = text_.substr(middle + 1, 1) != "[";
        if (!is_short) {
            end = text_.find_first_of("[]", middle + 2);
            if (end == text_.npos || text_[end] == '[') return copy(1);
            const std::string_view own = text_.substr(middle + 2, end - middle - 2);
            if (!own.empty()) label = own;
        } else if (text_.substr(middle + 1, 1) == "(" || unicode::are_ascii_digits(label)) {
            return replace("[" + words + "]", middle + 1);
        }
        const std::string& address = references_.find(label);
        if (address.empty()) return replace("[" + words + "]", middle + 1);
        replace(fmt::format("[{}]({})", words, address), end + 1);
    }

    /// Where the brackets close that open here; npos where they are too deep.
    std::size_t end_of_brackets() const {
        constexpr std::size_t kDeepest = 3;
        std::size_t open = 0;
        for (std::size_t at = 0; at < text_.size(); ++at) {
            if (text_[at] == '[' && ++open > kDeepest) return text_.npos;
            if (text_[at] == ']' && --open == 0) return at;
        }
        return text_.npos;
    }

    std::string_view text_;
    const MarkdownReferences& references_;
    std::string result_;
};

}  // namespace

MarkdownReferences::MarkdownReferences(std::string_view text) {
    constexpr std::size_t kLongest = 60;
    for (std::size_t at = 0; (at = text.find("][", at)) != text.npos; at += 2) {
        const std::string_view label = text.substr(at + 2, kLongest);
        used_.insert(unicode::folded(label.substr(0, label.find(']'))));
    }
    while (!text.empty()) {
        if (const auto found = definition_in(unicode::take_until(text, '\n')))
            addresses_.emplace(unicode::folded(found->label), found->address);
    }
}

bool MarkdownReferences::is_definition(std::string_view line) const {
    const auto found = definition_in(line);
    // "[1]: https://…" is a note where nothing but "[1]" refers to it.
    return found && (!unicode::are_ascii_digits(found->label) ||
                     used_.count(unicode::folded(found->label)) > 0);
}

const std::string& MarkdownReferences::find(std::string_view label) const {
    static const std::string kNone;
    const auto found = addresses_.find(unicode::folded(label));
    return found == addresses_.end() ? kNone : found->second;
}

std::string written_out(std::string_view text, const MarkdownReferences& references) {
    return WrittenOut(text, references).run();
}

}  // namespace broadside::sheets
