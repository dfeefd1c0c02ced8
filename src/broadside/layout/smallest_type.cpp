#include "broadside/layout/smallest_type.hpp"

#include <algorithm>

namespace broadside::layout {

namespace {

class SmallestType {
public:
    void operator()(const placed::Header& header) {
        add(header.title);
        add(header.subtitle);
        add(header.publisher);
    }
    void operator()(const placed::Legend& legend) {
        for (const placed::LegendGroup& group : legend.groups) {
            add(group.heading);
            for (const placed::LegendEntry& entry : group.entries) add(entry.label);
            for (const placed::Text& text : group.sample) add(text);
        }
    }
    void operator()(const placed::Table& table) {
        for (const placed::Cell& cell : table.cells) {
            for (const placed::Content& content : cell.content) {
                if (const auto* text = std::get_if<placed::Text>(&content)) add(*text);
            }
        }
    }
    void operator()(const placed::Notes& notes) {
        for (const placed::Note& note : notes.notes) add(note.text);
    }
    void operator()(const placed::Links& links) {
        for (const placed::Link& link : links.links) {
            add(link.label);
            add(link.text);
        }
    }
    void operator()(const placed::Imprint&) {}
    void operator()(const placed::Paragraphs& paragraphs) {
        for (const placed::Text& text : paragraphs.paragraphs) add(text);
    }
    void operator()(const placed::PageNumber&) {}

    Pt size() const { return size_; }

private:
    void add(const placed::Text& text) {
        for (const placed::Line& line : text.lines) {
            for (const placed::Run& run : line.runs) {
                if (!run.note.empty()) continue;
                const Pt size = run.glyphs.size / run.glyphs.font->scale;
                size_ = size_ > Pt(0) ? std::min(size_, size) : size;
            }
        }
    }
    void add(const std::optional<placed::Text>& text) {
        if (text) add(*text);
    }

    Pt size_;
};

}  // namespace

Pt smallest_type(const std::vector<placed::Page>& pages) {
    SmallestType smallest;
    for (const placed::Page& page : pages) {
        for (const placed::Block& block : page.blocks) std::visit(smallest, block);
    }
    return smallest.size();
}

}  // namespace broadside::layout
