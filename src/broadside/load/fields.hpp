#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "broadside/load/read_value.hpp"
#include "broadside/load/syntax/object_reader.hpp"

/// Tables of keys that read an object: each key names the member that it fills.
namespace broadside::load {

template <typename Object>
struct Field {
    Key key;
    /// Null where the reader of the object does it: what a key means there hangs on others.
    void (*read)(const Node&, Report&, Object&) = nullptr;
};

template <typename Object, std::size_t count>
struct ObjectType {
    std::string_view name;  // in "$defs"; empty: the file itself
    std::string_view help;
    std::array<Field<Object>, count> fields;
    std::string_view members = {};  // further members of its JSON Schema
};

template <typename Object, std::size_t count>
ObjectType(std::string_view, std::string_view, std::array<Field<Object>, count>,
           std::string_view = {}) -> ObjectType<Object, count>;

template <typename Object, typename Value>
constexpr Object class_of(Value Object::*);

template <auto member>
using ClassOf = decltype(class_of(member));

template <auto member, const auto& type>
void read_member(const Node& node, Report& report, ClassOf<member>& object) {
    object.*member = type.read(node, report);
}

template <auto member, const auto& type>
constexpr Field<ClassOf<member>> required(std::string_view name, std::string_view help = {}) {
    return {{name, kRequired, type.schema, help}, read_member<member, type>};
}

/// `fallback`: what holds where the key is left out, as JSON; empty: nothing to tell.
template <auto member, const auto& type>
constexpr Field<ClassOf<member>> optional(std::string_view name, std::string_view help = {},
                                          std::string_view fallback = {}) {
    return {{name, Presence::Optional, type.schema, help, fallback}, read_member<member, type>};
}

/// The same of a member of a sparse member.
template <auto outer, auto inner, const auto& type>
constexpr Field<ClassOf<outer>> optional_in(std::string_view name, std::string_view help) {
    return {{name, Presence::Optional, type.schema, help},
            [](const Node& node, Report& report, ClassOf<outer>& object) {
                (object.*outer).edit().*inner = type.read(node, report);
            }};
}

/// The keys of `type`, an ObjectType.
template <const auto& type>
inline constexpr auto kKeysOf = [] {
    std::array<Key, type.fields.size()> keys;
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = type.fields[i].key;
    return keys;
}();

template <const auto& type>
inline constexpr ObjectKeys kObjectOf{type.name, kKeysOf<type>, type.help, type.members};

/// Fills `object` by the table `type`, in its order.
template <const auto& type, typename Object>
ObjectReader read_fields(const Node& node, Report& report, Object& object,
                         std::span<const std::string_view> more_keys = {}) {
    const ObjectReader reader(node, kObjectOf<type>, report, more_keys);
    for (const auto& field : type.fields) {
        if (field.read == nullptr) continue;
        if (const auto member = reader.find(field.key.name)) field.read(*member, report, object);
    }
    return reader;
}

template <typename Object, std::size_t count>
constexpr Object object_of(const ObjectType<Object, count>&);

template <const auto& type>
using ObjectOf = decltype(object_of(type));

/// A new object, with its place where it has one.
template <const auto& type>
ObjectOf<type> read_object(const Node& node, Report& report) {
    ObjectOf<type> object;
    if constexpr (requires { object.place = node.place(); }) object.place = node.place();
    read_fields<type>(node, report, object);
    return object;
}

/// A list of objects.
template <const auto& type>
std::vector<ObjectOf<type>> read_objects(const Node& node, Report& report) {
    std::vector<ObjectOf<type>> objects;
    for (const Node& item : items_of(node, report))
        objects.push_back(read_object<type>(item, report));
    return objects;
}

/// A list of objects, each id once.
template <const auto& type>
std::vector<ObjectOf<type>> read_identified(const Node& node, Report& report) {
    std::vector<ObjectOf<type>> items;
    UniqueIds ids;
    for (const Node& item_node : items_of(node, report)) {
        ObjectOf<type> item = read_object<type>(item_node, report);
        if (const JsonMember* id = item_node.value->find("id"))
            ids.add(item.id, Node{&id->value, item_node.file}.place(), report);
        items.push_back(std::move(item));
    }
    return items;
}

/// Objects by their ids, in the order of the file.
template <const auto& type>
std::vector<ObjectOf<type>> read_by_id(const Node& node, Report& report) {
    std::vector<ObjectOf<type>> objects;
    for (const NodeMember& member : id_members_of(node, report)) {
        objects.push_back(read_object<type>(member.node, report));
        objects.back().id = member.key;
    }
    return objects;
}

/// As `type`, an ObjectType, says.
template <const auto& type>
inline constexpr ValueType<ObjectOf<type>> kValueOf{read_object<type>, {.definition = type.name}};

template <const auto& type>
inline constexpr ValueType<std::vector<ObjectOf<type>>> kIdentified{
    read_identified<type>, {.definition = type.name, .shape = Schema::Shape::List}};

}  // namespace broadside::load
