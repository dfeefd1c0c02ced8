#pragma once

#include <string_view>
#include <unordered_map>

#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"
#include "broadside/resolve/cells/cell_kind.hpp"

namespace broadside::resolve {

/// A picture as high as a table has it, and where it leads.
struct TablePicture {
    Sparse<doc::Symbol> symbol;
    const model::Text& url;
};

/// The pictures of a dataset by id: one is said many times.
using Pictures = std::unordered_map<std::string_view, TablePicture>;

Pictures pictures_of(const model::Project& project);

/// Undistorted, so high or as wide as that, whichever is less.
doc::Symbol picture_of(const model::Project& project, const model::Picture& picture, Size most);

/// Undistorted, no wider than that.
Sparse<doc::Symbol> narrowed(Sparse<doc::Symbol> picture, Pt width);

/// A picture alone, among text of that style. `origin`: who names it.
doc::Paragraph picture_paragraph(Sparse<doc::Symbol> picture, const TextStyle& style,
                                 Alignment alignment, SourcePlace origin);

/// Puts a picture into the first line of a cell or, where it is much higher than that, above it.
/// `picture` is what it is alone, `room` its column's.
void add_picture(CellContent& content, doc::Paragraph picture, Pt room);

/// The column's room for a picture, where the layout limits that.
Pt picture_room(const WidthRule& width, const model::Layout& layout);

}  // namespace broadside::resolve
