#include "broadside/resolve/embedded_names.hpp"

#include <cstddef>
#include <string>
#include <utility>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/units.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

namespace {

bool is_range_dash(char32_t c) { return c == U'–' || c == U'‒'; }

bool is_relation(char32_t c) {
    return std::u32string_view(U"<>≤≥≈~").find(c) != std::u32string_view::npos;
}

bool parts_numerals(char32_t c) {
    return unicode::is_decimal_sign(c) || unicode::is_glue(c) || c == U':' || c == U'/' ||
           c == 0x066C;
}

class QuantityReader {
public:
    explicit QuantityReader(std::string_view line)
        : line_(line), characters_(unicode::characters_of(line)) {}

    std::optional<std::vector<TextRange>> read() {
        while (at_ < characters_.size()) {
            const char32_t c = code(at_);
            if (unicode::is_space(c) || c == ',' || (is_range_dash(c) && has_number_)) {
                has_range_ = has_range_ || (is_range_dash(c) && unicode::is_digit(code(at_ - 1)));
                ++at_;
            } else if (is_relation(c)) {
                runs_ = true;
                ++at_;
            } else if (begins_number(at_)) {
                read_number();
            } else if (!read_unit()) {
                return std::nullopt;
            }
        }
        if (!has_number_ || !(has_range_ || runs_)) return std::nullopt;
        return std::move(parts_);
    }

private:
    char32_t code(std::size_t at) const {
        return at < characters_.size() ? characters_[at].code : 0;
    }

    std::size_t byte(std::size_t at) const {
        return at < characters_.size() ? characters_[at].begin : line_.size();
    }

    bool begins_number(std::size_t at) const {
        const bool has_sign = code(at) == '+' || code(at) == '-' || code(at) == 0x2212;
        return unicode::is_digit(code(at + (has_sign ? 1 : 0)));
    }

    void skip_numerals() {
        if (!unicode::is_digit(code(at_))) ++at_;
        while (unicode::is_digit(code(at_)) ||
               (parts_numerals(code(at_)) && unicode::is_digit(code(at_ + 1))))
            ++at_;
    }

    /// Arabic digits take their signs from the right.
    void read_number() {
        const std::size_t begin = at_;
        bool has_sign = !unicode::is_digit(code(begin));
        const char32_t digit = code(has_sign ? begin + 1 : begin);
        skip_numerals();
        std::size_t next = at_;
        while (unicode::is_space(code(next))) ++next;
        if (code(next) == U'±') {
            do ++next;
            while (unicode::is_space(code(next)));
            if (begins_number(next)) {
                at_ = next;
                skip_numerals();
                has_sign = true;
            }
        }
        if (has_sign && unicode::zero_of(digit) != unicode::kArabicZero)
            parts_.push_back({byte(begin), byte(at_)});
        has_number_ = true;
    }

    /// A percent sign at a digit runs with it; a space parts them, and then the line orders both.
    bool read_unit() {
        const std::size_t begin = at_;
        while (at_ < characters_.size() && !unicode::is_space(code(at_)) &&
               !unicode::is_digit(code(at_)) && !is_range_dash(code(at_)) && code(at_) != ',')
            ++at_;
        const std::string_view unit = line_.substr(byte(begin), byte(at_) - byte(begin));
        const std::u32string signs = unicode::decode(unit);
        const bool is_at_digit = begin > 0 && unicode::is_digit(code(begin - 1));
        if (signs.size() == 1 && unicode::is_percent_sign(signs[0])) {
            runs_ = runs_ || !is_at_digit;
            return true;
        }
        const bool is_currency = unicode::is_currency_sign(unit);
        if (!is_currency && !unicode::is_unit_symbol(signs) &&
            !unicode::is_international_unit(unit))
            return false;
        if (!is_currency || is_at_digit || signs.size() > 1)
            parts_.push_back({byte(begin), byte(at_)});
        return runs_ = true;
    }

    std::string_view line_;
    unicode::Characters characters_;
    std::size_t at_ = 0;
    std::vector<TextRange> parts_;
    bool has_number_ = false, has_range_ = false;
    bool runs_ = false;  // there is something that stands where the line's direction puts it
};

}  // namespace

std::optional<std::vector<TextRange>> find_quantities(std::string_view line) {
    return QuantityReader(line).read();
}

}  // namespace broadside::resolve
