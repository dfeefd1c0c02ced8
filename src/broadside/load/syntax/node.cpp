#include "broadside/load/syntax/node.hpp"

#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/base/phrases.hpp"

namespace broadside::load {

namespace {

/// More words than this are no help on one line.
constexpr std::size_t kMostWordsListed = 24;

std::string on_one_line(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return text;
}

}  // namespace

std::string described(const Node& node) {
    switch (node.value->type) {
        case JsonType::Null: return "null";
        case JsonType::Boolean: return std::string(node.text());
        case JsonType::Number: return excerpt(node.text());
        case JsonType::String: return fmt::format("\"{}\"", on_one_line(excerpt(node.text())));
        case JsonType::Array: return "an array";
        case JsonType::Object: return "an object";
    }
    return "";
}

void report_mismatch(const Node& node, Report& report, Expectation expected) {
    report.error(node.place(), {std::move(expected.code),
                                fmt::format("expected {}, got {}", expected.what, described(node)),
                                std::move(expected.hints)});
}

std::vector<std::string> word_hints(std::string_view word, std::span<const std::string_view> words,
                                    std::string_view known) {
    if (const auto meant = nearest(word, words)) return did_you_mean(meant);
    if (words.empty() || words.size() > kMostWordsListed) return {};
    return {fmt::format("{}: {}", known, fmt::join(words.begin(), words.end(), ", "))};
}

std::vector<Node> items_of(const Node& node, Report& report) {
    std::vector<Node> items;
    if (!node.is(JsonType::Array)) {
        report_mismatch(node, report, {"wrong-type", "an array"});
        return items;
    }
    items.reserve(node.value->members.size());
    for (const JsonMember& item : node.value->members) {
        items.push_back({&item.value, node.file});
    }
    return items;
}

std::vector<NodeMember> members_of(const Node& node, Report& report) {
    std::vector<NodeMember> members;
    if (!node.is(JsonType::Object)) {
        report_mismatch(node, report, {"wrong-type", "an object"});
        return members;
    }
    members.reserve(node.value->members.size());
    for (const JsonMember& member : node.value->members) {
        members.push_back(
            {std::string(member.key), {node.file, member.offset}, {&member.value, node.file}});
    }
    return members;
}

}  // namespace broadside::load
