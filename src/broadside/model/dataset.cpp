#include "broadside/model/dataset.hpp"

#include <algorithm>

namespace broadside::model {

std::string_view to_string(Tone tone) {
    switch (tone) {
        case Tone::Good: return "good";
        case Tone::Fair: return "fair";
        case Tone::Bad: return "bad";
        case Tone::Neutral: return "neutral";
        case Tone::Accent1: return "accent-1";
        case Tone::Accent2: return "accent-2";
        case Tone::Accent3: return "accent-3";
        case Tone::Accent4: return "accent-4";
        case Tone::Accent5: return "accent-5";
        case Tone::Accent6: return "accent-6";
    }
    return "";
}

std::string_view to_string(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::Name: return "name";
        case ColumnKind::Text: return "text";
        case ColumnKind::Symbol: return "symbol";
        case ColumnKind::Plain: return "plain";
        case ColumnKind::Number: return "number";
        case ColumnKind::Date: return "date";
    }
    return "";
}

const Cell* Row::cell_in(std::size_t column) const {
    const auto found =
        std::lower_bound(cells->begin(), cells->end(), column,
                         [](const Cell& cell, std::size_t index) { return cell.column < index; });
    return found != cells->end() && found->column == column ? &*found : nullptr;
}

}  // namespace broadside::model
