#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "broadside/load/syntax/node.hpp"
#include "broadside/load/syntax/schema.hpp"

namespace broadside::load {

/// Reads the members of one object against the table of its keys. Unknown and missing keys, and a
/// value that is no object, are reported on construction; such an object simply has no members.
class ObjectReader {
public:
    /// `more_keys`, sorted, are known besides the table's: a row's columns.
    ObjectReader(const Node& node, const ObjectKeys& keys, Report& report,
                 std::span<const std::string_view> more_keys = {});

    std::optional<Node> find(std::string_view key) const;

    /// Reads the member into `target` when it is there, and leaves the default otherwise.
    template <typename Target, typename Read>
    void read(std::string_view key, Target& target, Read read) const {
        if (const auto member = find(key)) target = read(*member, report_);
    }

private:
    void report_unknown_keys(const ObjectKeys& keys,
                             std::span<const std::string_view> more_keys) const;
    void report_missing_keys(const ObjectKeys& keys) const;

    Node node_;
    Report& report_;
};

/// Reports a key that is known but has no business here.
void report_misplaced_key(const NodeMember& member, Report& report, std::string_view reason,
                          std::vector<std::string> hints = {});

}  // namespace broadside::load
