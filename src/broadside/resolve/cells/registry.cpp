#include "broadside/resolve/cells/cell_kind.hpp"

#include <cstddef>
#include <iterator>

namespace broadside::resolve {

namespace {

// Wide enough for a country's name in most languages, narrow enough to leave the room to texts.
const WidthRule kShortWords = FitContent{millimetres(30)};

/// In the order of `model::ColumnKind`.
const CellKind kKinds[] = {
    {AutoWidth{}, name_cell, Alignment::Start},    {AutoWidth{}, text_cell, Alignment::Start},
    {kShortWords, symbol_cell, Alignment::Centre}, {kShortWords, plain_cell, Alignment::Centre},
    {kShortWords, number_cell, Alignment::End},    {kShortWords, date_cell, Alignment::Start}};
static_assert(std::size(kKinds) == std::size(model::kColumnKinds));

}  // namespace

const CellKind& cell_kind(model::ColumnKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

}  // namespace broadside::resolve
