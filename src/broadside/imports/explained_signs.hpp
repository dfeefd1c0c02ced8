#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "broadside/imports/table.hpp"

namespace broadside::imports {

/// What lines around a table say of its signs: "(x) : traces" or "x = included, ~ = on request".
class ExplainedSigns {
public:
    /// Tells the columns what an explained sign says where that is a word for yes or no, and that
    /// an empty circle is no plain no then, but where another sign stands for what lies between.
    explicit ExplainedSigns(Table& table);

    /// Once the kinds are known: an explanation of a sign that cells have is what the legend calls
    /// its value, and leaves its line. Where one value has signs of several explanations, or a word
    /// in other cells, or an explanation is too long for a legend, the sign stays in the cells, and
    /// its line where it is.
    void label_values();

private:
    struct Sign {
        std::string folded, meaning;
    };
    struct Part {
        std::string text;           // with the separator before it
        std::size_t separator = 0;  // its bytes
        Sign sign;                  // empty: it explains none
    };

    std::vector<Part> parts_of(std::string_view line) const;
    void leave_words(std::size_t index);
    void take_labelled(std::string& text) const;

    Table& table_;
    std::vector<Sign> signs_;
    std::map<std::string, Answer> labelled_;  // by the sign
};

/// Tells of values that a dataset calls something else than lines of the sheet now do.
void tell_of_labels(const Table& table, const model::Dataset& known, const std::string& file,
                    Diagnostics& diagnostics);

}  // namespace broadside::imports
