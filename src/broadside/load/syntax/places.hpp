#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/load/syntax/text_position.hpp"

namespace broadside::load {

/// Where the values of a JSON text stand. The text is read once, and not needed any more after
/// that.
class Places {
public:
    explicit Places(std::string_view json);

    /// Of the value at a JSON pointer, or of its nearest ancestor that exists; nothing in a text
    /// that is no JSON.
    std::optional<TextPosition> find(std::string_view pointer) const;

    /// The value itself, null only in a text that is no JSON.
    const JsonValue* value_at(std::string_view pointer) const;

private:
    using Members = std::unordered_map<std::string_view, const JsonValue*>;

    void index(const JsonValue& value);
    const JsonValue* child_of(const JsonValue& value, std::string_view key) const;

    LineIndex lines_;
    std::unique_ptr<const JsonValue> root_;
    std::unordered_map<const JsonValue*, Members> large_;  // objects too large to look through
};

}  // namespace broadside::load
