#pragma once

#include <utility>

#include "broadside/load/load.hpp"
#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/load/syntax/node.hpp"
#include "broadside/load/syntax/utf8.hpp"

namespace broadside::load {

/// Parses a source and hands its root to `read(node, report)`.
template <typename Model>
Result<Model> load_json(const Source& source, Model (*read)(const Node&, Report&)) {
    const std::string_view text = without_byte_order_mark(source.bytes);
    Report report(source.name, text);
    Model model;
    if (const auto root = parse_json(text, report)) model = read({&*root, ""}, report);
    return std::move(report).result(std::move(model));
}

}  // namespace broadside::load
