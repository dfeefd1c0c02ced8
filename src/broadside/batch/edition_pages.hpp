#pragma once

#include <cstddef>
#include <optional>

#include "broadside/base/result.hpp"
#include "broadside/editions/editions.hpp"
#include "broadside/impose/sheets.hpp"
#include "broadside/job/sources.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::batch {

/// An edition as it is drawn: one document or, on sheets, those of all records.
struct DrawnEdition {
    std::optional<Edition> edition;  // without its pages; none: nothing of it could be set
    scene::Scene scene = {};
    Diagnostics problems = {};
    std::size_t cards_left_out = 0;
    Diagnostics left_out = {};  // why cards are missing, which is no reason not to print the others
};

/// Gathers it, a record at a time.
class EditionPages {
public:
    /// `of_records`: all of them are one edition where the layout sets cards.
    EditionPages(const LayoutSource& layout, bool of_records);

    void add(Result<Edition> set);
    DrawnEdition finish() &&;

private:
    const LayoutSource& layout_;
    std::optional<impose::Sheets> sheets_;  // of records
    DrawnEdition drawn_;
};

}  // namespace broadside::batch
