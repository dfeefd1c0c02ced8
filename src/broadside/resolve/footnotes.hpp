#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/model/layout.hpp"
#include "broadside/resolve/table.hpp"

namespace broadside::resolve {

/// A note that the page refers to, and its mark as printed: between isolates where the document's
/// direction could turn or move it.
struct Footnote {
    const model::Note* note = nullptr;
    std::string mark;
    NoteId id = {};
};

/// A mark beside what it is on.
struct NoteMark {
    std::string text;
    std::string apart;      // between brackets, for what its digits would seem to be a power of
    std::size_t order = 0;  // in the list
    bool is_bare = true;    // no brackets part it from another mark
    NoteId id = {};         // of the listed note that it calls
};

/// The notes of a page in the order of their list.
struct Footnotes {
    std::vector<Footnote> listed;
    std::map<std::string, NoteMark> marks;  // by note id
    std::string comma;                      // between two marks
};

/// Whether the digits of some note stand between brackets in a page, behind a number.
bool has_parted_marks(const std::vector<doc::Box>& blocks, const Footnotes& footnotes);

/// The same with brackets everywhere: a note looks alike wherever it is called, and in the list.
Footnotes parted(Footnotes footnotes);

/// What marks stand behind.
enum class MarkedThing { Words, Number };

/// Numbers the notes of all tables of a page in reading order: the head, then titles of
/// sections and cells, row by row. Fixed ids keep the dataset's order, other marks the order of
/// their first use.
Footnotes number_notes(const model::Project& project, const std::vector<Table>& tables);

/// Of a note that is listed once more, after so many `times`.
NoteId listing_id(const std::string& note, std::size_t times);

/// Mark number `index`, from 0: 1 2 3, a b … z aa ab in the letters of the language (BCP 47) where
/// lists are counted in those, * † ‡ § ¶ ** ††.
std::string mark_of(model::NoteMarks scheme, std::size_t index, std::string_view language);

/// Raised marks for the end of a text or beside a symbol, in the order of the list, each after a
/// narrow no-break space, so that the text and its marks stay apart when copied; two without
/// brackets with a comma between them.
std::vector<doc::Span> mark_spans(const std::vector<model::Reference>& notes,
                                  const Footnotes& footnotes, const model::Layout& layout,
                                  MarkedThing marked = MarkedThing::Words);

/// The notes that tables call, each once, in reading order: the head, then titles of sections and
/// cells, row by row as they are printed.
std::vector<const model::Note*> notes_in_reading_order(const model::Dataset& dataset,
                                                       std::span<const Table> tables);

/// Adds the marks to the end of a paragraph. In an empty one no space comes before the first.
/// Behind a number the digits of a mark stand between brackets, for 10¹² is a power; a table where
/// one does is built with `text` as `apart`.
void append_marks(doc::Paragraph& paragraph, const std::vector<model::Reference>& notes,
                  const Footnotes& footnotes, const model::Layout& layout);

/// Numbers the marks of each note in reading order.
void number_calls(std::vector<doc::Box>& blocks);

/// The items of the list of notes; every mark as it stands in the cells, in bold.
std::vector<doc::Box> list_notes(const std::vector<Footnote>& listed, const model::Layout& layout);

}  // namespace broadside::resolve
