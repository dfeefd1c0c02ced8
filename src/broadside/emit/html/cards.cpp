#include "broadside/emit/html/cards.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/doc/parts.hpp"
#include "broadside/emit/html/extents.hpp"
#include "broadside/emit/html/held_spans.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

// A name stands in every card, and may be as long as a title.
constexpr std::size_t kLongestName = 80;  // in characters
constexpr std::string_view kBetween = " \u00b7 ";

/// The name alone: no picture beside it and no tags, but where there is nothing else; apart what
/// stands below it.
Cards::Title title_of(const doc::Cell& head, std::string_view language) {
    Cards::Title title;
    std::string pictures;
    for (const doc::Paragraph* text : doc::paragraphs_of(head.content)) {
        std::string words;
        for (const doc::Span& span : text->spans) {
            if (span.hangs)
                title.marks.push_back(span);
            else if (span.symbol)
                pictures += span.symbol->alt;
            else if (!span.is_tag)
                words += span.text;
        }
        (title.text.empty() ? title.text : title.detail) = unicode::trimmed(words);
    }
    if (title.text.empty()) title.text = std::move(pictures);
    for (std::string* text : {&title.text, &title.detail}) {
        *text = with_lines_held(one_line(std::move(*text)), language);
        const unicode::Characters characters = unicode::characters_of(*text);
        if (characters.size() > kLongestName)
            *text = text->substr(0, characters[kLongestName].begin) + "\u2026";
    }
    return title;
}

Cards::Title joined(const Cards::Title& first, std::string_view between,
                    const Cards::Title& second) {
    if (first.text.empty()) return second;
    Cards::Title both{fmt::format("{}{}{}", first.text, between, second.text), {}, first.marks};
    both.marks.insert(both.marks.end(), second.marks.begin(), second.marks.end());
    return both;
}

}  // namespace

Cards::Cards(const doc::Table& table, std::string_view language)
    : grid_(table.grid), labels_(grid_.columns.size()) {
    for (std::size_t row = 0; row < grid_.header_rows(); ++row) {
        for (std::size_t column = 0; column < grid_.columns.size();) {
            const auto* cell = std::get_if<doc::Cell>(&grid_.at(row, column));
            const std::size_t end = column + (cell ? cell->column_span : 1);
            const Title title = cell ? title_of(*cell, language) : Title{};
            for (; column < end; ++column) {
                if (title.text.empty()) continue;
                Label& label = labels_[column];
                label.group = joined(label.group, kBetween, label.name);
                label.name = title;
            }
        }
    }
    // Of namesakes, what stands below tells which is which.
    std::map<std::pair<std::string, std::string>, std::size_t> namesakes;
    for (const Label& label : labels_) ++namesakes[{label.group.text, label.name.text}];
    for (Label& label : labels_) {
        const std::string detail = label.name.detail;
        if (!detail.empty() && namesakes[{label.group.text, label.name.text}] > 1)
            label.name.text += std::string(kBetween) + detail;
    }
}

double Cards::width(TextSetting set) const {
    constexpr double kMost = 10, kSize = 0.875, kMark = 0.6, kIndent = 0.75;
    double widest = 0;
    for (const Label& label : labels_) {
        const double indent = label.group.text.empty() ? 0 : kIndent;
        const auto marks = static_cast<double>(label.name.marks.size());
        widest =
            std::max(widest, longest_word(label.name.text, set) * kSize + marks * kMark + indent);
    }
    return std::min(widest, kMost);
}

Cards::Label Cards::label(std::size_t column, std::size_t column_span) const {
    constexpr std::string_view kTo = " \u2013 ";
    const Label &first = labels_[column], &last = labels_[column + column_span - 1];
    if (first.group.text == last.group.text) {
        const bool is_one = first.name.text == last.name.text;
        return {first.group, is_one ? last.name : joined(first.name, kTo, last.name)};
    }
    // Of a group only where another has a column of the same name.
    const auto full = [this](const Label& label) {
        const auto is_namesake = [&](const Label& other) {
            return other.name.text == label.name.text && other.group.text != label.group.text;
        };
        return std::any_of(labels_.begin(), labels_.end(), is_namesake)
                   ? joined(label.group, kBetween, label.name)
                   : label.name;
    };
    return {{}, joined(full(first), kTo, full(last))};
}

std::map<std::size_t, std::vector<std::size_t>> Cards::copies(std::size_t row) const {
    std::map<std::size_t, std::vector<std::size_t>> copies;
    std::vector<std::size_t> waiting;
    const auto is_head = [&](std::size_t column) {
        return grid_.cell_at(row, column).scope == HeaderScope::Row;
    };
    std::optional<std::size_t> last;
    for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
        if (const auto* covered = std::get_if<doc::Covered>(&grid_.at(row, column))) {
            if (covered->row < row && covered->column == column) waiting.push_back(column);
            continue;
        }
        const bool is_value = std::get<doc::Cell>(grid_.at(row, column)).scope == HeaderScope::None;
        const bool are_heads = std::all_of(waiting.begin(), waiting.end(), is_head);
        if ((is_value || are_heads) && !waiting.empty())
            copies[column] = std::exchange(waiting, {});
        if (is_value || !last) last = column;
    }
    if (last && !waiting.empty()) {
        auto& behind = copies[*last];
        behind.insert(behind.end(), waiting.begin(), waiting.end());
    }
    return copies;
}

doc::Cell as_copy(const doc::Cell& cell) {
    doc::Cell copy = cell;
    copy.badge = {};
    for (doc::Content& part : copy.content) {
        for (doc::Span& span : doc::spans_of(part)) {
            span.url = {};
            span.note = {};
        }
    }
    return copy;
}

}  // namespace broadside::emit
