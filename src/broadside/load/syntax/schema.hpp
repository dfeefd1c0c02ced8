#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::load {

enum class Presence { Optional, Required };

inline constexpr Presence kRequired = Presence::Required;

struct CountBounds {
    std::size_t least = 0, most = 0;
};

/// What a value in a JSON file may be, for the JSON Schemas and the reference of keys. Readers say
/// the same in code; the two are tried on one set of files.
struct Schema {
    enum class Shape { One, List, ById };

    std::string_view definition = {};              // a name in "$defs"
    std::string_view members = {};                 // members of its JSON Schema
    std::span<const std::string_view> words = {};  // one of these
    CountBounds count = {};                        // a whole number, where `most` is not 0
    Shape shape = Shape::One;            // a list of such values, or an object of them, by id
    std::size_t least = 0;               // of a list or an object: items
    std::string_view list_members = {};  // of a list: members of its JSON Schema
};

/// A key of a JSON object, stated once: the readers' tables, the hints for misspelt keys, the JSON
/// Schemas and the reference of keys are all made from it.
struct Key {
    std::string_view name;
    Presence presence = Presence::Optional;
    Schema schema = {};
    std::string_view help = {};      // a sentence
    std::string_view fallback = {};  // what holds where the key is left out, as JSON
};

/// The keys that one kind of JSON object may have.
struct ObjectKeys {
    std::string_view name;  // in "$defs"; empty: the file itself
    std::span<const Key> keys;
    std::string_view help = {};
    std::string_view members = {};  // further members of its JSON Schema
};

/// A value that several keys share.
struct Definition {
    std::string_view name;     // in "$defs"
    std::string_view members;  // of its JSON Schema
    std::string_view help = {};
    std::span<const std::string_view> words = {};  // one of these …
    std::string_view otherwise = {};               // … or this definition; empty: nothing else
};

struct FileFormat {
    std::string_view title;
    std::vector<ObjectKeys> objects;           // the file itself first
    std::vector<Definition> definitions = {};  // of values that are no objects
};

/// The objects of a file that have such a key, as pointers in which `*` is any id or number, or
/// "the file itself", with the name of the object in the JSON Schema where others may stand there:
/// those nearest to the file first.
std::vector<std::string> places_of_key(const FileFormat& format, std::string_view key);

}  // namespace broadside::load
