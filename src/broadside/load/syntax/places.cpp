#include "broadside/load/syntax/places.hpp"

#include <utility>

#include "broadside/load/load.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/load/syntax/pointer.hpp"
#include "broadside/load/syntax/utf8.hpp"

namespace broadside::load {

namespace {

constexpr std::size_t kFewMembers = 32;

}  // namespace

Places::Places(std::string_view json) : lines_(without_byte_order_mark(json)) {
    const std::string_view text = without_byte_order_mark(json);
    Report ignored("", text);
    auto root = parse_json(text, ignored);
    if (!root) return;
    root_ = std::make_unique<const JsonValue>(*std::move(root));
    index(*root_);
}

void Places::index(const JsonValue& value) {
    if (value.members.size() > kFewMembers) {
        Members& members = large_[&value];
        for (const JsonMember& member : value.members) members.emplace(member.key, &member.value);
    }
    for (const JsonMember& member : value.members) index(member.value);
    for (const JsonValue& item : value.items) index(item);
}

const JsonValue* Places::child_of(const JsonValue& value, std::string_view key) const {
    if (value.type == JsonType::Array) {
        const auto item = parse_whole_number(key);
        return item && *item < value.items.size() ? &value.items[*item] : nullptr;
    }
    if (const auto members = large_.find(&value); members != large_.end()) {
        const auto member = members->second.find(key);
        return member == members->second.end() ? nullptr : member->second;
    }
    const JsonMember* member = value.find(key);
    return member == nullptr ? nullptr : &member->value;
}

const JsonValue* Places::value_at(std::string_view pointer) const {
    const JsonValue* value = root_.get();
    if (value == nullptr) return nullptr;
    for (const std::string& key : pointer_keys(pointer)) {
        const JsonValue* child = child_of(*value, key);
        if (child == nullptr) break;
        value = child;
    }
    return value;
}

std::optional<TextPosition> Places::find(std::string_view pointer) const {
    const JsonValue* value = value_at(pointer);
    if (value == nullptr) return std::nullopt;
    return lines_.position_of(value->offset);
}

void locate(Diagnostic& diagnostic, std::string_view json) {
    const auto position = Places(json).find(diagnostic.pointer);
    if (!position) return;
    diagnostic.line = position->line;
    diagnostic.column = position->column;
}

}  // namespace broadside::load
