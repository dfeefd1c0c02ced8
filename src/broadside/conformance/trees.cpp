#include "broadside/conformance/trees.hpp"

#include <set>
#include <string_view>

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

class TreeReader {
public:
    TreeReader(const Check& check, const char* list) : check_(check), list_(list) {}

    std::vector<TreeEntry> read(const Value& root) {
        read_node(root, 0);
        return std::move(entries_);
    }

private:
    void read_node(const Value& node, std::size_t depth) {
        const bool is_root = depth == 0;
        const bool has_kids = node.find("Kids") != nullptr;
        const KeyRule limits{"Limits", Need::Must, Holds::Array};
        if (is_root) {
            check_.keys(node, {{has_kids ? "Kids" : list_, Need::Must, Holds::Array}});
        } else {
            check_.keys(node, {{has_kids ? "Kids" : list_, Need::Must, Holds::Array}, limits});
        }
        const std::size_t first = entries_.size();
        if (!has_kids) read_leaf(check_.file.at(node, list_));
        for (const Value& kid : check_.file.at(node, "Kids").items) {
            const Object* object = check_.file.object(kid);
            if (object && depth < kMaxTreeDepth && met_.insert(object->number).second)
                read_node(object->value, depth + 1);
            else
                check_.fail("the tree has {} twice, or in a circle", shown(kid));
        }
        if (!is_root) check_limits(check_.file.at(node, "Limits"), first);
    }

    void read_leaf(const Value& list) {
        const Kind wanted = std::string_view(list_) == "Nums" ? Kind::Integer : Kind::String;
        if (list.items.size() % 2 != 0) check_.fail("the last key has no value");
        for (std::size_t i = 0; i + 1 < list.items.size(); i += 2) {
            const Value& key = list.items[i];
            if (!key.is(wanted)) {
                check_.fail("a key is {}", shown(key));
                continue;
            }
            if (!entries_.empty() && !is_less(*entries_.back().key, key))
                check_.fail("the key {} is out of order, or there twice", shown(key));
            entries_.push_back({&key, &list.items[i + 1]});
        }
    }

    void check_limits(const Value& limits, std::size_t first) {
        const auto equal = [](const Value& a, const Value& b) {
            return a.kind == b.kind && a.number == b.number && a.bytes == b.bytes;
        };
        if (first == entries_.size() || limits.items.size() != 2 ||
            !equal(limits.items[0], *entries_[first].key) ||
            !equal(limits.items[1], *entries_.back().key))
            check_.fail("expected the first and last key as /Limits");
    }

    static bool is_less(const Value& a, const Value& b) {
        return a.number != b.number ? a.number < b.number : a.bytes < b.bytes;
    }

    // Nodes of two kids each reach 4 billion entries at half of it.
    static constexpr std::size_t kMaxTreeDepth = 64;

    const Check& check_;
    const char* list_;
    std::vector<TreeEntry> entries_;
    std::set<int> met_;
};

}  // namespace

std::vector<TreeEntry> read_tree(const Check& check, const Value& root, const char* list) {
    return TreeReader(check, list).read(root);
}

}  // namespace broadside::conformance
