#pragma once

#include <string>
#include <variant>
#include <vector>

#include "broadside/scene/scene.hpp"

namespace broadside::test {

template <typename Op>
std::vector<Op> ops_of(const scene::Page& page) {
    std::vector<Op> found;
    for (const scene::Op& op : page.ops) {
        if (const auto* wanted = std::get_if<Op>(&op)) found.push_back(*wanted);
    }
    return found;
}

inline std::vector<scene::Tag> tags_of(const scene::Page& page, scene::Role role) {
    std::vector<scene::Tag> tags;
    for (const scene::BeginGroup& group : ops_of<scene::BeginGroup>(page)) {
        if (group.tag.role == role) tags.push_back(group.tag);
    }
    return tags;
}

/// The scene's own dump of one page, without its first two lines.
inline std::string dump_of(const scene::Page& page) {
    scene::Scene scene;
    scene.pages = {page};
    std::string text = dump(scene);
    for (int i = 0; i < 2; ++i) text.erase(0, text.find('\n') + 1);
    return text;
}

}  // namespace broadside::test
