#include "broadside/model/records.hpp"

#include <algorithm>

#include "broadside/unicode/ascii.hpp"

namespace broadside::model {

namespace {

/// The id between the braces that the text begins with; empty: none.
std::string_view gap_at_start(std::string_view text) {
    const auto end = std::find_if_not(text.begin() + 1, text.end(), unicode::is_of_id);
    if (end == text.end() || *end != '}') return {};
    return text.substr(1, static_cast<std::size_t>(end - text.begin()) - 1);
}

}  // namespace

std::vector<TextPart> parts_with_gaps(std::string_view text) {
    std::vector<TextPart> parts;
    std::string literal;
    while (!text.empty()) {
        const bool is_brace = text.front() == '{' || text.front() == '}';
        const bool is_double = is_brace && text.size() > 1 && text[1] == text.front();
        const std::string_view id =
            text.front() == '{' && !is_double ? gap_at_start(text) : std::string_view();
        if (id.empty()) {
            literal += text.front();
            text.remove_prefix(is_double ? 2 : 1);
            continue;
        }
        if (!literal.empty()) parts.push_back({std::move(literal)});
        literal.clear();
        parts.push_back({std::string(id), true});
        text.remove_prefix(id.size() + 2);
    }
    if (!literal.empty()) parts.push_back({std::move(literal)});
    return parts;
}

}  // namespace broadside::model
