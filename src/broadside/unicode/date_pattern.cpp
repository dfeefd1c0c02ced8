#include "broadside/unicode/date_pattern.hpp"

#include <algorithm>

#include "broadside/unicode/language_rows.hpp"
#include "broadside/unicode/numbers.hpp"

namespace broadside::unicode {

namespace {

constexpr DateFormat kDateFormats[] = {
#include "broadside/unicode/date_formats.inc"
};

class DateWriter {
public:
    DateWriter(std::string_view date, const DateFormat& format, char32_t zero)
        : date_(date), format_(format), zero_(zero) {}

    std::string write(std::string_view pattern) const {
        std::string out;
        while (!pattern.empty()) {
            const std::size_t size = size_of_part(pattern);
            if (pattern[0] == '\'')
                out += size == 2 ? "'" : pattern.substr(1, size - 2);
            else
                out += field(pattern.substr(0, size));
            pattern.remove_prefix(size);
        }
        return out;
    }

private:
    std::string field(std::string_view letters) const {
        switch (letters[0]) {
            case 'y': return with_digits(part_of(date_, 0, '-'), zero_);
            case 'd': return number(part_of(date_, 2, '-'), letters.size());
            case 'M': return month(letters, format_.short_months, format_.months);
            case 'L': return month(letters, format_.short_lone_months, format_.lone_months);
            default: return std::string(letters);
        }
    }

    /// In figures, or three letters for its short name, or four for the name in full.
    std::string month(std::string_view letters, std::string_view short_names,
                      std::string_view names) const {
        const std::string_view month = part_of(date_, 1, '-');
        if (letters.size() < 3) return number(month, letters.size());
        const int index = (month[0] - '0') * 10 + (month[1] - '1');
        return std::string(part_of(letters.size() == 3 ? short_names : names,
                                   static_cast<std::size_t>(index), '|'));
    }

    std::string number(std::string_view digits, std::size_t least) const {
        if (least < 2 && digits.starts_with('0')) digits.remove_prefix(1);
        return with_digits(digits, zero_);
    }

    std::string_view date_;
    const DateFormat& format_;
    char32_t zero_;
};

}  // namespace

const DateFormat& date_format(std::string_view language) {
    return row_of_language(kDateFormats, language);
}

std::string_view part_of(std::string_view list, std::size_t index, char separator) {
    for (; index > 0; --index)
        list.remove_prefix(std::min(list.find(separator), list.size() - 1) + 1);
    return list.substr(0, list.find(separator));
}

std::size_t precision_of(std::string_view date) {
    return static_cast<std::size_t>(std::count(date.begin(), date.end(), '-'));
}

std::size_t size_of_part(std::string_view pattern) {
    if (pattern[0] == '\'') return std::min(pattern.find('\'', 1), pattern.size() - 1) + 1;
    return std::min(pattern.find_first_not_of(pattern[0]), pattern.size());
}

std::string fill_date(std::string_view pattern, std::string_view date, const DateFormat& format,
                      char32_t zero) {
    return DateWriter(date, format, zero).write(pattern);
}

}  // namespace broadside::unicode
