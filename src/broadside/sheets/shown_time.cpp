#include "broadside/sheets/shown_time.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::sheets {

namespace {

using Part = ShownTime::Part;

class TimeReader {
public:
    explicit TimeReader(std::string_view section) : rest_(section) {
        while (!rest_.empty() && rest_[0] != ';' && rest_[0] != '@' && !is_behind()) step();
        trim();
    }

    ShownTime shown;

private:
    /// A date stands behind the time.
    bool is_behind() const {
        const char letter = unicode::in_small_ascii(rest_[0]);
        const bool is_month = letter == 'm' && shown.has('m');
        return (letter == 'd' || letter == 'y' || is_month) && shown.has('h');
    }

    void step() {
        switch (rest_[0]) {
            case '"': return words(1, rest_.find('"', 1), 1);
            case '\\': return words(1, 2, 0);
            case '[': return bracket();
            case '_':
            case '*': return rest_.remove_prefix(std::min<std::size_t>(2, rest_.size()));
            default: break;
        }
        for (const std::string_view half_day : {"am/pm", "a/p", "上午/下午"}) {
            const std::string_view written = rest_.substr(0, half_day.size());
            if (unicode::in_small_ascii(written) != half_day) continue;
            const std::size_t size = half_day.find('/');
            const bool is_ascii = unicode::is_ascii_letter(half_day[0]);
            shown.parts.push_back(
                {'a', size, false, 0, std::string(is_ascii ? "AM/PM" : half_day)});
            return rest_.remove_prefix(half_day.size());
        }
        const char letter = unicode::in_small_ascii(rest_[0]);
        if (!unicode::is_ascii_letter(letter)) return words(0, 1, 0);
        std::size_t size = 1;
        while (size < rest_.size() && unicode::in_small_ascii(rest_[size]) == letter) ++size;
        field(letter, size, false);
        rest_.remove_prefix(size);
        if (letter == 's') take_decimals();
    }

    void bracket() {
        const std::size_t end = std::min(rest_.find(']'), rest_.size() - 1);
        const std::string inside = unicode::in_small_ascii(rest_.substr(1, end - 1));
        const bool is_alike = !inside.empty() && inside.find_first_not_of(inside[0]) == inside.npos;
        if (is_alike && (inside[0] == 'h' || inside[0] == 'm' || inside[0] == 's'))
            field(inside[0], inside.size(), true);
        rest_.remove_prefix(end + 1);
    }

    void words(std::size_t begin, std::size_t end, std::size_t behind) {
        end = std::min(end, rest_.size());
        if (shown.parts.empty() || shown.parts.back().field != '\0') shown.parts.push_back({});
        shown.parts.back().words += rest_.substr(begin, end - begin);
        rest_.remove_prefix(std::min(end + behind, rest_.size()));
    }

    /// Before hours and seconds, an "m" is a month of the date.
    void field(char letter, std::size_t size, bool is_elapsed) {
        if (letter == 'd' || letter == 'y') {
            is_date_ = true;
            shown.parts.clear();
        }
        const bool is_time = letter == 'h' || letter == 's' || letter == 'm';
        const bool is_month = letter == 'm' && is_date_ && !shown.has('h');
        if (is_date_ && !shown.has('h')) shown.parts.clear();
        if (is_time && !is_month)
            shown.parts.push_back({letter, std::min<std::size_t>(size, 2), is_elapsed});
    }

    void take_decimals() {
        if (!rest_.starts_with(".0") || shown.parts.empty()) return;
        constexpr int kMost = 3;
        rest_.remove_prefix(1);
        const std::size_t size = std::min(rest_.find_first_not_of('0'), rest_.size());
        shown.parts.back().decimals = std::min(static_cast<int>(size), kMost);
        rest_.remove_prefix(size);
    }

    void trim() {
        std::vector<Part>& parts = shown.parts;
        const auto is_blank = [](const Part& part) {
            return part.field == '\0' && unicode::trimmed(part.words).empty();
        };
        while (!parts.empty() && is_blank(parts.back())) parts.pop_back();
        while (!parts.empty() && is_blank(parts.front())) parts.erase(parts.begin());
    }

    std::string_view rest_;
    bool is_date_ = false;
};

}  // namespace

bool ShownTime::has(char field) const {
    return std::any_of(parts.begin(), parts.end(),
                       [field](const Part& part) { return part.field == field; });
}

ShownTime time_by_format(std::string_view section) { return TimeReader(section).shown; }

std::string written_time(double days, const ShownTime& shown) {
    int decimals = 0;
    for (const Part& part : shown.parts) decimals = std::max(decimals, part.decimals);
    const auto fractions = static_cast<long long>(std::pow(10, decimals));
    const long long all = std::llround(days * 86400 * static_cast<double>(fractions));
    const long long seconds = all / fractions;
    std::string text;
    const auto add = [&](const Part& part, long long value, long long most) {
        text += fmt::format("{:0{}}", part.is_elapsed ? value : value % most, part.size);
    };
    for (std::size_t i = 0; i < shown.parts.size(); ++i) {
        const Part& part = shown.parts[i];
        const bool is_half = shown.has('a');
        const long long hours = seconds / 3600;
        switch (part.field) {
            case 'h':
                if (is_half && !part.is_elapsed)
                    text += fmt::format("{:0{}}", (hours + 11) % 12 + 1, part.size);
                else
                    add(part, hours, 24);
                break;
            case 'm': add(part, seconds / 60, 60); break;
            case 's':
                if (part.decimals == 0 && seconds % 60 == 0 && shown.has('h') &&
                    text.ends_with(':')) {
                    text.pop_back();
                    break;
                }
                add(part, seconds, 60);
                if (part.decimals > 0)
                    text += fmt::format(".{:0{}}", all % fractions, part.decimals);
                break;
            case 'a':
                text +=
                    part.words.substr(hours % 24 < 12 ? 0 : part.words.find('/') + 1, part.size);
                break;
            default: text += part.words; break;
        }
    }
    return std::string(unicode::trimmed(text));
}

}  // namespace broadside::sheets
