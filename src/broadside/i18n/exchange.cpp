#include "broadside/i18n/exchange.hpp"

#include "broadside/base/translation.hpp"
#include "broadside/i18n/describe.hpp"
#include "broadside/load/syntax/places.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::i18n {

namespace {

ExchangeEntry entry_of(const Message& message, const ExtractOptions& options) {
    ExchangeEntry entry;
    entry.key = message.key;
    entry.source = message.source;
    entry.translation = message.translation;
    entry.translated_from = message.translated_from;
    entry.is_fuzzy = is_stale(message);
    entry.notes = translator_notes(message, options.lengths);
    const auto previous = options.previous.find(message.key);
    // A memory of some other version would explain the wrong difference.
    if (entry.is_fuzzy && previous != options.previous.end() &&
        text_hash(previous->second) == message.translated_from)
        entry.previous_source = previous->second;
    return entry;
}

/// JSON begins with a bracket or a comment.
bool is_po(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != text.npos && text[first] != '{' && text[first] != '/';
}

}  // namespace

ExchangeFile extract(const Catalogue& catalogue, const ExtractOptions& options) {
    ExchangeFile file;
    file.format = options.format;
    file.dataset = catalogue.dataset;
    file.source_language = catalogue.source_language;
    file.language = catalogue.language;
    file.schema = options.schema;
    file.creation_time = options.creation_time;
    std::vector<SourcePlace> places;
    for (const Message& message : catalogue.messages) {
        if (!is_offered(message, options.names)) continue;
        file.entries.push_back(entry_of(message, options));
        places.push_back(message.place);
    }
    const std::vector<FilePlace> found = load::file_places(places);
    for (std::size_t i = 0; i < found.size(); ++i)
        file.entries[i].place = {catalogue.file, found[i].pointer, found[i].position};
    return file;
}

Result<ExchangeFile> read_exchange(const SourceFile& source) {
    return is_po(load::text_of(source)) ? read_po(source) : read_json(source);
}

std::string write_exchange(const ExchangeFile& file) {
    return facts_of(file.format).is_json ? write_json(file) : write_po(file);
}

}  // namespace broadside::i18n
