#include "broadside/load/syntax/text_rules.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

#include "broadside/load/syntax/number.hpp"

namespace broadside::load {

namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool all_letters(std::string_view text) { return std::all_of(text.begin(), text.end(), is_letter); }

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_ascii_digit);
}

bool all_alphanumeric(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return is_letter(c) || is_ascii_digit(c); });
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// Reads subtags one after the other in the order of the grammar.
class Subtags {
public:
    explicit Subtags(std::string_view tag) : subtags_(split(tag, '-')) {}

    bool at_end() const { return next_ == subtags_.size(); }

    template <typename Predicate>
    bool take(std::size_t shortest, std::size_t longest, Predicate matches) {
        if (at_end()) return false;
        const std::string_view subtag = subtags_[next_];
        if (subtag.size() < shortest || subtag.size() > longest || !matches(subtag)) return false;
        ++next_;
        return true;
    }

private:
    std::vector<std::string_view> subtags_;
    std::size_t next_ = 0;
};

bool is_private_use(std::string_view subtag) { return subtag == "x" || subtag == "X"; }

}  // namespace

bool is_id(std::string_view text) {
    if (text.empty() || text.front() == '.') return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return is_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.';
    });
}

bool is_language_tag(std::string_view text) {
    Subtags tag(text);
    if (!tag.take(2, 3, all_letters)) return false;
    for (int extlang = 0; extlang < 3 && tag.take(3, 3, all_letters);) ++extlang;
    tag.take(4, 4, all_letters);
    if (!tag.take(2, 2, all_letters)) tag.take(3, 3, all_digits);
    const auto is_variant = [](std::string_view subtag) {
        return all_alphanumeric(subtag) && (subtag.size() > 4 || is_ascii_digit(subtag.front()));
    };
    while (tag.take(4, 8, is_variant)) {
    }
    const auto is_singleton = [](std::string_view subtag) {
        return all_alphanumeric(subtag) && !is_private_use(subtag);
    };
    while (tag.take(1, 1, is_singleton)) {
        if (!tag.take(2, 8, all_alphanumeric)) return false;
        while (tag.take(2, 8, all_alphanumeric)) {
        }
    }
    if (tag.take(1, 1, is_private_use)) {
        if (!tag.take(1, 8, all_alphanumeric)) return false;
        while (tag.take(1, 8, all_alphanumeric)) {
        }
    }
    return tag.at_end();
}

bool is_date(std::string_view text) {
    const std::vector<std::string_view> parts = split(text, '-');
    if (parts.size() > 3 || parts[0].size() != 4) return false;
    unsigned numbers[3] = {0, 1, 1};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if ((i > 0 && parts[i].size() != 2) || !all_digits(parts[i])) return false;
        numbers[i] = static_cast<unsigned>(parse_whole_number(parts[i]).value_or(0));
    }
    return std::chrono::year_month_day(std::chrono::year(static_cast<int>(numbers[0])),
                                       std::chrono::month(numbers[1]), std::chrono::day(numbers[2]))
        .ok();
}

}  // namespace broadside::load
