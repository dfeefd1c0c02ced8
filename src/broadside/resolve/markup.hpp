#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::resolve {

/// A stretch of rich text under the same emphasis.
struct MarkupRun {
    std::string text;
    bool strong = false;
    bool small = false;
    std::string url = {};  // as written; empty: no link
    bool emphasis = false;
    bool operator==(const MarkupRun&) const = default;

    bool is_set_as(const MarkupRun& other) const {
        return strong == other.strong && emphasis == other.emphasis && small == other.small &&
               url == other.url;
    }
};

/// A backslash takes the meaning from these.
inline constexpr std::string_view kMarkupSigns = "\\*_[]";

/// Reads `**strong**`, `*emphasis*`, `_small_` and `[words](address)`, which may nest. An address
/// has a scheme and no space; its parentheses are pairs, none of them inside another.
///
/// As in CommonMark, a marker opens before a character and closes after one, never beside a space;
/// `_` and a single `*` moreover need an edge of a word. Scripts that write no spaces have an edge
/// everywhere. A marker that finds no partner is literal: no text is an error.
std::vector<MarkupRun> parse_markup(std::string_view text);

/// A sign of the markup that is printed as it is, where its writer may have meant something else.
struct LooseMark {
    std::string_view sign;   // "**", "_" or "\\"
    std::size_t offset = 0;  // in bytes
    bool operator==(const LooseMark&) const = default;
};

/// Markers that touch a word, or an end of the text, and find no partner, but for a single `*`,
/// which may be the sign of a note; and backslashes before anything but `*`, `_`, `[`, `]` and `\`.
/// A bracket that is part of no link is meant so.
std::vector<LooseMark> loose_marks(std::string_view text);

/// The paragraphs of a text, none of them empty.
std::vector<std::string_view> between_blank_lines(std::string_view text);

/// Where markup of a dataset's text finds its partners: blocks print the texts that they refer to
/// by paragraph, all others are set whole. `key` is that of the text's slot.
std::vector<std::string_view> markup_parts(std::string_view key, std::string_view text);

/// The text without its markers, for names that are spoken and not set.
std::string without_markup(std::string_view text);

}  // namespace broadside::resolve
