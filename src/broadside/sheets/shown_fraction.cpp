#include "broadside/sheets/shown_fraction.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "broadside/base/whole_text.hpp"
#include "broadside/sheets/number_labels.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::sheets {

namespace {

std::string bare_fraction(double value, const ShownFraction& shown) {
    const double size = std::abs(value);
    long long whole = shown.has_whole ? static_cast<long long>(size) : 0;
    const double rest = size - static_cast<double>(whole);
    long long above = 0, below = 1;
    double distance = HUGE_VAL;
    for (long long i = shown.is_fixed ? shown.largest : 1; i <= shown.largest; ++i) {
        const long long nearest = std::llround(rest * static_cast<double>(i));
        const double off = std::abs(rest - static_cast<double>(nearest) / static_cast<double>(i));
        if (off >= distance - 1e-12) continue;
        distance = off;
        above = nearest;
        below = i;
    }
    if (shown.has_whole && above == below) {
        ++whole;
        above = 0;
    }
    const char* minus = value < 0 && (whole > 0 || above > 0) ? "-" : "";
    if (!shown.has_whole) return fmt::format("{}{}/{}", minus, above, below);
    if (above == 0) return fmt::format("{}{}", minus, whole);
    if (whole == 0 && !shown.has_zero) return fmt::format("{}{}/{}", minus, above, below);
    return fmt::format("{}{} {}/{}", minus, whole, above, below);
}

}  // namespace

ShownFraction fraction_by_format(std::string_view label) {
    constexpr char kPlaces[] = {kZero, kDigit};
    constexpr std::size_t kMostPlaces = 3;
    const std::string_view places(kPlaces, std::size(kPlaces));
    const std::size_t slash = label.find('/');
    if (slash == label.npos || slash == 0 || places.find(label[slash - 1]) == places.npos)
        return {};
    ShownFraction shown;
    std::string below(label.substr(slash + 1));
    const std::size_t end = std::min(
        label.find_first_not_of(std::string("0123456789").append(places), slash + 1), label.size());
    shown.before = unicode::trimmed(label.substr(0, label.find_first_of(places)));
    shown.behind = unicode::trimmed(label.substr(end));
    if (!below.empty() && below[0] >= '1' && below[0] <= '9') {
        std::replace(below.begin(), below.end(), kZero, '0');
        below.resize(std::min(below.find_first_not_of("0123456789"), below.size()));
        shown.largest = whole_text_as<long long>(below).value_or(0);
        shown.is_fixed = true;
        if (shown.largest > 9999) return {};
    } else {
        const std::size_t size = std::min(below.find_first_not_of(places), below.size());
        if (size == 0) return {};
        shown.largest =
            std::llround(std::pow(10.0, static_cast<double>(std::min(size, kMostPlaces)))) - 1;
    }
    const std::string_view before = label.substr(0, slash);
    const std::size_t numerator = before.find_last_not_of(places);
    if (numerator == before.npos) return shown;
    const std::size_t whole = before.substr(0, numerator).find_last_of(places);
    shown.has_whole = whole != before.npos;
    shown.has_zero = shown.has_whole && before[whole] == kZero;
    return shown;
}

std::string written_fraction(double value, const ShownFraction& shown) {
    constexpr double kLargest = 1e12;
    if (shown.largest == 0 || std::abs(value) > kLargest) return {};
    std::string text = shown.before;
    const auto add = [&text](std::string_view words) {
        if (!text.empty() && !words.empty()) text += ' ';
        text += words;
    };
    add(bare_fraction(value, shown));
    add(shown.behind);
    return text;
}

}  // namespace broadside::sheets
