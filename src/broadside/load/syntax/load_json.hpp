#pragma once

#include <optional>
#include <utility>

#include "broadside/load/load.hpp"
#include "broadside/load/syntax/node.hpp"
#include "broadside/load/syntax/yaml_tree.hpp"

namespace broadside::load {

/// Parses a source and hands its root to `read(node, report)`. With what is wrong added to
/// `errors`; what comes back then is the rest of the file, and knows its name where it has room for
/// that. Nothing, where it is no JSON, or no YAML.
template <typename Model>
std::optional<Model> load_json(const SourceFile& source, Model (*read)(const Node&, Report&),
                               FileFormat (*format)(), Diagnostics& errors) {
    Report report(source, format);
    std::optional<Model> model;
    if (const auto tree = parse_tree(report)) model = read({&tree->root, &source}, report);
    if constexpr (requires { model->file = source.name; }) {
        if (model) model->file = source.name;
    }
    append(errors, std::move(report).errors());
    return model;
}

/// The same for those who want a whole file or none.
template <typename Model>
Result<Model> load_json(const SourceFile& source, Model (*read)(const Node&, Report&),
                        FileFormat (*format)() = nullptr) {
    Diagnostics errors;
    auto model = load_json(source, read, format, errors);
    if (!model || !errors.empty()) return errors;
    return *std::move(model);
}

}  // namespace broadside::load
