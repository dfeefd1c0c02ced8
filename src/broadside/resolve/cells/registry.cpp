#include "broadside/resolve/cells/cell_kind.hpp"

#include <cstddef>
#include <iterator>

namespace broadside::resolve {

namespace {

// Wide enough for a country's name in most languages, narrow enough to leave the room to texts.
constexpr WidthRule kShortWords = FitContent{millimetres(30)};

using model::ColumnKind;

constexpr CellKind kKinds[] = {{ColumnKind::Name, AutoWidth{}, name_cell, Alignment::Start},
                               {ColumnKind::Text, AutoWidth{}, text_cell, Alignment::Start},
                               {ColumnKind::Symbol, kShortWords, symbol_cell, Alignment::Centre},
                               {ColumnKind::Plain, kShortWords, plain_cell, Alignment::Centre},
                               {ColumnKind::Number, kShortWords, number_cell, Alignment::End},
                               {ColumnKind::Date, kShortWords, date_cell, Alignment::Start}};

constexpr bool has_each_kind_in_its_place() {
    for (std::size_t i = 0; i < std::size(kKinds); ++i)
        if (static_cast<std::size_t>(kKinds[i].kind) != i) return false;
    return std::size(kKinds) == std::size(model::kColumnKinds);
}
static_assert(has_each_kind_in_its_place());

}  // namespace

const CellKind& cell_kind(model::ColumnKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

}  // namespace broadside::resolve
