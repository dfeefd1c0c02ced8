#include <algorithm>

#include "broadside/layout/balance.hpp"
#include "broadside/layout/block.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

constexpr Pt kNoteColumnGap = 16_pt;
constexpr Pt kMarkGap = 4_pt;
constexpr Pt kNoteGap = 1_pt;

class NotesPlacer {
public:
    NotesPlacer(const doc::NotesBlock& notes, const Frame& frame, Typesetter& typesetter)
        : block_(notes), frame_(frame), typesetter_(typesetter), setting_(typesetter.setting()) {
        const auto wanted = static_cast<std::size_t>(std::max(1, notes.columns));
        columns_ = std::max<std::size_t>(1, std::min(wanted, notes.notes.size()));
        const double gaps = static_cast<double>(columns_ - 1);
        column_width_ =
            (frame.width - gaps * setting_.scaled(kNoteColumnGap)) / static_cast<double>(columns_);
        for (const doc::Note& note : notes.notes) {
            mark_width_ = std::max(mark_width_, typesetter.max_content(note.mark));
        }
    }

    PlacedBlock place() {
        std::vector<Pt> heights;
        for (const doc::Note& note : block_.notes) heights.push_back(height_of(note));
        const Pt gap = setting_.space(kNoteGap);
        placed::Notes placed;
        Pt bottom = frame_.y;
        std::size_t column = 0;
        std::size_t next = 0;
        for (const std::size_t count : balance(heights, gap, columns_)) {
            Pt y = frame_.y;
            const Pt x = frame_.x + static_cast<double>(column++) *
                                        (column_width_ + setting_.scaled(kNoteColumnGap));
            for (std::size_t i = 0; i < count; ++i, ++next) {
                if (i > 0) y += gap;
                placed.notes.push_back(place(block_.notes[next], x, y));
                y += heights[next];
            }
            bottom = std::max(bottom, y);
        }
        return {{std::move(placed)}, bottom - frame_.y};
    }

    BlockWidths widths() {
        BlockWidths text;
        for (const doc::Note& note : block_.notes) {
            text.min_content = std::max(text.min_content, typesetter_.min_content(note.text));
            text.max_content = std::max(text.max_content, typesetter_.max_content(note.text));
            text.least = std::max(text.least, typesetter_.least_width(note.text));
        }
        const double columns = static_cast<double>(columns_);
        const Pt fixed = columns * (mark_width_ + setting_.scaled(kMarkGap)) +
                         (columns - 1) * setting_.scaled(kNoteColumnGap);
        return {fixed + columns * text.min_content, fixed + columns * text.max_content,
                fixed + columns * text.least};
    }

private:
    Pt text_width() const { return column_width_ - mark_width_ - setting_.scaled(kMarkGap); }

    Pt height_of(const doc::Note& note) {
        return std::max(typesetter_.height(note.mark, mark_width_),
                        typesetter_.height(note.text, text_width()));
    }

    /// Marks end where the texts begin, so that texts of all notes share one edge.
    placed::Note place(const doc::Note& note, Pt x, Pt y) {
        placed::Note placed;
        placed.id = note.id;
        placed.mark = typesetter_.set(note.mark, {x, y, mark_width_, Alignment::End, Rag::Natural});
        const Pt left = x + mark_width_ + setting_.scaled(kMarkGap);
        placed.text = typesetter_.set(note.text, {left, y, text_width()});
        return placed;
    }

    const doc::NotesBlock& block_;
    Frame frame_;
    Typesetter& typesetter_;
    const Setting& setting_;
    std::size_t columns_ = 1;
    Pt column_width_;
    Pt mark_width_;
};

}  // namespace

PlacedBlock place_notes(const doc::NotesBlock& notes, const Frame& frame, Typesetter& typesetter) {
    return NotesPlacer(notes, frame, typesetter).place();
}

BlockWidths notes_widths(const doc::NotesBlock& notes, Typesetter& typesetter) {
    return NotesPlacer(notes, {}, typesetter).widths();
}

}  // namespace broadside::layout
