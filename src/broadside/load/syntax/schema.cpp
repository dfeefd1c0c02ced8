#include "broadside/load/syntax/schema.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"

namespace broadside::load {

namespace {

/// What stands where: what stands in several places is followed in the first.
class SchemaWalk {
public:
    /// A definition by its name, or the file itself.
    struct Stop {
        std::string_view name;
        std::string pointer;
        bool is_first = true;
    };

    void meet(std::string_view name, const std::string& pointer) {
        stops_.push_back({name, pointer, seen_.insert(name).second});
    }

    /// All that members of a JSON Schema refer to.
    void meet_references(std::string_view members, const std::string& pointer) {
        constexpr std::string_view kReference = "#/$defs/";
        for (auto at = members.find(kReference); at != members.npos;
             at = members.find(kReference)) {
            members.remove_prefix(at + kReference.size());
            meet(members.substr(0, members.find('"')), pointer);
        }
    }

    void meet_value(const Schema& schema, std::string pointer) {
        if (schema.shape != Schema::Shape::One) pointer += "/*";
        if (!schema.definition.empty()) meet(schema.definition, pointer);
        meet_references(schema.members, pointer);
    }

    std::optional<Stop> next() {
        return reached_ < stops_.size() ? std::optional(stops_[reached_++]) : std::nullopt;
    }

private:
    std::set<std::string_view> seen_;
    std::vector<Stop> stops_;
    std::size_t reached_ = 0;
};

bool have_one_definition(std::span<const Key> keys) {
    if (keys.size() < 2 || keys.front().schema.definition.empty()) return false;
    return std::all_of(keys.begin(), keys.end(), [&](const Key& key) {
        return key.schema.definition == keys.front().schema.definition;
    });
}

}  // namespace

std::vector<std::string> places_of_key(const FileFormat& format, std::string_view key) {
    struct Owner {
        std::string pointer;
        std::string_view object;
        bool operator==(const Owner&) const = default;
    };
    std::vector<Owner> owners;
    std::map<std::string, std::set<std::string_view>> objects;  // that may stand there
    SchemaWalk walk;
    walk.meet("", "");
    while (const auto stop = walk.next()) {
        for (const ObjectKeys& object : format.objects) {
            if (object.name != stop->name) continue;
            objects[stop->pointer].insert(object.name);
            const bool are_alike = have_one_definition(object.keys);
            for (const Key& own : object.keys) {
                const Owner owner{stop->pointer, object.name};
                if (own.name == key && !contains(owners, owner)) owners.push_back(owner);
                const std::string_view member = are_alike ? "*" : own.name;
                if (stop->is_first)
                    walk.meet_value(own.schema, fmt::format("{}/{}", stop->pointer, member));
            }
            if (stop->is_first) walk.meet_references(object.members, stop->pointer + "/*");
        }
        for (const Definition& definition : format.definitions) {
            if (definition.name != stop->name || !stop->is_first) continue;
            walk.meet_references(definition.members, stop->pointer);
            if (!definition.otherwise.empty()) walk.meet(definition.otherwise, stop->pointer);
        }
    }
    std::vector<std::string> places;
    for (const Owner& owner : owners) {
        std::string place = owner.pointer.empty() ? "the file itself" : owner.pointer;
        if (objects.at(owner.pointer).size() > 1) place += fmt::format(" ({})", owner.object);
        places.push_back(std::move(place));
    }
    return places;
}

}  // namespace broadside::load
