#include "broadside/conformance/cff_data.hpp"

#include <vector>

#include <fmt/format.h>

#include "broadside/base/big_endian.hpp"

namespace broadside::conformance {

namespace {

// Technical Note 5177, appendix B.
constexpr std::size_t kMostStacked = 48, kMostCalls = 10, kMostHints = 96;

/// Operators of appendix A, those of two bytes with 1200. Those of arithmetic are unknown, as is
/// all that our fonts never have.
enum Code : std::size_t {
    kHStem = 1,
    kVStem = 3,
    kVMoveTo = 4,
    kRLineTo = 5,
    kHLineTo = 6,
    kVLineTo = 7,
    kRRCurveTo = 8,
    kCallSubr = 10,
    kReturn = 11,
    kEndChar = 14,
    kHStemHm = 18,
    kHintMask = 19,
    kCntrMask = 20,
    kRMoveTo = 21,
    kHMoveTo = 22,
    kVStemHm = 23,
    kRCurveLine = 24,
    kRLineCurve = 25,
    kVVCurveTo = 26,
    kHHCurveTo = 27,
    kCallGSubr = 29,
    kVHCurveTo = 30,
    kHVCurveTo = 31,
    kHFlex = 1234,
    kFlex = 1235,
    kHFlex1 = 1236,
    kFlex1 = 1237,
};

class CharString {
public:
    CharString(const CffPrivate& own, const CffIndex& global_subroutines, std::size_t& steps)
        : own_(own), global_(global_subroutines), steps_(steps) {}

    std::string run(std::string_view code) {
        run(code, 0);
        return mistake_.empty() && !has_ended_ ? "its outline has no end" : mistake_;
    }

    double width() const { return width_.value_or(own_.default_width); }

private:
    void fail(std::string mistake) {
        if (mistake_.empty()) mistake_ = std::move(mistake);
    }
    bool goes_on() const { return mistake_.empty() && !has_ended_; }

    void run(std::string_view code, std::size_t calls) {
        std::size_t at = 0;
        while (goes_on()) {
            if (at >= code.size()) return fail("its outline has no end");
            if (steps_ == 0) return fail("its outline takes too long");
            --steps_;
            const std::size_t first = big_endian(code, at++, 1);
            if (first >= 32 || first == 28) {
                push(code, at, first);
                continue;
            }
            if (first == kReturn && calls > 0) return;
            if (first == kCallSubr || first == kCallGSubr) {
                call(first == kCallSubr ? own_.subroutines : global_, calls);
                continue;
            }
            const std::size_t second = first == 12 ? big_endian(code, at++, 1) : 0;
            carry_out(first == 12 ? 1200 + second : first);
            if (first == kHintMask || first == kCntrMask) at += (hints_ + 7) / 8;
        }
    }

    void push(std::string_view code, std::size_t& at, std::size_t first) {
        const std::size_t more = first == 28 ? 2 : first == 255 ? 4 : first >= 247 ? 1 : 0;
        if (more > code.size() - at) return fail("its outline has no end");
        if (stack_.size() == kMostStacked) return fail("its outline has too many operands");
        const std::size_t bytes = big_endian(code, at, more);
        stack_.push_back(first == 28    ? signed_big_endian(code, at)
                         : first == 255 ? static_cast<std::int32_t>(bytes) / 65536.0
                                        : short_operand(first, bytes));
        at += more;
    }

    void call(const CffIndex& subroutines, std::size_t calls) {
        const double bias = subroutines.count < 1240    ? 107
                            : subroutines.count < 33900 ? 1131
                                                        : 32768;
        const double number = stack_.empty() ? -1 : stack_.back() + bias;
        if (!stack_.empty()) stack_.pop_back();
        const auto subroutine =
            number < 0 ? std::nullopt : subroutines.element(static_cast<std::size_t>(number));
        if (!subroutine) return fail("its outline calls what is not there");
        if (calls == kMostCalls) return fail("its outline calls itself");
        run(*subroutine, calls + 1);
    }

    /// What the first operator has too much is the width (section 3.1).
    void take_width(bool has_one) {
        if (is_begun_) return;
        is_begun_ = true;
        if (!has_one || stack_.empty()) return;
        width_ = own_.nominal_width + stack_.front();
        stack_.erase(stack_.begin());
    }

    void carry_out(std::size_t code) {
        const std::size_t given = stack_.size();
        switch (code) {
            case kHStem:
            case kVStem:
            case kHStemHm:
            case kVStemHm:
            case kHintMask:
            case kCntrMask: take_width(given % 2 == 1); break;
            case kRMoveTo: take_width(given > 2); break;
            case kHMoveTo:
            case kVMoveTo: take_width(given > 1); break;
            case kEndChar: take_width(given == 1 || given == 5); break;
            default: take_width(false); break;
        }
        if (!has_operands(code, stack_.size()))
            return fail(
                fmt::format("its outline has operator {} with {} operands", code, stack_.size()));
        if (code == kHStem || code == kVStem || code == kHStemHm || code == kVStemHm ||
            code == kHintMask || code == kCntrMask)
            hints_ += stack_.size() / 2;
        if (hints_ > kMostHints) return fail("its outline has too many hints");
        has_ended_ = code == kEndChar;
        stack_.clear();
    }

    /// Section 4: how many an operator may have. None for one that is unknown.
    static bool has_operands(std::size_t code, std::size_t count) {
        switch (code) {
            case kHStem:
            case kVStem:
            case kHStemHm:
            case kVStemHm: return count >= 2 && count % 2 == 0;
            case kHintMask:
            case kCntrMask: return count % 2 == 0;
            case kRMoveTo: return count == 2;
            case kHMoveTo:
            case kVMoveTo: return count == 1;
            case kRLineTo: return count >= 2 && count % 2 == 0;
            case kHLineTo:
            case kVLineTo: return count >= 1;
            case kRRCurveTo: return count >= 6 && count % 6 == 0;
            case kRCurveLine: return count >= 8 && count % 6 == 2;
            case kRLineCurve: return count >= 8 && count % 2 == 0;
            case kVVCurveTo:
            case kHHCurveTo:
            case kVHCurveTo:
            case kHVCurveTo: return count >= 4 && count % 4 <= 1;
            case kHFlex: return count == 7;
            case kFlex: return count == 13;
            case kHFlex1: return count == 9;
            case kFlex1: return count == 11;
            case kEndChar: return count == 0 || count == 4;
            default: return false;
        }
    }

    const CffPrivate& own_;
    const CffIndex& global_;
    std::size_t& steps_;
    std::vector<double> stack_;
    std::optional<double> width_;
    std::size_t hints_ = 0;
    bool is_begun_ = false, has_ended_ = false;
    std::string mistake_;
};

}  // namespace

std::optional<double> read_char_string(std::string_view code, const CffPrivate& own,
                                       const CffIndex& global_subroutines, std::size_t& steps,
                                       std::string& mistake) {
    CharString outline(own, global_subroutines, steps);
    mistake = outline.run(code);
    return mistake.empty() ? std::optional(outline.width()) : std::nullopt;
}

}  // namespace broadside::conformance
