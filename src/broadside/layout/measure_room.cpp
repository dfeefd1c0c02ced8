#include "broadside/layout/measure_room.hpp"

#include <algorithm>

#include "broadside/layout/cell.hpp"

namespace broadside::layout {

namespace {

Pt right_of(const placed::LegendGroup& group) {
    Pt right;
    for (const placed::LegendEntry& entry : group.entries)
        right = std::max(right, entry.label.box.right());
    for (const placed::Text& text : group.sample) right = std::max(right, text.box.right());
    if (group.heading) right = std::max(right, group.heading->box.right());
    if (group.band) right = std::max(right, group.band->box.right());
    return right;
}

Pt left_of(const placed::LegendGroup& group) {
    if (group.heading) return group.heading->box.x;
    if (group.band) return group.band->box.x;
    return group.entries.empty() ? group.sample.front().box.x : group.entries.front().symbol.box.x;
}

/// Columns and rows as they were placed.
SolvedPart solved_part(const doc::Grid& grid, const placed::Table& table) {
    SolvedPart part;
    part.rows = all_rows(grid);
    for (std::size_t i = 0; i < grid.columns.size(); ++i)
        part.column_widths.push_back(table.column_edges[i + 1] - table.column_edges[i]);
    for (const placed::Row& row : table.rows) part.row_heights.push_back(row.height);
    return part;
}

class RoomSurvey {
public:
    explicit RoomSurvey(Typesetter& typesetter) : typesetter_(typesetter) {}

    void add_part(const doc::TableBlock& table, const SolvedPart& part) {
        for (const PartCell& cell : part_cells(table.grid, part.rows))
            add_cell(*cell.cell, room_in_cell(table, part, cell, typesetter_));
    }

    void add_block(const doc::Block& block, const Frame& frame) {
        frame_ = frame;
        const PlacedBlock placed = place_block(block, frame, typesetter_);
        auto next = placed.blocks.begin();
        add(block, next);
    }

    std::vector<TextRoom> take() && { return std::move(rooms_); }

private:
    using PlacedIterator = std::vector<placed::Block>::const_iterator;

    /// A block and what it was placed as, one after the other.
    struct Pair {
        RoomSurvey& survey;
        PlacedIterator& next;

        template <typename Placed>
        const Placed& placed() const {
            return std::get<Placed>(*next++);
        }
        void operator()(const doc::HeaderBlock& block) const {
            survey.add(block, placed<placed::Header>());
        }
        void operator()(const doc::LegendBlock& block) const {
            survey.add(block, placed<placed::Legend>());
        }
        void operator()(const doc::TableBlock& block) const {
            survey.add_part(block, solved_part(block.grid, placed<placed::Table>()));
        }
        void operator()(const doc::NotesBlock& block) const {
            survey.add(block, placed<placed::Notes>());
        }
        void operator()(const doc::LinksBlock& block) const {
            if (!block.links.empty()) survey.add(block, placed<placed::Links>());
        }
        void operator()(const doc::ImprintBlock& block) const {
            survey.add(block, placed<placed::Imprint>());
        }
        void operator()(const doc::TextBlock& block) const {
            survey.add(block, placed<placed::Paragraphs>());
        }
        void operator()(const doc::RowBlock& block) const {
            for (const doc::Block& part : block.blocks) survey.add(part, next);
        }
    };

    void add(const doc::Block& block, PlacedIterator& next) {
        std::visit(Pair{*this, next}, block.kind);
    }

    void add(const doc::HeaderBlock& block, const placed::Header& header) {
        add(block.title, header.title.box.width);
        if (header.subtitle) add(block.subtitle, header.subtitle->box.width);
        if (!header.publisher) return;
        const bool is_beside = header.publisher->box.x > header.title.box.x;
        const Pt left = header.title.box.width - typesetter_.max_content(block.title);
        add(block.publisher, header.publisher->box.width, is_beside ? left : Pt(0));
    }

    void add(const doc::LegendBlock& block, const placed::Legend& legend) {
        for (std::size_t i = 0; i < block.groups.size(); ++i) {
            const doc::LegendGroup& group = block.groups[i];
            const placed::LegendGroup& placed = legend.groups[i];
            const Pt spare = spare_beside(legend, i);
            if (placed.heading) add(group.heading, placed.heading->box.width, spare);
            for (std::size_t k = 0; k < group.entries.size(); ++k)
                add(group.entries[k].label, placed.entries[k].label.box.width, spare);
            for (std::size_t k = 0; k < group.sample.size(); ++k)
                add(group.sample[k], placed.sample[k].box.width, spare);
        }
    }

    /// What a group may be wider before its legend has to be set in another way.
    Pt spare_beside(const placed::Legend& legend, std::size_t index) const {
        const std::vector<placed::LegendGroup>& groups = legend.groups;
        const Pt end = frame_.x + frame_.width;
        const bool is_stacked = groups.size() > 1 && left_of(groups[1]) < right_of(groups[0]);
        if (is_stacked || groups.size() == 1) return end - right_of(groups[index]);
        Pt spare;
        for (std::size_t i = 1; i < groups.size(); ++i)
            spare += left_of(groups[i]) - right_of(groups[i - 1]);
        const double gaps = static_cast<double>(groups.size() - 1);
        return std::max(Pt(0), spare - typesetter_.setting().scaled(kLegendGroupGap) * gaps);
    }

    void add(const doc::NotesBlock& block, const placed::Notes& notes) {
        for (std::size_t i = 0; i < block.notes.size(); ++i)
            add(block.notes[i].text, notes.notes[i].text.box.width);
    }

    void add(const doc::LinksBlock& block, const placed::Links& links) {
        for (std::size_t i = 0; i < block.links.size(); ++i) {
            add(block.links[i].label, links.links[i].label.box.width);
            add(block.links[i].text, links.links[i].text.box.width);
        }
    }

    void add(const doc::ImprintBlock& block, const placed::Imprint& imprint) {
        Pt spare = frame_.width;
        bool is_beside = true;
        for (const std::optional<placed::Text>* text : {&imprint.start, &imprint.end}) {
            if (!*text) continue;
            spare -= (*text)->box.width;
            is_beside = is_beside && (*text)->box.width < frame_.width;
        }
        if (imprint.start && imprint.end) spare -= typesetter_.setting().scaled(kImprintGap);
        spare = is_beside ? std::max(Pt(0), spare) : Pt(0);
        if (imprint.start) add(block.start, imprint.start->box.width, spare);
        if (imprint.end) add(block.end, imprint.end->box.width, spare);
    }

    void add(const doc::TextBlock& block, const placed::Paragraphs& paragraphs) {
        for (std::size_t i = 0; i < block.paragraphs.size(); ++i)
            add(block.paragraphs[i], paragraphs.paragraphs[i].box.width);
    }

    /// The lines that the text or its longest translation takes, each `spare` longer.
    void add(const doc::Paragraph& paragraph, Pt width, Pt spare = Pt(0)) {
        if (paragraph.empty()) return;
        const Pt height = typesetter_.height(paragraph, width);
        rooms_.push_back({&paragraph, width + spare, lines_in(height, paragraph)});
    }

    void add_cell(const doc::Cell& cell, const CellRoom& room) {
        const Pt used =
            own_cell_height(cell, room.width + badge_room(cell, typesetter_), typesetter_);
        for (const doc::Content& content : cell.content) {
            const auto* paragraph = std::get_if<doc::Paragraph>(&content);
            if (!paragraph || paragraph->empty()) continue;
            const Pt own = typesetter_.own_height(*paragraph, room.width);
            const Pt height = std::max(own, room.height - used + own);
            rooms_.push_back({paragraph, room.width, lines_in(height, *paragraph)});
        }
    }

    /// Whole lines: a translation in another script may have higher ones.
    std::size_t lines_in(Pt height, const doc::Paragraph& paragraph) {
        const Pt line = typesetter_.setting().scaled(typesetter_.measured(paragraph)->line_height);
        return static_cast<std::size_t>((height + kNearly) / line);
    }

    Typesetter& typesetter_;
    Frame frame_;
    std::vector<TextRoom> rooms_;
};

}  // namespace

std::vector<TextRoom> measure_room(const doc::Document& document, const Flowed& flowed,
                                   Typesetter& typesetter) {
    RoomSurvey survey(typesetter);
    for (const FlowPage& page : flowed.pages) {
        for (const FlowItem& item : page.items) {
            const doc::Block& block = document.blocks[item.block];
            if (item.part)
                survey.add_part(std::get<doc::TableBlock>(block.kind), *item.part);
            else
                survey.add_block(block, item.frame);
        }
    }
    return std::move(survey).take();
}

}  // namespace broadside::layout
