#pragma once

#include <span>
#include <variant>

#include "broadside/scene/scene.hpp"

namespace broadside::scene {

/// Calls `visit` with each run of a page, in the order of its ops.
template <typename Visit>
void for_each_run(const Page& page, Visit visit) {
    for (const Op& op : page.ops) {
        const auto* text = std::get_if<DrawText>(&op);
        if (text == nullptr) continue;
        for (const Line& line : text->lines) {
            for (const Run& run : line.runs) visit(run);
        }
    }
}

}  // namespace broadside::scene
