#include "broadside/resolve/markup.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

namespace {

enum class Marker { None, Strong, Emphasis, Small, Link };

/// A piece of the source: literal text, or a marker that may still turn out to be literal.
struct Token {
    std::string text;
    Marker marker = Marker::None;
    bool can_open = false;
    bool can_close = false;
    bool is_matched = false;
    std::size_t offset = 0;  // of a marker in the text
    std::string url = {};    // of a link's markers, where they are matched
};

bool is_word_character(char32_t c) {
    return (unicode::is_letter(c) || unicode::is_digit(c)) &&
           !unicode::is_letter_without_word_spaces(c);
}

Token marker_token(std::string_view text, std::size_t at, Marker marker) {
    const std::size_t size = marker == Marker::Strong ? 2 : 1;
    const bool at_start = at == 0;
    const bool at_end = at + size == text.size();
    const char32_t before = at_start ? U' ' : unicode::code_point_before(text, at);
    const char32_t after = at_end ? U' ' : unicode::character_at(text, at + size).code;
    Token token{std::string(text.substr(at, size)), marker, !unicode::parts_words(after),
                !unicode::parts_words(before),      false,  at};
    if (marker != Marker::Strong) {
        token.can_open = token.can_open && !is_word_character(before);
        token.can_close = token.can_close && !is_word_character(after);
    }
    return token;
}

void append_literal(std::vector<Token>& tokens, std::string_view text) {
    if (tokens.empty() || tokens.back().marker != Marker::None) tokens.emplace_back();
    tokens.back().text += text;
}

/// Whether `text` begins with a backslash and the sign that it takes the meaning from.
bool is_escaped(std::string_view text) {
    return text.size() > 1 && text[0] == '\\' && kMarkupSigns.find(text[1]) != text.npos;
}

bool is_scheme_character(char c) {
    return unicode::is_ascii_letter_or_digit(c) || c == '+' || c == '-' || c == '.';
}

/// The address of a text that begins with `](address)`; empty where it does not. Looks at no more
/// than two further opening parentheses, so that no text is read again and again, and no
/// address that is longer than browsers take.
std::string_view address_of(std::string_view text) {
    constexpr std::size_t kLongest = 2048;
    if (text.substr(0, 2) != "](") return {};
    text = text.substr(2, kLongest);
    std::size_t scheme = 0;
    while (scheme < text.size() && is_scheme_character(text[scheme])) ++scheme;
    if (scheme == 0 || scheme + 1 >= text.size() || text[scheme] != ':') return {};
    bool is_inside = false;
    for (std::size_t at = scheme; at < text.size(); ++at) {
        const char c = text[at];
        if (c == ' ' || c == '\n' || (c == '(' && is_inside)) return {};
        if (c == ')' && !is_inside) return text.substr(0, at);
        if (c == '(' || c == ')') is_inside = c == '(';
    }
    return {};
}

/// A star that was escaped takes the meaning from the one behind it.
bool follows_star(const std::vector<Token>& tokens) {
    return !tokens.empty() && tokens.back().marker == Marker::None &&
           tokens.back().text.ends_with('*');
}

/// Three stars open strong text and emphasis inside of it, and close them the other way round.
bool closes_emphasis(const std::vector<Token>& tokens, std::string_view text, std::size_t at) {
    return text.substr(at, 3) == "***" && !tokens.empty() && tokens.back().marker == Marker::None &&
           !unicode::parts_words(unicode::code_point_before(text, at));
}

std::vector<Token> tokenize(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (is_escaped(rest)) {
            append_literal(tokens, rest.substr(1, 1));
            at += 2;
        } else if (rest[0] == '*' && !(rest.substr(0, 2) != "**" && follows_star(tokens))) {
            const bool is_strong = rest.substr(0, 2) == "**" && !closes_emphasis(tokens, text, at);
            tokens.push_back(marker_token(text, at, is_strong ? Marker::Strong : Marker::Emphasis));
            at += is_strong ? 2 : 1;
        } else if (rest[0] == '_') {
            // Two underscores or more are a blank to fill in or a programmer's name, never a
            // marker.
            const std::size_t run = std::min(rest.find_first_not_of('_'), rest.size());
            if (run == 1) {
                tokens.push_back(marker_token(text, at, Marker::Small));
            } else {
                append_literal(tokens, rest.substr(0, run));
            }
            at += run;
        } else if (rest[0] == '[') {
            tokens.push_back({"[", Marker::Link, true, false, false, at});
            ++at;
        } else if (const std::string_view url = address_of(rest); !url.empty()) {
            tokens.push_back({std::string(rest.substr(0, url.size() + 3)), Marker::Link, false,
                              true, false, at, std::string(url)});
            at += url.size() + 3;
        } else {
            append_literal(tokens, rest.substr(0, 1));
            ++at;
        }
    }
    return tokens;
}

/// Markers that wait for their partner, each kind by itself.
class OpenMarkers {
public:
    void push(Marker marker, std::size_t token) { of(marker).push_back(token); }

    /// The last opener of the kind that has something between itself and `closer`; nothing where
    /// there is none. What was opened after it, and it itself, is open no longer.
    std::optional<std::size_t> take(Marker marker, std::size_t closer) {
        const std::vector<std::size_t>& same = of(marker);
        const std::size_t beside = !same.empty() && same.back() + 1 == closer ? 1 : 0;
        if (same.size() <= beside) return std::nullopt;
        const std::size_t opener = same[same.size() - 1 - beside];
        for (std::vector<std::size_t>& open : open_) {
            while (!open.empty() && open.back() >= opener) open.pop_back();
        }
        return opener;
    }

private:
    std::vector<std::size_t>& of(Marker marker) {
        return open_.at(static_cast<std::size_t>(marker));
    }

    std::array<std::vector<std::size_t>, 5> open_;  // by kind
};

void match_markers(std::vector<Token>& tokens) {
    OpenMarkers open;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token& token = tokens[i];
        if (token.marker == Marker::None) continue;
        const auto opener = token.can_close ? open.take(token.marker, i) : std::nullopt;
        if (opener) {
            tokens[*opener].is_matched = token.is_matched = true;
            tokens[*opener].url = token.url;
            token.can_open = false;
        } else if (token.can_open) {
            open.push(token.marker, i);
        }
    }
}

std::vector<Token> matched_tokens(std::string_view text) {
    std::vector<Token> tokens = tokenize(text);
    match_markers(tokens);
    return tokens;
}

void append_run(std::vector<MarkupRun>& runs, MarkupRun run) {
    if (!runs.empty() && runs.back().is_set_as(run)) {
        runs.back().text += run.text;
    } else {
        runs.push_back(std::move(run));
    }
}

}  // namespace

std::vector<MarkupRun> parse_markup(std::string_view text) {
    std::vector<Token> tokens = matched_tokens(text);
    std::vector<MarkupRun> runs;
    int strong = 0, emphasis = 0, small = 0;  // how many markers are open
    std::vector<std::string> urls;            // of the links that are
    const auto open = [&](Marker marker) -> int& {
        if (marker == Marker::Strong) return strong;
        return marker == Marker::Small ? small : emphasis;
    };
    for (Token& token : tokens) {
        if (!token.is_matched) {
            append_run(runs, {std::move(token.text), strong > 0, small > 0,
                              urls.empty() ? std::string() : urls.back(), emphasis > 0});
        } else if (token.marker == Marker::Link) {
            if (token.can_open)
                urls.push_back(std::move(token.url));
            else
                urls.pop_back();
        } else {
            open(token.marker) += token.can_open ? 1 : -1;
        }
    }
    return runs;
}

std::vector<LooseMark> loose_marks(std::string_view text) {
    std::vector<LooseMark> marks;
    for (const Token& token : matched_tokens(text)) {
        const bool is_emphasis = token.marker == Marker::Strong || token.marker == Marker::Small;
        if (!is_emphasis || token.is_matched) continue;
        const std::string_view sign = token.marker == Marker::Strong ? "**" : "_";
        const std::size_t end = token.offset + sign.size();
        const bool is_at_edge = token.offset == 0 || end == text.size();
        const bool is_strong_at_edge = token.marker == Marker::Strong && is_at_edge;
        if (token.can_open || token.can_close || is_strong_at_edge)
            marks.push_back({sign, token.offset});
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_escaped(text.substr(at))) {
            ++at;
        } else if (text[at] == '\\') {
            marks.push_back({"\\", at});
        }
    }
    return marks;
}

std::vector<std::string_view> between_blank_lines(std::string_view text) {
    std::vector<std::string_view> paragraphs;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", begin), text.size());
        if (end > begin) paragraphs.push_back(text.substr(begin, end - begin));
        begin = end + 2;
    }
    return paragraphs;
}

std::vector<std::string_view> markup_parts(std::string_view key, std::string_view text) {
    if (!key.starts_with("texts/")) return {text};
    return between_blank_lines(text);
}

std::string without_markup(std::string_view text) {
    std::string plain;
    for (const MarkupRun& run : parse_markup(text)) plain += run.text;
    return plain;
}

}  // namespace broadside::resolve
