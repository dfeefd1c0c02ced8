#pragma once

#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/layout/neighbours.hpp"
#include "broadside/layout/solve_columns.hpp"
#include "broadside/layout/table_part.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// What the cells of a whole table ask of its columns.
struct TableDemands {
    std::vector<ColumnDemand> columns;
    std::vector<SpanDemand> spans;
    std::vector<const PartCell*> widest;  // of each column what is widest, or null
};

/// How heads stand, and whether like neighbours are equally wide.
struct ColumnForm {
    Heads heads;
    Neighbours neighbours = Neighbours::AsTheyAre;
};

/// Of a head whose text would be so large if it ran upwards.
Size head_size(const PartCell& part, const Size& turned);

/// The room beside each other of a head that runs upwards; none: it leans.
std::optional<Size> turned_room(const PartCell& part, Pt width);

/// Widths that a layout gives in millimetres are those of its styles' type: a `fit` that changes
/// that changes them too.
double scale_of_fixed_widths(const Typesetter& typesetter);

/// What the columns of a table ask for in a form. `fixed_scale` is that of widths that the layout
/// gives in millimetres.
TableDemands table_demands(const doc::Table& table, const std::vector<PartCell>& cells,
                           const ColumnForm& form, Typesetter& typesetter, double fixed_scale);

}  // namespace broadside::layout
