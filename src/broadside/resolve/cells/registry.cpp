#include "broadside/resolve/cells/cell_kind.hpp"

namespace broadside::resolve {

namespace {

// Wide enough for a country's name in most languages, narrow enough to leave the room to texts.
const WidthRule kShortWords = FitContent{millimetres(30)};

const CellKind kName{model::ColumnKind::Name, AutoWidth{}, name_cell, Alignment::Start};
const CellKind kText{model::ColumnKind::Text, AutoWidth{}, text_cell, Alignment::Start};
const CellKind kSymbol{model::ColumnKind::Symbol, kShortWords, symbol_cell, Alignment::Centre};
const CellKind kPlain{model::ColumnKind::Plain, kShortWords, plain_cell, Alignment::Centre};
const CellKind kDate{model::ColumnKind::Date, kShortWords, date_cell, Alignment::Start};
const CellKind kNumber{model::ColumnKind::Number, kShortWords, number_cell, Alignment::End};

}  // namespace

const CellKind& cell_kind(model::ColumnKind kind) {
    switch (kind) {
        case model::ColumnKind::Name: return kName;
        case model::ColumnKind::Text: return kText;
        case model::ColumnKind::Symbol: return kSymbol;
        case model::ColumnKind::Plain: return kPlain;
        case model::ColumnKind::Number: return kNumber;
        case model::ColumnKind::Date: return kDate;
    }
    return kPlain;
}

}  // namespace broadside::resolve
