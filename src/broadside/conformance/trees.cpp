#include "broadside/conformance/trees.hpp"

#include <set>
#include <string_view>

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

class TreeReader {
public:
    TreeReader(const PdfFile& file, const char* list, const Subject& subject, Problems& problems)
        : file_(file), list_(list), subject_(subject), problems_(problems) {}

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
            check_keys(file_, node, {{has_kids ? "Kids" : list_, Need::Must, Holds::Array}},
                       subject_, problems_);
        } else {
            check_keys(file_, node, {{has_kids ? "Kids" : list_, Need::Must, Holds::Array}, limits},
                       subject_, problems_);
        }
        const std::size_t first = entries_.size();
        if (!has_kids) read_leaf(file_.at(node, list_));
        for (const Value& kid : file_.at(node, "Kids").items) {
            const Object* object = file_.object(kid);
            if (object && depth < kMaxTreeDepth && met_.insert(object->number).second)
                read_node(object->value, depth + 1);
            else
                problems_.add(subject_.code, "{}: the tree has {} twice, or in a circle",
                              subject_.name, shown(kid));
        }
        if (!is_root) check_limits(file_.at(node, "Limits"), first);
    }

    void read_leaf(const Value& list) {
        const Kind wanted = std::string_view(list_) == "Nums" ? Kind::Integer : Kind::String;
        if (list.items.size() % 2 != 0)
            problems_.add(subject_.code, "{}: the last key has no value", subject_.name);
        for (std::size_t i = 0; i + 1 < list.items.size(); i += 2) {
            const Value& key = list.items[i];
            if (!key.is(wanted)) {
                problems_.add(subject_.code, "{}: a key is {}", subject_.name, shown(key));
                continue;
            }
            if (!entries_.empty() && !is_less(*entries_.back().key, key))
                problems_.add(subject_.code, "{}: the key {} is out of order, or there twice",
                              subject_.name, shown(key));
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
            problems_.add(subject_.code, "{}: expected the first and last key as /Limits",
                          subject_.name);
    }

    static bool is_less(const Value& a, const Value& b) {
        return a.number != b.number ? a.number < b.number : a.bytes < b.bytes;
    }

    // Nodes of two kids each reach 4 billion entries at half of it.
    static constexpr std::size_t kMaxTreeDepth = 64;

    const PdfFile& file_;
    const char* list_;
    const Subject& subject_;
    Problems& problems_;
    std::vector<TreeEntry> entries_;
    std::set<int> met_;
};

}  // namespace

std::vector<TreeEntry> read_tree(const PdfFile& file, const Value& root, const char* list,
                                 const Subject& subject, Problems& problems) {
    return TreeReader(file, list, subject, problems).read(root);
}

}  // namespace broadside::conformance
