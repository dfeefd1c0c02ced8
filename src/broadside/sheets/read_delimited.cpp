#include <fmt/format.h>

#include "broadside/base/delimited_text.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/sheets/formulas.hpp"
#include "broadside/sheets/readers.hpp"
#include "broadside/sheets/sheet_builder.hpp"

namespace broadside::sheets {

std::optional<Sheet> read_delimited(std::string_view utf8, Diagnostics& diagnostics) {
    DelimitedText lines(utf8, limits::kMaxColumns);
    SheetBuilder builder;
    std::size_t errors = 0, nulls = 0;
    for (std::size_t row = 0; row <= limits::kMaxRows; ++row) {
        const auto line = lines.next();
        if (!line) break;
        if (line->fault == QuotesFault::NeverClosed)
            diagnostics.push_back(warning("bad-quotes",
                                          "quotes are never closed: all behind them is one cell",
                                          {"close them, or write a quote inside of quotes twice"})
                                      .at(FilePlace{{}, {}, line->fault_position}));
        for (std::size_t i = 0; i < line->values.size(); ++i) {
            Cell cell;
            cell.column = static_cast<std::uint32_t>(i);
            cell.text = clean_text(line->values[i].text);
            cell.indent = indent_of(line->values[i].text);
            // What databases write for no value.
            if (cell.text == "\\N" || cell.text == "NULL") {
                ++nulls;
                continue;
            }
            errors += is_formula_error(cell.text) ? 1 : 0;
            if (auto link = read_link(cell.text)) {
                cell.text = clean_text(link->text.empty() ? link->url : link->text);
                cell.url = std::move(link->url);
            }
            if (!builder.add(row, std::move(cell))) break;
        }
    }
    tell_of_errors(errors, diagnostics);
    if (nulls > 0)
        diagnostics.push_back(
            warning("null-cells",
                    fmt::format("cells that say NULL or \\N are taken for empty ones: {}", nulls)));
    return std::move(builder).finish({}, diagnostics);
}

}  // namespace broadside::sheets
