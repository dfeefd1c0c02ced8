#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

/// A value of a line, and where it begins.
struct DelimitedValue {
    std::string text;
    TextPosition position;
};

struct DelimitedLine {
    std::vector<DelimitedValue> values;
    std::size_t count = 0;  // of the values that are there, of which no more than `most` are kept
    std::optional<Problem> problem;  // of its quotes
    TextPosition problem_position = {};
};

/// Reads text whose values stand between commas, semicolons or tabs, whichever its first line has
/// most of (RFC 4180): a value between quotes may hold them, line feeds, and quotes written twice.
/// Lines end in LF or CRLF; empty ones are none. Takes time in proportion to the text.
class DelimitedText {
public:
    /// The text outlives the reader.
    DelimitedText(std::string_view text, std::size_t most);

    /// The next line, nothing after the last one. A quote that is never closed takes the rest.
    std::optional<DelimitedLine> next();

private:
    bool is_at_line_end() const;
    char take();
    void skip_line_end();
    DelimitedValue read_value(DelimitedLine& line);
    void read_quoted(DelimitedValue& value, DelimitedLine& line);
    TextPosition position() const { return {line_, at_ - line_begin_ + 1}; }

    std::string_view text_;
    std::size_t most_;
    char separator_ = ',';
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t line_begin_ = 0;
};

}  // namespace broadside::load
