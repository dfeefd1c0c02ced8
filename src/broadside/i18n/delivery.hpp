#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/load/load.hpp"

namespace broadside::i18n {

/// One text as a translator gave it back.
struct DeliveredText {
    std::string key;
    std::string text;                  // not empty
    std::string translated_from = {};  // hash of its source; empty: not told
    bool is_beside_source = false;     // the file shows that source, so that the hash is no memory
    bool is_fuzzy = false;             // a guess of a tool, or in doubt
    FilePlace place = {};
};

/// What a translator gave back.
struct Delivery {
    std::string file;
    std::string language;  // BCP 47; empty: not told
    std::string dataset;   // id; empty: not told
    std::string digits;    // by their name in CLDR; empty: not told
    std::vector<DeliveredText> texts;
    std::string extracted_for = {};  // the language before an editor touched it; empty: not told
    model::Review review = model::Review::Draft;
};

/// Reads a locale in JSON, or a PO file, told by the first character. Texts that are empty are left
/// out.
Result<Delivery> read_delivery(const load::Source& source);

/// Whether a text is PO: JSON begins with a bracket or a comment.
bool is_po(std::string_view text);

}  // namespace broadside::i18n
