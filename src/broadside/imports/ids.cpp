#include "broadside/imports/ids.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "broadside/base/content_hash.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/load/dataset_parts.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

constexpr std::size_t kIdDigits = 8;  // of a digest

/// Of texts without letters.
enum class Signs { Nameless, Hashed };

/// A short name for what a text says: its letters, or, in other scripts, a hash of them, so that it
/// is the same wherever in the sheet the text stands.
std::string stem_of(std::string_view text, std::string_view otherwise,
                    Signs signs = Signs::Nameless) {
    constexpr std::size_t kLongest = 40;
    std::string slug = unicode::ascii_slug(text);
    if (slug.size() > kLongest) slug.resize(std::min(slug.rfind('-', kLongest), kLongest));
    if (!slug.empty()) return slug;
    const std::u32string characters = unicode::decode(text);
    const bool has_letters = std::any_of(characters.begin(), characters.end(), unicode::is_letter);
    if (text.empty() || (!has_letters && signs == Signs::Nameless)) return std::string(otherwise);
    return fmt::format("{}-{}", otherwise, to_string(digest_of(text)).substr(0, kIdDigits));
}

class Ids {
public:
    std::string next(std::string stem) {
        // Numbers of equal ones go on where the last one stopped.
        std::size_t& count = counts_[stem];
        std::string id = stem;
        while (!given_.insert(id).second) id = fmt::format("{}-{}", stem, ++count + 1);
        return id;
    }

private:
    std::set<std::string> given_;
    std::map<std::string, std::size_t> counts_;
};

}  // namespace

std::string_view name_of(const Table& table, const Row& row) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].kind == model::ColumnKind::Name) return row.cells[i].text;
    }
    for (const Content& content : row.cells) {
        if (!content.text.empty()) return content.text;
    }
    return {};
}

bool is_of_digest(std::string_view id) {
    const std::size_t begin = id.find('-') + 1;  // 0: there is none
    const std::string_view digest = id.substr(begin, kIdDigits);
    return begin > 0 && digest.size() == kIdDigits &&
           digest.find_first_not_of("0123456789abcdef") == digest.npos &&
           (id.size() == begin + kIdDigits || id[begin + kIdDigits] == '-');
}

void give_ids(Table& table) {
    const std::span<const load::Key> keys_of_rows = load::row_keys();
    Ids columns, sections, rows;
    for (Column& column : table.columns) {
        const bool is_whole = column.head_title.empty();
        std::string stem = stem_of(is_whole ? column.title : column.head_title, "column");
        if (std::any_of(keys_of_rows.begin(), keys_of_rows.end(),
                        [&](const load::Key& key) { return key.name == stem; }))
            stem = "column-" + stem;
        column.own_id = column.id = columns.next(std::move(stem));
        column.own_unit = column.unit;
    }
    for (Section& section : table.sections) {
        section.own_id = section.id = sections.next(stem_of(section.title.text, "rows"));
        for (Row& row : section.rows) {
            const std::string_view name = name_of(table, row);
            row.own_id = row.id =
                rows.next(stem_of(name.substr(0, name.find('\n')), "row", Signs::Hashed));
        }
    }
    for (std::size_t i = 0; i < table.notes.size(); ++i)
        table.notes[i].id = fmt::format("note-{}", i + 1);
}

}  // namespace broadside::imports
