#include "broadside/load/records/delimited_text.hpp"

#include <algorithm>
#include <utility>

namespace broadside::load {

namespace {

char separator_of(std::string_view text) {
    std::size_t counts[3] = {};
    constexpr std::string_view kSeparators = ",;\t";
    bool is_quoted = false;
    for (const char c : text) {
        if (c == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if (c == '\n') break;
        if (const std::size_t i = kSeparators.find(c); i != kSeparators.npos) ++counts[i];
    }
    const auto most = std::max_element(std::begin(counts), std::end(counts));
    return kSeparators[static_cast<std::size_t>(most - std::begin(counts))];
}

}  // namespace

DelimitedText::DelimitedText(std::string_view text, std::size_t most)
    : text_(text), most_(most), separator_(separator_of(text)) {}

bool DelimitedText::is_at_line_end() const {
    return at_ == text_.size() || text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n";
}

char DelimitedText::take() {
    const char c = text_[at_++];
    if (c == '\n') {
        ++line_;
        line_begin_ = at_;
    }
    return c;
}

void DelimitedText::skip_line_end() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size()) take();
}

void DelimitedText::read_quoted(DelimitedValue& value, DelimitedLine& line) {
    const auto fail = [&](Problem problem, TextPosition where) {
        if (line.problem) return;
        line.problem = std::move(problem);
        line.problem_position = where;
    };
    take();
    while (at_ < text_.size()) {
        if (text_[at_] == '"') {
            ++at_;
            if (at_ == text_.size() || text_[at_] != '"') {
                if (!is_at_line_end() && text_[at_] != separator_)
                    fail({"bad-quotes",
                          "expected the value to end behind its quotes",
                          {"write a quote inside of quotes twice"}},
                         position());
                return;
            }
        }
        if (text_.substr(at_, 2) == "\r\n") ++at_;
        value.text += take();
    }
    fail({"bad-quotes",
          "expected quotes to be closed, got the end of the file",
          {"what follows them is no record either"}},
         value.position);
}

DelimitedValue DelimitedText::read_value(DelimitedLine& line) {
    DelimitedValue value{{}, position()};
    if (at_ < text_.size() && text_[at_] == '"') read_quoted(value, line);
    while (!is_at_line_end() && text_[at_] != separator_) value.text += take();
    return value;
}

std::optional<DelimitedLine> DelimitedText::next() {
    while (at_ < text_.size() && is_at_line_end()) skip_line_end();
    if (at_ == text_.size()) return std::nullopt;
    DelimitedLine line;
    while (true) {
        DelimitedValue value = read_value(line);
        if (++line.count <= most_) line.values.push_back(std::move(value));
        if (is_at_line_end()) break;
        ++at_;
    }
    skip_line_end();
    return line;
}

}  // namespace broadside::load
