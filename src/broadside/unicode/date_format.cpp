#include "broadside/unicode/date_format.hpp"

#include "broadside/unicode/date_pattern.hpp"

namespace broadside::unicode {

std::string format_date(std::string_view date, std::string_view language, DateLength length,
                        char32_t zero) {
    const DateFormat& format = date_format(language);
    const auto at = static_cast<std::size_t>(length);
    const std::size_t precision = precision_of(date);
    const std::string_view pattern = precision == 0   ? format.year
                                     : precision == 1 ? format.month[at]
                                                      : format.day[at];
    return fill_date(pattern, date, format, zero);
}

}  // namespace broadside::unicode
