#pragma once

#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/base/word.hpp"
#include "broadside/job.hpp"

namespace broadside {

/// A word of the job that means nothing, and the words that would have meant something.
struct UnknownWord {
    std::string_view what;  // "layout"
    std::string_view word;
    std::vector<std::string> known;
};

/// `unknown layout "flier"`, with the nearest known word and all known words as hints. Its code is
/// `job-unknown-layout`.
Diagnostic unknown_word(const UnknownWord& unknown);

/// Sets `field` to what the word stands for. An error for any word that is not among the known.
template <typename T, std::size_t count>
std::optional<Diagnostic> set_word(std::string_view what, std::string_view word,
                                   const Word<T> (&known)[count], T& field) {
    UnknownWord unknown{what, word, {}};
    for (const auto& [name, value] : known) {
        unknown.known.emplace_back(name);
        if (name != word) continue;
        field = value;
        return std::nullopt;
    }
    return unknown_word(unknown);
}

/// A member of a structure, or a member of that, by their pointers.
template <auto member, auto... members>
constexpr auto& member_of(auto& whole) {
    if constexpr (sizeof...(members) == 0)
        return whole.*member;
    else
        return member_of<members...>(whole.*member);
}

/// What a switch means.
template <auto value, auto... members, typename Whole>
std::optional<Diagnostic> set_to(Whole& whole, std::string_view) {
    member_of<members...>(whole) = value;
    return std::nullopt;
}

/// What an option takes as it is written.
template <auto... members, typename Whole>
std::optional<Diagnostic> set_text(Whole& whole, std::string_view text) {
    member_of<members...>(whole) = text;
    return std::nullopt;
}

/// Text that is made of a table's words, and is there for good.
struct WordList {
    char text[64] = {};
    std::size_t size = 0;

    constexpr operator std::string_view() const { return {text, size}; }
};

template <const auto& words>
consteval WordList listed(std::string_view before, std::string_view between,
                          std::string_view after) {
    WordList list;
    const auto add = [&list](std::string_view more) {
        for (const char c : more) list.text[list.size++] = c;
    };
    add(before);
    for (const auto& each : words) {
        if (&each != std::begin(words)) add(between);
        add(each.word);
    }
    add(after);
    return list;
}

/// How help calls one of them: `page|fragment`.
template <const auto& words>
inline constexpr WordList kChoice = listed<words>("", "|", "");

/// The member of a JSON Schema that lets a value be one of them.
template <const auto& words>
inline constexpr WordList kEnum = listed<words>(R"("enum": [")", R"(", ")", R"("])");

/// What an option's value is, for places that are not a command line.
enum class Takes {
    Word,
    Words,
    Path,
    Paths,
    Layouts,  // names, or paths
};

/// One row says all about an option: the command line's flag, the job file's key, its help, and how
/// a word becomes a field of the job.
struct Option {
    std::string_view letter;  // "l" for -l; empty: none
    std::string_view name;    // "layout" for --layout
    std::string_view value;   // how help calls its value; empty: a switch
    std::string_view help;    // sentences; lines are broken where printed
    bool only_build;          // means nothing to the verbs that write no pages
    std::optional<Diagnostic> (*set)(Job& job, std::string_view value);  // an error, or none
    Takes takes = Takes::Word;
    /// What its value, or each of a list, may be in a job file: members of a JSON Schema.
    std::string_view schema = R"("type": "string", "minLength": 1)";
};

/// Every option of a job, in the order that help lists them.
std::span<const Option> options();

/// By its long name; null: there is no such option.
const Option* find_option(std::string_view name);

/// Whether its value in a job file may be a list.
bool takes_list(const Option& option);

}  // namespace broadside
