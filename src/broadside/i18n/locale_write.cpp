#include "broadside/i18n/locale_update.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

#include <fmt/format.h>

#include "broadside/load/file_format.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/model/text_slots.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::i18n {

namespace {

// Longer objects of several texts have a line for each.
constexpr std::size_t kLineWidth = 130;

// rows/olive/place/names: above these, `names` may be an id.
constexpr std::size_t kLeastDepthOfNames = 4;

/// A text, or what stands below a key, in order.
struct Words {
    std::string key;
    std::string text;
    bool is_list = false;
    std::vector<Words> below = {};
    std::vector<std::string> comments = {};                    // lines
    std::unordered_map<std::string, std::size_t> places = {};  // in `below`, of what has a key

    bool is_text() const { return below.empty(); }
};

Words& keyed(Words& parent, const std::string& key) {
    const auto [place, is_new] = parent.places.emplace(key, parent.below.size());
    if (is_new) parent.below.push_back({key, ""});
    return parent.below[place->second];
}

Words& child(Words& parent, const std::string& key) {
    // A cell that was written short, as a bare word, has more than its text by now.
    if (parent.is_text() && !parent.text.empty()) {
        std::string text = std::exchange(parent.text, {});
        keyed(parent, "text").text = std::move(text);
    }
    return keyed(parent, key);
}

std::vector<std::string> path_of(std::string_view key) {
    std::vector<std::string> path = model::key_parts(key);
    // A cell that is nothing but text is written as a bare word.
    if (path.front() == "rows" && path.size() == 4 && path.back() == "text") path.pop_back();
    return path;
}

/// The position of a name in its list, with empty words before it as far as they are missing; null
/// when this is no list or no position.
Words* find_in_list(Words& list, const std::string& key) {
    if (!list.is_list && !list.is_text()) return nullptr;
    std::size_t position = 0;
    for (const char c : key) {
        if (c < '0' || c > '9' || position > 999) return nullptr;
        position = position * 10 + static_cast<std::size_t>(c - '0');
    }
    list.is_list = true;
    while (list.below.size() <= position)
        list.below.push_back({fmt::format("{}", list.below.size()), ""});
    return &list.below[position];
}

/// Returns what stands on a line of its own: the list, for a text that is in one.
Words& insert(Words& root, const std::string& key, const std::string& text) {
    Words* words = &root;
    Words* line = nullptr;
    std::size_t depth = 0;
    for (const std::string& part : path_of(key)) {
        const bool may_be_list = ++depth > kLeastDepthOfNames && words->key == "names";
        Words* listed = may_be_list ? find_in_list(*words, part) : nullptr;
        line = listed != nullptr ? words : nullptr;
        words = listed != nullptr ? listed : &child(*words, part);
    }
    if (!words->is_text()) words = &child(*words, "text");
    words->text = text;
    return line != nullptr ? *line : *words;
}

std::string member(const Words& words, std::string_view value) {
    return fmt::format("{}: {}", load::json_string(words.key), value);
}

bool is_phrase(const Words& words) { return words.is_text() || words.is_list; }

std::string on_one_line(const Words& words) {
    if (words.is_text()) return load::json_string(words.text);
    std::string text;
    for (const Words& below : words.below) {
        if (!text.empty()) text += ", ";
        text += words.is_list ? load::json_string(below.text) : member(below, on_one_line(below));
    }
    return words.is_list ? "[" + text + "]" : "{" + text + "}";
}

bool has_comments(const Words& words) {
    return !words.comments.empty() ||
           std::any_of(words.below.begin(), words.below.end(), has_comments);
}

bool fits_one_line(const Words& words, std::size_t indent) {
    if (is_phrase(words)) return true;
    if (has_comments(words)) return false;
    if (!std::all_of(words.below.begin(), words.below.end(), is_phrase)) return false;
    if (words.below.size() == 1) return true;
    const auto is_list = [](const Words& below) { return below.is_list; };
    if (std::any_of(words.below.begin(), words.below.end(), is_list)) return false;
    return indent + unicode::decode(member(words, on_one_line(words))).size() <= kLineWidth;
}

std::string comments_of(const Words& words, std::size_t indent) {
    std::string text;
    for (const std::string& line : words.comments)
        text.append(indent, ' ').append("// ").append(line).append("\n");
    return text;
}

std::string written(const Words& words, std::size_t indent) {
    const bool is_part = indent == 2 && !words.is_text();
    if (!is_part && fits_one_line(words, indent)) return on_one_line(words);
    std::string text = "{";
    for (const Words& below : words.below) {
        text += text.size() > 1 ? ",\n" : "\n";
        text += comments_of(below, indent + 2);
        text.append(indent + 2, ' ').append(member(below, written(below, indent + 2)));
    }
    return text.append("\n").append(indent, ' ') + "}";
}

}  // namespace

std::string write_hashes(const std::map<std::string, std::string>& hashes) {
    std::string text;
    for (const auto& [key, hash] : hashes) {
        text += fmt::format("{}\n    {}: {}", text.empty() ? "" : ",", load::json_string(key),
                            load::json_string(hash));
    }
    return "{" + text + "\n  }";
}

std::string write_locale(const LocaleFile& file) {
    Words root;
    for (const auto& [key, text] : file.texts) {
        std::vector<std::string>& comments = insert(root, key, text).comments;
        const auto found = file.comments.find(key);
        if (found != file.comments.end())
            comments.insert(comments.end(), found->second.begin(), found->second.end());
    }
    std::string json;
    for (const auto& [key, value] : file.header)
        json += fmt::format("{}  {}: {}", json.empty() ? "" : ",\n", load::json_string(key), value);
    bool was_text = false;
    for (const std::string_view key : load::word_keys()) {
        const auto part = std::find_if(root.below.begin(), root.below.end(),
                                       [key](const Words& words) { return words.key == key; });
        if (part == root.below.end()) continue;
        // Title and subtitle stand together, every other part by itself.
        json += was_text && part->is_text() && part->comments.empty() ? ",\n" : ",\n\n";
        json += comments_of(*part, 2) + "  " + member(*part, written(*part, 2));
        was_text = part->is_text();
    }
    if (!file.translated_from.empty())
        json += ",\n\n  \"translated_from\": " + write_hashes(file.translated_from);
    return "{\n" + json + "\n}\n";
}

}  // namespace broadside::i18n
