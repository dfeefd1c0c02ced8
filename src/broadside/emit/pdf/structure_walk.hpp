#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "broadside/emit/link_targets.hpp"
#include "broadside/emit/pdf/navigation.hpp"
#include "broadside/emit/pdf/structure.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// Follows the groups of a scene, page by page, and says which element of a structure what is drawn
/// in them belongs to. A table, row, cell or note that a page breaks is one element.
class StructureWalk {
public:
    /// Both must outlive it.
    StructureWalk(const scene::Scene& scene, PdfStructure& structure);

    /// `ops` are those of a page from the group's beginning on.
    void begin(std::span<const scene::Op> ops);
    void end();

    /// Whose content a text or drawing is that is met now; nothing: no one's, for it says nothing.
    std::optional<PdfElement> text_element(const scene::DrawText& text);
    std::optional<PdfElement> drawing_element() const;

    /// The link around the drawing that is met now; nothing where it says nothing.
    std::optional<PdfElement> drawing_link() const { return top().link; }

    /// Whether what is met now stands in a table that repeats it.
    bool is_in_table() const { return top().table != 0; }

    /// As what it says nothing; none: it may say something.
    scene::Role silence() const { return top().silence; }

    /// What the drawing shows that is met now; empty: nothing.
    const std::string& figure() const { return top().figure; }

    /// Where what is met now leads, unless it says otherwise; and the note that it is part of.
    const LinkTarget& target() const { return top().target; }
    const NoteId& note() const { return top().note; }

    /// Of a heading or a section's head, which stand in the outline.
    struct Outlined {
        int level = 0;  // 0: what is met now does not
        PdfElement element = 0;
    };
    const Outlined& outlined() const { return top().outlined; }

    bool is_called(const NoteId& note) const { return called_.contains(note); }

private:
    /// How a group's texts are told apart.
    enum class Texts {
        Inline,      // not at all
        Cell,        // as paragraphs when there are several
        Paragraphs,  // each is one
    };

    struct Group {
        std::optional<PdfElement> element;  // nothing: an earlier page has shown it
        bool is_silent = false;             // it says nothing
        scene::Role silence = scene::Role::None;
        Texts texts = Texts::Paragraphs;
        bool is_new = false;  // the element is this group's own
        bool has_text = false;
        bool goes_on = false;                 // the first text, with the paragraph
        std::optional<PdfElement> paragraph;  // of the latest text
        LinkTarget target;
        NoteId note;
        std::size_t table = 0;
        std::string figure;              // what it shows; empty: it is none
        std::optional<PdfElement> link;  // around a figure
        Outlined outlined;
    };

    struct TableState {
        PdfElement element = 0;
        std::optional<PdfElement> body;
        std::optional<std::pair<std::size_t, PdfElement>> row;  // the latest one, and its number
    };

    const Group& top() const { return groups_.back(); }

    void open(Group& group, const scene::Tag& tag, std::span<const scene::Op> ops);
    void open_card(Group& group, const scene::Tag& tag);
    void open_heading(Group& group, const scene::Tag& tag);
    void open_paragraph(Group& group, const scene::Tag& tag);
    void open_caption(Group& group, std::span<const scene::Op> ops);
    void open_table(Group& group, const scene::Tag& tag);
    void open_rows(Group& group, const scene::Tag& tag, std::span<const scene::Op> ops);
    void open_row(Group& group, const scene::Tag& tag);
    /// With texts of an element that was begun on an earlier page.
    void go_on(Group& group, PdfElement begun) const;
    void open_cell(Group& group, const scene::Tag& tag);
    void open_item(Group& group, const scene::Tag& tag, std::span<const scene::Op> ops);
    void open_figure(Group& group, const scene::Tag& tag);
    void add(Group& group, const char* type, Texts texts);
    TableState* table_of(const Group& group);

    PdfStructure& structure_;
    std::map<NoteId, NotePages> called_;
    std::vector<Group> groups_;  // that are open, the document around them
    std::map<std::size_t, TableState> tables_;
    std::map<NoteId, PdfElement> notes_;
    std::set<std::string> note_names_;
    std::optional<PdfElement> caption_;  // of the table that comes next
    int heading_level_ = 0;
};

}  // namespace broadside::emit
