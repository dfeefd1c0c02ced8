#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"

namespace broadside {

/// A value of a line, and where it begins.
struct DelimitedValue {
    std::string text;
    TextPosition position;
};

enum class QuotesFault { None, NeverClosed, FollowedByText };

struct DelimitedLine {
    std::vector<DelimitedValue> values;
    std::size_t count = 0;  // of the values that are there
    QuotesFault fault = QuotesFault::None;
    TextPosition fault_position = {};

    bool is_empty() const { return values.size() == 1 && values.front().text.empty(); }
};

/// Reads text whose values stand between commas, semicolons, tabs or bars (RFC 4180): a value
/// between quotes may hold them, line ends, and quotes written twice. Lines end in LF, CRLF or CR.
/// Takes time in proportion to the text.
class DelimitedText {
public:
    /// The separator is the one that a first line of "sep=;" names, else that by which most lines
    /// have as many values as others. `most`: values of a line, behind which all is one more. The
    /// text outlives the reader.
    DelimitedText(std::string_view text, std::size_t most);

    /// The next line, nothing after the last one. A quote that is never closed takes the rest.
    std::optional<DelimitedLine> next();

    char separator() const { return separator_; }

    /// Where the next line begins, in bytes.
    std::size_t offset() const { return at_; }

    /// Back to a line that begins there; `line`: its number, from 1.
    void go_to(std::size_t offset, std::size_t line) {
        at_ = line_begin_ = offset;
        line_ = line;
    }

private:
    DelimitedText(std::string_view text, std::size_t most, char separator)
        : text_(text), most_(most), separator_(separator) {}

    void find_separator();
    bool is_at_line_end() const;
    bool is_at_value_end() const { return is_at_line_end() || text_[at_] == separator_; }
    char take();
    void skip_line_end();
    DelimitedValue read_value(DelimitedLine& line);
    void read_quoted(DelimitedValue& value, DelimitedLine& line);
    TextPosition position() const { return {line_, at_ - line_begin_ + 1}; }

    std::string_view text_;
    std::size_t most_;
    char separator_ = ',';
    bool has_quotes_ = true;  // no longer, where a separator is looked for and one is never closed
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t line_begin_ = 0;
};

}  // namespace broadside
