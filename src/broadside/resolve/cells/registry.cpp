#include "broadside/resolve/cells/cell_kind.hpp"

namespace broadside::resolve {

namespace {

Alignment always_start(const std::vector<const model::Cell*>&) { return Alignment::Start; }
Alignment always_centre(const std::vector<const model::Cell*>&) { return Alignment::Centre; }

// Wide enough for a country's name in most languages, narrow enough to leave the room to texts.
const WidthRule kShortWords = FitContent{millimetres(30)};

const CellKind kName{model::ColumnKind::Name, Fraction{1}, name_cell, always_start};
const CellKind kText{model::ColumnKind::Text, Fraction{1}, text_cell, always_start};
const CellKind kSymbol{model::ColumnKind::Symbol, kShortWords, symbol_cell, always_centre};
const CellKind kPlain{model::ColumnKind::Plain, kShortWords, plain_cell, plain_alignment};

}  // namespace

const CellKind& cell_kind(model::ColumnKind kind) {
    switch (kind) {
        case model::ColumnKind::Name: return kName;
        case model::ColumnKind::Text: return kText;
        case model::ColumnKind::Symbol: return kSymbol;
        case model::ColumnKind::Plain: return kPlain;
    }
    return kPlain;
}

}  // namespace broadside::resolve
