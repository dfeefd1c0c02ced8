#pragma once

#include <cstdint>
#include <string>

#include "broadside/base/note_id.hpp"
#include "broadside/base/url.hpp"

namespace broadside {

/// What a part of a page means to somebody who does not see it. PDF's structure types and ARIA's
/// roles are both made from these.
enum class Role {
    None,     // that of what holds it
    Heading,  // the document's title is of level 1
    Paragraph,
    Caption,  // of the table behind it
    Table,
    RowGroup,  // the head, or a section and its rows
    Row,
    HeaderCell,
    Cell,
    List,
    ListItem,   // a note, when it is one
    ListLabel,  // the symbol of a legend entry; the mark of a note, leading back to its first mark
    ListBody,
    Figure,  // a symbol with an alternative text
    Link,
    Card,        // a document on a sheet that it shares with others
    PageNumber,  // from here on nothing is said: the page tells it already
    Background,  // tints of bands, sections and cells
    Rule,        // lines, and the bars at the side of bands
    Ornament,    // a symbol without an alternative text
    Copy,        // a card once more
    CutMark,     // where a sheet is cut
};

constexpr bool says_nothing(Role role) { return role >= Role::PageNumber; }

/// What of it earlier pages have: nothing, the beginning, or all.
enum class Shown : std::uint8_t { First, Continued, Repeated };

/// Only what is named at the role has a meaning. It is the same from `doc` to `scene`.
struct Meaning {
    Role role = Role::None;
    int level = 0;     // of a heading
    NoteId note = {};  // of a list's item and its label
    Url url = {};      // of a link
    Shown shown = Shown::First;
    bool operator==(const Meaning&) const = default;
};

/// What a header cell heads: the values of HTML's and PDF's `scope`.
enum class HeaderScope : std::uint8_t { None, Column, ColumnGroup, Row, RowGroup };

enum class RowKind { Header, Section, Body };

inline constexpr int kNoBand = -1;

/// What a row of a table is, in its grid and on every page.
struct RowFacts {
    RowKind kind = RowKind::Body;
    int band = kNoBand;           // index into the table's bands
    std::string id = {};          // stable, of the dataset
    bool begins_section = false;  // its bar or, where it has no title, its first body row
    bool is_summary = false;      // of the body rows above
    bool is_striped = false;
    int level = 0;                // how deep it stands under rows above
    bool is_emphasised = false;   // it stands out
    bool begins_group = false;    // of rows under one title beside them, or it follows one
    bool continues_name = false;  // it has that of the row above, and none of its own
    bool operator==(const RowFacts&) const = default;
};

}  // namespace broadside
