#include "broadside/model/text_slots.hpp"

#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace broadside::model {

namespace {

constexpr std::string_view kLinks = "links/";
constexpr std::string_view kUrl = "/url";

/// Calls `visit(slot, edit)` with every text that is set. `edit()` is the same text where it may be
/// changed: in no other dataset that shares it until then.
template <typename Visit>
class TextWalk {
public:
    explicit TextWalk(Visit visit) : visit_(std::move(visit)) {}

    void walk(Dataset& dataset) {
        add("title", dataset.title, TextForm::Literal);
        add("subtitle", dataset.subtitle, TextForm::Literal);
        add("continued", dataset.continued, TextForm::Literal);
        add("author", dataset.author, TextForm::Metadata, false);
        add("description", dataset.description, TextForm::Metadata);
        add_records(dataset);
        for (Picture& picture : dataset.pictures)
            add(under("pictures", picture.id, "alt"), picture.alt, TextForm::Literal);
        add_vocabularies(dataset.vocabularies);
        add_columns(dataset);
        for (auto& [id, cell] : dataset.cells) {
            add_cell("cells/" + id, cell, TextForm::Rich, true,
                     [&cell = cell]() -> Cell& { return cell; });
        }
        for (Note& note : dataset.notes) add(under("notes", note.id, "text"), note.text);
        for (Band& band : dataset.bands)
            add(under("bands", band.id, "label"), band.label, TextForm::Literal);
        for (Section& section : dataset.sections)
            add(under("sections", section.id, "title"), section.title);
        add_rows(dataset);
        for (auto& [id, text] : dataset.texts) add("texts/" + id, text);
        add_links(dataset.links);
        add_imprint(dataset.imprint);
    }

private:
    static std::string under(std::string_view parent, std::string_view id, std::string_view key) {
        return fmt::format("{}/{}/{}", parent, id, key);
    }

    void add(const std::string& key, Text& text, TextForm form = TextForm::Rich,
             bool translate = true) {
        tell({key, key, &text, form, translate}, [&text]() -> Text& { return text; });
    }

    template <typename Edit>
    void tell(const TextSlot& slot, Edit edit) {
        if (!slot.text->empty()) visit_(slot, edit);
    }

    void add_vocabularies(std::vector<Vocabulary>& vocabularies) {
        for (Vocabulary& vocabulary : vocabularies) {
            const std::string key = "values/" + vocabulary.id;
            add(key + "/label", vocabulary.label, TextForm::Literal);
            for (Value& value : vocabulary.values) {
                add(under(key + "/values", value.id, "label"), value.label, TextForm::Literal);
                add(under(key + "/values", value.id, "alt"), value.alt, TextForm::Literal);
                add(under(key + "/values", value.id, "text"), value.text, TextForm::Literal);
            }
        }
    }

    template <typename Edit>
    void add_cell(const std::string& key, const Cell& cell, TextForm form, bool by_default,
                  Edit edit_cell) {
        const TranslatedParts parts =
            cell.translate.value_or(by_default ? TranslatedParts::All : TranslatedParts::None);
        const bool all = parts == TranslatedParts::All;
        const std::vector<Text>& names = *cell.names;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::string short_key = names.size() == 1 ? key : fmt::format("{}/{}", key, i);
            tell({fmt::format("{}/names/{}", key, i), short_key, &names[i], TextForm::Literal,
                  all || parts == TranslatedParts::Names},
                 [&]() -> Text& { return edit_cell().names.edit()[i]; });
        }
        for (std::size_t i = 0; i < cell.tags->size(); ++i) {
            const std::string tag_key = fmt::format("{}/tags/{}", key, i);
            tell({tag_key, tag_key, &(*cell.tags)[i], TextForm::Literal, all},
                 [&]() -> Text& { return edit_cell().tags.edit()[i]; });
        }
        const std::string detail_key = key + "/detail";
        tell({detail_key, detail_key, &*cell.detail, TextForm::Literal,
              all || parts == TranslatedParts::Detail},
             [&]() -> Text& { return edit_cell().detail.edit(); });
        tell({key + "/text", key, &*cell.text, form, all},
             [&]() -> Text& { return edit_cell().text.edit(); });
    }

    /// Ids of a vocabulary, as symbols are chosen by them, and parts of files' names are no words.
    void add_records(Dataset& dataset) {
        if (dataset.fields.empty()) return;
        const std::set<std::string_view> ids = fields_of_symbols(dataset);
        for (RecordField& field : dataset.fields) {
            const bool is_text = field.type == FieldType::Text || field.type == FieldType::Rich;
            if (!is_text || !field.fallback || field.is_key || ids.count(field.id) > 0) continue;
            add(under("records", field.id, "default"), *field.fallback,
                field.type == FieldType::Rich ? TextForm::Rich : TextForm::Literal);
        }
    }

    static std::set<std::string_view> fields_of_symbols(const Dataset& dataset) {
        std::set<std::string_view> fields;
        for (const Section& section : dataset.sections) {
            for (const Row& row : section.rows) {
                for (const Cell& cell : *row.cells) {
                    if (dataset.columns[cell.column].kind == ColumnKind::Symbol)
                        fields.insert(cell.record->id);
                }
            }
        }
        return fields;
    }

    void add_columns(Dataset& dataset) {
        for (Column& column : dataset.columns) {
            add(under("columns", column.id, "title"), column.title, TextForm::Literal);
            add(under("columns", column.id, "empty"), column.empty_text, TextForm::Literal);
            add(under("columns", column.id, "short"), column.short_title, TextForm::Literal);
            add(under("columns", column.id, "unit"), column.unit, TextForm::Literal);
            if (column.sample)
                add_cell(under("columns", column.id, "sample"), *column.sample, TextForm::Rich,
                         true, [&]() -> Cell& { return *column.sample; });
        }
        for (Spanner& spanner : dataset.spanners) {
            if (spanner.columns.empty()) continue;
            add(under("spanners", spanner.key(), "title"), spanner.title, TextForm::Literal);
        }
    }

    void add_rows(Dataset& dataset) {
        for (Section& section : dataset.sections) {
            for (Row& row : section.rows) {
                // Of what may become another row's own with the first text that changes.
                const Sparse<std::vector<Cell>> cells = row.cells;
                for (std::size_t i = 0; i < cells->size(); ++i) {
                    const Column& column = dataset.columns[(*cells)[i].column];
                    add_cell(under("rows", row.id, column.id), (*cells)[i],
                             column.kind == ColumnKind::Text ? TextForm::Rich : TextForm::Literal,
                             column.translate, [&]() -> Cell& { return row.cells.edit()[i]; });
                }
            }
        }
    }

    void add_links(std::vector<Link>& links) {
        for (Link& link : links) {
            const std::string key = std::string(kLinks).append(link.id);
            add(key + "/label", link.label, TextForm::Literal);
            add(key + "/text", link.text, TextForm::Literal, false);
            add(key + std::string(kUrl), link.url, TextForm::Url, false);
        }
    }

    void add_imprint(Imprint& imprint) {
        add("imprint/publisher", imprint.publisher, TextForm::Literal, false);
        add("imprint/source", imprint.source, TextForm::Literal);
        add("imprint/licence", imprint.licence, TextForm::Literal, false);
        add("imprint/date", imprint.date, TextForm::Literal);
        add("imprint/remark", imprint.remark, TextForm::Literal);
    }

    Visit visit_;
};

}  // namespace

std::vector<std::string> key_parts(std::string_view key) {
    std::vector<std::string> parts;
    for (std::size_t end = key.find('/'); end != key.npos; end = key.find('/')) {
        parts.emplace_back(key.substr(0, end));
        key.remove_prefix(end + 1);
    }
    parts.emplace_back(key);
    return parts;
}

bool is_link_target(std::string_view key) {
    return key.starts_with(kLinks) && key.ends_with(kUrl) &&
           key.find('/', kLinks.size()) + kUrl.size() == key.size();
}

void visit_texts(const Dataset& dataset, const std::function<void(const TextSlot&)>& visit) {
    // Nothing is edited.
    TextWalk([&](const TextSlot& slot, auto&&) {
        visit(slot);
    }).walk(const_cast<Dataset&>(dataset));
}

void replace_texts(Dataset& dataset,
                   const std::function<const Text*(const TextSlot&)>& replacement) {
    TextWalk([&](const TextSlot& slot, auto&& edit) {
        if (const Text* words = replacement(slot)) edit() = *words;
    }).walk(dataset);
}

}  // namespace broadside::model
