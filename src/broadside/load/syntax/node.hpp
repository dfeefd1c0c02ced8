#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

/// A JSON value of a file.
struct Node {
    const JsonValue* value = nullptr;
    const SourceFile* file = nullptr;

    SourcePlace place() const { return {file, value->offset}; }
    bool is(JsonType type) const { return value->type == type; }
    std::string_view text() const { return value->text; }
};

struct NodeMember {
    std::string key;
    SourcePlace key_place;
    Node node;
};

/// The value as a message quotes it: `"abc"`, `12`, `null`, `an array`.
std::string described(const Node& node);

/// What a value should have been: `what` follows "expected".
struct Expectation {
    std::string code;
    std::string what;
    std::vector<std::string> hints = {};
};

/// Reports `expected <what>, got <the value>`.
void report_mismatch(const Node& node, Report& report, Expectation expected);

/// One hint: `did you mean "…"?` when a word is near enough, otherwise the words themselves,
/// introduced by `known`. Very many words are not listed.
std::vector<std::string> word_hints(std::string_view word, std::span<const std::string_view> words,
                                    std::string_view known);

/// The items of an array; anything else is reported and has none.
std::vector<Node> items_of(const Node& node, Report& report);

/// The members of an object; anything else is reported and has none.
std::vector<NodeMember> members_of(const Node& node, Report& report);

}  // namespace broadside::load
