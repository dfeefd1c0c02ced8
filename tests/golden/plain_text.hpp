#pragma once

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "support/passages.hpp"

/// Text as a reader sees it: without the differences between kinds of spaces and quoting.
namespace broadside::testing {

/// Words with one space between them; no-break spaces (U+00A0, U+202F) are spaces.
inline std::string one_line(std::string text) {
    text = replaced(replaced(std::move(text), "\u00a0", " "), "\u202f", " ");
    std::istringstream words(text);
    std::string line;
    for (std::string word; words >> word;) line += (line.empty() ? "" : " ") + word;
    return line;
}

/// Without any space: where a program that reads a PDF sees one between two words set in different
/// sizes is a matter of its taste.
inline std::string squeezed(std::string text) { return replaced(one_line(text), " ", ""); }

inline std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

inline std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

inline std::string without_entities(std::string text) {
    const std::pair<const char*, const char*> kEntities[] = {
        {"&lt;", "<"},  {"&gt;", ">"},        {"&quot;", "\""}, {"&apos;", "'"},
        {"&#39;", "'"}, {"&#160;", "\u00a0"}, {"&amp;", "&"}};
    for (const auto& [entity, character] : kEntities) {
        text = replaced(std::move(text), entity, character);
    }
    return text;
}

/// The character data of a piece of XML.
inline std::string without_tags(const std::string& markup) {
    std::string text;
    bool is_tag = false;
    for (const char c : markup) {
        if (c == '<') is_tag = true;
        if (!is_tag) text += c;
        if (c == '>') is_tag = false;
    }
    return without_entities(text);
}

}  // namespace broadside::testing
