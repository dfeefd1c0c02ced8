#include "broadside/unicode/date_format.hpp"

#include <algorithm>
#include <array>

#include "broadside/unicode/language_rows.hpp"
#include "broadside/unicode/numbers.hpp"

namespace broadside::unicode {

namespace {

/// Patterns of UTS 35, and the names of the twelve months between `|`.
struct DateFormat {
    std::string_view tag;
    std::string_view year;
    std::array<std::string_view, 3> month, day;  // by length
    std::string_view short_months, months;       // beside a day
    std::string_view short_lone_months, lone_months;
};

constexpr DateFormat kDateFormats[] = {
#include "broadside/unicode/date_formats.inc"
};

std::string_view part_of(std::string_view list, std::size_t index, char separator) {
    for (; index > 0; --index)
        list.remove_prefix(std::min(list.find(separator), list.size() - 1) + 1);
    return list.substr(0, list.find(separator));
}

class DateWriter {
public:
    DateWriter(std::string_view date, const DateFormat& format, char32_t zero)
        : date_(date), format_(format), zero_(zero) {}

    std::string write(std::string_view pattern) const {
        std::string out;
        while (!pattern.empty()) {
            const std::size_t same =
                std::min(pattern.find_first_not_of(pattern[0]), pattern.size());
            std::size_t used = same;
            if (pattern[0] == '\'') {
                used = std::min(pattern.find('\'', 1), pattern.size() - 1) + 1;
                out += used == 2 ? "'" : pattern.substr(1, used - 2);
            } else {
                out += field(pattern.substr(0, same));
            }
            pattern.remove_prefix(used);
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

std::string format_date(std::string_view date, std::string_view language, DateLength length,
                        char32_t zero) {
    const DateFormat& format = row_of_language(kDateFormats, language);
    const auto at = static_cast<std::size_t>(length);
    const auto parts = std::count(date.begin(), date.end(), '-');
    const std::string_view pattern = parts == 0   ? format.year
                                     : parts == 1 ? format.month[at]
                                                  : format.day[at];
    return DateWriter(date, format, zero).write(pattern);
}

}  // namespace broadside::unicode
