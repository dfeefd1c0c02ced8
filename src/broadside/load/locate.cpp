#include "broadside/load/json_tree.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/number.hpp"
#include "broadside/load/pointer.hpp"
#include "broadside/load/text_position.hpp"
#include "broadside/load/utf8.hpp"

namespace broadside::load {

namespace {

const JsonValue* child_of(const JsonValue& value, const std::string& key) {
    if (const JsonMember* member = value.find(key)) return &member->value;
    if (value.type != JsonType::Array) return nullptr;
    const auto index = parse_whole_number(key);
    return index && *index < value.items.size() ? &value.items[*index] : nullptr;
}

}  // namespace

void locate(Diagnostic& diagnostic, std::string_view json) {
    const std::string_view text = without_byte_order_mark(json);
    Report ignored("", text);
    const auto root = parse_json(text, ignored);
    if (!root) return;
    const JsonValue* value = &*root;
    for (const std::string& key : pointer_keys(diagnostic.pointer)) {
        const JsonValue* child = child_of(*value, key);
        if (!child) break;
        value = child;
    }
    const TextPosition position = position_of(text, value->offset);
    diagnostic.line = position.line;
    diagnostic.column = position.column;
}

}  // namespace broadside::load
