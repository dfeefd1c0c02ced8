#include "broadside/layout/peers.hpp"

#include <utility>

namespace broadside::layout {

namespace {

class PartCollector {
public:
    void visit(const std::vector<doc::Block>& blocks) {
        for (const doc::Block& block : blocks) std::visit(*this, block.kind);
    }

    void operator()(const doc::HeaderBlock& header) {
        add(header.title);
        add(header.subtitle);
        add(header.publisher);
    }
    void operator()(const doc::LegendBlock& legend) {
        for (const doc::LegendGroup& group : legend.groups) {
            add(group.heading);
            for (const doc::LegendEntry& entry : group.entries) add(entry.label);
            for (const doc::Paragraph& text : group.sample) add(text);
        }
    }
    void operator()(const doc::TableBlock& table) {
        for (const doc::Slot& slot : table.grid.slots) {
            const auto* cell = std::get_if<doc::Cell>(&slot);
            if (!cell) continue;
            add(*cell);
            for (const doc::Content& content : cell->content)
                std::visit([this](const auto& part) { add(part); }, content);
        }
    }
    void operator()(const doc::NotesBlock& notes) {
        for (const doc::Note& note : notes.notes) {
            add(note.mark);
            add(note.text);
        }
    }
    void operator()(const doc::LinksBlock& links) {
        for (const doc::Link& link : links.links) {
            add(link.label);
            add(link.text);
        }
    }
    void operator()(const doc::ImprintBlock& imprint) {
        add(imprint.start);
        add(imprint.end);
    }
    void operator()(const doc::TextBlock& text) {
        for (const doc::Paragraph& paragraph : text.paragraphs) add(paragraph);
    }
    void operator()(const doc::RowBlock& row) { visit(row.blocks); }

    std::vector<TextPart> take() && { return std::move(parts_); }

private:
    template <typename Part>
    void add(const Part& part) {
        parts_.emplace_back(&part);
    }

    std::vector<TextPart> parts_;
};

std::vector<TextPart> parts_of(const doc::Block& block) {
    PartCollector collector;
    std::visit(collector, block.kind);
    return std::move(collector).take();
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

std::vector<TextPart> text_parts(const std::vector<doc::Block>& blocks) {
    PartCollector collector;
    collector.visit(blocks);
    return std::move(collector).take();
}

Peers::Peers(std::vector<const doc::Document*> documents) : documents_(std::move(documents)) {
    if (!are_several()) return;
    parts_.resize(documents_.size());
    for (std::size_t block = 0; block < first().blocks.size(); ++block) add_block(block);
}

void Peers::add_block(std::size_t block) {
    std::vector<std::vector<TextPart>> parts;
    for (const doc::Document* document : documents_)
        parts.push_back(parts_of(document->blocks[block]));
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

const doc::Document& Peers::home(const void* part) const {
    const auto place = places_.find(part);
    return place == places_.end() ? first() : *place->second.home;
}

void Peers::adopt(const doc::Paragraph& text, const doc::Document& document) {
    places_[&text] = {&document, kAlone};
}

}  // namespace broadside::layout
