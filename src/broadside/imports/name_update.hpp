#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/imports/cell_update.hpp"
#include "broadside/imports/origin.hpp"

namespace broadside::imports {

/// The title of a column follows the sheet where it came from it, and stays where a person wrote
/// it, which is told. Without `is_renamed`, it follows where the sheet has another spelling of it.
/// The change, for people; empty: none.
std::string update_head(std::string_view json, const load::JsonValue& column, const Column& told,
                        bool is_renamed, const std::optional<Origin>& origin,
                        std::vector<load::Splice>& splices);

/// What becomes of a cell with a row's name.
struct NameNow {
    std::optional<std::string> names = {}, level = {};  // see `ToldCell`
    std::vector<std::string> changes = {};              // for people
};

/// The first name, and the level that it stands on, do so, too.
NameNow name_now(const KnownCell& cell, const Facts& facts, const std::string& place,
                 const std::string& row, bool is_renamed, const std::optional<Origin>& origin);

}  // namespace broadside::imports
