#include "broadside/load/syntax/object_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"

namespace broadside::load {

namespace {

constexpr std::size_t kMostObjects = 4;  // told of a key that stands elsewhere

}  // namespace

ObjectReader::ObjectReader(const Node& node, const ObjectKeys& keys, Report& report,
                           std::span<const std::string_view> more_keys)
    : node_(node), report_(report) {
    if (!node.is(JsonType::Object)) {
        report_mismatch(node, report, {"wrong-type", "an object"});
        return;
    }
    report_unknown_keys(keys, more_keys);
    report_missing_keys(keys);
}

std::optional<Node> ObjectReader::find(std::string_view key) const {
    const JsonMember* member = node_.value->find(key);
    if (!member) return std::nullopt;
    return Node{&member->value, node_.file};
}

void ObjectReader::report_unknown_keys(const ObjectKeys& keys,
                                       std::span<const std::string_view> more_keys) const {
    for (const JsonMember& member : node_.value->members) {
        const auto has_name = [&](const Key& key) { return key.name == member.key; };
        if (std::any_of(keys.keys.begin(), keys.keys.end(), has_name)) continue;
        if (std::binary_search(more_keys.begin(), more_keys.end(), std::string_view(member.key)))
            continue;
        std::vector<std::string> hints;
        if (!report_.is_full()) {
            std::vector<std::string_view> known(more_keys.begin(), more_keys.end());
            for (const Key& key : keys.keys) known.push_back(key.name);
            hints = word_hints(member.key, known, "known keys");
            if (const auto& places = report_.places_of(member.key); !places.empty())
                hints.insert(hints.begin(),
                             fmt::format("it is a key of {}", shortlist(places, kMostObjects)));
        }
        report_.error(
            {node_.file, member.offset},
            {"unknown-key", fmt::format("unknown key \"{}\"", member.key), std::move(hints)});
    }
}

void ObjectReader::report_missing_keys(const ObjectKeys& keys) const {
    for (const Key& key : keys.keys) {
        if (key.presence == Presence::Optional || node_.value->find(key.name)) continue;
        report_.error(node_.place(), {"missing-key", fmt::format("missing key \"{}\"", key.name)});
    }
}

void report_misplaced_key(const NodeMember& member, Report& report, std::string_view reason,
                          std::vector<std::string> hints) {
    report.error(member.key_place,
                 {"misplaced-key", fmt::format("unexpected key \"{}\": {}", member.key, reason),
                  std::move(hints)});
}

}  // namespace broadside::load
