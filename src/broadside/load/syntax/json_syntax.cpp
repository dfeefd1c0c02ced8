#include "broadside/load/syntax/json_syntax.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::load {

namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";
constexpr std::string_view kNumberCharacters = "+-.0123456789eE";
constexpr std::size_t kQuotedTokenBytes = 24;

char char_at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

bool is_word_character(char c) { return unicode::is_ascii_letter_or_digit(c) || c == '_'; }

std::size_t end_of(std::string_view text, std::size_t offset, std::string_view characters) {
    return std::min(text.find_first_not_of(characters, offset), text.size());
}

std::size_t word_end(std::string_view text, std::size_t offset) {
    while (is_word_character(char_at(text, offset))) ++offset;
    return offset;
}

std::size_t string_end(std::string_view text, std::size_t offset) {
    for (std::size_t i = offset + 1; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            return i + 1;
        }
    }
    return text.size();
}

/// A token as a message quotes it.
std::string quoted_token(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return "the end of the file";
    const char c = text[offset];
    if (c == '"')
        return excerpt(text.substr(offset, string_end(text, offset) - offset), kQuotedTokenBytes);
    std::size_t end = std::max(word_end(text, offset), end_of(text, offset, kNumberCharacters));
    if (end == offset) {
        end = offset + 1;
        while (end < text.size() && unicode::is_continuation(text[end])) ++end;
    }
    return fmt::format("'{}'", excerpt(text.substr(offset, end - offset), kQuotedTokenBytes));
}

SyntaxProblem problem_at(std::size_t offset, std::string message,
                         std::vector<std::string> hints = {}) {
    return {offset, {"syntax-error", std::move(message), std::move(hints)}};
}

SyntaxProblem expected(std::string_view what, std::string_view text, std::size_t offset,
                       std::vector<std::string> hints = {}) {
    return problem_at(offset, fmt::format("expected {}, got {}", what, quoted_token(text, offset)),
                      std::move(hints));
}

SyntaxProblem explain_string(std::string_view text, std::size_t offset) {
    for (std::size_t i = offset + 1; i < text.size() && text[i] != '"'; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\n' || byte == '\r') {
            return problem_at(offset, "expected a closing quote, got the end of the line",
                              {"write a line break inside a string as \\n"});
        }
        if (byte < 0x20) {
            return problem_at(
                i, fmt::format("expected no control character in a string, got U+{:04X}", byte));
        }
        if (byte != '\\') continue;
        const char escape = char_at(text, i + 1);
        if (std::string_view("\"\\/bfnrtu").find(escape) == std::string_view::npos ||
            escape == '\0') {
            return problem_at(
                i, "expected an escape such as \\n, \\\" or \\\\, got another character after \\",
                {"write a backslash itself as \\\\"});
        }
        if (escape == 'u') {
            const std::string_view digits = text.substr(i + 2, 4);
            const bool complete =
                digits.size() == 4 &&
                digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
            if (!complete) return problem_at(i, "expected four hexadecimal digits after \\u");
        }
        ++i;
    }
    if (string_end(text, offset) == text.size() && text.back() != '"') {
        return problem_at(offset, "expected a closing quote, got the end of the file");
    }
    return problem_at(offset,
                      "expected \\u escapes of whole characters, got half a surrogate pair");
}

SyntaxProblem explain_number(std::string_view text, std::size_t offset) {
    const std::string number(text.substr(offset, end_of(text, offset, kNumberCharacters) - offset));
    const std::size_t digits = number.find_first_not_of("+-");
    std::vector<std::string> hints;
    if (number.front() == '+') hints = {"write a positive number without a sign"};
    if (digits != std::string::npos && number[digits] == '.')
        hints = {"write a digit before the point"};
    if (digits != std::string::npos && number[digits] == '0' &&
        unicode::is_ascii_digit(char_at(number, digits + 1))) {
        hints = {"write the number without leading zeros, or as a string"};
    }
    return problem_at(offset, fmt::format("expected a number, got '{}'", number), std::move(hints));
}

SyntaxProblem explain_value(std::string_view text, std::size_t offset) {
    const char c = char_at(text, offset);
    if (c == '"') return explain_string(text, offset);
    if (unicode::is_ascii_digit(c) || c == '-' || c == '+' || c == '.')
        return explain_number(text, offset);
    if (c == '\'') return expected("a value", text, offset, {"strings stand in double quotes"});
    const std::string_view word = text.substr(offset, word_end(text, offset) - offset);
    if (word == "True" || word == "False" || word == "None" || word == "NULL") {
        return expected("a value", text, offset, {"the words are true, false and null"});
    }
    if (!word.empty()) return expected("a value", text, offset, {"strings stand in double quotes"});
    return expected("a value", text, offset);
}

SyntaxProblem explain_key(std::string_view text, std::size_t offset, std::string_view what) {
    if (char_at(text, offset) == '"') return explain_string(text, offset);
    if (is_word_character(char_at(text, offset))) {
        return expected(what, text, offset, {"keys stand in double quotes"});
    }
    return expected(what, text, offset);
}

/// After a value: a comma and one thing more, or the closing bracket.
SyntaxProblem explain_continuation(std::string_view text, std::size_t at, char closing) {
    if (char_at(text, at) != ',') return expected(fmt::format("',' or '{}'", closing), text, at);
    const std::size_t next = skip_space(text, at + 1);
    std::string_view what = closing == '}' ? "a key" : "a value";
    if (char_at(text, next) == closing) {
        return expected(what, text, next, {"remove the comma before it"});
    }
    return closing == '}' ? explain_key(text, next, what) : explain_value(text, next);
}

}  // namespace

std::size_t skip_space(std::string_view text, std::size_t offset) {
    while (true) {
        offset = end_of(text, offset, kWhiteSpace);
        if (char_at(text, offset) != '/') return offset;
        if (char_at(text, offset + 1) == '/') {
            offset = std::min(text.find('\n', offset), text.size());
        } else if (char_at(text, offset + 1) == '*') {
            const std::size_t closing = text.find("*/", offset + 2);
            if (closing == std::string_view::npos) return offset;
            offset = closing + 2;
        } else {
            return offset;
        }
    }
}

std::size_t next_token(std::string_view text, std::size_t offset) {
    offset = skip_space(text, offset);
    while (char_at(text, offset) == ',' || char_at(text, offset) == ':')
        offset = skip_space(text, offset + 1);
    return offset;
}

std::size_t token_end(std::string_view text, std::size_t offset) {
    const char c = char_at(text, offset);
    if (c == '"') return string_end(text, offset);
    if (c == '-' || unicode::is_ascii_digit(c)) return end_of(text, offset, kNumberCharacters);
    const std::size_t end = word_end(text, offset);
    return end > offset ? end : std::min(offset + 1, text.size());
}

SyntaxProblem explain_syntax_error(std::string_view text, std::size_t offset, JsonState state) {
    const std::size_t at = skip_space(text, offset);
    if (text.substr(std::min(at, text.size()), 2) == "/*") {
        return problem_at(at, "expected the end of the comment, got the end of the file");
    }
    switch (state) {
        case JsonState::Start: return explain_value(text, at);
        case JsonState::ObjectOpen: return explain_key(text, at, "a key or '}'");
        case JsonState::ArrayOpen: return explain_value(text, at);
        case JsonState::Key:
            if (char_at(text, at) != ':') return expected("':' after a key", text, at);
            return explain_value(text, skip_space(text, at + 1));
        case JsonState::ObjectValue: return explain_continuation(text, at, '}');
        case JsonState::ArrayValue: return explain_continuation(text, at, ']');
        case JsonState::End: return expected("the end of the file", text, at);
    }
    return expected("a value", text, at);
}

}  // namespace broadside::load
