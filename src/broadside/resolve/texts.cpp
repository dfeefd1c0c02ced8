#include "broadside/resolve/texts.hpp"

#include <string>
#include <variant>
#include <vector>

#include "broadside/resolve/lookup.hpp"

namespace broadside::resolve {

namespace {

void check_blocks(const std::vector<model::Block>& blocks, const model::Dataset& dataset,
                  Problems& problems) {
    for (const model::Block& block : blocks) {
        if (const auto* row = std::get_if<model::RowBlock>(&block.kind))
            check_blocks(row->blocks, dataset, problems);
        const auto* picture = std::get_if<model::PictureBlock>(&block.kind);
        if (picture && !picture->ref.id.empty() && !find_by_id(dataset.pictures, picture->ref.id))
            problems.unknown("picture", picture->ref, ids_in(dataset.pictures));
        const auto* text = std::get_if<model::TextBlock>(&block.kind);
        const auto* table = std::get_if<model::TableBlock>(&block.kind);
        const model::Reference* ref = text ? &text->ref : table ? &table->caption : nullptr;
        if (!ref || ref->id.empty() || dataset.texts.count(ref->id) > 0) continue;
        problems.unknown("text", *ref, [&dataset] {
            std::vector<std::string> known;
            for (const auto& entry : dataset.texts) known.push_back(entry.first);
            return known;
        });
    }
}

}  // namespace

void check_block_references(const model::Project& project, Problems& problems) {
    check_blocks(project.layout.blocks, project.dataset, problems);
}

const model::Text& words_of(const model::TextBlock& block, const model::Dataset& dataset) {
    return block.ref.id.empty() ? block.text : dataset.texts.at(block.ref.id);
}

}  // namespace broadside::resolve
