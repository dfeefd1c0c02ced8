#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>

#include "broadside/emit/link_targets.hpp"
#include "broadside/emit/svg/colours.hpp"
#include "broadside/scene/op.hpp"

namespace broadside::emit {

/// The links between marks and notes in the file of one page. Every page has a file of its own: a
/// link to what stands on another page leads to that page's file.
class SvgLinks {
public:
    /// `notes` are those of all pages, and `paths` the pages' files; where they are not known,
    /// `notes` are those of this page, which then is number 0.
    SvgLinks(const std::map<NoteId, NotePages>& notes, std::size_t page,
             std::span<const std::string> paths)
        : notes_(notes), page_(page), paths_(paths) {}

    /// The attributes of the link that a run is part of, with the id of a note's first mark. Empty:
    /// no link.
    std::string run_attributes(const LineRun& run);

    /// Of the link that a group is: also the label in the list of notes, which leads back.
    std::string group_attributes(const scene::Tag& tag) const;

    /// The id of a note's list item; nothing for the second of a note, or where no mark calls it.
    std::string item_id(const scene::Tag& tag);

private:
    std::string mark_attributes(const NoteId& note);
    std::string reference(std::size_t page, const std::string& anchor) const;

    const std::map<NoteId, NotePages>& notes_;
    std::size_t page_;
    std::span<const std::string> paths_;
    std::set<std::string> anchors_;  // that stand on the page already
};

/// `Selectable` text lies unseen over its outlines, to be searched, selected and copied.
enum class TextInk { Visible, Selectable };

/// What the texts of one page have in common.
struct SvgTextStyle {
    SvgColours& colours;
    std::string family;  // said once, at the root
    TextInk ink = TextInk::Visible;
    std::string language = {};                      // BCP 47, said there too
    std::map<std::string, std::string> fonts = {};  // that the page brings, by their family

    /// As an attribute has it: the font that the page brings, then the reader's.
    std::string font_family(const std::string& of) const;
};

/// A paragraph as one `<text>` element, so that words over two lines are found and read whole, with
/// a place for each line, and for each run where a line is read from the left. Hyphens that layout
/// put in follow as elements that nobody reads. Every stretch is held to the width that layout gave
/// it, whatever font the reader has. `links` is null inside a link, where there can be no other
/// one.
std::string svg_text(const scene::DrawText& text, const SvgTextStyle& style, SvgLinks* links);

}  // namespace broadside::emit
