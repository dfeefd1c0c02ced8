#pragma once

#include <span>
#include <string_view>

namespace broadside::load {

enum class Presence { Required, Optional };

struct Key {
    std::string_view name;
    Presence presence = Presence::Optional;
};

/// The keys that one kind of JSON object may have. A test holds the JSON Schemas against these
/// tables.
struct ObjectKeys {
    std::string_view name;  // in the schema's "$defs"; empty: the file itself
    std::span<const Key> keys;
};

inline constexpr Presence kRequired = Presence::Required;

}  // namespace broadside::load
