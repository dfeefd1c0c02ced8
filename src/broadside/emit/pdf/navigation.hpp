#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "broadside/base/geometry.hpp"
#include "broadside/base/note_id.hpp"
#include "broadside/base/url.hpp"
#include "broadside/emit/pdf/writer.hpp"
#include "broadside/scene/scene.hpp"

/// What leads from one place of a PDF to another: its outline and its links.
namespace broadside::emit {

/// Places on a page of that height in PDF's direction, from its foot upwards.
struct Upwards {
    Pt height;

    std::string rect(const Rect& area) const;
    /// As all readers take them, whatever PDF 1.7 says of their order: upper left and right, lower
    /// left and right.
    std::string quad(const Rect& area) const;
    double from_foot(Pt y) const { return (height - y).value; }
};

/// A place on a page, which count from 0.
struct PdfPlace {
    std::size_t page = 0;
    Point top_left;
};

/// What a reader lists beside the pages (PDF 1.7, 12.3.3), in their order. Below an entry of one
/// level stand those behind it of a lower one.
struct PdfOutlineEntry {
    int level = 1;
    std::string title;
    PdfPlace place;
};

/// Returns the number of the outline's root; 0 without entries. `pages` are the numbers of their
/// objects.
int write_outline(PdfWriter& writer, const std::vector<PdfOutlineEntry>& entries,
                  const std::vector<int>& pages, const scene::Scene& scene);

/// The note, somewhere in the document.
struct NoteTarget {
    NoteId note;
    bool operator==(const NoteTarget&) const = default;
};

/// The first mark of the note.
struct MarkTarget {
    NoteId note;
    bool operator==(const MarkTarget&) const = default;
};

/// `monostate`: no link.
using LinkTarget = std::variant<std::monostate, Url, NoteTarget, MarkTarget>;

inline bool is_link(const LinkTarget& target) {
    return !std::holds_alternative<std::monostate>(target);
}

/// Where on a page one clicks, and where that leads. Pages count from 0.
struct PdfLink {
    std::size_t page = 0;
    std::vector<Rect> areas;  // one for each of its lines
    LinkTarget target;
    std::string name;  // what it says where nobody sees the page
};

struct PdfLinks {
    std::vector<PdfLink> links;
    // Of the notes that are called, by the pages that have them, and of their first marks.
    std::map<std::pair<NoteId, std::size_t>, PdfPlace> notes;
    std::map<NoteId, PdfPlace> marks;
};

/// Writes the annotation (PDF 1.7, 12.5.6.5) of a link as the object of that number. `key` is its
/// own in the parent tree of the structure.
void write_link(PdfWriter& writer, int number, const PdfLink& link, std::size_t key,
                const PdfLinks& links, const std::vector<int>& pages, const scene::Scene& scene);

}  // namespace broadside::emit
