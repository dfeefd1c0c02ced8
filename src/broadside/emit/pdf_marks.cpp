#include "broadside/emit/pdf_marks.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace broadside::emit {

namespace {

/// Two channels of a colour hold the digits of a mark's number. Cairo writes six decimals, and
/// takes colours for the same only where they agree to 16 bits.
constexpr std::size_t kChannelSteps = 10'000;
constexpr double kMarkRed = 0.5;
constexpr double kMarkSide = 0.125;  // a multiple of Cairo's 1/256

using Operands = std::vector<std::string_view>;

/// The operators of a content stream and what they are given (PDF 1.7, 7.8.2).
class ContentReader {
public:
    explicit ContentReader(std::string_view content) : content_(content) {}

    /// False at the end of the content.
    bool next() {
        operands_.clear();
        while (skip_space(), at_ < content_.size()) {
            const std::size_t begin = at_;
            const bool is_word = skip_token();
            const std::string_view token = content_.substr(begin, at_ - begin);
            if (is_word && !is_operand(token.front())) {
                operation_ = token;
                begin_ = operands_.empty() ? begin : offset_of(operands_.front());
                return true;
            }
            operands_.push_back(token);
        }
        return false;
    }

    std::string_view operation() const { return operation_; }
    const Operands& operands() const { return operands_; }

    /// From the first operand to behind the operator.
    std::size_t begin() const { return begin_; }
    std::size_t end() const { return at_; }

private:
    static bool is_space(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
    }
    static bool is_delimiter(char c) {
        return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' ||
               c == '}' || c == '/' || c == '%';
    }
    static bool is_operand(char first) {
        return (first >= '0' && first <= '9') || first == '-' || first == '.' || first == '+';
    }

    std::size_t offset_of(std::string_view token) const {
        return static_cast<std::size_t>(token.data() - content_.data());
    }

    void skip_space() {
        while (at_ < content_.size() && is_space(content_[at_])) ++at_;
    }

    /// Whether it is a number or an operator.
    bool skip_token() {
        const char first = content_[at_++];
        if (first == '(') skip_string();
        if (first == '<' && content_.substr(at_, 1) != "<")
            at_ = std::min(content_.find('>', at_), content_.size() - 1) + 1;
        at_ = std::min(at_, content_.size());
        if (is_delimiter(first) && first != '/') return false;
        while (at_ < content_.size() && !is_space(content_[at_]) && !is_delimiter(content_[at_]))
            ++at_;
        return first != '/';
    }

    /// PDF 1.7, 7.3.4.2: parentheses inside are balanced or escaped.
    void skip_string() {
        for (int depth = 1; depth > 0 && at_ < content_.size(); ++at_) {
            const char c = content_[at_];
            if (c == '(') ++depth;
            if (c == ')') --depth;
            if (c == '\\') ++at_;
        }
    }

    std::string_view content_;
    std::size_t at_ = 0, begin_ = 0;
    std::string_view operation_;
    Operands operands_;
};

double number_of(std::string_view token) {
    double number = -1;
    std::from_chars(token.data(), token.data() + token.size(), number);
    return number;
}

std::size_t step_of(std::string_view channel) {
    return static_cast<std::size_t>(std::lround(number_of(channel) * kChannelSteps));
}

bool is_mark_colour(const ContentReader& content) {
    const Operands& operands = content.operands();
    return content.operation() == "rg" && operands.size() == 3 &&
           number_of(operands[0]) == kMarkRed;
}

std::size_t mark_number(const Operands& colour) {
    return step_of(colour[1]) + step_of(colour[2]) * kChannelSteps;
}

bool is_mark_shape(const Operands& rectangle) {
    constexpr std::array kShape = {0.0, 0.0, kMarkSide, kMarkSide};
    return std::equal(
        rectangle.begin(), rectangle.end(), kShape.begin(), kShape.end(),
        [](std::string_view token, double expected) { return number_of(token) == expected; });
}

/// A string that stands alone in the array of `TJ`: Cairo 1.16 and 1.18 write `Tj` in its place
/// where rounding tells them so, each now and then.
bool is_lone_string(const ContentReader& content) {
    return content.operation() == "TJ" && content.operands().size() == 3;
}

}  // namespace

void draw_mark(cairo_t* cairo, std::size_t number) {
    const auto channel = [](std::size_t step) {
        return static_cast<double>(step) / static_cast<double>(kChannelSteps);
    };
    cairo_set_source_rgb(cairo, kMarkRed, channel(number % kChannelSteps),
                         channel(number / kChannelSteps));
    cairo_rectangle(cairo, 0, 0, kMarkSide, kMarkSide);
    cairo_fill(cairo);
}

std::optional<std::string> replace_marks(std::string_view content,
                                         std::span<const std::string> replacements) {
    enum class Expected { Colour, Shape, Fill } expected = Expected::Colour;
    std::string out;
    std::size_t copied = 0, number = 0;
    ContentReader reader(content);
    const auto leave_out = [&] {
        out += content.substr(copied, reader.begin() - copied);
        copied = reader.end();
    };
    while (reader.next()) {
        if (expected == Expected::Colour && is_lone_string(reader)) {
            leave_out();
            out.append(reader.operands()[1]).append("Tj");
        } else if (expected == Expected::Colour) {
            if (!is_mark_colour(reader)) continue;
            if (mark_number(reader.operands()) != number || number == replacements.size())
                return std::nullopt;
            leave_out();
            expected = Expected::Shape;
        } else if (expected == Expected::Shape && reader.operation() == "re") {
            if (!is_mark_shape(reader.operands())) return std::nullopt;
            leave_out();
            expected = Expected::Fill;
        } else if (expected == Expected::Fill && reader.operation() == "f") {
            leave_out();
            out += replacements[number++];
            expected = Expected::Colour;
        } else if (expected != Expected::Shape || reader.operation() != "gs") {
            return std::nullopt;  // Only the opacity may stand between colour and shape.
        }
    }
    if (expected != Expected::Colour || number != replacements.size()) return std::nullopt;
    out += content.substr(copied);
    return out;
}

}  // namespace broadside::emit
