#pragma once

#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/i18n/delivery.hpp"

namespace broadside {

/// What a delivery's language is held against.
struct DeliveryRules {
    std::string dataset;             // id
    std::string source_language;     // the dataset's own
    std::vector<std::string> known;  // tags of the locales that there are
    std::string wanted;              // by the user; empty: what the file says
};

/// The locale that a translator's file belongs to. What the user wants wins over the file, as long
/// as it is the same language. Editors of PO files like to add a region: a file whose tag is new,
/// where the same language is known by another tag or the file was extracted for one, is refused
/// until the user says which, so that no second locale comes into being unnoticed.
Result<std::string> language_of(const i18n::Delivery& delivery, const DeliveryRules& rules);

}  // namespace broadside
