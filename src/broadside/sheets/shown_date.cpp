#include "broadside/sheets/shown_date.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "broadside/base/timestamp.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/date.hpp"
#include "broadside/unicode/numbers.hpp"

namespace broadside::sheets {

namespace {

/// As a pattern quotes it.
std::string quoted(std::string_view literal) {
    std::string text(literal);
    std::replace(text.begin(), text.end(), '\'', ' ');
    const bool has_letters = std::any_of(text.begin(), text.end(), unicode::is_ascii_letter);
    return has_letters ? "'" + text + "'" : text;
}

constexpr char kDayName = 'E';  // in patterns

class FormatReader {
public:
    explicit FormatReader(std::string_view section) : rest_(section) {
        while (!rest_.empty() && rest_[0] != ';' && rest_[0] != '@') step();
    }

    std::string pattern() const {
        const std::size_t end = pattern_.find_last_not_of(" ,:-/");
        return pattern_.substr(0, end + 1);
    }
    bool has(char field) const { return fields_.find(field) != std::string::npos; }

private:
    void step() {
        switch (rest_[0]) {
            case '"': return literal(1, rest_.find('"', 1), 1);
            case '\\': return literal(1, 2, 0);
            case '[': return skip(rest_.find(']'));
            case '_':
            case '*': return skip(1);
            default: break;
        }
        if (!unicode::is_ascii_letter(rest_[0])) return literal(0, 1, 0);
        const char letter = unicode::in_small_ascii(rest_[0]);
        std::size_t size = 1;
        while (size < rest_.size() && unicode::in_small_ascii(rest_[size]) == letter) ++size;
        field(letter, size);
        rest_.remove_prefix(size);
    }

    void literal(std::size_t begin, std::size_t end, std::size_t behind) {
        end = std::min(end, rest_.size());
        if (!is_time_) pattern_ += quoted(rest_.substr(begin, end - begin));
        rest_.remove_prefix(std::min(end + behind, rest_.size()));
    }

    void skip(std::size_t last) { rest_.remove_prefix(std::min(last, rest_.size() - 1) + 1); }

    void field(char letter, std::size_t size) {
        constexpr std::size_t kName = 3, kFullName = 4;
        // "aaa" is the Japanese form of "ddd".
        const bool is_name_of_day = (letter == 'd' || letter == 'a') && size >= kName;
        // That of "AM" is none either.
        const bool is_of_time = is_time_ && (!has_minutes_ || std::exchange(is_half_day_, false));
        const bool is_minute = letter == 'm' && (is_of_time || is_before_seconds(size));
        is_half_day_ = letter == 'a' || letter == 'p';
        has_minutes_ = has_minutes_ || is_minute;
        if (is_name_of_day) {
            is_time_ = false;
            fields_ += kDayName;
            return void(pattern_.append(std::min(size, kFullName), kDayName));
        }
        if (letter == 'h' || letter == 's' || letter == 'a' || letter == 'p' || is_minute) {
            is_time_ = true;
            return;
        }
        is_time_ = false;
        if (letter != 'y' && letter != 'm' && letter != 'd') return;
        fields_ += letter;
        if (letter == 'y') pattern_ += 'y';
        if (letter == 'd') pattern_.append(size, 'd');
        // A first letter alone is no name.
        if (letter == 'm') pattern_.append(size > kFullName ? kName : size, 'M');
    }

    bool is_before_seconds(std::size_t size) const {
        const std::size_t next = rest_.find_first_not_of(":", size);
        return next != rest_.npos && next > size && (rest_[next] == 's' || rest_[next] == 'S');
    }

    std::string_view rest_;
    std::string pattern_, fields_;
    bool is_time_ = false, has_minutes_ = false, is_half_day_ = false;
};

}  // namespace

ShownDate shown_by_format(std::string_view section) {
    const FormatReader read(section);
    const bool has_rest = read.has('m') || read.has('d') || read.has(kDayName);
    if (!has_rest && !read.has('y')) return {};
    return {read.pattern(), read.has('y'), !has_rest};
}

ShownDate shown_as(std::string_view text, std::string_view date) {
    if (text.empty()) return {};
    const std::string_view year = date.substr(0, 4);
    const bool is_whole = text.find(year) != text.npos;
    std::size_t groups = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = i == 0 || !unicode::is_ascii_digit(text[i - 1]);
        groups += begins && unicode::is_ascii_digit(text[i]) ? 1 : 0;
    }
    const bool has_short_year = text.find(year.substr(2)) != text.npos && groups > 1;
    const bool has_names = std::any_of(text.begin(), text.end(), unicode::is_ascii_letter);
    const std::size_t least = has_names ? 2 : 3;
    return {quoted(text), is_whole || (has_short_year && groups >= least), text == year};
}

std::string date_of(double day, DateSystem system) {
    constexpr double kLastDay = 2958465;  // of 9999
    if (day < 0 || day > kLastDay) return {};
    const auto whole = static_cast<int>(day);
    std::chrono::sys_days start;
    using namespace std::chrono;
    if (system == DateSystem::Since1904) {
        start = year(1904) / 1 / 1;
    } else {
        if (whole == 0 || whole == 60) return {};
        start = whole < 60 ? year(1899) / 12 / 31 : year(1899) / 12 / 30;
    }
    const year_month_day date(start + days(whole));
    if (static_cast<int>(date.year()) > 9999) return {};
    return iso_8601(date);
}

void set_date(Cell& cell, std::string date, const ShownDate& shown) {
    if (shown.is_year) {
        cell.type = CellType::Number;
        cell.text = cell.number = date.substr(0, 4);
        return;
    }
    cell.type = shown.has_year ? CellType::Date : CellType::Text;
    cell.is_label = !shown.has_year;
    cell.text = shown.has_year
                    ? date
                    : unicode::format_date_as(date, "en", shown.pattern, unicode::kAsciiZero);
    cell.date_pattern = shown.pattern;
    cell.date = std::move(date);
}

}  // namespace broadside::sheets
