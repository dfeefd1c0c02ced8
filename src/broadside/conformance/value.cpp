#include "broadside/conformance/value.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/base/whole_text.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

// PDF/A-2, 6.1.13.
constexpr std::size_t kLongestName = 127;
constexpr std::size_t kLongestString = 32767;
constexpr double kLeastReal = 1.175e-38;

bool is_white(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool is_delimiter(char c) {
    return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

bool is_regular(char c) { return !is_white(c) && !is_delimiter(c); }

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

bool is_utf8(std::string_view text) {
    std::size_t at = 0;
    while (const std::size_t size = unicode::sequence_length(text, at)) at += size;
    return at >= text.size();
}

/// Keys and their values, by key.
void sort_by_key(std::vector<Value>& items) {
    std::vector<std::pair<Value, Value>> entries;
    for (std::size_t i = 0; i < items.size(); i += 2)
        entries.emplace_back(std::move(items[i]), std::move(items[i + 1]));
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto& a, const auto& b) { return a.first.bytes < b.first.bytes; });
    items.clear();
    for (auto& [key, value] : entries) {
        items.push_back(std::move(key));
        items.push_back(std::move(value));
    }
}

/// Of a dictionary's sorted items; null: none.
const std::string* key_there_twice(const std::vector<Value>& items) {
    for (std::size_t i = 2; i < items.size(); i += 2) {
        if (items[i].bytes == items[i - 2].bytes) return &items[i].bytes;
    }
    return nullptr;
}

}  // namespace

const Value* Value::find(std::string_view key) const {
    if (!is(Kind::Dictionary)) return nullptr;
    std::size_t begin = 0, end = items.size() / 2;
    while (begin < end) {
        const std::size_t middle = (begin + end) / 2;
        const int order = items[2 * middle].bytes.compare(key);
        if (order == 0) return &items[2 * middle + 1];
        if (order < 0)
            begin = middle + 1;
        else
            end = middle;
    }
    return nullptr;
}

std::string shown(const Value& value) {
    switch (value.kind) {
        case Kind::Null: return "null";
        case Kind::Boolean: return value.number == 0 ? "false" : "true";
        case Kind::Integer:
        case Kind::Real: return fmt::format("{}", value.number);
        case Kind::Name: return "/" + value.bytes.substr(0, kLongestName);
        case Kind::String: return "(" + value.bytes.substr(0, kLongestName) + ")";
        case Kind::Array: return "an array";
        case Kind::Dictionary: return "a dictionary";
        case Kind::Reference: return fmt::format("object {}", value.number);
        case Kind::Keyword: return value.bytes.substr(0, kLongestName);
        case Kind::End: break;
    }
    return "the end";
}

Value Parser::fail(std::string mistake) {
    if (mistake_.empty()) mistake_ = std::move(mistake);
    return {Kind::End};
}

void Parser::skip_space() {
    while (at_ < bytes_.size() && is_white(bytes_[at_])) ++at_;
}

bool Parser::takes(std::string_view token) {
    if (bytes_.substr(std::min(at_, bytes_.size()), token.size()) != token) return false;
    at_ += token.size();
    return true;
}

Value Parser::next() { return mistake_.empty() ? read(0) : Value{Kind::End}; }

Value Parser::read(std::size_t depth) {
    skip_space();
    if (at_ >= bytes_.size()) return {Kind::End};
    if (depth > limits::kMaxPdfDepth) return fail("arrays and dictionaries are nested too deep");
    const char c = bytes_[at_];
    if (c == '/') return read_name();
    if (c == '(') return read_string();
    if (takes("<<")) return read_items(Kind::Dictionary, depth);
    if (takes("[")) return read_items(Kind::Array, depth);
    if (c == '<') return read_hexadecimal();
    if (c == '%') return fail("there is a comment, which readers must not find inside a file");
    if ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.') return read_number();
    if (is_regular(c)) return read_keyword();
    return fail(fmt::format("expected a value, got byte {:#04x}", static_cast<unsigned char>(c)));
}

Value Parser::read_items(Kind kind, std::size_t depth) {
    const std::string_view closing = kind == Kind::Array ? "]" : ">>";
    Value value{kind};
    for (;;) {
        skip_space();
        if (takes(closing)) break;
        Value item = read(depth + 1);
        if (item.is(Kind::End)) return fail(fmt::format("expected {}, got the end", closing));
        if (item.is(Kind::Keyword))
            return fail(fmt::format("expected a value, got {}", shown(item)));
        if (kind == Kind::Dictionary && value.items.size() % 2 == 0 && !item.is(Kind::Name))
            return fail(fmt::format("expected a key, got {}", shown(item)));
        value.items.push_back(std::move(item));
    }
    if (kind == Kind::Array) return value;
    if (value.items.size() % 2 != 0)
        return fail(fmt::format("the key {} has no value", shown(value.items.back())));
    sort_by_key(value.items);
    if (const std::string* key = key_there_twice(value.items))
        return fail(fmt::format("the key /{} stands there twice", *key));
    return value;
}

/// PDF 1.7, 7.3.5; PDF/A-2, 6.1.8: UTF-8.
Value Parser::read_name() {
    Value name{Kind::Name};
    for (++at_; at_ < bytes_.size() && is_regular(bytes_[at_]); ++at_) {
        if (bytes_[at_] < '!' || bytes_[at_] > '~')
            return fail("a name has a byte beside ! to ~ that is not written with #");
        if (bytes_[at_] != '#') {
            name.bytes += bytes_[at_];
            continue;
        }
        const int high = digit_of(peek(1)), low = digit_of(peek(2));
        if (high < 0 || low < 0) return fail("a name has # without two hexadecimal digits");
        if (high == 0 && low == 0) return fail("a name has #00");
        name.bytes += static_cast<char>(high * 16 + low);
        at_ += 2;
    }
    if (name.bytes.size() > kLongestName)
        return fail(fmt::format("a name has more than {} bytes", kLongestName));
    if (!is_utf8(name.bytes)) return fail("a name is not UTF-8");
    return name;
}

Value Parser::read_string() {
    Value string{Kind::String};
    std::size_t open = 0;
    for (; at_ < bytes_.size(); ++at_) {
        char c = bytes_[at_];
        if (c == '(' && open++ == 0) continue;
        if (c == ')' && --open == 0) {
            ++at_;
            if (string.bytes.size() <= kLongestString) return string;
            return fail(fmt::format("a string has more than {} bytes", kLongestString));
        }
        if (c == '\\') {
            c = peek(1);
            ++at_;
            if (c >= '0' && c <= '7') {
                int code = 0, digits = 0;
                for (; digits < 3 && peek() >= '0' && peek() <= '7'; ++digits, ++at_)
                    code = code * 8 + (peek() - '0');
                --at_;
                string.bytes += static_cast<char>(code & 0xFF);
                continue;
            }
            constexpr std::string_view kEscaped = "nrtbf()\\", kMeant = "\n\r\t\b\f()\\";
            const std::size_t meant = kEscaped.find(c);
            if (meant == std::string_view::npos) return fail("a string has an unknown escape");
            c = kMeant[meant];
        }
        string.bytes += c;
    }
    return fail("a string has no end");
}

Value Parser::read_hexadecimal() {
    Value string{Kind::String};
    int high = -1;
    for (++at_; at_ < bytes_.size(); ++at_) {
        const char c = bytes_[at_];
        if (c == '>') {
            if (high >= 0) return fail("a hexadecimal string has an odd number of digits");
            ++at_;
            if (string.bytes.size() <= kLongestString) return string;
            return fail(fmt::format("a string has more than {} bytes", kLongestString));
        }
        if (is_white(c)) continue;
        const int digit = digit_of(c);
        if (digit < 0) return fail("a hexadecimal string has a sign that is no digit");
        if (high >= 0) string.bytes += static_cast<char>(high * 16 + digit);
        high = high < 0 ? digit : -1;
    }
    return fail("a string has no end");
}

Value Parser::read_number() {
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && is_regular(bytes_[at_])) ++at_;
    std::string_view text = bytes_.substr(begin, at_ - begin);
    if (text.starts_with('+')) text.remove_prefix(1);
    Value value{text.find('.') == std::string_view::npos ? Kind::Integer : Kind::Real};
    const auto number = whole_text_as<double>(text, std::chars_format::fixed);
    if (!number || text.find_first_of("0123456789") == std::string_view::npos)
        return fail("a number is not written as numbers are");
    value.number = *number;
    constexpr auto kMost = std::numeric_limits<std::int32_t>::max();
    constexpr auto kLeast = std::numeric_limits<std::int32_t>::min();
    if (value.number > kMost || value.number < kLeast)
        return fail(value.is(Kind::Integer) ? "an integer has more than 32 bits"
                                            : "a number is larger than any measure");
    if (value.number != 0 && std::abs(value.number) < kLeastReal)
        return fail("a number is nearer to 0 than readers can tell");
    if (value.is(Kind::Integer) && references_ == References::Yes) {
        if (auto reference = read_reference(value)) return *std::move(reference);
    }
    return value;
}

std::optional<Value> Parser::read_reference(const Value& number) {
    const std::size_t begin = at_;
    skip_space();
    const bool has_generation = takes("0");
    const std::size_t gap = at_;
    skip_space();
    if (has_generation && at_ > gap && takes("R") &&
        !is_regular(at_ < bytes_.size() ? peek() : ' '))
        return Value{Kind::Reference, number.number};
    at_ = begin;
    return std::nullopt;
}

Value Parser::read_keyword() {
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && is_regular(bytes_[at_])) ++at_;
    const std::string_view word = bytes_.substr(begin, at_ - begin);
    if (word == "true" || word == "false") return {Kind::Boolean, word == "true" ? 1.0 : 0.0};
    if (word == "null") return {Kind::Null};
    return {Kind::Keyword, 0, std::string(word)};
}

}  // namespace broadside::conformance
