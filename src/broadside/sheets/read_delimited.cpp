#include "broadside/base/delimited_text.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/sheets/readers.hpp"
#include "broadside/sheets/sheet_builder.hpp"

namespace broadside::sheets {

std::optional<Sheet> read_delimited(const SheetInput& input, std::string_view utf8,
                                    Diagnostics& diagnostics) {
    DelimitedText lines(utf8, limits::kMaxColumns);
    SheetBuilder builder(input.name);
    for (std::size_t row = 0; row <= limits::kMaxRows; ++row) {
        const auto line = lines.next();
        if (!line) break;
        for (std::size_t i = 0; i < line->values.size(); ++i) {
            Cell cell;
            cell.column = static_cast<std::uint32_t>(i);
            cell.text = clean_text(line->values[i].text);
            if (!builder.add(row, std::move(cell))) break;
        }
    }
    return std::move(builder).finish({}, diagnostics);
}

}  // namespace broadside::sheets
