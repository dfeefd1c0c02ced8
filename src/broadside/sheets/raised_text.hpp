#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::sheets {

/// Takes the runs of a cell's text, some of which stand above the line, and keeps as characters
/// what that says: powers and units, and marks of notes at the cell's end or a line's beginning.
class RaisedText {
public:
    void add(std::string_view characters, bool is_raised);
    void clear() { *this = {}; }

    bool is_empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }

    /// Words that stand above the line as a whole are like any others; a character alone is a mark.
    std::string text() const;

private:
    struct Run {
        std::string text;
        bool is_raised = false;
    };
    std::vector<Run> runs_;  // of which no two neighbours are alike
    std::size_t size_ = 0;
};

}  // namespace broadside::sheets
