#include "broadside/base/delimited_text.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace broadside {

DelimitedText::DelimitedText(std::string_view text, std::size_t most) : text_(text), most_(most) {
    // Excel asks to be told so in the first line.
    constexpr std::string_view kDeclaration = "sep=";
    const std::size_t end = kDeclaration.size() + 1;
    if (text.starts_with(kDeclaration) && text.size() > end &&
        (text[end] == '\n' || text[end] == '\r')) {
        separator_ = text[end - 1];
        at_ = end;
        skip_line_end();
    } else {
        find_separator();
    }
}

void DelimitedText::find_separator() {
    constexpr std::size_t kLooked = 200;  // lines
    std::size_t best_score = 0;
    for (const char separator : {'\t', ';', ',', '|'}) {
        DelimitedText lines(text_, most_, separator);
        std::map<std::size_t, std::size_t> counts;
        for (std::size_t i = 0; i < kLooked; ++i) {
            const std::size_t begin = lines.at_;
            auto line = lines.next();
            if (line && line->fault == QuotesFault::NeverClosed) {
                lines.at_ = begin;
                lines.has_quotes_ = false;
                line = lines.next();
            }
            if (!line) break;
            if (line->count > 1) ++counts[line->count];
        }
        std::size_t score = 0;
        for (const auto& [values, count] : counts) score = std::max(score, count);
        if (score > best_score) {
            best_score = score;
            separator_ = separator;
        }
    }
}

bool DelimitedText::is_at_line_end() const {
    return at_ == text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
}

char DelimitedText::take() {
    const char c = text_[at_++];
    if (c == '\n' || (c == '\r' && text_.substr(at_, 1) != "\n")) {
        ++line_;
        line_begin_ = at_;
    }
    return c;
}

void DelimitedText::skip_line_end() {
    if (at_ < text_.size() && take() == '\r' && text_.substr(at_, 1) == "\n") take();
}

void DelimitedText::read_quoted(DelimitedValue& value, DelimitedLine& line) {
    const auto fail = [&line](QuotesFault fault, TextPosition where) {
        if (line.fault != QuotesFault::None) return;
        line.fault = fault;
        line.fault_position = where;
    };
    take();
    while (at_ < text_.size()) {
        if (text_[at_] == '"') {
            ++at_;
            if (at_ == text_.size() || text_[at_] != '"') {
                if (!is_at_value_end()) fail(QuotesFault::FollowedByText, position());
                return;
            }
        }
        if (text_.substr(at_, 2) == "\r\n") take();
        value.text += take();
    }
    fail(QuotesFault::NeverClosed, value.position);
}

DelimitedValue DelimitedText::read_value(DelimitedLine& line) {
    const std::size_t first = std::min(text_.find_first_not_of(' ', at_), text_.size());
    const bool is_quoted = has_quotes_ && text_.substr(first, 1) == "\"";
    if (is_quoted) at_ = first;
    DelimitedValue value{{}, position()};
    if (is_quoted) read_quoted(value, line);
    while (!is_at_value_end()) value.text += take();
    return value;
}

std::optional<DelimitedLine> DelimitedText::next() {
    if (at_ == text_.size()) return std::nullopt;
    DelimitedLine line;
    while (true) {
        DelimitedValue value = read_value(line);
        ++line.count;
        if (line.values.size() <= most_)
            line.values.push_back(std::move(value));
        else
            line.values.back().text += value.text;
        if (is_at_line_end()) break;
        ++at_;
    }
    skip_line_end();
    return line;
}

}  // namespace broadside
