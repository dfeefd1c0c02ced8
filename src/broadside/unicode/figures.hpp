#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "broadside/unicode/utf8.hpp"

/// Figures as people write them in tables: "42.00", "< 0.01 %", "US$ 1,200", "10–20", "5 ± 0.5 µm",
/// "9:50".
namespace broadside::unicode {

/// What the last sign among the digits of a number is.
enum class Sign {
    None,
    Decimal,
    Grouping,
    Either,  // "1.234": the numbers around it tell
};

/// The number of a figure that lines up with others: its first, and of a range the last.
struct Figure {
    std::size_t end = 0;        // byte after the last digit of its number
    std::size_t last_sign = 0;  // byte of the last sign among its digits, where it has one
    char32_t sign = 0;
    Sign means = Sign::None;
    std::size_t joint_end = 0;  // byte after the sign of a range or a product; 0: of none
    bool is_product = false;    // "10 × 12", or a ratio, "1 : 16"
    bool counts_units = false;  // a word behind it says of what, and not of which half of the day
};

/// None where the text is no figure: nothing but a number with what may stand before it (a sign, a
/// relation, a currency, "ca.") and behind it (the end of a range, a tolerance, a unit), or a time
/// of day, whose minutes are what decimals are, or two with a range's sign between. Dates,
/// versions, and numbers among words are no figures.
std::optional<Figure> find_figure(std::string_view text);

/// Whether it is a time of day, or two.
bool is_time(const Figure& figure);

/// Whether the text is a version or a date of three and more numbers with full stops between them,
/// 2.7.10, and no number in groups of thousands, 1.234.567: what others mean by 2.7 is clear then.
bool is_version(std::string_view text);

/// Whether that character is the space between a figure and what it counts, which one line holds:
/// `7 days`, `55 à 69 ans`, `12. September`. Of one that is no day of a month no long word is held:
/// in `more than 10 000 pregnancies` the words before would stand alone.
bool is_behind_count(const Characters& characters, std::size_t at);

/// The byte of a figure where it stands on its axis: before the decimal sign, or after the last
/// digit of a whole number; in a column of opening hours, products or ratios, after the sign
/// between the two. "12–18 hours" are no time of day, and words in a column of times, or of ranges,
/// without units.
class FigureAxes {
public:
    /// `decimal`: that of the language, for what the figures themselves leave open.
    FigureAxes(const std::vector<Figure>& figures, char32_t decimal);

    /// None for what is no time among opening hours, "24 h", and for a duration among times.
    std::optional<std::size_t> of(const Figure& figure) const;

    /// There are some, and all but durations are times of day, or half are and some of these
    /// opening hours.
    bool are_times() const { return are_times_; }

private:
    bool is_decimal(const Figure& figure) const;
    bool is_duration(const Figure& figure) const;

    char32_t decimal_;
    bool have_bare_times_ = true;  // half are times or ranges, none with a unit
    bool have_hours_;              // some are ranges of times, and half are times
    bool have_products_;           // half are products or ratios
    bool are_times_;
};

}  // namespace broadside::unicode
