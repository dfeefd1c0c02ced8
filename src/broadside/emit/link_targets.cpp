#include "broadside/emit/link_targets.hpp"

#include <algorithm>
#include <iterator>
#include <variant>

#include <fmt/format.h>

namespace broadside::emit {

std::set<std::string> called_notes(std::span<const scene::Page> pages) {
    std::set<std::string> groups;
    std::set<std::string> calls;
    const auto collect = [&](const scene::Op& op) {
        if (const auto* group = std::get_if<scene::BeginGroup>(&op)) groups.insert(group->tag.id);
        const auto* line = std::get_if<scene::TextLine>(&op);
        if (line == nullptr) return;
        for (const scene::Run& run : line->runs) calls.insert(run.note);
    };
    for (const scene::Page& page : pages) {
        std::for_each(page.ops.begin(), page.ops.end(), collect);
    }
    std::set<std::string> called;
    std::set_intersection(groups.begin(), groups.end(), calls.begin(), calls.end(),
                          std::inserter(called, called.end()));
    called.erase("");
    return called;
}

std::string anchor_name(std::string_view id) {
    std::string name;
    for (const char c : id) {
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                              (c >= 'A' && c <= 'Z') || c == '-' || c == '.';
        if (is_plain) {
            name += c;
        } else {
            name += fmt::format("_{:02x}", static_cast<unsigned char>(c));
        }
    }
    return name;
}

}  // namespace broadside::emit
