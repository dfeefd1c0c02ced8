#include "broadside/resolve/cell_designs.hpp"

#include <algorithm>

namespace broadside::resolve {

namespace {

/// "" stands for all.
std::vector<std::string_view> names_of(const std::vector<model::Reference>& references) {
    if (references.empty()) return {""};
    std::vector<std::string_view> names;
    for (const model::Reference& reference : references) names.emplace_back(reference.id);
    return names;
}

}  // namespace

CellDesigns::CellDesigns(const std::vector<model::CellDesign>& designs) : designs_(designs) {
    for (std::size_t i = 0; i < designs.size(); ++i) {
        const model::CellDesign& design = designs[i];
        for (const std::string_view row : names_of(design.rows)) {
            for (const std::string_view column : names_of(design.columns)) {
                Last& last = last_[{row, column}];
                if (design.alignment) last.horizontal = i + 1;
                if (design.vertical_alignment) last.vertical = i + 1;
            }
        }
    }
}

CellAlignment CellDesigns::of(std::string_view row, std::string_view column) const {
    Last last;
    for (const Names& names : {Names{row, column}, Names{row, ""}, Names{"", column}, Names{}}) {
        const auto said = last_.find(names);
        if (said == last_.end()) continue;
        last.horizontal = std::max(last.horizontal, said->second.horizontal);
        last.vertical = std::max(last.vertical, said->second.vertical);
    }
    CellAlignment alignment;
    if (last.horizontal > 0) alignment.horizontal = designs_[last.horizontal - 1].alignment;
    if (last.vertical > 0) alignment.vertical = designs_[last.vertical - 1].vertical_alignment;
    return alignment;
}

}  // namespace broadside::resolve
