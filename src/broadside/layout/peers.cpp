#include "broadside/layout/peers.hpp"

#include <span>
#include <utility>

#include "broadside/base/contains.hpp"
#include "broadside/doc/parts.hpp"

namespace broadside::layout {

namespace {

std::vector<TextPart> parts_of(std::span<const doc::Box> boxes) {
    std::vector<TextPart> parts;
    const auto add = [&parts](const auto& part) { parts.emplace_back(&part); };
    doc::for_each_part(boxes, doc::Overloaded{[&](const doc::Paragraph& part) { add(part); },
                                              [&](const doc::SymbolLine& part) { add(part); },
                                              [&](const doc::Cell& part) { add(part); }});
    return parts;
}

bool same_kinds(const std::vector<TextPart>& a, const std::vector<TextPart>& b) {
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(),
        [](const TextPart& one, const TextPart& other) { return one.index() == other.index(); });
}

const void* address_of(const TextPart& part) {
    return std::visit([](const auto* pointer) -> const void* { return pointer; }, part);
}

}  // namespace

Peers::Peers(std::vector<const doc::Document*> documents) : documents_(std::move(documents)) {
    if (!are_several()) return;
    parts_.resize(documents_.size());
    for (std::size_t block = 0; block < first().blocks.size(); ++block) add_block(block);
}

void Peers::add_block(std::size_t block) {
    std::vector<std::vector<TextPart>> parts;
    for (const doc::Document* document : documents_)
        parts.push_back(parts_of({&document->blocks[block], 1}));
    const bool alike = std::all_of(parts.begin(), parts.end(), [&](const auto& other) {
        return same_kinds(parts.front(), other);
    });
    alike_.push_back(alike);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (const TextPart& part : parts[i]) {
            places_[address_of(part)] = {documents_[i], alike ? parts_[i].size() : kAlone};
            if (alike) parts_[i].push_back(part);
        }
    }
}

bool Peers::have_symbols_before_words() const {
    return std::any_of(documents_.begin(), documents_.end(), [](const doc::Document* document) {
        return doc::has_symbols_before_words(document->blocks);
    });
}

bool Peers::have_words_among_symbols() const {
    bool have_any = false;
    for (const doc::Document* document : documents_) {
        doc::for_each_part(document->blocks, [&](const doc::Table& table) {
            const doc::Grid& grid = table.grid;
            for (std::size_t i = 0; i < grid.slots.size(); ++i) {
                const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
                if (cell == nullptr || !grid.columns[i % grid.columns.size()].is_symbols) continue;
                for (const doc::Paragraph* text : doc::paragraphs_of(cell->content))
                    have_any = have_any || doc::first_symbol(*text) != nullptr;
            }
        });
    }
    return have_any;
}

std::vector<Direction> Peers::directions() const {
    std::vector<Direction> found;
    for (const doc::Document* document : documents_)
        if (!contains(found, document->direction)) found.push_back(document->direction);
    return found;
}

const doc::Document& Peers::home(const void* part) const {
    const auto place = places_.find(part);
    return place == places_.end() ? first() : *place->second.home;
}

void Peers::adopt(const doc::Paragraph& text, const doc::Document& document) {
    places_[&text] = {&document, kAlone};
}

}  // namespace broadside::layout
