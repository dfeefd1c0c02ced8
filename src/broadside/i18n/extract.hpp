#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/i18n/catalogue.hpp"
#include "broadside/i18n/po_file.hpp"
#include "broadside/i18n/room.hpp"

/// What translators are given.
namespace broadside::i18n {

struct ExtractOptions {
    Names names = Names::Leave;
    std::int64_t creation_time = 0;               // seconds since 1970-01-01 UTC
    std::map<std::string, std::string> previous;  // by key: sources of an earlier file
    std::vector<LayoutRooms> rooms;
    std::string schema = {};  // value of "$schema" in JSON; empty: none
};

/// A PO file, or a template (POT) where the language is the dataset's own. Stale translations are
/// fuzzy.
PoFile extract_po(const Catalogue& catalogue, const ExtractOptions& options);

/// A locale in JSON: what is not translated is there as an empty text. In the dataset's own
/// language, its words: the base file of tools that look up what an empty text stands for. It has
/// no comments, which their parsers refuse.
std::string extract_json(const Catalogue& catalogue, const ExtractOptions& options);

/// The same for people: above each text, in comments, what it is, how long it may be and the words
/// to translate.
std::string extract_commented_json(const Catalogue& catalogue, const ExtractOptions& options);

/// Whether the PO format can tell this date.
bool is_po_date(std::int64_t creation_time);

}  // namespace broadside::i18n
